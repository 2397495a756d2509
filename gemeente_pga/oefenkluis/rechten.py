# SPDX-License-Identifier: EUPL-1.2
"""What the person of the casus that is carried out may ask and say, and that an item about her was wrong."""

from gemeente_pga.domain.correctie import ONJUIST, RECTIFICATIE, Informatiecorrectie
from gemeente_pga.domain.informeren import Persoonsbesluit
from gemeente_pga.domain.verzoek import Verzoek
from gemeente_pga.domain.zienswijze import GEEN_RISICO, Bezorging, Zienswijze
from gemeente_pga.handelingen.houder import notify_houders, report_onjuist
from gemeente_pga.handelingen.informeren import decide_persoon, record_bezorging, record_zienswijze
from gemeente_pga.handelingen.verzoek import register_verzoek
from gemeente_pga.oefenkluis.bouw import COORDINATOR, Bouw

_ZEGT = "Ik ga niet meer met hen om. Dat heb ik ook tegen de reclassering gezegd. Zet dat erbij."
_JUIST = "Het contact met deze twee mensen is voorbij. Zij vertelde dat zelf; de reclassering ziet het ook."


def ask(bouw: Bouw) -> None:
    """Access, asked ten days ago; who asks is not established yet."""
    verzoek = Verzoek(
        soort="inzage",
        ontvangen_op=bouw.over(-10),
        kanaal="brief",
        wat="Een kopie van alles wat de gemeente over mij bewaart.",
        verzoeker="Y. Elhadji",
        contact="",
        hoedanigheid="betrokkene",
        verwerking="casusoverleg",
    )
    dossier_id = bouw.dossiers["uitvoering"]
    register_verzoek(bouw.store, verzoek, bouw.kader, gemeente_id=bouw.gemeente_id, dossier_id=dossier_id)


def tell(bouw: Bouw) -> None:
    """Her view, so that an item is corrected at every holder; and her naaste is told that she is in here."""
    dossier_id = bouw.dossiers["uitvoering"]
    with bouw.store.reader() as r:
        zij = r.value("SELECT id FROM persoon WHERE dossier_id = ? AND rol = 'betrokkene'", dossier_id)
        naaste = r.value("SELECT id FROM persoon WHERE dossier_id = ? AND rol <> 'betrokkene'", dossier_id)
        item = r.value(
            "SELECT id FROM informatie WHERE dossier_id = ? ORDER BY julianday(vastgelegd_op), id", dossier_id
        )
    zienswijze = Zienswijze(bouw.over(-6), "gesprek", "", _ZEGT)
    record_zienswijze(bouw.store, int(zij), zienswijze)
    klopt_niet = Informatiecorrectie(ONJUIST, "de betrokkene", bouw.over(-5), _JUIST)
    correctie_id = report_onjuist(bouw.store, int(item), klopt_niet)
    aanleiding = ("informatiecorrectie", correctie_id)
    notify_houders(bouw.store, dossier_id, aanleiding, RECTIFICATIE, kader=bouw.kader, op=bouw.vandaag)
    besluit = Persoonsbesluit(
        informeren="ja",
        informeren_grondslag="",
        informeren_reden="Zij weet van de aanpak en mag weten wat er over haar staat.",
        informeren_door=COORDINATOR,
        informeren_opnieuw_op=None,
        geinformeerd_op=None,
        geinformeerd_hoe="",
        besloten_op=bouw.over(-3),
    )
    decide_persoon(bouw.store, int(naaste), besluit)
    record_bezorging(bouw.store, int(naaste), Bezorging("persoonlijk", "haarzelf", GEEN_RISICO))
