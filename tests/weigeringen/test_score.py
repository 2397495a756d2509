# SPDX-License-Identifier: EUPL-1.2
"""Refused: a score, a ranking or a total over a person. The answers of a weging are never added up."""

import ast
import re
from collections.abc import Iterable

import pytest

from gemeente_pga.documents.register import render_stuk
from gemeente_pga.domain.weegregels import kaarten, ontbreekt
from gemeente_pga.domain.weging import Oordeel
from gemeente_pga.handelingen.weging import record_besluit, record_oordeel, weegverslag_stuk
from gemeente_pga.store.queries.weging import omstandigheden
from gemeente_pga.store.queries.weging import weging as lees_weging
from tests.documents.lezen import page_texts
from tests.weegploeg import besluit, kader, nieuwe_zaak, tafelpartijen, volledige_weging
from tests.weigeringen.lezen import Bomen, bomen, schema, teksten

CIJFER = re.compile(
    r"(?:^|_)(?:score|scores|punten|puntentotaal|risico_?niveau|risicoscore|dreigingsniveau|totaal|rang|ranking|"
    r"rangorde|gewicht|weegfactor|kans|waarschijnlijkheid|prioriteit|ernst|kleurcode)(?:_|$)"
)
# Fields with such a name that say nothing about a person.
ANDERS = {
    "Agenda.punten": "points on an agenda",
    "Bureaubron.punten": "what asks attention",
    "Jaartabel.totaal": "how many dossiers in a year",
    "Tabel.totaal": "how many dossiers in a year",
    "Registerfeiten.punten": "what is not ready for use",
    "Beeld.punten": "what a screen still asks",
    "Oefenuitslag.punten": "steps of a rehearsal",
}
OPTELLEN = re.compile(r"\b(?:sum|avg|count|total|min|max|rank|row_number)\s*\(", re.IGNORECASE)
VAN_DE_WEGING = re.compile(r"weging_criterium|herbeoordeling_criterium|weging_feit", re.IGNORECASE)
ANTWOORDEN = re.compile(r"antwoord|spreekt_voor|spreekt_tegen|richting")
_TELLERS = {"sum", "Counter", "mean", "max", "min", "len"}
_OORDEELBRONNEN = ("domain/weging", "domain/weegregels", "domain/herbeoordeling", "documents/weegverslag")
_OORDEELSCHERMEN = (
    "store/queries/weegverslag",
    "store/queries/weging",
    "ui/screens/weging",
    "ui/screens/herbeoordeling",
)


def cijfers(namen: Iterable[str]) -> set[str]:
    """Names of a number over a person."""
    return {
        naam
        for naam in namen
        if CIJFER.search(re.sub(r"(?<=[a-z])(?=[A-Z])", "_", naam.split(".")[-1]).casefold())
    }


def _velden(bronnen: Bomen) -> set[str]:
    return {
        f"{klasse.name}.{deel.target.id}"
        for boom in bronnen.values()
        for klasse in ast.walk(boom)
        if isinstance(klasse, ast.ClassDef)
        for deel in klasse.body
        if isinstance(deel, ast.AnnAssign) and isinstance(deel.target, ast.Name)
    }


def opgeteld(bronnen: Bomen) -> set[str]:
    """Where answers on criteria are counted, added or compared in size."""
    gevonden = set()
    for plek, boom in bronnen.items():
        if any(
            OPTELLEN.search(t) and VAN_DE_WEGING.search(t) for t in teksten(boom) if "SELECT" in t.upper()
        ):
            gevonden.add(plek)
        if not plek.startswith(_OORDEELBRONNEN + _OORDEELSCHERMEN):
            continue
        for roep in (k for k in ast.walk(boom) if isinstance(k, ast.Call)):
            naam = ast.unparse(roep.func).split(".")[-1]
            if naam in _TELLERS and ANTWOORDEN.search(" ".join(map(ast.unparse, roep.args))):
                gevonden.add(f"{plek}: {ast.unparse(roep)[:60]}")
    return gevonden


@pytest.mark.eis("c08", "w07")
def test_nothing_has_a_place_for_a_score():
    kolommen = {f"{tabel}.{kolom}" for tabel, namen in schema().items() for kolom in namen}
    assert len(kolommen) > 300
    assert cijfers(kolommen) == set()
    assert cijfers(_velden(bomen())) <= set(ANDERS)


@pytest.mark.parametrize(
    "naam", ["weging.score", "Weging.risicoNiveau", "persoon.rang", "casus.totaal_punten"]
)
def test_a_place_for_a_score_would_be_seen(naam: str):
    assert cijfers({naam, "weging.rangeerterrein", "casus.resultaat"}) == {naam}


@pytest.mark.eis("c08", "w07")
def test_no_answer_is_ever_added_up():
    assert opgeteld(bomen()) == set()


@pytest.mark.parametrize(
    ("plek", "bron"),
    [
        (
            "store/queries/x.py",
            "r.value('SELECT count(antwoord) FROM weging_criterium WHERE weging_id = ?', 1)",
        ),
        ("domain/weegregels.py", "n = sum(o.antwoord == 'spreekt_voor' for o in weging.oordelen)"),
        ("ui/screens/weging_lijst.py", "zin = len([o for o in oordelen if o.antwoord == 'spreekt_voor'])"),
    ],
)
def test_a_total_would_be_seen(plek: str, bron: str):
    assert opgeteld({plek: ast.parse(bron)}) != set()


@pytest.mark.eis("c08", "w07", "w08")
@pytest.mark.parametrize("antwoord", ["spreekt_voor", "spreekt_tegen", "onbekend"])
@pytest.mark.parametrize("uitkomst", ["opnemen", "niet_opnemen"])
def test_any_decision_fits_any_answers(tmp_path, antwoord: str, uitkomst: str):
    """All against and taken up: the weegploeg decides, and the paper shows no sum."""
    zaak = nieuwe_zaak(tmp_path)
    weging_id = volledige_weging(zaak, met_besluit=besluit(besluit=uitkomst))
    codes = [c.code for lijst in kaarten(kader()) for c in lijst]
    for code in codes:
        record_oordeel(zaak.store, weging_id, Oordeel(code, antwoord, "Reden.", "", ""), feiten={})
    record_besluit(zaak.store, weging_id, besluit(besluit=uitkomst), tafelpartijen(zaak))
    with zaak.store.reader() as r:
        weging = lees_weging(r, weging_id)
        assert weging is not None
        assert ontbreekt(weging, omstandigheden(r, weging_id), kader()) == ()
        papier = weegverslag_stuk(r, weging_id, kader())
    tekst = "\n".join(page_texts(render_stuk(papier.stuk, "")))
    assert getotaliseerd(tekst, len(codes)) == []
    zaak.store.close()


def getotaliseerd(tekst: str, aantal: int) -> list[str]:
    """What on paper looks like a sum over the criteria."""
    zonder = re.sub(r"[Bb]lad(?:zijde)? \d+ van \d+", "", tekst)
    soort = r"(?:criteria|toetsen|antwoorden|vragen|voor|tegen)"
    return re.findall(
        rf"\b\d+ ?(?:van de|van|/) ?{aantal}\b|\b\d+ ?%|\b\d+ (?:spreken|{soort})\b"
        r"|\b(?:score|totaal|uitkomst:) ?\d+",
        zonder,
        flags=re.IGNORECASE,
    )


def test_a_sum_on_paper_would_be_seen():
    assert getotaliseerd("Spreekt voor: 12 van 18 (67 %). Score 12", 18) == ["12 van 18", "67 %", "Score 12"]
    assert getotaliseerd("Blad 2 van 18. Op 7 september.", 18) == []
