# SPDX-License-Identifier: EUPL-1.2
"""The steps of a signaal: which is done, which comes now, and what it still misses."""

from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.stap import GEEN_SLOT, Bouw, Ontbreekt, Slotfeiten, Stap, add_slot, mist_slot
from gemeente_pga.domain.staten import SignaalStaat as S
from gemeente_pga.domain.staten import label, mag
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.domain.weging import GEVOLG


@dataclass(frozen=True, slots=True)
class SignaalFeiten:
    """Everything the rules need to know of a signal."""

    staat: S
    acuut: bool = False
    spoed_gemeld: bool = False
    over_persoon: str = ""
    gemeente_verblijf: str = ""
    bron_bekend: str = ""
    """answers of the formal check: ja, nee, onbekend; empty when not answered"""
    geagendeerd_voor: date | None = None
    niet_uitgenodigd: tuple[str, ...] = ()
    """names of core parties that are not invited"""
    weging_begonnen: bool = False
    weging_ontbreekt: tuple[Ontbreekt, ...] = ()
    """what domain.weging.ontbreekt gives, as it gives it"""
    voorlopig_besluit: bool = False
    """an interim decision was taken in acute danger and not yet confirmed by all three"""
    weegbesluit: str = ""
    """the decision of its last weging, once that was vastgesteld and is not an interim one"""
    vraag_aan: str = ""
    vraag_voor: date | None = None
    doorgeleid_naar: str = ""
    overdracht_vastgelegd: bool = True
    overdracht_bevestigd: bool = True
    """the other municipality confirmed receipt"""
    heeft_casus: bool = False
    melder_bereikbaar: bool = False
    melder_bericht: bool = False
    slot: Slotfeiten = GEEN_SLOT


_VOOR_WEGING = (S.ONTVANGEN, S.FORMELE_CONTROLE, S.SPOED_GEMELD, S.GEAGENDEERD)
_UITKOMSTEN = (S.OPGENOMEN, S.DOORGELEID, S.AFGESLOTEN, S.OVERGEDRAGEN)
_NA_UITKOMST = (S.GESLOTEN, S.VERNIETIGD)


def ontbreekt_voor_signaal(feiten: SignaalFeiten, naar: str, vandaag: date) -> tuple[Ontbreekt, ...]:
    """Why this signal may not go to that state now; empty when it may."""
    if not mag("signaal", feiten.staat, naar):
        van, doel = label("signaal", feiten.staat), label("signaal", naar)
        return (Ontbreekt(f"Van ‘{van}’ kan een signaal niet naar ‘{doel}’.", "signaal"),)
    if naar == S.GEAGENDEERD:
        return (*_mist_controle(feiten), *_belet_agenderen(feiten), *_mist_agendering(feiten))
    if naar == S.SPOED_GEMELD:
        return () if feiten.spoed_gemeld else _mist_spoed()
    if naar == S.OVERGEDRAGEN and not feiten.overdracht_vastgelegd:
        zin = "Leg vast aan welke gemeente u overdraagt, wat, en op welke grondslag."
        return (Ontbreekt(zin, "signaal", "overgedragen_aan"),)
    if feiten.staat in (S.IN_WEGING, S.NADERE_INFORMATIE) and naar != S.IN_WEGING:
        return feiten.weging_ontbreekt or _mist_besluit(feiten, naar)
    if feiten.staat == S.OVERGEDRAGEN and naar == S.GESLOTEN and not feiten.overdracht_bevestigd:
        zin = "De andere gemeente heeft de ontvangst nog niet bevestigd."
        return (Ontbreekt(zin, "dossier", "overdracht"),)
    if naar in _NA_UITKOMST:
        return mist_slot(feiten.slot, naar, vandaag)
    return ()


def stappen_signaal(feiten: SignaalFeiten, vandaag: date) -> tuple[Stap, ...]:
    """The step bar of a signal. Steps that were passed over by closing early are left out."""
    gesloten = feiten.staat in (*_UITKOMSTEN, *_NA_UITKOMST)
    bouw = Bouw()
    bouw.klaar("ontvangen", label("signaal", S.ONTVANGEN), "signaal")
    if feiten.acuut or feiten.spoed_gemeld or feiten.staat == S.SPOED_GEMELD:
        _step_spoed(bouw, feiten)
    if not gesloten or feiten.over_persoon:
        gedaan = feiten.staat != S.ONTVANGEN and not _mist_controle(feiten)
        bouw.stap(S.FORMELE_CONTROLE, label("signaal", S.FORMELE_CONTROLE), "signaal", gedaan or gesloten,
                  nodig=_mist_controle(feiten))  # fmt: skip
    if not gesloten or feiten.geagendeerd_voor:
        gedaan = feiten.staat not in _VOOR_WEGING[:-1]
        bouw.stap(S.GEAGENDEERD, label("signaal", S.GEAGENDEERD), "signaal", gedaan,
                  belet=_belet_agenderen(feiten), nodig=_mist_agendering(feiten))  # fmt: skip
    opnieuw = feiten.staat == S.NADERE_INFORMATIE
    if opnieuw:  # the weegploeg met and asked: it meets again when the answer is there
        bouw.klaar("weegploeg", "Weegploeg", "weging")
        bouw.stap(S.NADERE_INFORMATIE, label("signaal", S.NADERE_INFORMATIE), "signaal", False,
                  nodig=_mist_antwoord(feiten, vandaag))  # fmt: skip
    if not gesloten:
        titel = "Weegploeg, opnieuw" if opnieuw else "Weegploeg"
        bouw.stap(S.IN_WEGING, titel, "weging", False, nodig=_mist_weging(feiten))
        bouw.stap("besluit", "Besluit van de weegploeg", "weging", False)
    else:
        _steps_after_outcome(bouw, feiten, vandaag)
    return bouw.gereed()


