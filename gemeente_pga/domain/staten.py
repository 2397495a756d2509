# SPDX-License-Identifier: EUPL-1.2
"""The states of a signaal and of a casus as tables: what may follow, who decides, what is recorded.

Order and wording follow the four phases of the PGA (melding, weging, casusoverleg, monitoren en afsluiten)
and the demand that the weighing is integral and recorded. Process, not law text: it changes with the code.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class SignaalStaat(StrEnum):
    """S1–S12. Value: the code in column signaal.status."""

    ONTVANGEN = "ontvangen"
    FORMELE_CONTROLE = "formele_controle"
    SPOED_GEMELD = "spoed_gemeld"
    GEAGENDEERD = "geagendeerd"
    IN_WEGING = "in_weging"
    NADERE_INFORMATIE = "nadere_informatie"
    OPGENOMEN = "opgenomen"
    DOORGELEID = "doorgeleid"
    AFGESLOTEN = "afgesloten"
    OVERGEDRAGEN = "overgedragen"
    GESLOTEN = "gesloten"
    VERNIETIGD = "vernietigd"


class CasusStaat(StrEnum):
    """C1–C12. Value: the code in column casus.status."""

    OPGENOMEN = "opgenomen"
    VOORBEREIDING = "voorbereiding"
    CASUSOVERLEG_LOOPT = "casusoverleg_loopt"
    PLAN_VASTGESTELD = "plan_vastgesteld"
    IN_UITVOERING = "in_uitvoering"
    HERBEOORDELING = "herbeoordeling"
    OP_OF_AFGESCHAALD = "op_of_afgeschaald"
    AFGESLOTEN = "afgesloten"
    OVERGEDRAGEN = "overgedragen"
    GESLOTEN = "gesloten"
    HEROPENING_GEVRAAGD = "heropening_gevraagd"
    VERNIETIGD = "vernietigd"


@dataclass(frozen=True, slots=True)
class Overgang:
    """One allowed step. wie: who decides it; vastleggen: what must be on record when it is taken."""

    van: str
    naar: str
    wie: str
    vastleggen: tuple[str, ...]


S, C = SignaalStaat, CasusStaat

_LABELS: Final[Mapping[str, Mapping[str, str]]] = {
    "signaal": {
        S.ONTVANGEN: "Ontvangen",
        S.FORMELE_CONTROLE: "Formele controle",
        S.SPOED_GEMELD: "Spoed gemeld",
        S.GEAGENDEERD: "Op de lijst voor de weegploeg",
        S.IN_WEGING: "In weging",
        S.NADERE_INFORMATIE: "Nadere informatie nodig",
        S.OPGENOMEN: "Opgenomen",
        S.DOORGELEID: "Niet opgenomen – doorgeleid",
        S.AFGESLOTEN: "Afgesloten",
        S.OVERGEDRAGEN: "Overgedragen aan andere gemeente",
        S.GESLOTEN: "Gesloten – bewaartermijn loopt",
        S.VERNIETIGD: "Vernietigd",
    },
    "casus": {
        C.OPGENOMEN: "Opgenomen",
        C.VOORBEREIDING: "Voorbereiding",
        C.CASUSOVERLEG_LOOPT: "Casusoverleg loopt",
        C.PLAN_VASTGESTELD: "Plan van aanpak vastgesteld",
        C.IN_UITVOERING: "In uitvoering",
        C.HERBEOORDELING: "Herbeoordeling",
        C.OP_OF_AFGESCHAALD: "Op- of afgeschaald",
        C.AFGESLOTEN: "Afgesloten",
        C.OVERGEDRAGEN: "Overgedragen",
        C.GESLOTEN: "Gesloten – bewaartermijn loopt",
        C.HEROPENING_GEVRAAGD: "Heropening gevraagd",
        C.VERNIETIGD: "Vernietigd",
    },
}

_COORDINATOR = "coördinator"
_WEEGPLOEG = "weegploeg"
_OVERLEG = "casusoverleg"
_ARCHIEF = "coördinator, na akkoord van archivaris en FG"
_GEMEENTEN = "coördinator en ontvangende gemeente"

_SLUITING = ("reden", "wie besloot", "bericht aan de melder, als dat mag")
_TERMIJN = ("bewaartermijn en grondslag", "datum van vernietiging")
_VERKLARING = ("verklaring van vernietiging: wat, wanneer, op welke grond, door wie, zonder inhoud",)
_OVERDRACHT = ("aan wie", "wat is overgedragen", "grondslag", "datum")
_WEGING = (
    "aanwezigheid van gemeente, OM en politie",
    "informatie per partij met grondslag",
    "criteria één voor één, met redenen voor en tegen",
    "minderheidsstandpunt",
)
_CONTROLE = ("formele controle", "spoed", "of politie of OM direct is gewaarschuwd")
_SLOT_CASUS = ("reden", "resultaat", "wat partners bewaren", "besluit over informeren", "datum")
_OVERLEGREGELS = ("datum en aanwezigen", "inbreng met grondslag", "besluiten", "acties met eigenaar en datum")

SIGNAALOVERGANGEN: Final = (
    Overgang(
        S.ONTVANGEN, S.FORMELE_CONTROLE, _COORDINATOR, ("ontvangst, kanaal, bron", "hoe de melder het weet")
    ),
    Overgang(S.ONTVANGEN, S.AFGESLOTEN, _COORDINATOR, _SLUITING),
    Overgang(
        S.FORMELE_CONTROLE,
        S.SPOED_GEMELD,
        _COORDINATOR,
        ("tijd", "wie is gebeld", "wat is verteld", "grondslag"),
    ),
    Overgang(S.FORMELE_CONTROLE, S.GEAGENDEERD, _COORDINATOR, (*_CONTROLE, "datum en genodigden")),
    Overgang(S.FORMELE_CONTROLE, S.AFGESLOTEN, _COORDINATOR, _SLUITING),
    Overgang(S.SPOED_GEMELD, S.GEAGENDEERD, _COORDINATOR, (*_CONTROLE, "datum en genodigden")),
    Overgang(S.GEAGENDEERD, S.IN_WEGING, _COORDINATOR, ("wie aan tafel zit",)),
    Overgang(S.IN_WEGING, S.NADERE_INFORMATIE, _WEEGPLOEG, ("vraag", "aan wie", "grondslag", "datum")),
    Overgang(
        S.IN_WEGING, S.OPGENOMEN, _WEEGPLOEG, (*_WEGING, "besluit met reden", "besluit over informeren")
    ),
    Overgang(
        S.IN_WEGING, S.DOORGELEID, _WEEGPLOEG, (*_WEGING, "aan wie", "wat is overgedragen", "grondslag")
    ),
    Overgang(S.IN_WEGING, S.AFGESLOTEN, _WEEGPLOEG, (*_WEGING, *_SLUITING)),
    Overgang(S.IN_WEGING, S.OVERGEDRAGEN, _GEMEENTEN, (*_WEGING, *_OVERDRACHT)),
    Overgang(S.NADERE_INFORMATIE, S.IN_WEGING, _WEEGPLOEG, ("antwoord, of dat het uitbleef",)),
    Overgang(S.NADERE_INFORMATIE, S.AFGESLOTEN, _WEEGPLOEG, _SLUITING),
    Overgang(S.DOORGELEID, S.GESLOTEN, _ARCHIEF, _TERMIJN),
    Overgang(S.AFGESLOTEN, S.GESLOTEN, _ARCHIEF, _TERMIJN),
    Overgang(S.OVERGEDRAGEN, S.GESLOTEN, _ARCHIEF, _TERMIJN),
    Overgang(S.GESLOTEN, S.VERNIETIGD, _ARCHIEF, _VERKLARING),
    # Formal steps the annex leaves out: "other municipality" is a formal error there, and such an error may
    # only come to light after scheduling. None of them weighs anything; the weegploeg is told.
    Overgang(S.FORMELE_CONTROLE, S.OVERGEDRAGEN, _GEMEENTEN, _OVERDRACHT),
    Overgang(S.SPOED_GEMELD, S.OVERGEDRAGEN, _GEMEENTEN, _OVERDRACHT),
    Overgang(S.GEAGENDEERD, S.OVERGEDRAGEN, _GEMEENTEN, _OVERDRACHT),
    Overgang(S.GEAGENDEERD, S.AFGESLOTEN, _COORDINATOR, _SLUITING),
)

CASUSOVERGANGEN: Final = (
    Overgang(
        C.OPGENOMEN,
        C.VOORBEREIDING,
        "voorzitter met coördinator",
        ("weegverslag", "kader", "gemeente van verblijf"),
    ),
    Overgang(
        C.VOORBEREIDING,
        C.CASUSOVERLEG_LOOPT,
        "voorzitter met coördinator",
        ("deelnemers met rol en grondslag", "besluit over informeren met datum om opnieuw te kijken"),
    ),
    Overgang(C.VOORBEREIDING, C.AFGESLOTEN, _WEEGPLOEG, _SLOT_CASUS),
    Overgang(
        C.CASUSOVERLEG_LOOPT,
        C.PLAN_VASTGESTELD,
        _OVERLEG,
        (
            *_OVERLEGREGELS,
            "doelen",
            "factoren",
            "interventies met eigenaar en grondslag",
            "datum herbeoordeling",
        ),
    ),
    Overgang(C.CASUSOVERLEG_LOOPT, C.AFGESLOTEN, _OVERLEG, _SLOT_CASUS),
    Overgang(C.PLAN_VASTGESTELD, C.IN_UITVOERING, "uitvoerders", ("wie is begonnen",)),
    Overgang(C.PLAN_VASTGESTELD, C.AFGESLOTEN, _OVERLEG, _SLOT_CASUS),
    Overgang(
        C.IN_UITVOERING,
        C.HERBEOORDELING,
        _OVERLEG,
        ("voortgang", "effect", "nieuwe informatie met grondslag"),
    ),
    Overgang(C.IN_UITVOERING, C.CASUSOVERLEG_LOOPT, _OVERLEG, _OVERLEGREGELS),
    Overgang(C.IN_UITVOERING, C.AFGESLOTEN, _OVERLEG, _SLOT_CASUS),
    Overgang(
        C.HERBEOORDELING, C.CASUSOVERLEG_LOOPT, _OVERLEG, ("noodzaak opnieuw gewogen", "volgende datum")
    ),
    Overgang(C.HERBEOORDELING, C.IN_UITVOERING, _OVERLEG, ("noodzaak opnieuw gewogen", "volgende datum")),
    Overgang(
        C.HERBEOORDELING,
        C.OP_OF_AFGESCHAALD,
        "casusoverleg met de betrokken instantie",
        ("reden", "wat verhuist", "wat blijft", "wie het de betrokkene vertelt"),
    ),
    Overgang(C.HERBEOORDELING, C.AFGESLOTEN, _OVERLEG, _SLOT_CASUS),
    Overgang(C.OP_OF_AFGESCHAALD, C.IN_UITVOERING, _OVERLEG, ("wat nu wordt uitgevoerd",)),
    Overgang(C.OP_OF_AFGESCHAALD, C.AFGESLOTEN, _OVERLEG, _SLOT_CASUS),
    Overgang(
        C.AFGESLOTEN,
        C.OVERGEDRAGEN,
        "beide gemeenten",
        ("bevestiging van ontvangst", "lijst van inhoud", "grondslag"),
    ),
    Overgang(C.AFGESLOTEN, C.GESLOTEN, _ARCHIEF, (*_TERMIJN, "wie mag inzien en waarom")),
    Overgang(C.OVERGEDRAGEN, C.GESLOTEN, _ARCHIEF, (*_TERMIJN, "wie mag inzien en waarom")),
    Overgang(C.GESLOTEN, C.HEROPENING_GEVRAAGD, _COORDINATOR, ("nieuw signaal over dezelfde persoon",)),
    Overgang(C.GESLOTEN, C.VERNIETIGD, _ARCHIEF, _VERKLARING),
    Overgang(C.HEROPENING_GEVRAAGD, C.VOORBEREIDING, _WEEGPLOEG, ("nieuw weegverslag",)),
    # The annex has no way back when the weegploeg decides not to take up the new signal; without one the
    # retention clock of the old casus would never end.
    Overgang(
        C.HEROPENING_GEVRAAGD, C.GESLOTEN, _WEEGPLOEG, ("nieuw weegverslag", "besluit om niet op te nemen")
    ),
)

_STATEN: Final[Mapping[str, type[SignaalStaat] | type[CasusStaat]]] = {"signaal": S, "casus": C}
_TABEL: Final[Mapping[tuple[str, str, str], Overgang]] = {
    (soort, overgang.van, overgang.naar): overgang
    for soort, overgangen in (("signaal", SIGNAALOVERGANGEN), ("casus", CASUSOVERGANGEN))
    for overgang in overgangen
}


def staten(soort: str) -> tuple[str, ...]:
    """All states of a 'signaal' or 'casus', in order."""
    return tuple(_STATEN[soort])


def label(soort: str, code: str, *, doorgeleid_naar: str = "") -> str:
    """What stands on screen for a state: 'Niet opgenomen – doorgeleid naar jeugdhulp'."""
    tekst = _LABELS[soort][code]
    return f"{tekst} naar {doorgeleid_naar}" if doorgeleid_naar and code == S.DOORGELEID else tekst


def mag(soort: str, van: str, naar: str) -> bool:
    """May this state follow that one? An unknown state is a bug and raises."""
    _check(soort, van, naar)
    return (soort, van, naar) in _TABEL


def overgang(soort: str, van: str, naar: str) -> Overgang | None:
    """The step with who decides it and what must be on record; None when it is not allowed."""
    _check(soort, van, naar)
    return _TABEL.get((soort, van, naar))


def mogelijk(soort: str, van: str) -> tuple[str, ...]:
    """The states that may follow, in order."""
    return tuple(naar for naar in staten(soort) if mag(soort, van, naar))


def _check(soort: str, *codes: str) -> None:
    for code in codes:
        _STATEN[soort](code)
