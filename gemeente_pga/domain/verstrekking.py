# SPDX-License-Identifier: EUPL-1.2
"""Giving information to somebody outside the meeting and outside a numbered copy.

Without ground, purpose and receiver nothing is given. What police, justice or care brought goes on only when
they agree; what may not be passed on, was struck or is restricted does not go at all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.grond import check_gronden
from gemeente_pga.domain.informatie import CITEREN_NA_AKKOORD, VRIJ
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import Invoer, datum_kort, kale_letters

DEELNEMER, PARTIJ, BUITEN, GEMEENTE, EXTERN, AAN_BETROKKENE = (
    "deelnemer", "partij", "buiten", "gemeente", "extern", "betrokkene",
)  # fmt: skip
ONTVANGERSOORTEN = MappingProxyType(
    {
        DEELNEMER: "Deelnemer aan deze casus",
        PARTIJ: "Andere partij uit de lijst met partners",
        BUITEN: "Iemand buiten de aanpak",
        GEMEENTE: "Andere gemeente",
        EXTERN: "Externe partij met een overeenkomst",
        AAN_BETROKKENE: "Betrokkene zelf",
    }
)
_UIT_LIJST = frozenset({DEELNEMER, PARTIJ})  # chosen from the partners; others are typed
_ZONDER_ROL = frozenset({PARTIJ, BUITEN, EXTERN})
_ZONDER_ONTVANGSTGROND = frozenset({BUITEN, AAN_BETROKKENE})  # a person needs no ground to hear something

# Kinds of party whose data go on only with their agreement (Wpg, Wjsg, secrecy of care).
VRAAGT_AKKOORD = frozenset({"politie", "om", "ggz", "jeugdhulp", "reclassering"})
AKKOORD, ONDER_VOORWAARDE, WEIGERT = "akkoord", "onder_voorwaarde", "weigert"
ANTWOORDEN = ((AKKOORD, "Akkoord"), (ONDER_VOORWAARDE, "Akkoord onder voorwaarde"), (WEIGERT, "Weigert"))
_GEWICHT = {"gewoon": 0, "bijzonder": 1, "strafrechtelijk": 1}


@dataclass(frozen=True, slots=True)
class Verstrekking:
    """As typed; field names equal the columns of table verstrekking."""

    op: date
    ontvanger_soort: str
    partij_id: int | None
    ontvanger: str
    functie: str
    wijze: str
    wat: str
    doel: str
    grondslag_gever: str
    grondslag_ontvanger: str
    categorie: str
    noodzaak: str = ""
    verder_gebruik: bool = False
    zonder_pga_context: bool = False
    zonder_rol_reden: str = ""


@dataclass(frozen=True, slots=True)
class Akkoord:
    """The giver was asked whether an item may go to this receiver. Field names: columns of bronakkoord."""

    ontvanger: str
    gevraagd_op: date
    gevraagd_aan: str
    kanaal: str = ""
    antwoord: str = ""
    voorwaarde: str = ""
    antwoord_op: date | None = None

    def allows(self, ontvanger: str, op: date) -> bool:
        """May it go to this receiver on this day?"""
        ja = self.antwoord in {AKKOORD, ONDER_VOORWAARDE}
        op_tijd = self.antwoord_op is not None and self.antwoord_op <= op
        return ja and op_tijd and zelfde(self.ontvanger, ontvanger)


@dataclass(frozen=True, slots=True)
class Keuze:
    """One item that may be given, with all that decides whether it may."""

    id: int
    tekst: str
    gever: int | None
    gever_naam: str
    gever_soort: str
    markering: str
    categorie: str
    einddatum: date | None = None
    beperkt: bool = False
    onjuist: bool = False
    deelbaar_met: frozenset[int] = frozenset()
    akkoorden: tuple[Akkoord, ...] = ()


@dataclass(frozen=True, slots=True)
class Verstrekkingrond:
    """What stands around it: who takes part, the partners by name, the items chosen, running agreements."""

    deelnemers: frozenset[int] = frozenset()
    partijen: Mapping[int, str] = field(default_factory=dict)
    items: tuple[Keuze, ...] = ()
    extern: frozenset[str] = frozenset()


def zelfde(een: str, ander: str) -> bool:
    """The same receiver, however it was typed."""
    return " ".join(kale_letters(een).split()) == " ".join(kale_letters(ander).split())


def vraagt_akkoord(partijsoort: str, ontvanger_partij: int | None, gever: int | None) -> bool:
    """Do data of this kind of giver need its agreement? Not when they go back to the giver."""
    terug = ontvanger_partij is not None and ontvanger_partij == gever
    return partijsoort in VRAAGT_AKKOORD and not terug


def beoordeel_verstrekking(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, rond: Verstrekkingrond
) -> Verstrekking | list[Gebrek]:
    """Check what is to be given. Source of the rules: AVG 5, 6, 9, 10; Wpg 7 and 16-20; Wjsg 39e, 39f."""
    lees = Invoer(invoer, vandaag)
    soort = lees.code("ontvanger_soort", "Aan wie", ONTVANGERSOORTEN, verplicht=True)
    partij = str(invoer.get("partij_id") or "")
    partij_id = int(partij) if partij and soort in _UIT_LIJST else None
    geven = frozenset(g.code for g in kader.grondslagen("geven", op=vandaag))
    ontvangen = frozenset(g.code for g in kader.grondslagen("ontvangen", op=vandaag))
    met_grond = soort not in _ZONDER_ONTVANGSTGROND
    verstrekking = Verstrekking(
        op=lees.datum("op", "Verstrekt op", verplicht=True) or vandaag,
        ontvanger_soort=soort,
        partij_id=partij_id,
        ontvanger=_lees_ontvanger(lees, soort, partij_id, rond),
        functie=lees.regel("functie", "Naam en functie"),
        wijze=lees.code("wijze", "Hoe verstrekt", kader.codes("verstrekkingswijze"), verplicht=True),
        wat=lees.tekst("wat", "Wat is er verstrekt", verplicht=True),
        doel=lees.tekst("doel", "Waarvoor heeft de ontvanger dit nodig", verplicht=True),
        grondslag_gever=lees.code("grondslag_gever", "Op welke grond geeft u dit", geven, verplicht=True),
        grondslag_ontvanger=lees.code(
            "grondslag_ontvanger", "Op welke grond ontvangt de ander dit", ontvangen, verplicht=met_grond
        ),
        categorie=lees.code("categorie", "Soort gegevens", kader.codes("categorie"), verplicht=True),
        noodzaak=lees.tekst("noodzaak", "Waarom dit onmisbaar is"),
        verder_gebruik=lees.ja("verder_gebruik"),
        zonder_pga_context=lees.ja("zonder_pga_context"),
        zonder_rol_reden=lees.tekst("zonder_rol_reden", "Waarom toch aan deze ontvanger"),
    )
    _check_ontvanger(lees, verstrekking, rond)
    _check_gegevens(lees, verstrekking, kader, rond)
    if reden := check_items(verstrekking, rond.items):
        lees.gebrek("items", reden)
    return lees.gebreken or verstrekking


def check_items(v: Verstrekking, items: Iterable[Keuze]) -> str:
    """Why one of these items may not go to this receiver; "" when all may."""
    return next((reden for item in items if (reden := _mag_niet(v, item) or _mist_akkoord(v, item))), "")


def mist_overeenkomst(v: Verstrekking, rond: Verstrekkingrond) -> str:
    """Why an external party gets nothing; "" for others, and while its agreement runs."""
    if v.ontvanger_soort != EXTERN or any(zelfde(v.ontvanger, naam) for naam in rond.extern):
        return ""
    return "Deze externe partij staat niet in het register, of de overeenkomst loopt niet meer."


def _lees_ontvanger(lees: Invoer, soort: str, partij_id: int | None, rond: Verstrekkingrond) -> str:
    if soort in _UIT_LIJST:
        if partij_id is None or partij_id not in rond.partijen:
            lees.gebrek("partij_id", "Kies de organisatie die dit kreeg.")
            return ""
        return rond.partijen[partij_id]
    if soort == AAN_BETROKKENE:
        return "Betrokkene"
    return lees.regel("ontvanger", "Wie kreeg dit", verplicht=bool(soort))


def _check_ontvanger(lees: Invoer, v: Verstrekking, rond: Verstrekkingrond) -> None:
    if v.ontvanger_soort == DEELNEMER and v.partij_id is not None and v.partij_id not in rond.deelnemers:
        zin = f"{v.ontvanger} neemt niet deel aan deze casus. Kies ‘{ONTVANGERSOORTEN[PARTIJ]}’."
        lees.gebrek("ontvanger_soort", zin)
    if v.ontvanger and (zin := mist_overeenkomst(v, rond)):
        lees.gebrek("ontvanger", zin)
    zonder_rol = v.ontvanger_soort in _ZONDER_ROL and v.partij_id not in rond.deelnemers
    if zonder_rol and v.ontvanger and not v.zonder_rol_reden:
        zin = f"{v.ontvanger} heeft geen rol in deze casus. Schrijf op waarom dit toch nodig is."
        lees.gebrek("zonder_rol_reden", zin)


def _check_gegevens(lees: Invoer, v: Verstrekking, kader: Kader, rond: Verstrekkingrond) -> None:
    zwaarst = max((item.categorie for item in rond.items), key=lambda c: _GEWICHT.get(c, 0), default="")
    if v.categorie and _GEWICHT.get(v.categorie, 0) < _GEWICHT.get(zwaarst, 0):
        zin = f"Er zit een gegeven bij met de soort ‘{kader.woord('categorie', zwaarst)}’. Kies die soort."
        lees.gebrek("categorie", zin)
    for gebrek in mist_verstrekkinggrond(v, kader):
        lees.gebrek(gebrek.veld, gebrek.melding)


def mist_verstrekkinggrond(v: Verstrekking, kader: Kader) -> tuple[Gebrek, ...]:
    """Why this may not be given on these grounds: the rule of any information. The act asks it too."""
    gronden = {"grondslag_gever": v.grondslag_gever, "grondslag_ontvanger": v.grondslag_ontvanger}
    return check_gronden(kader, v.categorie, gronden, v.noodzaak)


def _mag_niet(v: Verstrekking, item: Keuze) -> str:
    begin = f"‘{item.tekst[:60]}’: "
    if item.onjuist:
        return begin + "dit is als onjuist gemeld. Verstrek alleen wat wel klopt."
    if item.beperkt:
        return begin + "de verwerking van dit gegeven is beperkt. Het gaat nergens heen."
    if item.einddatum is not None and item.einddatum < v.op:
        return begin + f"dit mocht u gebruiken tot en met {datum_kort(item.einddatum)}."
    terug = v.partij_id is not None and v.partij_id == item.gever
    if terug:
        return ""
    if item.markering not in {VRIJ, CITEREN_NA_AKKOORD}:
        return begin + "met de gever is afgesproken dat dit niet verder gaat."
    if item.deelbaar_met and (v.partij_id is None or v.partij_id not in item.deelbaar_met):
        return begin + "de gever heeft dit niet voor deze ontvanger bestemd."
    return ""


def _mist_akkoord(v: Verstrekking, item: Keuze) -> str:
    terug = v.partij_id is not None and v.partij_id == item.gever
    nodig = vraagt_akkoord(item.gever_soort, v.partij_id, item.gever)
    if not nodig and (item.markering != CITEREN_NA_AKKOORD or terug):
        return ""
    laatste = [a for a in item.akkoorden if zelfde(a.ontvanger, v.ontvanger)]
    if laatste and laatste[-1].allows(v.ontvanger, v.op):
        return ""
    wie = item.gever_naam or "de gever"
    if laatste and laatste[-1].antwoord == WEIGERT:
        return f"{wie} weigert dat dit gegeven naar {v.ontvanger} gaat."
    return f"Dit is een gegeven van {wie}. Verder geven kan pas als {wie} akkoord is."


def voorwaarden(v: Verstrekking, items: tuple[Keuze, ...]) -> tuple[str, ...]:
    """The conditions under which the givers agreed; they go with what is given."""
    return tuple(
        dict.fromkeys(
            akkoord.voorwaarde
            for item in items
            for akkoord in item.akkoorden
            if akkoord.voorwaarde and akkoord.allows(v.ontvanger, v.op)
        )
    )


def beoordeel_akkoord(invoer: Mapping[str, object], vandaag: date) -> Akkoord | list[Gebrek]:
    """Check what was asked of the giver, and the answer once there is one."""
    lees = Invoer(invoer, vandaag)
    akkoord = Akkoord(
        ontvanger=lees.regel("ontvanger", "Voor welke ontvanger", verplicht=True),
        gevraagd_op=lees.datum("gevraagd_op", "Gevraagd op", verplicht=True) or vandaag,
        gevraagd_aan=lees.regel("gevraagd_aan", "Aan wie gevraagd", verplicht=True),
        kanaal=lees.regel("kanaal", "Hoe gevraagd"),
        antwoord=lees.code("antwoord", "Antwoord", [code for code, _ in ANTWOORDEN]),
        voorwaarde=lees.tekst("voorwaarde", "Welke voorwaarde"),
        antwoord_op=lees.datum("antwoord_op", "Antwoord op"),
    )
    if akkoord.antwoord and akkoord.antwoord_op is None:
        lees.gebrek("antwoord_op", "Vul in op welke dag het antwoord kwam.")
    if akkoord.antwoord_op is not None and not akkoord.antwoord:
        lees.gebrek("antwoord", "Kies wat het antwoord was.")
    if akkoord.antwoord_op is not None and akkoord.antwoord_op < akkoord.gevraagd_op:
        lees.gebrek("antwoord_op", "Het antwoord ligt vóór de vraag. Controleer de datums.")
    if akkoord.antwoord == ONDER_VOORWAARDE and not akkoord.voorwaarde:
        lees.gebrek("voorwaarde", "Schrijf op onder welke voorwaarde het mag.")
    return lees.gebreken or akkoord
