# SPDX-License-Identifier: EUPL-1.2
"""What the administrator of this computer has laid down for the program: one file, read strictly.

A policy only narrows: it can shorten the time until locking and switch things off, never the other way round.
A file that is not right is refused whole; the program does not start on half a policy.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gemeente_pga.domain.gebrek import Storing

if TYPE_CHECKING:
    from gemeente_pga.domain.tomlbron import Tomlbron

VAN_WIE = "Uw ICT-beheer heeft dit vastgelegd"
RAAD = "Laat uw ICT-beheerder dit bestand verbeteren. Er is niets gewijzigd."


@dataclass(frozen=True, slots=True)
class Beleid:
    """kluismap, backupmap: "" when the user's own counts. hoogstens_minuten: 0 for no limit."""

    kluismap: str = ""
    hoogstens_minuten: int = 0
    backupmap: str = ""
    afdrukken: bool = True
    bestand_opslaan: bool = True

    def minuten(self, gevraagd: int) -> int:
        """After how many minutes the kluis locks, when the user asks for this."""
        return min(gevraagd, self.hoogstens_minuten) if self.hoogstens_minuten else gevraagd

    def vergrendeltijden(self) -> tuple[int, ...]:
        """What the user may choose from; each is one that the program knows."""
        from gemeente_pga.domain.inrichting import (
            VERGRENDELTIJDEN,  # it loads the kader: not before unlocking
        )

        return tuple(m for m in VERGRENDELTIJDEN if self.minuten(m) == m)

    def zinnen(self) -> tuple[str, ...]:
        """What is laid down, in words for the user; empty when nothing is."""
        return tuple(
            zin
            for geldt, zin in (
                (self.kluismap, f"De kluis staat in {self.kluismap}."),
                (
                    self.hoogstens_minuten,
                    f"De kluis vergrendelt na hoogstens {self.hoogstens_minuten} minuten zonder toets of "
                    "klik, ook tijdens een casusoverleg.",
                ),
                (self.backupmap, f"De back-up komt in {self.backupmap}."),
                (not self.afdrukken, "Afdrukken staat uit."),
                (not self.bestand_opslaan, "Opslaan als leesbaar bestand buiten de kluis staat uit."),
            )
            if geldt
        )


GEEN_BELEID = Beleid()


class BeleidFout(Storing):
    """The policy file is not right; the sentence says where."""

    def __init__(self, reden: str) -> None:
        super().__init__(f"Het beleid dat op deze computer is vastgelegd, klopt niet. {reden}", RAAD)


@dataclass(frozen=True, slots=True)
class _Map:
    map: str


@dataclass(frozen=True, slots=True)
class _Vergrendelen:
    hoogstens_minuten: int


@dataclass(frozen=True, slots=True)
class _Uit:
    afdrukken: bool = False
    bestand_opslaan: bool = False


def parse_beleid(tekst: str, bestand: str) -> Beleid:
    """Read a policy; BeleidFout with line and key where it is wrong."""
    from gemeente_pga.domain.tomlbron import Bestandsfout, Tomlbron  # only where there is a policy

    try:
        bron = Tomlbron(tekst, bestand, Bestandsfout)
        bron.expect_sections((), mag=("kluis", "vergrendelen", "backup", "uit"))
        uit = bron.read(_Uit, ("uit",)) if bron.has("uit") else _Uit()
        return Beleid(
            kluismap=_lees_map(bron, "kluis"),
            hoogstens_minuten=_lees_minuten(bron),
            backupmap=_lees_map(bron, "backup"),
            afdrukken=not uit.afdrukken,
            bestand_opslaan=not uit.bestand_opslaan,
        )
    except Bestandsfout as fout:
        raise BeleidFout(str(fout)) from fout


def _lees_map(bron: "Tomlbron", deel: str) -> str:
    if not bron.has(deel):
        return ""
    map_ = bron.read(_Map, (deel,)).map
    if not Path(map_).is_absolute():
        bron.refuse((deel,), "map", "moet een volledig pad zijn, vanaf de schijf")
    return map_


def _lees_minuten(bron: "Tomlbron") -> int:
    from gemeente_pga.domain.inrichting import VERGRENDELTIJDEN

    if not bron.has("vergrendelen"):
        return 0
    minuten = bron.read(_Vergrendelen, ("vergrendelen",)).hoogstens_minuten
    if minuten not in VERGRENDELTIJDEN:
        keuzes = ", ".join(map(str, VERGRENDELTIJDEN))
        bron.refuse(("vergrendelen",), "hoogstens_minuten", f"kies uit {keuzes}")
    return minuten
