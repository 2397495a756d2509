# SPDX-License-Identifier: EUPL-1.2
"""Refused: a decision that the program takes. Nothing is chosen beforehand, nothing changes by time alone."""

import ast
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6 import QtWidgets

from gemeente_pga.binnen import log_binnenkomst
from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.handelingen.weging import begin_weging
from gemeente_pga.oefenkluis import fill
from gemeente_pga.store.store import Store
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens import SCREENS
from gemeente_pga.ui.widgets.keuzegroep import KeuzeGroep
from gemeente_pga.ui.window import Window
from gemeente_pga.ui.worker import Worker
from tests.ui.weging_hand import geopend
from tests.ui_hulp import LICHT, LICHTE_GRENZEN, NU, WACHTZIN
from tests.weegploeg import DATUM, zaak_in
from tests.weigeringen.lezen import Bomen, bomen, functies

# What somebody decides about a person.
BESLUITEN = {
    *("besluit", "uitkomst", "informeren", "antwoord", "standpunt", "oordeel", "ideologie", "sluitreden"),
    *("bevoegd", "over_persoon", "gemeente_verblijf", "waardering", "richting"),
}
# A decision that an act writes down in a word of its own, and who took it.
MAG = {
    "handelingen/casus.py:_weging besluit": "what is taken over from paper was taken up",
}
# What stands chosen in a fresh form, and why it is no decision about anybody.
VOORINGEVULD = {
    "soort": "how the weging is held: an ordinary one",
    "vinkje": "the signals that wait all lie on the table",
    "onderdeelKeuze": "which part of the screen is shown",
}


def eigen_besluiten(bronnen: Bomen) -> set[str]:
    """Acts that write a decision nobody typed."""
    return {
        f"{plek}:{naam} {veld}"
        for plek, boom in bronnen.items()
        if plek.startswith("handelingen/")
        for naam, knoop in functies(boom)
        for veld, waarde in _toekenningen(knoop)
        if veld in BESLUITEN and _vast(waarde)
    }


