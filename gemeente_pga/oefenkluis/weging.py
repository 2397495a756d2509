# SPDX-License-Identifier: EUPL-1.2
"""The second part of a story: the weegploeg, half-way or up to its decision."""

from datetime import timedelta

from gemeente_pga.domain.informatie import Informatie
from gemeente_pga.domain.informeren import Informeerbesluit
from gemeente_pga.domain.weegregels import kaarten
from gemeente_pga.domain.weging import Afweging, Oordeel, Tafel, Tafelpartij, Weegbesluit
from gemeente_pga.handelingen import weging
from gemeente_pga.handelingen.dossier import set_ideologie
from gemeente_pga.handelingen.informatie import register_informatie
from gemeente_pga.oefenkluis.bouw import COORDINATOR, KERN, Bouw, Verhaal
from gemeente_pga.oefenkluis.casus import STANDEN

_BESLUIT = {"doorgeleid": "doorgeleid", "niet_opgenomen": "niet_opnemen", "vraag": "nadere_informatie"}
_OVER_TWEE_WEKEN = 14
_HALVERWEGE = 3  # cards of each list that are filled in when the weging is not finished
_ANTWOORDEN = {
    "k6": "Wat hij of zij denkt of gelooft telt hier niet; het gaat om wat is gezegd en gedaan.",
    "k11": "Op dit moment is er geen acuut gevaar. Politie en OM zien dat ook zo.",
    "k12": "Risico en bescherming zijn beide besproken en staan bij de informatie.",
    "k17": "Leeftijd en kwetsbaarheid zijn besproken; er is rekening mee gehouden.",
}


def weigh(bouw: Bouw, verhaal: Verhaal, dossier_id: int, signaal_id: int) -> int:
    """Start the weging, fill it in, and decide unless the story stops here."""
    dag = bouw.dag(verhaal, 8)
    klaar = verhaal["tot"] != "weging"
    weging_id = weging.begin_weging(bouw.store, dossier_id, dag)
    uitleg = ""
    if klaar and verhaal["bron_soort"] in {"politie", "gemeente"}:
        uitleg = "De politie lichtte het signaal toe; OM en gemeente wogen het als eersten."
    tafel = Tafel(
        dag, "10:00", "10:45", "gemeentehuis, kamer 2.14", COORDINATOR, "gewoon", "", "", "", None, uitleg
    )
    weging.record_tafel(bouw.store, weging_id, tafel, _at_table(bouw, ""), signaal_ids=(signaal_id,))
    informatie_id = _information(bouw, verhaal, dossier_id, weging_id, signaal_id)
    for lijst in kaarten(bouw.kader):
        for criterium in lijst if klaar else lijst[:_HALVERWEGE]:
            oordeel = _judge(criterium.code, verhaal)
            feiten = {informatie_id: "voor"} if oordeel.antwoord == "spreekt_voor" else {}
            weging.record_oordeel(bouw.store, weging_id, oordeel, feiten=feiten)
    if klaar:
        _decide(bouw, verhaal, weging_id)
        if "ideologie" in verhaal:
            set_ideologie(bouw.store, dossier_id, verhaal["ideologie"], dag)
        weging.vaststellen(bouw.store, weging_id, bouw.kader, dag)
    return weging_id


def _at_table(bouw: Bouw, standpunt: str) -> tuple[Tafelpartij, ...]:
    return tuple(
        Tafelpartij(
            partij_id=bouw.partijen[soort],
            aanwezig="ja",
            naam=bouw.mensen[soort]["contactpersoon"],
            functie=bouw.mensen[soort]["functie"],
            mandaat=bouw.mensen[soort]["mandaat"],
            standpunt=standpunt,
        )
        for soort in KERN
    )