def _step_spoed(bouw: Bouw, feiten: SignaalFeiten) -> None:
    bouw.stap(S.SPOED_GEMELD, label("signaal", S.SPOED_GEMELD), "signaal",
              feiten.spoed_gemeld or feiten.staat == S.SPOED_GEMELD,
              nodig=_mist_spoed())  # fmt: skip


def _steps_after_outcome(bouw: Bouw, feiten: SignaalFeiten, vandaag: date) -> None:
    if feiten.staat in _UITKOMSTEN:
        titel = label("signaal", feiten.staat, doorgeleid_naar=feiten.doorgeleid_naar)
        bouw.klaar(feiten.staat, titel, "weging" if feiten.weging_begonnen else "signaal")
    if feiten.staat == S.OPGENOMEN:
        zin = "Open de casus. Het besluit van de weegploeg is de grondslag."
        bouw.stap("casus", "Casus", "casus", feiten.heeft_casus, nodig=(Ontbreekt(zin, "casus"),))
    if feiten.melder_bereikbaar or feiten.melder_bericht:
        zin = "Laat de melder weten dat het signaal is ontvangen en besproken, zonder inhoud."
        gedaan = feiten.melder_bericht or feiten.staat in _NA_UITKOMST
        punt = Ontbreekt(zin, "signaal", "melderbericht")
        bouw.stap("melder", "Bericht aan de melder", "signaal", gedaan, nodig=(punt,))
    if feiten.staat != S.OPGENOMEN:
        add_slot(bouw, "signaal", feiten.staat, feiten.slot, vandaag)


def _mist_spoed() -> tuple[Ontbreekt, ...]:
    zin = "Bel politie of OM en leg vast wie u sprak, wat u vertelde en op welke grondslag."
    return (Ontbreekt(zin, "signaal", "partij"),)


def _mist_controle(feiten: SignaalFeiten) -> tuple[Ontbreekt, ...]:
    vragen = (
        (feiten.over_persoon, "Beantwoord of het signaal over een persoon gaat.", "over_persoon"),
        (feiten.gemeente_verblijf, "Beantwoord of de persoon hier verblijft.", "gemeente_verblijf"),
        (feiten.bron_bekend, "Beantwoord of de bron bekend is.", "bron_bekend"),
    )  # fmt: skip
    return tuple(Ontbreekt(zin, "signaal", veld) for antwoord, zin, veld in vragen if not antwoord)


def _belet_agenderen(feiten: SignaalFeiten) -> tuple[Ontbreekt, ...]:
    punten = []
    if feiten.acuut and not feiten.spoed_gemeld:
        zin = "Bij dit signaal is acuut gevaar aangegeven. Leg eerst vast wie u belde."
        punten.append(Ontbreekt(zin, "signaal", "partij"))
    if feiten.over_persoon == "nee":
        zin = (
            "Volgens de formele controle gaat dit niet over een persoon. Sluit het signaal af met die reden."
        )
        punten.append(Ontbreekt(zin, "signaal", "sluitreden"))
    return tuple(punten)


def _mist_agendering(feiten: SignaalFeiten) -> tuple[Ontbreekt, ...]:
    punten = []
    if feiten.geagendeerd_voor is None:
        punten.append(Ontbreekt("Kies de datum van de weegploeg.", "signaal", "geagendeerd_voor"))
    if feiten.niet_uitgenodigd:
        namen = " en ".join(feiten.niet_uitgenodigd)
        zin = f"Nodig ook uit: {namen}. De drie kernpartijen wegen samen."
        punten.append(Ontbreekt(zin, "signaal", "uitgenodigd"))
    return tuple(punten)


def _mist_antwoord(feiten: SignaalFeiten, vandaag: date) -> tuple[Ontbreekt, ...]:
    aan = f" van {feiten.vraag_aan}" if feiten.vraag_aan else ""
    if feiten.vraag_voor is None:
        zin = f"Wacht op antwoord{aan} en leg vast wat er kwam."
    elif feiten.vraag_voor < vandaag:
        zin = (
            f"Het antwoord{aan} had er op {datum_kort(feiten.vraag_voor)} moeten zijn. Leg vast wat er kwam."
        )
    else:
        zin = f"Wacht op antwoord{aan}, uiterlijk {datum_kort(feiten.vraag_voor)}."
    return (Ontbreekt(zin, "signaal", "vraag"),)


def _mist_besluit(feiten: SignaalFeiten, naar: str) -> tuple[Ontbreekt, ...]:
    """Out of the weging a signal goes only where a decision that was vastgesteld sends it."""
    if GEVOLG.get(feiten.weegbesluit) == naar:
        return ()
    zin = "Dit signaal wordt gewogen. Alleen een vastgesteld besluit van de weegploeg brengt het verder."
    return (Ontbreekt(zin, "weging", "besluit"),)


def _mist_weging(feiten: SignaalFeiten) -> tuple[Ontbreekt, ...]:
    if not feiten.weging_begonnen:
        return (Ontbreekt("Begin de weging met gemeente, OM en politie.", "weging"),)
    if feiten.voorlopig_besluit:
        zin = "Er is een voorlopig besluit. Laat gemeente, OM en politie het samen bevestigen."
        return (Ontbreekt(zin, "weging", "besluit"), *feiten.weging_ontbreekt)
    return feiten.weging_ontbreekt or (Ontbreekt("Werk de weging verder uit, en stel haar vast.", "weging"),)
