# SPDX-License-Identifier: EUPL-1.2
"""Documents as the kluis keeps them: frozen data, then the bytes, and every time they left the kluis."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.stukken import Stuk

SOORTNAMEN = {
    "weegverslag": "Weegverslag",
    "agenda": "Agenda casusoverleg",
    "verslag": "Verslag casusoverleg",
    "uittreksel": "Uittreksel verslag casusoverleg",
    "actielijst": "Besluiten- en actielijst",
    "casuskaart": "Casuskaart",
    "dossier": "Dossier",
    "plan": "Plan van aanpak",
    "deelnemer_verslag": "Exemplaar deelnemer: verslag casusoverleg",
    "deelnemer_dossier": "Exemplaar deelnemer: dossier",
    "deelnemer_plan": "Exemplaar deelnemer: plan van aanpak",
    "telefoonnotitie": "Telefoonnotitie",
    "overdrachtsdocument": "Overdrachtsdocument",
    "toezicht": "Toezicht door de FG",
    "besluit": "Besluit op een verzoek",
    "brief": "Brief",
    "afschrift": "Afschrift bij inzagebesluit",
    "houderbericht": "Bericht aan een houder",
    "kopieerblad": "Kopieerblad voor een aanmelding",
    "vernietigingslijst": "Vernietigingslijst",
    "verklaring": "Verklaring van vernietiging",
    "jaarrapportage": "Jaarrapportage",
    "meldformulier": "Meldformulier",
    "memo": "Memo aan burgemeester of driehoek",
    "zelfevaluatie": "Zelfevaluatie",
    "zvh_verslag": "Verslag van het Zorg- en Veiligheidshuis",
}


VRIJE_STUKKEN = frozenset(
    {"brief", "besluit", "afschrift", "houderbericht", "overdracht", "vernietigingslijst", "verklaring"}
)
"""What the betrokkene or a holder has a right to: no hold, restriction or closing keeps it here."""
INHOUD_VAN_DOSSIER = frozenset(
    {"dossier", "casuskaart", "plan", "deelnemer_dossier", "deelnemer_plan", "kopieerblad"}
)
"""What is made from a dossier at any moment; of a closed one it does not go out any more."""


@dataclass(frozen=True, slots=True)
class TeBevriezen:
    """A document about to be frozen. dossier_id is None for a document about several dossiers.

    partij_id: the one partner that this edition is for; nobody else may hold a copy of it.
    """

    soort: str
    stuk: Stuk
    kenmerk: str
    onderwerp: tuple[str, int]
    dossier_id: int | None
    dossier_ids: tuple[int, ...] = ()
    partij_id: int | None = None


@dataclass(frozen=True, slots=True)
class TeMaken:
    """A frozen document without its bytes yet; code is the control code of the act that froze it."""

    id: int
    soort: str
    stuk: Stuk
    n: int
    code: str


# What others made and was only filed here may have been filed in the wrong place; our own papers never are.
TERUG_TE_NEMEN = frozenset({"zvh_verslag"})


@dataclass(frozen=True, slots=True)
class Terugname:
    """A document that was filed wrongly: when its bytes went, why (a code) and who took it back."""

    op: str
    reden: str
    door: str


@dataclass(frozen=True, slots=True)
class Documentkop:
    """One line about a document. dossier_id None: a document about several dossiers.

    uit_andere_kluis: it came with a dossier that was taken over; its control code is of a chain elsewhere.
    """

    id: int
    dossier_id: int | None
    soort: str
    titel: str
    kenmerk: str
    onderwerp: tuple[str, int]
    controlecode: str
    vastgesteld_op: date
    klaar: bool
    terugname: Terugname | None = None
    uit_andere_kluis: bool = False

    @property
    def naam(self) -> str:
        """The title in a list; of what was taken back it says so."""
        return f"{self.titel} – teruggenomen" if self.terugname else self.titel


def mist_zvh(stukken: Sequence[Documentkop]) -> bool:
    """Was the PDF of the Zorg- en Veiligheidshuis taken back, with no other in its place?"""
    van_hen = [stuk for stuk in stukken if stuk.soort == "zvh_verslag"]
    return bool(van_hen) and all(stuk.terugname is not None for stuk in van_hen)


@dataclass(frozen=True, slots=True)
class Uitgifte:
    """One time a document left the kluis, with the holder of every copy."""

    document_id: int
    wijze: str
    exemplaren: int
    bestemd_voor: str
    op: str
    houders: tuple[str, ...] = ()


def bestandsnaam(soort: str, dag: date, volgnummer: int = 1) -> str:
    """A neutral file name: kind, date, and a number when there are more on that day. Never a name."""
    deel = f"-{volgnummer:02d}" if volgnummer > 1 else ""
    return f"{soort.replace('_', '-')}-{dag.isoformat()}{deel}.pdf"