def _information(bouw: Bouw, verhaal: Verhaal, dossier_id: int, weging_id: int, signaal_id: int) -> int:
    item = Informatie(
        partij_id=bouw.partijen["gemeente"],
        gever=COORDINATOR,
        tekst=verhaal.get("zelf_waargenomen") or verhaal["van_anderen"],
        soort_uitspraak="feit" if verhaal.get("zelf_waargenomen") else "van_horen_zeggen",
        bron=verhaal.get("bron_organisatie", ""),
        gebeurd_op=None,
        ontvangen_op=bouw.dag(verhaal),
        grondslag_gever="avg_6_1_e",
        grondslag_ontvanger="avg_6_1_e",
        doel="beoordelen of deze persoon in de aanpak moet worden opgenomen",
        categorie="gewoon",
        noodzaak="",
        verkregen="openlijk",
        markering="vrij",
        verder_gebruik=True,
        einddatum=None,
        contactdoel="melding",
    )
    waarbij = {"weging_id": weging_id, "signaal_id": signaal_id}
    return register_informatie(bouw.store, dossier_id, item, waarbij=waarbij)


def _judge(code: str, verhaal: Verhaal) -> Oordeel:
    if code in _ANTWOORDEN:
        antwoord = {"k11": "spreekt_tegen", "k12": "spreekt_voor"}.get(code, "onbekend")
        return Oordeel(code, antwoord, _ANTWOORDEN[code], "", "")
    opnemen = verhaal["tot"] in STANDEN
    if code in {"k1", "k3", "k8"} and opnemen:
        return Oordeel(code, "spreekt_voor", "Dit blijkt uit wat zelf is gezien en gehoord.", "", "")
    if not opnemen and code in {"k2", "k4", "k5"}:
        return Oordeel(code, "spreekt_tegen", "Er is geen plan en geen voorbereiding gebleken.", "", "")
    vraag = "Wat weten partners hierover uit eigen waarneming?"
    return Oordeel(code, "onbekend", "Hierover is nu te weinig bekend.", vraag, COORDINATOR)


def _decide(bouw: Bouw, verhaal: Verhaal, weging_id: int) -> None:
    gewone_hulp = "Die zijn niet genoeg." if verhaal["tot"] in STANDEN else "Die kunnen hier volstaan."
    afweging = Afweging(
        samenhang="De feiten zijn naast elkaar gelegd en wijzen dezelfde kant op.",
        subsidiariteit=f"Gewone zorg en hulp zijn besproken. {gewone_hulp}",
        proportionaliteit="De inbreuk is afgewogen tegen het belang van de persoon en van anderen.",
        bevoegd="ja",
        bevoegd_toelichting="De persoon verblijft in Waterhoven.",
    )
    weging.record_afweging(bouw.store, weging_id, afweging)
    informeren = Informeerbesluit(
        informeren="later",
        informeren_grondslag="doel_geschaad",
        informeren_reden="Eerst een gesprek met iemand die de persoon vertrouwt.",
        informeren_door="de weegploeg",
        informeren_opnieuw_op=max(bouw.dag(verhaal, 8) + timedelta(days=28), bouw.over(_OVER_TWEE_WEKEN)),
    )
    weging.record_informeren(bouw.store, weging_id, informeren)
    besluit = Weegbesluit(
        besluit=_BESLUIT.get(verhaal["tot"], "opnemen"),
        besluit_reden=verhaal.get("besluit_reden", "Er is eerst meer informatie nodig."),
        doorgeleid_naar=verhaal.get("doorgeleid_naar", ""),
        minderheidsstandpunt=verhaal.get("minderheidsstandpunt", ""),
        vervolg="",
        vraag=verhaal.get("vraag", ""),
        vraag_aan=verhaal.get("vraag_aan", ""),
        vraag_grondslag="publieke taak" if "vraag" in verhaal else "",
        vraag_voor=bouw.over(2) if "vraag" in verhaal else None,
    )
    weging.record_besluit(bouw.store, weging_id, besluit, _at_table(bouw, "akkoord"))