def _toekenningen(knoop: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Every field that gets a value: in a mapping, by keyword, or by subscript."""
    for deel in ast.walk(knoop):
        if isinstance(deel, ast.Dict):
            yield from ((s.value, w) for s, w in zip(deel.keys, deel.values, strict=True)
                        if isinstance(s, ast.Constant) and isinstance(s.value, str))  # fmt: skip
        elif isinstance(deel, ast.Call):
            yield from ((k.arg, k.value) for k in deel.keywords if k.arg)
        elif isinstance(deel, ast.Assign):
            for doel in deel.targets:
                if isinstance(doel, ast.Subscript) and isinstance(doel.slice, ast.Constant):
                    yield str(doel.slice.value), deel.value


def _vast(waarde: ast.expr) -> bool:
    """A value that stands in the program: a word, or the name of one."""
    if isinstance(waarde, ast.Constant):
        return bool(waarde.value)
    return isinstance(waarde, ast.Name | ast.Attribute) and ast.unparse(waarde).split(".")[-1].isupper()


def voorkeuren(bronnen: Bomen) -> set[str]:
    """Data classes in which a decision has a value before anybody gave one."""
    return {
        f"{klasse.name}.{deel.target.id}"
        for plek, boom in bronnen.items()
        if plek.startswith("domain/") and not plek.startswith("domain/stukken/")
        for klasse in ast.walk(boom)
        if isinstance(klasse, ast.ClassDef)
        for deel in klasse.body
        if isinstance(deel, ast.AnnAssign) and isinstance(deel.target, ast.Name) and deel.value is not None
        if deel.target.id in BESLUITEN and _vast(deel.value)
    }


@pytest.mark.eis("c08", "w08")
def test_no_act_writes_a_decision_that_nobody_typed():
    assert eigen_besluiten(bomen()) == set(MAG)
    assert voorkeuren(bomen()) == set()


@pytest.mark.parametrize(
    "regel",
    [
        "w.update('weging', 1, {'besluit': 'opnemen'})",
        "w.insert('herbeoordeling', rij, uitkomst=VOORTZETTEN)",
        "rij['informeren'] = 'nee'",
    ],
)
def test_a_decision_of_the_program_would_be_seen(regel: str):
    bron = {"handelingen/x.py": ast.parse(f"def stel_vast(w, rij):\n    {regel}")}
    assert len(eigen_besluiten(bron)) == 1
    assert voorkeuren({"domain/x.py": ast.parse("class B:\n    besluit: str = 'opnemen'")}) == {"B.besluit"}


def gekozen(wortel: QtWidgets.QWidget) -> dict[str, object]:
    """Every choice in these forms that stands on something, by its field."""
    uit: dict[str, object] = {}
    for groep in wortel.findChildren(KeuzeGroep):
        if groep.waarde():
            uit[groep.objectName().removesuffix("KeuzeGroep")] = groep.waarde()
    for kiezer in wortel.findChildren(QtWidgets.QComboBox):
        if kiezer.currentData() not in (None, ""):
            uit[kiezer.objectName().removesuffix("ComboBox")] = kiezer.currentData()
    for vink in wortel.findChildren(QtWidgets.QCheckBox):
        if vink.isChecked():
            uit[vink.objectName().removesuffix("CheckBox")] = True
    return uit


@pytest.mark.eis("c08", "i7", "w08")
@pytest.mark.parametrize("code", ["nieuw_signaal", "overnemen", "consultatie", "telefoonnotitie"])
def test_a_fresh_form_has_no_default_about_a_person(venster: Window, code: str):
    venster.open(code)
    assert venster.scherm is not None
    assert set(gekozen(venster.scherm)) <= {"gemeente_id"}
    assert code != "nieuw_signaal" or len(venster.scherm.findChildren(KeuzeGroep)) > 3


@pytest.mark.eis("c08", "i7", "w08")
def test_a_fresh_weging_has_no_answer_and_no_decision(venster: Window):
    zaak = zaak_in(venster.omgeving.store)
    venster.open("weging", begin_weging(zaak.store, zaak.dossier_id, DATUM))
    scherm = geopend(venster)
    gezien: dict[str, object] = {}
    keuzes = 0
    for regel in scherm.ui.onderdelenLijst.regels():
        scherm.kies(regel.sleutel)
        gezien |= gekozen(scherm)
        keuzes += len(scherm.findChildren(KeuzeGroep))
    assert keuzes > 20
    assert set(gezien) & BESLUITEN == set()
    assert {veld: waarde for veld, waarde in gezien.items() if veld.split("_")[0] not in VOORINGEVULD} == {}


def test_a_choice_made_beforehand_would_be_seen(venster: Window):
    venster.open("nieuw_signaal")
    assert venster.scherm is not None
    groep = KeuzeGroep(venster.scherm)
    groep.setObjectName("besluitKeuzeGroep")
    groep.vul([("opnemen", "Opnemen"), ("niet", "Niet")])
    assert gekozen(groep.parentWidget() or groep).get("besluit") is None
    groep.zet("opnemen")
    assert gekozen(venster.scherm)["besluit"] == "opnemen"


# ---- time alone

_STANDEN = {
    "signaal": "id, status, over_persoon, sluitreden, gesloten_op",
    "casus": "id, status, informeren, geinformeerd_op, sluitreden, volgende_herbeoordeling",
    "weging": "id, status, besluit, informeren, vastgesteld_op",
    "weging_criterium": "id, antwoord, reden",
    "herbeoordeling": "id, status, uitkomst",
    "verzoek": "id, besluit, besluit_op, onherroepelijk_op",
    "aanhouding": "id, tot, beeindigd_op",
    "bewaring": "id, einde",
    "statusovergang": "id, van, naar",
    "dossier": "id, ideologie, kader_id",
    "persoon": "id, geslachtsnaam",
    "actie": "id, status",
}


def standen(store: Store) -> dict[str, list[dict[str, object]]]:
    """Everything that a decision could have changed."""
    with store.reader() as r:
        return {t: r.rows(f"SELECT {kolommen} FROM {t} ORDER BY id") for t, kolommen in _STANDEN.items()}  # noqa: S608 - names of this file


def _dienst(map_: Path, nu: datetime) -> Dienst:
    """The kluis of this folder on a computer whose clock says this."""
    (map_ / "kluis").mkdir(mode=0o700, parents=True, exist_ok=True)
    plek = {soort: lambda: map_ / "kluis" for soort in KluisSoort}
    return Dienst(plek, map_ / "instellingen.ini", lambda: nu, kdf=LICHT, grenzen=LICHTE_GRENZEN)


@pytest.mark.eis("c08", "w08")
def test_ten_years_later_opening_and_looking_decides_nothing(
    qtbot, huisstijl, antwoord, tmp_path, echt_kader: Kader
):
    toen = _dienst(tmp_path, NU)
    toen.kies(KluisSoort.KLUIS)
    toen.maak(WACHTZIN)
    toen.betreed()
    assert toen.store is not None
    toen.store.oefening = True
    fill(toen.store, echt_kader, NU)
    voor = standen(toen.store)
    assert len(voor["statusovergang"]) > 20
    toen.laat_los()
    later = NU + timedelta(days=3653)
    straks = _dienst(tmp_path, later)
    straks.kies(KluisSoort.KLUIS)
    straks.ontgrendel(WACHTZIN)
    straks.betreed(datum_klopt=True)
    log_binnenkomst(straks)
    store = straks.store
    assert store is not None
    worker = Worker()
    window = Window(
        Omgeving(store, echt_kader, worker, straks, later.date, lambda: later, oefenkluis=False),
        SCREENS,
    )
    qtbot.addWidget(window)
    window.show()
    for code in [scherm.code for scherm in SCREENS if scherm.railicoon]:
        window.open(code)
    assert standen(store) == voor
    with store.reader() as r:
        assert {rij["code"] for rij in r.rows("SELECT code FROM handeling WHERE tijd > '2027'")} <= {
            *("kluis.openen", "kluis.klok_bevestigen", "kluis.sleutels_vastleggen"),
        }
    worker.stop()
    store.na_vastleggen.clear()
    straks.laat_los()
