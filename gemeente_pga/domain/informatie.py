# SPDX-License-Identifier: EUPL-1.2
"""One piece of information that somebody brought: who gave it, on what ground, what may be done with it.

The same rule holds in a weging and in a casusoverleg: without giver, ground, purpose and way of obtaining
nothing is recorded. What a giver does not want recorded is not kept: only that something was said.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.grond import (
    HEIMELIJK_WEEGT_NIET,
    HULP_WEEGT_NIET,
    HULPVERLENING,
    OPEN_BRON,
    check_gronden,
    check_open_bron,
    check_verkregen,
    may_use_hulp,
)
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import Invoer, kale_letters

NIET_VASTLEGGEN = "niet_vastleggen"
TER_KENNISNEMING = "ter_kennisneming"
NIET_VERSTREKKEN = "niet_verstrekken"
CITEREN_NA_AKKOORD = "citeren_na_akkoord"
VRIJ = "vrij"

# Text with one of these marks may not stand in anything that leaves the table.
NIET_OP_PAPIER = frozenset({NIET_VASTLEGGEN, TER_KENNISNEMING, NIET_VERSTREKKEN, CITEREN_NA_AKKOORD})


@dataclass(frozen=True, slots=True)
class Informatie:
    """One item, as typed; field names equal the columns of table informatie."""

    partij_id: int | None
    gever: str
    tekst: str
    soort_uitspraak: str
    bron: str
    gebeurd_op: date | None
    ontvangen_op: date | None
    grondslag_gever: str
    grondslag_ontvanger: str
    doel: str
    categorie: str
    noodzaak: str
    verkregen: str
    markering: str
    verder_gebruik: bool
    einddatum: date | None
    contactdoel: str = ""
    gecontroleerd: str = ""
    vinder: str = ""
    vindplaats: str = ""
    gevonden_op: date | None = None


def bron_en_inbrenger(bron: str, inbrenger: str) -> str:
    """Where something comes from, in one line: the source, and apart from it who brought it."""
    if not bron or kale_letters(bron) == kale_letters(inbrenger):
        return inbrenger
    return f"Bron: {bron}. Ingebracht door: {inbrenger}." if inbrenger else f"Bron: {bron}."


@dataclass(frozen=True, slots=True)
class InformatieItem:
    """A recorded item, with the names a reader needs. gemeld = it came from this signaal."""

    id: int
    dossier_id: int
    weging_id: int | None
    bespreking_id: int | None
    signaal_id: int | None
    inhoud: Informatie
    partij: str
    deelbaar_met: tuple[int, ...]
    deelbaar_namen: tuple[str, ...]
    vastgelegd_op: str
    signaal_deel: str = ""

    @property
    def van(self) -> str:
        """Whose it is: the source where that is another than who brought it."""
        return bron_en_inbrenger(self.inhoud.bron, self.partij or self.inhoud.gever)

    @property
    def mag_op_papier(self) -> bool:
        """May the text stand in a document that leaves the table?"""
        return self.inhoud.markering not in NIET_OP_PAPIER


@dataclass(frozen=True, slots=True)
class Signaaldeel:
    """One line of a signal, not yet on the table as an item. sleutel: which field and which line."""

    signaal_id: int
    sleutel: str
    tekst: str
    soort_uitspraak: str
    partij_id: int | None
    bron: str
    ontvangen_op: date
    gebeurd_op: date | None
    open_bron: bool = False


# What each part of a signal is: the reporter's own observation, hearsay, or what the reporter makes of it.
DELEN = {"zelf_waargenomen": "feit", "van_anderen": "van_horen_zeggen", "interpretatie": "interpretatie"}


def lines_of(tekst: str) -> tuple[str, ...]:
    """The statements in a part of a signal: one per list mark or per paragraph; broken lines are joined."""
    uit: list[str] = []
    vers = True
    for regel in tekst.splitlines():
        kaal = regel.strip()
        streepje = kaal.startswith(("- ", "* ", "• ", "– "))
        if streepje:
            kaal = kaal[2:].strip()
        if not kaal:
            vers = True
        elif vers or streepje:
            uit.append(kaal)
            vers = False
        else:
            uit[-1] = f"{uit[-1]} {kaal}"
    return tuple(uit)


def suggest_gronden(
    kader: Kader, partijsoort: str, eerder: tuple[str, str] | None, op: date, *, fase: str = ""
) -> tuple[str, str]:
    """Grounds to put before the user for this giver: those of last time, else the first of the kader.

    fase: what is weighed and what is discussed do not rest on the same ground.

    Only a suggestion, shown as such. "" where the kader offers nothing.
    """

    def kies(soort: str, partij: str | None, vorige: str) -> str:
        codes = [g.code for g in kader.grondslagen(soort, partij, op=op, fase=fase)]
        return vorige if vorige in codes else next(iter(codes), "")

    was_gever, was_ontvanger = eerder or ("", "")
    return kies("geven", partijsoort, was_gever), kies("ontvangen", None, was_ontvanger)


def beoordeel_informatie(
    invoer: Mapping[str, object], kader: Kader, vandaag: date, *, open_bron: bool = False
) -> Informatie | list[Gebrek]:
    """Check one typed item. Source of the rules: AVG 5, 6, 9 and 10; Wpg 4(3) and 7.

    open_bron: it comes from a signal whose reporter had it from an open source.
    """
    lees = Invoer(invoer, vandaag)
    markering = lees.code(
        "markering", "Wat mag met deze inbreng gebeuren", kader.codes("markering"), verplicht=True
    )
    # What may not be recorded leaves only who brought it; then there is nothing else to ask.
    inhoud = markering != NIET_VASTLEGGEN
    item = Informatie(
        partij_id=_partij(lees, invoer),
        markering=markering,
        **_lees_uitspraak(lees, kader, verplicht=inhoud),
        **_lees_grond(lees, kader, vandaag, verplicht=inhoud),
        **_lees_herkomst(lees, kader, verplicht=inhoud),
    )
    _check_samenhang(lees, item, kader, open_bron=open_bron)
    return lees.gebreken or item


def _lees_uitspraak(lees: Invoer, kader: Kader, *, verplicht: bool) -> dict[str, Any]:
    """Who said what, and when it happened."""
    soorten = kader.codes("soort_uitspraak")
    return {
        "gever": lees.regel("gever", "Wie gaf de informatie"),
        "tekst": lees.tekst("tekst", "Informatie", verplicht=verplicht),
        "soort_uitspraak": lees.code("soort_uitspraak", "Soort uitspraak", soorten, verplicht=verplicht),
        "bron": lees.regel("bron", "Bron"),
        "gebeurd_op": lees.datum("gebeurd_op", "Gebeurd op"),
        "ontvangen_op": lees.datum("ontvangen_op", "Bij ons bekend sinds"),
    }


def _lees_grond(lees: Invoer, kader: Kader, vandaag: date, *, verplicht: bool) -> dict[str, Any]:
    """On what ground and for what, and until when."""

    def grond(veld: str, naam: str, richting: str) -> str:
        codes = frozenset(g.code for g in kader.grondslagen(richting, op=vandaag))
        return lees.code(veld, naam, codes, verplicht=verplicht)

    return {
        "grondslag_gever": grond("grondslag_gever", "Grondslag van de gever", "geven"),
        "grondslag_ontvanger": grond("grondslag_ontvanger", "Grondslag van de ontvanger", "ontvangen"),
        "doel": lees.regel("doel", "Waarvoor is deze informatie nodig", verplicht=verplicht),
        "categorie": lees.code("categorie", "Soort gegevens", kader.codes("categorie"), verplicht=verplicht),
        "noodzaak": lees.tekst("noodzaak", "Waarom dit onmisbaar is"),
        "verder_gebruik": lees.ja("verder_gebruik"),
        "einddatum": lees.datum("einddatum", "Te gebruiken tot", toekomst=True),
    }


def _lees_herkomst(lees: Invoer, kader: Kader, *, verplicht: bool) -> dict[str, Any]:
    """How it was obtained: the contact, whether it was checked, and of an open source who saw it where."""
    wijzen, doelen = kader.codes("verkregen"), kader.codes("contactdoel")
    return {
        "verkregen": lees.code("verkregen", "Hoe verkregen", wijzen, verplicht=verplicht),
        "contactdoel": lees.code("contactdoel", "Waarvoor was het contact", doelen, verplicht=verplicht),
        "gecontroleerd": lees.code("gecontroleerd", "Is dit nagegaan", kader.codes("gecontroleerd")),
        "vinder": lees.regel("vinder", "Wie zag dit"),
        "vindplaats": lees.regel("vindplaats", "Waar stond dit"),
        "gevonden_op": lees.datum("gevonden_op", "Gezien op"),
    }


def mist_grond(item: Informatie, kader: Kader, *, open_bron: bool = False) -> tuple[Gebrek, ...]:
    """Why this item may not be here: grounds, category, how it was obtained, why it was told.

    The acts ask it too. What may not be recorded has no content to have a ground for.
    """
    if item.markering == NIET_VASTLEGGEN:
        return ()
    gronden = {"grondslag_gever": item.grondslag_gever, "grondslag_ontvanger": item.grondslag_ontvanger}
    uit = [
        *check_gronden(kader, item.categorie, gronden, item.noodzaak),
        *check_verkregen(kader, item.verkregen),
    ]
    if open_bron or item.verkregen == OPEN_BRON:
        uit += check_open_bron(item.vinder, item.vindplaats, item.gevonden_op)
    hulp = item.contactdoel == HULPVERLENING and not may_use_hulp(item.grondslag_gever, item.noodzaak)
    if hulp and item.markering not in {"", TER_KENNISNEMING}:
        zin = (
            f"{HULP_WEEGT_NIET} Kies ‘{kader.label('markering', TER_KENNISNEMING)}’. Of kies een grondslag "
            "waarop de hulpverlener mag spreken, en schrijf op waarom dit onmisbaar is."
        )
        uit.append(Gebrek("markering", zin))
    return tuple(uit)


def weegt_niet(item: Informatie, kader: Kader) -> str:
    """Why this item may not speak for or against in a weging; "" when it may."""
    if item.verkregen and kader.keuze("verkregen", item.verkregen).geblokkeerd:
        return HEIMELIJK_WEEGT_NIET
    hulp = item.contactdoel == HULPVERLENING
    return HULP_WEEGT_NIET if hulp and not may_use_hulp(item.grondslag_gever, item.noodzaak) else ""


def _partij(lees: Invoer, invoer: Mapping[str, object]) -> int | None:
    waarde = str(invoer.get("partij_id") or "")
    if not waarde:
        lees.gebrek("partij_id", "Kies welke partij de informatie gaf.")
        return None
    return int(waarde)


def _check_samenhang(lees: Invoer, item: Informatie, kader: Kader, *, open_bron: bool) -> None:
    if item.markering == NIET_VASTLEGGEN and item.tekst:
        lees.gebrek(
            "tekst",
            "U koos ‘niet vastleggen’. Haal de tekst weg: het programma bewaart dan alleen dat deze partij "
            "iets heeft ingebracht.",
        )
    for gebrek in mist_grond(item, kader, open_bron=open_bron):
        lees.gebrek(gebrek.veld, gebrek.melding)
    if item.gevonden_op and item.ontvangen_op and item.ontvangen_op < item.gevonden_op:
        zin = "Dit kan niet bekend zijn voordat iemand het zag. Controleer de datums."
        lees.gebrek("gevonden_op", zin)
    if item.gebeurd_op and item.ontvangen_op and item.ontvangen_op < item.gebeurd_op:
        lees.gebrek(
            "ontvangen_op", "De informatie kan niet bekend zijn voordat het gebeurde. Controleer de datums."
        )
