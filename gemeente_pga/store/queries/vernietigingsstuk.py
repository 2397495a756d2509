# SPDX-License-Identifier: EUPL-1.2
"""The list and the verklaring as documents, out of what the kluis knows; nothing in them names a dossier."""

from datetime import date

from gemeente_pga.domain.document import TeBevriezen
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.stukken import (
    Staat,
    VerklaringVanVernietiging,
    Vernietigingslijst,
    Vernietigingsregel,
)
from gemeente_pga.domain.vernietiging import FUNCTIES, NIET_AKKOORD
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.kop import kop
from gemeente_pga.store.queries.vernietiging import Beschrijving, Lijstkop, beschrijf, regels, vernietigd

LIJST, VERKLARING = "vernietigingslijst", "verklaring"
_SOORT = {"casus": "Dossier met een casus", "signaal": "Dossier met alleen een signaal"}


def lijststuk(r: Lezer, kop_: Lijstkop, kader: Kader) -> TeBevriezen:
    """What the archivaris is asked to judge, as it stands now."""
    hoofd = kop(
        r, kader, "Vernietigingslijst", kenmerk=kop_.nummer, datum=kop_.opgesteld_op, staat=Staat.VASTGESTELD
    )
    stuk = Vernietigingslijst(
        kop=hoofd,
        opgesteld_door=kop_.opgesteld_door,
        regels=tuple(
            _regel(rij.volgnummer, rij.steen, beschrijf(r, rij.dossier_id)) for rij in regels(r, kop_.id)
        ),
    )
    return TeBevriezen(LIJST, stuk, kop_.nummer, ("vernietigingslijst", kop_.id), None)


def verklaringstuk(r: Lezer, kop_: Lijstkop, kader: Kader, op: date) -> TeBevriezen:
    """What this list destroyed."""
    kenmerk = f"{kop_.nummer}-V"
    weg = vernietigd(r, kop_.id)
    tot = [v.back_ups_tot for v in weg if v.back_ups_tot is not None]
    stuk = VerklaringVanVernietiging(
        kop=kop(r, kader, "Verklaring van vernietiging", kenmerk=kenmerk, datum=op, staat=Staat.VASTGESTELD),
        lijst=kop_.nummer,
        machtiging_door=kop_.machtiging_door,
        machtiging_functie=FUNCTIES[kop_.machtiging_functie],
        machtiging_kenmerk=kop_.machtiging_kenmerk,
        machtiging_op=kop_.machtiging_op,
        regels=tuple(
            _regel(v.volgnummer, v.steen, v.beschrijving, wijze=v.wijze, door=v.door, op=v.op) for v in weg
        ),
        gebleven=sum(rij.feiten.ongedaan or rij.feiten.oordeel == NIET_AKKOORD for rij in regels(r, kop_.id)),
        back_ups_tot=max(tot) if tot else None,
    )
    return TeBevriezen(VERKLARING, stuk, kenmerk, ("vernietigingslijst", kop_.id), None)


def stuk_van_lijst(r: Lezer, lijst_id: int, soort: str) -> int | None:
    """The document of this list, once it was made."""
    gevonden = r.value(
        "SELECT id FROM document WHERE onderwerp_soort = 'vernietigingslijst' AND onderwerp_id = ? "
        "AND soort = ?",
        lijst_id,
        soort,
    )
    return None if gevonden is None else int(gevonden)


def _regel(
    volgnummer: int, kenmerk: str, b: Beschrijving, *, wijze: str = "", door: str = "", op: date | None = None
) -> Vernietigingsregel:
    jaren = str(b.van_jaar) if b.van_jaar == b.tot_jaar else f"{b.van_jaar}–{b.tot_jaar}"
    return Vernietigingsregel(
        volgnummer=volgnummer,
        kenmerk=kenmerk,
        soort=_SOORT[b.soort],
        jaren=jaren,
        bewaartermijn=b.bewaartermijn,
        grond=b.grond,
        selectielijst=b.selectielijst,
        stukken=b.stukken,
        papier=b.papier,
        wijze=wijze,
        door=door,
        op=op,
    )
