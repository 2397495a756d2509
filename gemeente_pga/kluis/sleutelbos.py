# SPDX-License-Identifier: EUPL-1.2
"""The keystore of the operating system, used as half of a secret and never trusted with more.

Hides keyring and all its ways to fail: every call runs in a thread of its own for at most two seconds, only
known backends count, what was written is read back, and every failure is simply "not there".
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from gemeente_pga.kluis.sleutels import wis

DIENST = "gemeente-pga"
GEHEIM_LENGTE = 32
LIMIET = 2.0
TOEGESTAAN = frozenset(
    (
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.libsecret.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.macOS.Keyring",
    )
)

Uitkomst = TypeVar("Uitkomst")


class Bewaarplaats(Protocol):
    """What is used of a keyring backend."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Antwoord:
    """The keystore works; geheim is None when it holds nothing usable under that name."""

    geheim: bytearray | None


class Sleutelbos:
    """Keeps 32 bytes under a name, if this computer has a keystore that works."""

    def __init__(
        self,
        bewaarplaats: Callable[[], Bewaarplaats] | None = None,
        *,
        toegestaan: frozenset[str] = TOEGESTAAN,
        limiet: float = LIMIET,
    ) -> None:
        self._bewaarplaats = bewaarplaats or _van_systeem
        self._toegestaan = toegestaan
        self._limiet = limiet

    def keep(self, naam: str, geheim: bytearray) -> bool:
        """Write and read back; False when the keystore cannot be relied upon."""
        tekst = geheim.hex()

        def taak(plek: Bewaarplaats) -> bool:
            plek.set_password(DIENST, naam, tekst)
            return plek.get_password(DIENST, naam) == tekst

        return self._probeer(taak) is True

    def fetch(self, naam: str) -> bytearray | None:
        """The 32 bytes, or None for whatever reason."""
        return _ontleed(self._probeer(lambda plek: plek.get_password(DIENST, naam)))

    def ask(self, naam: str) -> Callable[[], "Antwoord | None"]:
        """Like fetch, but waits for nothing: the callable gives None for as long as there is no answer."""
        uitkomst, _ = self._begin(lambda plek: plek.get_password(DIENST, naam))
        return lambda: Antwoord(_ontleed(uitkomst[0])) if uitkomst else None

    def peil(self, namen: Sequence[str]) -> Callable[[], bool | None]:
        """Begin to look whether any of these is kept; what is returned gives the answer, None until then."""
        uitkomst: list[bool] = []

        def loop() -> None:
            uitkomst.append(any(self._heeft(naam) for naam in namen))

        threading.Thread(target=loop, name="sleutelbos", daemon=True).start()
        return lambda: uitkomst[0] if uitkomst else None

    def soort(self) -> str:
        """The name of the keystore that this computer has; "" when it has none that counts."""
        return self._probeer(lambda plek: f"{type(plek).__module__}.{type(plek).__qualname__}") or ""

    def forget(self, naam: str) -> None:
        """Remove it, if that works."""
        self._probeer(lambda plek: plek.delete_password(DIENST, naam))

    def _heeft(self, naam: str) -> bool:
        geheim = self.fetch(naam)
        if geheim is None:
            return False
        wis(geheim)
        return True

    def _probeer(self, taak: Callable[[Bewaarplaats], Uitkomst]) -> Uitkomst | None:
        uitkomst, draad = self._begin(taak)
        draad.join(self._limiet)
        return uitkomst[0] if uitkomst else None

    def _begin(self, taak: Callable[[Bewaarplaats], Uitkomst]) -> tuple[list[Uitkomst], threading.Thread]:
        uitkomst: list[Uitkomst] = []

        def loop() -> None:
            # Backends raise what they like: pywintypes.error is no KeyringError.
            try:
                plek = self._kies(self._bewaarplaats())
                if plek is not None:
                    uitkomst.append(taak(plek))
            except Exception:  # noqa: S110 - any failure means: no keystore
                pass

        draad = threading.Thread(target=loop, name="sleutelbos", daemon=True)
        draad.start()
        return uitkomst, draad

    def _kies(self, plek: Bewaarplaats) -> Bewaarplaats | None:
        """The backend itself, or the first known one inside a chain; never one that only pretends to keep."""
        for kandidaat in (plek, *getattr(plek, "backends", ())):
            soort = type(kandidaat)
            if f"{soort.__module__}.{soort.__qualname__}" in self._toegestaan:
                if hasattr(soort, "persist"):
                    kandidaat.persist = (
                        "local machine"  # Windows: keyring's default follows a roaming profile
                    )
                gekozen: Bewaarplaats = kandidaat
                return gekozen
        return None


def _ontleed(tekst: str | None) -> bytearray | None:
    """The 32 bytes that were kept, or None when this is something else."""
    try:
        geheim = bytearray.fromhex(tekst or "")
    except (ValueError, TypeError):
        return None
    if len(geheim) != GEHEIM_LENGTE:
        wis(geheim)
        return None
    return geheim


def _van_systeem() -> Bewaarplaats:
    import keyring

    return keyring.get_keyring()
