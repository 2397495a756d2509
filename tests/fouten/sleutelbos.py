# SPDX-License-Identifier: EUPL-1.2
"""B5: twelve ways in which the keystore of the computer fails; every slot but its own opens as always."""

import threading
import time
from pathlib import Path
from typing import Any

from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.kluis.header import SlotSoort
from gemeente_pga.kluis.herstelcode import parse_code
from gemeente_pga.kluis.kluis import Kluis
from gemeente_pga.kluis.sleutelbos import GEHEIM_LENGTE, Sleutelbos
from gemeente_pga.kluis.sleutels import Sleutels
from tests.fouten import stand
from tests.fouten.campagne import Uitslag, of

_KORT = "korte zin van hier"
_VERVANGER = "vervanger fietsbel pannenkoek regenjas"
_LANGER_S = 2.0
_RUIMTE_S = 0.5


class Bos:
    """A keystore that works; the faults are subclasses."""

    def __init__(self) -> None:
        self.inhoud: dict[str, str] = {}

    def get_password(self, service: str, username: str) -> Any:
        return self.inhoud.get(username)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.inhoud[username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.inhoud.pop(username, None)


class Leeg(Bos):
    """The entry is gone: another profile, or an administrator reset it."""

    def get_password(self, service: str, username: str) -> Any:
        return None


class Vergeet(Bos):
    """Accepts and forgets, as the null backend does."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass

    get_password = Leeg.get_password


class Liegt(Bos):
    """Gives back another secret."""

    def get_password(self, service: str, username: str) -> Any:
        return "00" * GEHEIM_LENGTE


class Rommel(Bos):
    """Gives back what is not hexadecimal."""

    def get_password(self, service: str, username: str) -> Any:
        return "geen hex"


class Korter(Bos):
    """Cuts off what it was given, as a limit on length does."""

    def get_password(self, service: str, username: str) -> Any:
        return "ab" * (GEHEIM_LENGTE // 2)


class Bytes(Bos):
    """Gives bytes instead of text."""

    def get_password(self, service: str, username: str) -> Any:
        return b"ab" * GEHEIM_LENGTE


class _Werpt(Bos):
    fout: type[BaseException] = RuntimeError

    def get_password(self, service: str, username: str) -> Any:
        raise self.fout("1783: de stub heeft verkeerde gegevens ontvangen")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.fout("te lang")

    delete_password = get_password


class VreemdeFout(_Werpt):
    """pywintypes.error is nobody's subclass."""


class Geweigerd(_Werpt):
    """The prompt was dismissed."""

    fout = PermissionError


class Afgesloten(_Werpt):
    """A backend that ends its thread."""

    fout = SystemExit


class Hangt(Bos):
    """Waits for a prompt that nobody sees."""

    vrij = threading.Event()

    def get_password(self, service: str, username: str) -> Any:
        self.vrij.wait(30)

    def set_password(self, service: str, username: str, password: str) -> None:
        self.vrij.wait(30)


class Onbekend(Bos):
    """Works, but is not on the list: it may keep its secrets in a plain file."""


def _geen_bos() -> Bos:
    raise ImportError("no backend")


def _bos(soort: type[Bos] | None, inhoud: dict[str, str]) -> Sleutelbos:
    if soort is None:
        return Sleutelbos(_geen_bos)
    plek = soort()
    plek.inhoud = dict(inhoud)
    naam = f"{soort.__module__}.{soort.__qualname__}"
    return Sleutelbos(lambda: plek, toegestaan=frozenset(() if soort is Onbekend else (naam,)))


FOUTEN: tuple[type[Bos] | None, ...] = (
    None, Leeg, Vergeet, Liegt, Rommel, Korter, Bytes, VreemdeFout, Geweigerd, Afgesloten, Hangt, Onbekend,
)  # fmt: skip


def _wegen(code: str) -> dict[str, Any]:
    def met_code(kluis: Kluis) -> Sleutels:
        gelezen = parse_code(code)
        assert isinstance(gelezen, bytearray)
        return kluis.open_met_herstelcode(gelezen)

    return {
        "wachtzin": lambda kluis: kluis.open_met_wachtzin(stand.WACHTZIN),
        "vervanger": lambda kluis: kluis.open_met_wachtzin(_VERVANGER, soort=SlotSoort.VERVANGER),
        "herstelcode": met_code,
    }


def _maak(map_: Path) -> tuple[Path, str, dict[str, str]]:
    """A kluis with four slots; its herstelcode, and what the keystore holds."""
    dienst = stand.nieuwe_dienst(map_)
    dienst.kies(KluisSoort.KLUIS)
    code = dienst.maak(stand.WACHTZIN)
    dienst.betreed()
    dienst.laat_los()
    kluis = Kluis.lees(map_ / "kluis", grenzen=stand.RUIM)
    sleutels = kluis.open_met_wachtzin(stand.WACHTZIN)
    kluis.voeg_slot_toe(sleutels, _VERVANGER, kdf=stand.LICHT)
    plek = Bos()
    goed = Sleutelbos(lambda: plek, toegestaan=frozenset((f"{__name__}.Bos",)))
    kluis.voeg_sleutelbos_toe(sleutels, _KORT, goed, kdf=stand.LICHT)
    if kluis.open_met_sleutelbos(_KORT, goed).k_db != sleutels.k_db:
        raise AssertionError("de sleutelbos die werkt, opent niet")
    return map_ / "kluis", code, plek.inhoud


def _opent(plek: Path, weg: Any) -> bool:
    try:
        weg(Kluis.lees(plek, grenzen=stand.RUIM)).wis()
    except Storing:
        return False
    return True


def run(_n: int) -> Uitslag:
    """Twelve faults by three slots, and the short phrase with each."""
    fouten, goed, langst = [], 0, 0.0
    with stand.tijdelijk() as map_:
        plek, code, inhoud = _maak(map_)
        for soort in FOUTEN:
            naam = soort.__name__ if soort else "Geen"
            bos = _bos(soort, inhoud)
            for slot, weg in _wegen(code).items():
                begin = time.perf_counter()
                # As the unlock page does: the keystore is asked first, then the secret is used.
                _opent(plek, lambda kluis, bos=bos: kluis.open_met_sleutelbos("een andere zin", bos))
                opent = _opent(plek, weg)
                langst = max(langst, time.perf_counter() - begin)
                goed += opent
                if not opent:
                    fouten.append(f"{naam}: {slot} opent niet")
            if bos.keep("proef", bytearray(range(GEHEIM_LENGTE))):
                fouten.append(f"{naam}: vertrouwd")
        Hangt.vrij.set()
        werkt = _bos(Bos, inhoud)
        for gok in ("", " ", "wachtwoord", stand.WACHTZIN, _KORT.upper()):
            if _opent(plek, lambda kluis, gok=gok: kluis.open_met_sleutelbos(gok, werkt)):
                fouten.append("sleutelbos en schijf alleen zijn genoeg")
    if langst > _LANGER_S + _RUIMTE_S:
        fouten.append(f"{langst:.1f} s langer")
    cijfer = f"{goed} van {3 * len(FOUTEN)} keer geopend, hoogstens {langst:.1f} s; 0 met sleutelbos alleen"
    return of(fouten, cijfer)
