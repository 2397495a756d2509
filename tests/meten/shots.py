# SPDX-License-Identifier: EUPL-1.2
"""Pictures of every screen for human eyes: python -m tests.meten.shots MAP [--alleen DEEL].

A laptop of 1366×768, the same laptop at 200 %, and a full-HD screen at 200 %; light and dark; on the practice
kluis. Each scale needs a process of its own, because Qt reads it when it starts.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCHERMEN = {"1366x768": (1366, 768, 1), "1366x768-200": (1366, 768, 2), "1920x1080-200": (1920, 1080, 2)}


@dataclass(frozen=True)
class Beeld:
    """One picture: the screen, the subject (SQL for its id) and the place in it."""

    naam: str
    code: str
    onderwerp: str = ""
    veld: str = ""


_CASUS = "SELECT dossier_id FROM casus WHERE status = 'in_uitvoering' AND overgenomen = 0"
BEELDEN = (
    Beeld("bureau", "bureau"),
    Beeld("dossiers", "dossiers"),
    Beeld("telefoonnotitie-nieuw", "telefoonnotitie"),
    Beeld("telefoonnotitie", "telefoonnotitie", "SELECT id FROM telefoonnotitie LIMIT 1"),
    Beeld("terugbellen", "terugbellen", "SELECT id FROM telefoonnotitie LIMIT 1"),
    Beeld("consultatie-nieuw", "consultatie"),
    Beeld("consultatie", "consultatie", "SELECT id FROM consultatie WHERE dossier_id IS NOT NULL"),
    Beeld("consultaties", "consultaties"),
    Beeld("nieuw_signaal", "nieuw_signaal"),
    Beeld("nieuw_signaal-uit-notitie", "nieuw_signaal", "SELECT id FROM telefoonnotitie LIMIT 1"),
    Beeld("signaal-ontvangen", "signaal", "SELECT id FROM signaal WHERE status = 'ontvangen'"),
    Beeld("signaal-geagendeerd", "signaal", "SELECT id FROM signaal WHERE status = 'geagendeerd'"),
    Beeld("signaal-doorgeleid", "signaal", "SELECT id FROM signaal WHERE status = 'doorgeleid'"),
    Beeld("signaal-opgenomen", "signaal", f"SELECT id FROM signaal WHERE dossier_id = ({_CASUS})"),  # noqa: S608 - a constant of ours
    *(
        Beeld(f"weging-{deel}", "weging", "SELECT id FROM weging WHERE vastgesteld_op IS NULL LIMIT 1", deel)
        for deel in ("tafel", "informatie", "k1", "k7", "k11", "afweging", "informeren", "besluit")
    ),
    Beeld("weging-vastgesteld", "weging", f"SELECT id FROM weging WHERE dossier_id = ({_CASUS})"),  # noqa: S608 - a constant of ours
    *(
        Beeld(f"dossier-{deel}", "dossier", _CASUS, deel)
        for deel in (
            *("overzicht", "betrokkene", "informatie", "plan"),
            *("overleggen", "deelnemers", "tijdlijn", "documenten"),
        )
    ),
    Beeld("dossier-overgenomen", "dossier", "SELECT id FROM dossier WHERE overgenomen = 1 LIMIT 1"),
    Beeld("overnemen", "overnemen"),
    Beeld("overleggen", "overleggen"),
    Beeld("overleg-nieuw", "overleg"),
    Beeld("overleg-vastgesteld", "overleg", "SELECT id FROM overleg WHERE status = 'vastgesteld' LIMIT 1"),
    Beeld("document-verslag", "document", "SELECT id FROM document WHERE soort = 'verslag' LIMIT 1"),
    Beeld("document-weegverslag", "document", "SELECT id FROM document WHERE soort = 'weegverslag' LIMIT 1"),
    Beeld("controle", "controle"),
    Beeld("inrichting", "inrichting"),
)


def main() -> int:
    """Take the pictures, one process per kind of screen."""
    lezer = argparse.ArgumentParser(prog="shots")
    lezer.add_argument("map", type=Path)
    lezer.add_argument("--alleen", default="", help="alleen beelden waarvan de naam dit bevat")
    lezer.add_argument("--scherm", choices=SCHERMEN, default="", help="alleen dit soort scherm")
    lezer.add_argument("--hier", action="store_true", help=argparse.SUPPRESS)
    keuze = lezer.parse_args()
    if keuze.hier:
        return _maak(keuze.map, keuze.scherm, keuze.alleen)
    uitkomst = 0
    for naam in [keuze.scherm] if keuze.scherm else SCHERMEN:
        breed, hoog, schaal = SCHERMEN[naam]
        omgeving = {
            **os.environ,
            "QT_SCALE_FACTOR": str(schaal),
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        }
        opdracht = [sys.executable, "-m", "tests.meten.shots", str(keuze.map), "--hier", "--scherm", naam]
        print(f"{naam}: {breed}×{hoog} beeldpunten, schaal {schaal * 100} %", flush=True)
        uitkomst |= subprocess.call([*opdracht, "--alleen", keuze.alleen], env=omgeving)
    return uitkomst


def _maak(map_: Path, scherm: str, alleen: str) -> int:
    from PySide6 import QtCore, QtWidgets

    from gemeente_pga.ui import messages, theme
    from tests.meten.praktijk import praktijk, stil, venster

    messages.beantwoorder = lambda vraag: vraag.keuzes[0] if vraag.soort == "kies_reden" else None
    breed, hoog, schaal = SCHERMEN[scherm]
    maat = QtCore.QSize(breed // schaal, hoog // schaal)
    klachten: list[str] = []
    QtCore.qInstallMessageHandler(lambda _soort, _plek, tekst: klachten.append(str(tekst)))
    with praktijk() as app:
        qt = QtWidgets.QApplication.instance()
        assert isinstance(qt, QtWidgets.QApplication)
        for schema in (QtCore.Qt.ColorScheme.Light, QtCore.Qt.ColorScheme.Dark):
            theme.zet_schema(qt, schema)
            doel = map_ / f"{scherm}-{'donker' if schema == QtCore.Qt.ColorScheme.Dark else 'licht'}"
            doel.mkdir(parents=True, exist_ok=True)
            window = venster(app)
            window.setWindowState(QtCore.Qt.WindowState.WindowNoState)
            window.resize(maat)
            for naam, toon in _beelden(app, window):
                if alleen not in naam:
                    continue
                try:
                    toon()
                    stil(app)
                except Exception as fout:  # a screen that fails is what these pictures are to show
                    klachten.append(f"{naam}: {type(fout).__name__}: {fout}")
                    continue
                if window.size() != maat:
                    klachten.append(f"{naam}: het venster past niet, {window.size().toTuple()}")
                    window.resize(maat)
                window.grab().save(str(doel / f"{naam}.png"))
    _poorten(map_, scherm, maat, alleen)
    klachten = [klacht for klacht in dict.fromkeys(klachten) if "does not support" not in klacht]
    for klacht in klachten:
        print("  !", klacht)
    return 1 if klachten else 0


def _beelden(app: object, window: object) -> Iterator[tuple[str, Callable[[], object]]]:
    from gemeente_pga.ui.window import Window

    assert isinstance(window, Window)
    store = window.omgeving.store

    def toon(beeld: Beeld) -> None:
        onderwerp = None
        if beeld.onderwerp:
            with store.reader() as r:
                onderwerp = r.value(beeld.onderwerp)
        window.meldbalk.sluit()
        window.open(beeld.code, onderwerp, beeld.veld)

    def toon_wegwijzer() -> None:
        window.zoekpaneel.hide()
        window.toon_wegwijzer("weging_wettelijk")

    for beeld in BEELDEN:
        if beeld.code in window.soorten:
            yield beeld.naam, lambda beeld=beeld: toon(beeld)  # type: ignore[misc] # bound in the loop
    yield "zoeken", window.menubalk.zoek.trigger
    yield "wegwijzer", toon_wegwijzer


def _poorten(map_: Path, scherm: str, maat: object, alleen: str) -> None:
    """The unlock page and the pages of the first start."""
    from PySide6 import QtCore, QtWidgets

    from gemeente_pga.domain.kluisdienst import KluisSoort
    from gemeente_pga.domain.merk import Merkbevinding, MerkStoring
    from gemeente_pga.store.storingen import SchijfVol
    from gemeente_pga.ui import theme
    from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen
    from gemeente_pga.ui.poort.poortvraag import Merkvraag, NietSchrijfbaar
    from tests.meten.praktijk import praktijk, stil, wacht

    assert isinstance(maat, QtCore.QSize)
    qt = QtWidgets.QApplication.instance()
    assert isinstance(qt, QtWidgets.QApplication)

    def neem(naam: str, deel: QtWidgets.QWidget) -> None:
        for schema, kleur in ((QtCore.Qt.ColorScheme.Light, "licht"), (QtCore.Qt.ColorScheme.Dark, "donker")):
            if alleen in naam:
                theme.zet_schema(qt, schema)
                deel.setWindowState(QtCore.Qt.WindowState.WindowNoState)
                deel.resize(maat)
                stil(app)
                deel.grab().save(str(map_ / f"{scherm}-{kleur}" / f"{naam}.png"))

    with praktijk(open_venster=False) as app:
        app.start(KluisSoort.KLUIS)
        _doorloop_wizard(app, neem)
    with praktijk() as app:
        app.sluit()
        if app.window is not None:
            app.window.close()
        poort = Ontgrendelen(app.dienst, app.worker, KluisSoort.KLUIS)
        poort.show()
        wacht(poort.isVisible)
        neem("ontgrendelen", poort)
        poort.close()
        for naam, vraag in (
            ("kluis-ouder", Merkvraag(MerkStoring(Merkbevinding.OUDER))),
            ("kluis-schijf-vol", NietSchrijfbaar(SchijfVol())),
        ):
            vraag.show()
            wacht(vraag.isVisible)
            neem(naam, vraag)
            vraag.close()


def _doorloop_wizard(app: object, neem: Callable[[str, Any], None]) -> None:
    """A picture of each page of the first start."""
    from gemeente_pga.app import App
    from gemeente_pga.ui.poort.wizard import Wizard
    from tests.meten.praktijk import stil

    assert isinstance(app, App)
    wizard = app.poort
    assert isinstance(wizard, Wizard)
    neem("eerste-start-0", wizard)
    wizard.begin.ui.inrichtenPushButton.click()
    wizard.gemeente.ui.naamLineEdit.setText("Waterhoven")
    wizard.gebruiker.ui.naamLineEdit.setText("S. Aydın")
    wizard.gebruiker.ui.functieLineEdit.setText("coördinator")
    for n in range(1, 6):
        neem(f"eerste-start-{n}", wizard)
        if wizard.blad is wizard.wachtzin:
            zin = wizard.wachtzin.keuze.ui.wachtzinLineEdit.text()
            wizard.wachtzin.keuze.ui.herhaalLineEdit.setText(zin)
        wizard.ui.volgendePushButton.click()
        stil(app)
    neem("eerste-start-6", wizard)


if __name__ == "__main__":
    raise SystemExit(main())
