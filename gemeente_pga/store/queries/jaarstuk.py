# SPDX-License-Identifier: EUPL-1.2
"""The jaarrapportage as a document: what may be shown of the counts, beside all that was shown before."""

from dataclasses import dataclass, replace
from datetime import date
from statistics import median_low

from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.jaarrapportage import Bereik, Tabel, maak_tabel, protect
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.stukken import Jaarrapportage, Jaartabel, Staat
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.store.queries.jaarcijfers import (
    doorlooptijden,
    maten,
    telling,
    verbanden,
    vroeger_getoond,
)
from gemeente_pga.store.queries.kop import kop

SOORT = "jaarrapportage"
TE_WEINIG = "U kunt nog niets vaststellen: met zo weinig dossiers valt elk aantal weg."
_VRAGEN = (
    "De gemeente doet geen uitspraken over personen in de persoonsgerichte aanpak. Wij noemen ook geen "
    "aantallen kleiner dan {drempel}, en geen aantallen waaruit die zijn af te leiden. In een kleine "
    "gemeente kan een klein aantal al laten zien om wie het gaat. De cijfers die wij wel kunnen geven, "
    "staan in de jaarrapportage. Is een jaar te klein, dan geven wij cijfers over meer jaren of meer "
    "gemeenten samen. "
    "De functionaris gegevensbescherming controleert of wij zorgvuldig werken."
)


@dataclass(frozen=True, slots=True)
class Jaarstuk:
    """The report, and how it is frozen."""

    stuk: Jaarrapportage
    bevroren: TeBevriezen


def jaarstuk(r: Lezer, bereik: Bereik, kader: Kader, op: date) -> Jaarstuk:
    """Of these years and municipalities, as it stands now."""
    eerder = vroeger_getoond(r)
    alles = _omvat(bereik, eerder)
    cijfers = telling(r, alles, kader, op)
    soorten = maten(kader)
    getoond = protect(
        (maak_tabel(maat, cijfers, bereik) for maat in soorten),
        eerder,
        cijfers,
        verbanden(alles, kader),
        kader.drempel,
    )
    jaren = f"{bereik.jaren[0]}" + (f" tot en met {bereik.jaren[-1]}" if len(bereik.jaren) > 1 else "")
    wie = [rij.gemeente.naam for rij in gemeenten(r) if rij.id in bereik.gemeenten]
    kenmerk = f"JR{bereik.jaren[0]}-{bereik.jaren[-1]}" if len(bereik.jaren) > 1 else f"JR{bereik.jaren[0]}"
    hoofd = kop(r, kader, "Jaarrapportage PGA", kenmerk=kenmerk, datum=op, staat=Staat.VASTGESTELD)
    dagen = doorlooptijden(cijfers, bereik)
    stuk = Jaarrapportage(
        kop=replace(hoofd, gemeente=", ".join(wie), vertrouwelijkheid="Cijfers zonder namen"),
        waarover=f"{', '.join(wie)}: {jaren}",
        drempel=kader.drempel,
        tabellen=tuple(
            Jaartabel(
                maat=maat.code,
                naam=maat.naam,
                gemeenten=tabel.bereik.gemeenten,
                jaren=tabel.bereik.jaren,
                delen=tabel.delen,
                namen=tuple(naam for _, naam in maat.delen),
                waarden=tabel.waarden,
                totaal=tabel.totaal,
                uitleg=maat.uitleg,
            )
            for maat, tabel in zip(soorten, getoond, strict=True)
        ),
        weken=-(-median_low(dagen) // 7) if len(dagen) >= kader.drempel else None,
        vragen=_VRAGEN.format(drempel=kader.drempel),
    )
    onderwerp = ("gemeente", bereik.gemeenten[0])
    return Jaarstuk(stuk, TeBevriezen(SOORT, stuk, kenmerk, onderwerp, None))


def _omvat(bereik: Bereik, eerder: tuple[Tabel, ...]) -> Bereik:
    """Every municipality and year that this report or an earlier one tells of."""
    gemeenten_ = {g for t in eerder for g in t.bereik.gemeenten} | set(bereik.gemeenten)
    jaren = {j for t in eerder for j in t.bereik.jaren} | set(bereik.jaren)
    return Bereik(tuple(sorted(gemeenten_)), tuple(range(min(jaren), max(jaren) + 1)))
