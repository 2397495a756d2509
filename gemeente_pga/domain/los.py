# SPDX-License-Identifier: EUPL-1.2
"""A loose piece: a telephone note that led to no signal, or a request about nobody who has a dossier here.

Says from when it may be destroyed and what still stands in the way. A term that nobody vastgesteld never
gives an end, and somebody else authorises every destruction.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from gemeente_pga.domain.bewaartermijn import (
    Bewaarfeiten,
    GeenDatum,
    Termijnvaststelling,
    Uitkomst,
    Vernietigingsdatum,
    compute_vernietiging,
    describe_uitkomst,
)
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.mandaat import Mandaatregel
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.domain.vernietiging import (
    FUNCTIES,
    Machtiging,
    beoordeel_machtiging,
    is_self,
    mist_mandaat_voor,
)

NOTITIE, VERZOEK = "telefoonnotitie", "verzoek"
"""The kinds, each called after its table."""
SOORTEN = MappingProxyType({NOTITIE: "Telefoonnotitie", VERZOEK: "Verzoek"})
TERMIJN = MappingProxyType({NOTITIE: "telefoonnotitie", VERZOEK: "verzoek_betrokkene"})
"""Which bewaartermijn of the kader counts."""
PAPIER = MappingProxyType({NOTITIE: "meldformulier", VERZOEK: "brief"})
"""What may be outside the kluis of it."""
PLEK = "zonder_dossier"
"""Where they stand under Termijnen; Bureau leads to it."""
GEEN_EINDE = "De bewaartermijn is niet vastgesteld. Zolang is er geen einddatum."


@dataclass(frozen=True, slots=True)
class Losfeiten:
    """Everything that may stand between a loose piece and its destruction, as read."""

    soort: str
    klaar_op: date | None = None  # the note was closed, the request has ended
    gemeld: bool = True  # the weegploeg heard of the note
    ernaar: tuple[tuple[str, bool], ...] = ()  # requests about this one: number, and does it still run
    papier: int = 0  # copies of its papers that are not accounted for
    blijvend: bool = False  # the words that were signed say: keep for good
    uitkomst: Uitkomst | None = None  # None: the term has not begun


def verzoek_klaar_op(
    *, onherroepelijk: date | None, ingetrokken: date | None, doorgezonden: date | None, besloten: bool
) -> date | None:
    """The day a request ended. Passed on to who decides ends it too, unless it was decided here after all."""
    for dag in (onherroepelijk, ingetrokken, None if besloten else doorgezonden):
        if dag is not None:
            return dag
    return None


def compute_uitkomst(
    soort: str,
    klaar_op: date | None,
    laatste_verwerking: date | None,
    kader: Kader,
    vaststellingen: Mapping[str, Termijnvaststelling],
) -> Uitkomst:
    """The end of the term of this kind, or why there is none."""
    feiten = Bewaarfeiten(
        afhandeling_notitie=klaar_op if soort == NOTITIE else None,
        afhandeling_verzoek=klaar_op if soort == VERZOEK else None,
        laatste_verwerking=laatste_verwerking if klaar_op else None,
    )
    return compute_vernietiging(TERMIJN[soort], feiten, kader, vaststellingen)


def einddatum(feiten: Losfeiten) -> date | None:
    """The first day on which the term is over; None when there is no such day."""
    if feiten.blijvend or not isinstance(feiten.uitkomst, Vernietigingsdatum):
        return None
    return feiten.uitkomst.datum


def belet_los(feiten: Losfeiten, vandaag: date) -> tuple[Ontbreekt, ...]:
    """Why this piece may not be destroyed today; empty when it may."""
    if feiten.klaar_op is None or feiten.klaar_op > vandaag:
        return (_niet_klaar(feiten.soort),)
    punten = []
    if not feiten.gemeld:
        punten.append(Ontbreekt("De weegploeg heeft hier nog niet van gehoord.", "bureau", NOTITIE))
    for nummer, loopt in feiten.ernaar:
        zin = f"Verzoek {nummer} gaat over dit verzoek en loopt nog."
        if not loopt:
            zin = f"Verzoek {nummer} gaat over dit verzoek. Vernietig dat eerst."
        punten.append(Ontbreekt(zin, "termijnen", "verzoeken"))
    if feiten.papier:
        wat = "Er is nog een exemplaar" if feiten.papier == 1 else f"Er zijn nog {feiten.papier} exemplaren"
        zin = f"{wat} van een {PAPIER[feiten.soort]} buiten de kluis. Leg vast wat ermee is gebeurd."
        punten.append(Ontbreekt(zin, "wie_heeft_wat"))
    return (*punten, *_termijn(feiten, vandaag))


def _niet_klaar(soort: str) -> Ontbreekt:
    if soort == NOTITIE:
        return Ontbreekt("Deze notitie is nog niet uitgewerkt of afgehandeld.", "nieuw_signaal")
    return Ontbreekt("Dit verzoek is nog niet onherroepelijk, ingetrokken of doorgezonden.", "verzoek")


def _termijn(feiten: Losfeiten, vandaag: date) -> list[Ontbreekt]:
    uitkomst = feiten.uitkomst
    if isinstance(uitkomst, Vernietigingsdatum):
        if feiten.blijvend:
            zin = "Dit wordt blijvend bewaard (B) en gaat naar het archief."
        elif uitkomst.datum > vandaag:
            zin = f"De bewaartermijn loopt tot {datum_kort(uitkomst.datum)}."
        else:
            return []
    elif isinstance(uitkomst, GeenDatum) and uitkomst.reden != "niet_vastgesteld":
        zin = describe_uitkomst(uitkomst)
    else:
        zin = GEEN_EINDE
    return [Ontbreekt(zin, "inrichting", "kader")]


def describe_gevolg(soort: str, brieven: int) -> str:
    """What goes, read before anything is typed."""
    if soort == NOTITIE:
        wat = "De notitie gaat weg, met de naam en het nummer van de beller"
        met = {0: "", 1: " en 1 meldformulier"}.get(brieven, f" en {brieven} meldformulieren")
        wat = f"{wat}{met}."
    else:
        met = {0: "", 1: " en 1 brief"}.get(brieven, f" en {brieven} brieven")
        wat = f"Het verzoek gaat weg, met alles wat ervoor is gedaan{met}."
    return (
        f"{wat} Er blijft alleen staan dat er iets is vernietigd, wanneer, en wie dat toestond. "
        "Dit kan niemand terugdraaien."
    )


# ---- the authorisation


def beoordeel_losse_machtiging(
    invoer: Mapping[str, object],
    kader: Kader,
    vandaag: date,
    *,
    einde: date,
    hier: Collection[str],
    mandaten: Sequence[Sequence[Mandaatregel]],
) -> Machtiging | list[Gebrek]:
    """Check an authorisation for one piece. einde: of its term; nobody can allow it before that day."""
    uitkomst = beoordeel_machtiging(
        invoer, kader, vandaag, opgesteld_op=date.min, hier=hier, mandaten=mandaten
    )
    if isinstance(uitkomst, Machtiging) and uitkomst.machtiging_op < einde:
        return [Gebrek("machtiging_op", _te_vroeg(einde))]
    return uitkomst


def mist_machtiging(
    machtiging: Machtiging,
    vandaag: date,
    *,
    einde: date,
    hier: Collection[str],
    mandaten: Sequence[Sequence[Mandaatregel]],
) -> str:
    """Why this authorisation does not hold; empty when it does. Asked again in the act itself."""
    if not machtiging.machtiging_door or is_self(machtiging.machtiging_door, hier):
        return "Wie met dit programma werkt, kan niet zelf machtigen. Vraag het de archivaris."
    if machtiging.machtiging_functie not in FUNCTIES or not machtiging.machtiging_kenmerk:
        return "De machtiging is niet compleet. Leg functie en kenmerk vast."
    if machtiging.machtiging_op < einde:
        return _te_vroeg(einde)
    if machtiging.machtiging_op > vandaag:
        return "De machtiging is van een dag die nog komt. Controleer de datum."
    return mist_mandaat_voor(machtiging, mandaten)


def _te_vroeg(einde: date) -> str:
    return f"De bewaartermijn liep tot {datum_kort(einde)}. De machtiging kan niet ouder zijn."
