# SPDX-License-Identifier: EUPL-1.2
"""Consultaties zonder naam: one, those of a dossier, and the list to find them again."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from gemeente_pga.domain.consultatie import Consultatie
from gemeente_pga.domain.tekst import kale_letters
from gemeente_pga.store.lezer import Lezer

_VRAAG = (
    "SELECT c.*, coalesce(d.nummer, '') AS nummer "
    "FROM consultatie c LEFT JOIN dossier d ON d.id = c.dossier_id "
)


@dataclass(frozen=True, slots=True)
class Consultatieblad:
    """A consultatie as recorded. nummer: of its dossier, "" when it stands alone."""

    id: int
    inhoud: Consultatie
    nummer: str
    vastgelegd_op: str

    @property
    def met_wie(self) -> str:
        """Organisation and function, never a name."""
        return f"{self.inhoud.organisatie}, {self.inhoud.functie}"


def consultatieblad(r: Lezer, consultatie_id: int) -> Consultatieblad | None:
    """One consultatie."""
    rij = r.row(_VRAAG + "WHERE c.id = ?", consultatie_id)
    return None if rij is None else _blad(rij)


def consultaties_van_dossier(r: Lezer, dossier_id: int) -> tuple[Consultatieblad, ...]:
    """Those that were put with this dossier, newest first."""
    rijen = r.rows(
        _VRAAG + "WHERE c.dossier_id = ? ORDER BY c.datum DESC, julianday(c.vastgelegd_op) DESC", dossier_id
    )
    return tuple(_blad(rij) for rij in rijen)


def lijst_consultaties(r: Lezer, gezocht: str = "", *, aantal: int = 200) -> tuple[Consultatieblad, ...]:
    """The newest. gezocht: words of title, organisation, function or number; never of the texts."""
    rijen = r.rows(_VRAAG + "ORDER BY c.datum DESC, julianday(c.vastgelegd_op) DESC")
    woorden = kale_letters(gezocht).split()
    bladen = (_blad(rij) for rij in rijen)
    passend = [b for b in bladen if all(woord in _vindbaar(b) for woord in woorden)]
    return tuple(passend[:aantal])


def aantal_consultaties(r: Lezer) -> int:
    """How many there are."""
    return int(r.value("SELECT count(*) FROM consultatie"))


def _vindbaar(blad: Consultatieblad) -> str:
    return kale_letters(f"{blad.inhoud.titel} {blad.met_wie} {blad.nummer}")


def _blad(rij: dict[str, Any]) -> Consultatieblad:
    waarden = {veld.name: rij[veld.name] for veld in fields(Consultatie)}
    waarden |= {"datum": date.fromisoformat(rij["datum"]), "zonder_naam": bool(rij["zonder_naam"])}
    return Consultatieblad(rij["id"], Consultatie(**waarden), rij["nummer"], rij["vastgelegd_op"])
