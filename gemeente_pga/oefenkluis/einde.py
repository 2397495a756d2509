# SPDX-License-Identifier: EUPL-1.2
"""What waits and what ends in the practice kluis: a hold, a review that is done, a dossier on a list."""

from collections.abc import Mapping

from gemeente_pga.domain.aanhouding import Aanhouding
from gemeente_pga.domain.actualiteit import JA, NEE, Actualiteit
from gemeente_pga.domain.bewaren import VERNIETIGEN, Bewaarkeuze
from gemeente_pga.domain.herbeoordeling import VOORTZETTEN, Heroordeel, Uitkomst
from gemeente_pga.domain.kaderronde import Ondertekening, Ronde
from gemeente_pga.domain.kaderstand import BEWAARTERMIJN, Kaderwaarde
from gemeente_pga.handelingen import aanhouding, herbeoordeling
from gemeente_pga.handelingen.bewaren import set_bewaring
from gemeente_pga.handelingen.kader import record_ronde
from gemeente_pga.handelingen.vernietiging import draft_lijst
from gemeente_pga.oefenkluis.bouw import Bouw
from gemeente_pga.store.queries import herbeoordeling as vragen
from gemeente_pga.store.queries.dossiers import actief_kader_id

_TERMIJN = "signaal_niet_opgenomen"
_GROND = "Archiefwet 1995, artikel 5"
_NU_ANDERS = {
    "k1": (
        "spreekt_tegen",
        "Zij maakt zich los van het oude netwerk en komt alle afspraken na.",
        "Bij de weging was er nog contact; dat is voorbij.",
    ),
    "k3": (
        "onbekend",
        "Waar zij nu zelf staat, is niet bekend; de gesprekken daarover lopen nog.",
        "Het contact waaruit het motief bleek, is voorbij.",
    ),
}
_BESPROKEN = "Aan tafel opnieuw besproken; hierover is niets nieuws bekend."
_ZELFDE = {
    "k2": "Er is niets gezien dat hierop wijst; genoeg om het uit te sluiten is er ook niet.",
    "k4": "Niemand aan tafel weet van een plan of een voorbereiding.",
    "k5": "Er is geen activiteit gebleken. Daarmee is over de ernst niets te zeggen.",
    "k6": "Haar mening is hier niet besproken; het gaat om wat zij doet en nodig heeft.",
    "k7": "Er is één signaal, en dat is verbeterd. Andere signalen kwamen er niet.",
    "k8": "Zij vertelde het zelf, en vertelde ook dat het voorbij is. De reclassering ziet hetzelfde.",
    "k9": "Haar oma ziet haar elke week. Over nieuwe vrienden is weinig bekend.",
    "k10": "Het begeleid wonen gaat goed; zonder begeleiding is dat nog niet geprobeerd.",
    "k11": "Politie en OM zien op dit moment geen gevaar.",
    "k12": "Beschermend zijn haar oma, haar opleiding en de afspraken. Het grootste risico is weggevallen.",
    "k17": "Zij is volwassen. Met wat zij meemaakte, houdt de begeleiding rekening.",
}
_VOORBIJ = "Zij zegt dat zij dit contact niet meer heeft. De reclassering ziet dat ook."


def end(bouw: Bouw, casussen: Mapping[str, int]) -> None:
    """Each state once, after everything else was told."""
    _hold(bouw)
    _review(bouw, casussen["uitvoering"])
    _list(bouw)


def _hold(bouw: Bouw) -> None:
    """The OM asks not to tell the person yet."""
    mens = bouw.mensen["om"]
    hold = Aanhouding(
        wat="informeren",
        partij_id=bouw.partijen["om"],
        naam=mens["contactpersoon"],
        functie="officier van justitie",
        reden="onderzoek",
        toelichting="Het Openbaar Ministerie belt als het onderzoek klaar is.",
        vanaf=bouw.over(-4),
        tot=bouw.over(17),
    )
    aanhouding.begin(bouw.store, bouw.dossiers["voorbereiding"], hold)


def _review(bouw: Bouw, casus_id: int) -> None:
    """Every question answered again; one thing that was told no longer holds. The approach goes on."""
    blad_id = herbeoordeling.begin(bouw.store, casus_id, op=bouw.vandaag)
    with bouw.store.reader() as r:
        blad = vragen.herbeoordeling(r, blad_id)
        kaarten = vragen.vergelijk(r, blad_id, bouw.kader)
        items = vragen.gegevens(r, blad) if blad is not None else ()
    for kaart in kaarten:
        toen = (kaart.toen_antwoord or "onbekend", _ZELFDE.get(kaart.criterium, _BESPROKEN))
        nu = Heroordeel(kaart.criterium, *_NU_ANDERS.get(kaart.criterium, toen))
        herbeoordeling.record_criterium(bouw.store, blad_id, nu)
    for n, item in enumerate(items):
        antwoord = Actualiteit(JA) if n else Actualiteit(NEE, _VOORBIJ)
        herbeoordeling.record_actualiteit(bouw.store, blad_id, item.id, antwoord)
    slot = Uitkomst(
        VOORTZETTEN,
        "De hulp werkt, maar zonder afspraken valt die weg.",
        "Gewone hulp alleen was eerder niet genoeg.",
        "Minder overleg dan voorheen is nu genoeg.",
        bouw.over(150),
    )
    herbeoordeling.record_uitkomst(bouw.store, blad_id, slot)
    herbeoordeling.vaststellen(bouw.store, blad_id, bouw.kader, bouw.vandaag)


def _list(bouw: Bouw) -> None:
    """This municipality signed one term; a signal that was not taken up is past it, and stands on a list."""
    with bouw.store.reader() as r:
        kader_id = actief_kader_id(r) or 0
    ronde = Ronde("mr. L. Verhulst", "jurist", bouw.over(-2), "Selectielijst gemeenten 2020")
    jaar = Kaderwaarde(BEWAARTERMIJN, _TERMIJN, "termijn", "P1Y", "besluit_gemeente")
    record_ronde(bouw.store, kader_id, Ondertekening(ronde, ((BEWAARTERMIJN, _TERMIJN),), _GROND), [jaar])
    dossier_id = bouw.dossiers["niet_opgenomen"]
    keuze = Bewaarkeuze(VERNIETIGEN, "Selectielijst gemeenten 2020, proces 8.1", _GROND)
    set_bewaring(bouw.store, dossier_id, keuze, bouw.kader, op=bouw.vandaag)
    draft_lijst(bouw.store, [dossier_id], bouw.kader, op=bouw.vandaag)
