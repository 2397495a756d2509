# SPDX-License-Identifier: EUPL-1.2
"""A memo to the burgemeester or the driehoek: one question on one page, and the answer that came back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekst import Invoer, datum_kort

AAN = (("burgemeester", "De burgemeester"), ("driehoek", "De driehoek: burgemeester, OM en politie"))
AKKOORD, MET_VOORWAARDE, NIET_AKKOORD = "akkoord", "akkoord_met_voorwaarde", "niet_akkoord"
ANTWOORDEN = (
    (AKKOORD, "Akkoord"),
    (MET_VOORWAARDE, "Akkoord onder voorwaarde"),
    (NIET_AKKOORD, "Niet akkoord"),
)
_VRAAG, _TEKST, _GROND = 250, 450, 150
"""So many characters fit: the memo is one page."""


@dataclass(frozen=True, slots=True)
class Memo:
    """As typed; field names equal columns of table memo."""

    aan: str
    gevraagd: str
    waarom: str
    grondslag: str
    alternatieven: str
    risico_wel: str
    risico_niet: str
    antwoord_voor: date | None = None


@dataclass(frozen=True, slots=True)
class Memoantwoord:
    """What came back; field names equal columns of table memo."""

    antwoord: str
    antwoord_tekst: str
    antwoord_door: str
    antwoord_op: date


@dataclass(frozen=True, slots=True)
class Memoregel:
    """A memo as recorded."""

    id: int
    dossier_id: int
    op: date
    inhoud: Memo
    antwoord: Memoantwoord | None = None
    document_id: int | None = None

    def stand(self, vandaag: date) -> str:
        """How it stands, in a few words."""
        if self.antwoord is not None:
            return f"{dict(ANTWOORDEN)[self.antwoord.antwoord]}, {datum_kort(self.antwoord.antwoord_op)}"
        voor = self.inhoud.antwoord_voor
        if voor is None:
            return "Wacht op antwoord"
        voorbij = " (voorbij)" if voor < vandaag else ""
        return f"Antwoord uiterlijk {datum_kort(voor)}{voorbij}"


def beoordeel_memo(invoer: Mapping[str, object], vandaag: date) -> Memo | list[Gebrek]:
    """Check a memo: every part is filled in, and short enough for one page."""
    lees = Invoer(invoer, vandaag)
    memo = Memo(
        aan=lees.code("aan", "Aan wie", [code for code, _ in AAN], verplicht=True),
        gevraagd=lees.tekst("gevraagd", "Wat vraagt u", verplicht=True, maximum=_VRAAG),
        waarom=lees.tekst("waarom", "Waarom is dit nodig", verplicht=True, maximum=_TEKST),
        grondslag=lees.regel("grondslag", "Op welke grond", verplicht=True, maximum=_GROND),
        alternatieven=lees.tekst("alternatieven", "Wat kan er ook", verplicht=True, maximum=_TEKST),
        risico_wel=lees.tekst("risico_wel", "Als het wel gebeurt", verplicht=True, maximum=_TEKST),
        risico_niet=lees.tekst("risico_niet", "Als het niet gebeurt", verplicht=True, maximum=_TEKST),
        antwoord_voor=lees.datum("antwoord_voor", "Antwoord nodig, uiterlijk", toekomst=True),
    )
    if memo.grondslag and not any(teken.isdigit() for teken in memo.grondslag):
        lees.gebrek("grondslag", "Noem de wet en het artikel.")
    if memo.antwoord_voor is not None and memo.antwoord_voor < vandaag:
        lees.gebrek("antwoord_voor", "Deze dag is al voorbij.")
    return lees.gebreken or memo


def beoordeel_memoantwoord(
    invoer: Mapping[str, object], vandaag: date, *, op: date
) -> Memoantwoord | list[Gebrek]:
    """Check the answer. op: the day of the memo; no answer came before it."""
    lees = Invoer(invoer, vandaag)
    antwoord = Memoantwoord(
        antwoord=lees.code(
            "antwoord", "Wat is het antwoord", [code for code, _ in ANTWOORDEN], verplicht=True
        ),
        antwoord_tekst=lees.tekst("antwoord_tekst", "Voorwaarde of reden"),
        antwoord_door=lees.regel("antwoord_door", "Wie gaf het antwoord", verplicht=True),
        antwoord_op=lees.datum("antwoord_op", "Op welke dag", verplicht=True) or vandaag,
    )
    for gebrek in mist_voor_antwoord(antwoord, op):
        if gebrek.veld not in {al.veld for al in lees.gebreken}:
            lees.gebrek(gebrek.veld, gebrek.melding)
    return lees.gebreken or antwoord


def mist_voor_antwoord(antwoord: Memoantwoord, op: date) -> list[Gebrek]:
    """What is missing in an answer to a memo of that day."""
    uit = []
    if antwoord.antwoord in {MET_VOORWAARDE, NIET_AKKOORD} and not antwoord.antwoord_tekst:
        uit.append(Gebrek("antwoord_tekst", "Schrijf de voorwaarde of de reden op."))
    if not antwoord.antwoord_door:
        uit.append(Gebrek("antwoord_door", "Vul in: Wie gaf het antwoord."))
    if antwoord.antwoord_op < op:
        uit.append(Gebrek("antwoord_op", f"De memo is van {datum_kort(op)}. Controleer de datum."))
    return uit
