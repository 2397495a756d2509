# SPDX-License-Identifier: EUPL-1.2
"""What the practice kluis cannot show: the pages before the window, an empty kluis, the FG, waarneming.

Each function makes its own kluis and gives each state to `neem(name, window)`.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from PySide6 import QtWidgets

from gemeente_pga.app import App
from gemeente_pga.binnen import log_binnenkomst
from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import Gebruiker
from gemeente_pga.domain.kluisdienst import KluisSoort, KluisStaat
from gemeente_pga.domain.merk import Merkbevinding, MerkStoring
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.handelingen import waarneming
from gemeente_pga.handelingen.sleutels import register_sleutels
from gemeente_pga.kaderbestand import active_kader, read_kader
from gemeente_pga.kluis.storingen import WachtzinOnjuist
from gemeente_pga.oefenkluis import fill
from gemeente_pga.store.storingen import SchijfVol
from gemeente_pga.ui import messages
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.poort.ontgrendelen import Ontgrendelen
from gemeente_pga.ui.poort.poortvraag import Merkvraag, NietSchrijfbaar
from gemeente_pga.ui.poort.wizard import Wizard
from gemeente_pga.ui.screens import MEEKIJKSCHERMEN, SCREENS
from gemeente_pga.ui.screens.inrichting import InrichtingScherm
from gemeente_pga.ui.screens.inrichting_waarneming import WaarnemingDeel
from gemeente_pga.ui.window import Window
from gemeente_pga.ui.worker import Worker
from tests.meten.praktijk import praktijk, stil, wacht
from tests.ui_hulp import NU, VANDAAG, WACHTZIN, lichte_dienst
from tests.waarneming import toestellen

Neem = Callable[[str, QtWidgets.QWidget], None]
_ZIN_FG = "ladder kaneel zwemvest papegaai rietstengel dakpan"


def eerste_start(neem: Neem) -> None:
    """Each page of the first start, and the empty kluis that comes out of it."""
    with praktijk(open_venster=False) as app:
        app.start(KluisSoort.KLUIS)
        wizard = app.poort
        assert isinstance(wizard, Wizard)
        neem("eerste-start-0", wizard)
        wizard.begin.ui.inrichtenPushButton.click()
        wizard.ui.volgendePushButton.click()
        neem("eerste-start-1-gebreken", wizard)
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
        wizard.ui.volgendePushButton.click()
        neem("eerste-start-6-nalopen", wizard)
        wizard.ui.volgendePushButton.click()
        neem("eerste-start-6-gebreken", wizard)
        code = wizard.herstelcode
        for veld, groep in zip(("eerste", "tweede"), code.gevraagd, strict=True):
            code.formulier.vul({veld: code.groepen[groep]})
        wizard.ui.volgendePushButton.click()
        neem("eerste-start-7", wizard)
        wizard.ui.volgendePushButton.click()
        wacht(lambda: app.window is not None)
        stil(app)
        window = app.window
        assert window is not None
        for plek in ("bureau", "dossiers", "overleggen", "consultaties", "toezicht"):
            window.open(plek)
            neem(f"leeg-{plek}", window)
        window.open("inrichting", None, "backup")
        neem("leeg-backup", window)
        window.afsluitvraag.houdt_tegen()
        neem("afsluiten", window)


def slot(neem: Neem) -> None:
    """The unlock page in all its states, and what can stand between it and the window."""
    with praktijk() as app:
        _backup_terugzetten(app, neem)
        app.sluit()
        if app.window is not None:
            app.window.close()
        for soort, naam in (
            (KluisSoort.KLUIS, "ontgrendelen"),
            (KluisSoort.OEFENKLUIS, "ontgrendelen-oefenen"),
        ):
            neem(naam, _slotpagina(app, soort))
        poort = _slotpagina(app, KluisSoort.KLUIS)
        poort.toon_storing(WachtzinOnjuist())
        neem("ontgrendelen-onjuist", poort)
        poort.naar_herstel()
        neem("ontgrendelen-herstelcode", poort)
        poort.naar_papier()
        neem("ontgrendelen-van-papier", poort)
        poort = _slotpagina(app, KluisSoort.KLUIS)
        poort.toon_bezig("De kluis wordt nagekeken.")
        poort.toon_voortgang(0.4)
        neem("ontgrendelen-bezig", poort)
        for staat in (KluisStaat.DATABASE_ZONDER_SLEUTELBESTAND, KluisStaat.WEG):
            poort = _slotpagina(app, KluisSoort.KLUIS)
            poort.toon_kapot(staat)
            neem(f"ontgrendelen-{staat.name.lower().replace('_', '-')}", poort)
    for bevinding in (b for b in Merkbevinding if b.vraagt):  # the others are told inside, nothing is asked
        _poortvraag(f"kluis-{bevinding.name.lower()}", lambda b=bevinding: Merkvraag(MerkStoring(b)), neem)  # type: ignore[misc] # one each
    _poortvraag("kluis-schijf-vol", lambda: NietSchrijfbaar(SchijfVol()), neem)
    vraag = Merkvraag(MerkStoring(Merkbevinding.OUDER))
    vraag.show()
    vraag.ui.verderPushButton.click()
    neem("kluis-ouder-gebrek", vraag)


def _poortvraag(naam: str, maak: Callable[[], QtWidgets.QWidget], neem: Neem) -> None:
    try:
        vraag = maak()
    except (KeyError, ValueError):  # a finding about which nothing is asked
        return
    vraag.show()
    vraag.eerste_focus()  # type: ignore[attr-defined] # all of them have it
    neem(naam, vraag)
    vraag.close()


def _slotpagina(app: App, soort: KluisSoort) -> Ontgrendelen:
    poort = Ontgrendelen(app.dienst, app.worker, soort)
    poort.show()
    poort.eerste_focus()
    return poort


def _backup_terugzetten(app: App, neem: Neem) -> None:
    """The page on which a back-up is chosen, with one real back-up."""
    with tempfile.TemporaryDirectory() as map_:
        doel = Path(map_, "stick")
        doel.mkdir()
        assert app.window is not None
        app.dienst.backup.maak(doel)
        wizard = Wizard(app.dienst, app.worker, app.window.omgeving.kader, VANDAAG)
        wizard.show()
        was, messages.beantwoorder = messages.beantwoorder, lambda _vraag: doel
        wizard.zet_terug()
        stil(app)
        messages.beantwoorder = was
        neem("terugzetten", wizard)
        wizard.close()


def dialogen(neem: Neem) -> None:
    """The few questions that stand in a window of their own."""
    redenen = [
        ("klacht", "Er is een klacht"),
        ("verzoek", "Verzoek van de betrokkene"),
        ("fg", "Vraag van de FG"),
    ]
    tekst = (
        "Dit dossier is gesloten. U gaat de inhoud toch bekijken. "
        "Dat komt met uw reden in het journaal te staan."
    )
    ouder = QtWidgets.QWidget()
    dialoog = messages._RedenDialoog(ouder, "Gesloten dossier bekijken", tekst, redenen, "Dossier bekijken")
    dialoog.show()
    neem("dialoog-reden", dialoog)
    dialoog.close()


@contextmanager
def _venster(dienst: Dienst) -> Iterator[Window]:
    store, worker = dienst.store, Worker()
    assert store is not None
    omgeving = Omgeving(
        store=store, kader=active_kader(store), worker=worker, dienst=dienst,
        vandaag=lambda: VANDAAG, nu=lambda: NU, oefenkluis=False,
    )  # fmt: skip
    met = dienst.sleutels.geopend_met()
    omgeving.meekijken_tot = met.tot if met is not None else None
    window = Window(omgeving, MEEKIJKSCHERMEN if omgeving.alleen_kijken else SCREENS)
    window.show()
    window.open(next(iter(window.soorten)))
    try:
        yield window
    finally:
        worker.stop()
        window.close()


def fg(neem: Neem) -> None:
    """The window while the FG looks along."""
    with tempfile.TemporaryDirectory() as map_:
        dienst = lichte_dienst(Path(map_))
        dienst.kies(KluisSoort.KLUIS)
        dienst.maak(WACHTZIN)
        dienst.betreed()
        assert dienst.store is not None
        dienst.store.oefening = True
        fill(dienst.store, read_kader(), NU)
        dienst.sleutels.laat_fg_toe(WACHTZIN, _ZIN_FG, VANDAAG + timedelta(days=20))
        register_sleutels(
            dienst.store,
            Handeling.KLUIS_FG_TOELATEN,
            dienst.sleutels.sloten(),
            VANDAAG,
            van=Gebruiker("M. de Boer", "FG"),
        )
        dienst.laat_los()
        dienst.kies(KluisSoort.KLUIS)
        dienst.ontgrendel(_ZIN_FG, met=SlotSoort.FG)
        dienst.betreed()
        log_binnenkomst(dienst)
        with _venster(dienst) as window:
            neem("fg-toezicht", window)
            for plek in ("bureau", "dossiers", "wie_heeft_wat", "termijnen", "controle", "verantwoording"):
                window.open(plek)
                neem(f"fg-{plek}", window)
            with window.omgeving.store.reader() as r:
                dossier_id = r.value("SELECT dossier_id FROM casus LIMIT 1")
            window.open("dossier", dossier_id)
            neem("fg-dossier", window)
            window.open("dossier", dossier_id, "rechten")
            neem("fg-dossier-rechten", window)
        dienst.laat_los()


def waarnemen(neem: Neem) -> None:
    """Giving the kluis out, the laptop of the waarnemer, and taking it in again."""
    with tempfile.TemporaryDirectory() as map_:
        stick = Path(map_, "stick")
        hier = toestellen.thuis(Path(map_, "hier"))
        with _venster(hier.dienst) as window:
            _neem_waarneming(neem, window, "waarneming-geven")
        kopie = toestellen.geef_uit(hier, stick)
        with _venster(hier.dienst) as window:
            _neem_waarneming(neem, window, "waarneming-uitgegeven")
        hier.uit()
        daar = toestellen.begin(Path(map_, "daar"), kopie)
        with _venster(daar.dienst) as window:
            _neem_waarneming(neem, window, "waarneming-elders")
        toestellen.leg_vast(daar.store, "Duinrand")
        terug = toestellen.geef_terug(daar, stick)
        daar.uit()
        hier.aan()
        waarneming.resume(hier.store, "waarnemer_onbereikbaar", NU)
        toestellen.leg_vast(hier.store, "Oosterveld")
        with _venster(hier.dienst) as window:
            deel = _waarneming(window)
            kaart = deel.terugnemen
            kaart.oud.vul({"oud": WACHTZIN})
            was, messages.beantwoorder = messages.beantwoorder, lambda _vraag: terug
            kaart.lees_knop.click()
            messages.beantwoorder = was
            wacht(lambda: kaart.teruggave is not None)
            kaart.doe_knop.click()
            neem("waarneming-terugnemen", window)
            kaart.keuze.vul({"leidend": "hier", "reden": "mandaat"})
            kaart.doe_knop.click()
            deel.overdoen.lijst.selectRow(0)
            neem("waarneming-overdoen", window)
        hier.uit()


def _waarneming(window: Window) -> WaarnemingDeel:
    window.open("inrichting", None, "waarneming")
    scherm = window.scherm
    assert isinstance(scherm, InrichtingScherm)
    deel = scherm.delen["waarneming"]
    assert isinstance(deel, WaarnemingDeel)
    return deel


def _neem_waarneming(neem: Neem, window: Window, naam: str) -> None:
    _waarneming(window)
    neem(naam, window)
    for rol in window.findChildren(QtWidgets.QScrollArea):
        rol.verticalScrollBar().setValue(rol.verticalScrollBar().maximum())
    neem(f"{naam}-onder", window)


def rondleiding(neem: Neem) -> None:
    """The walk where it is offered, at its first stop and at the way there; and that of a real kluis."""
    with praktijk() as app:
        window = app.window
        assert window is not None
        neem("rondleiding-aanbod", window)
        window.rondleiding.begin()
        neem("rondleiding-begin", window)
        window.rondleiding.ga_heen()
        window.rondleiding.toon_uitleg()
        neem("rondleiding-uitleg", window)


STANDEN: dict[str, Callable[[Neem], None]] = {
    "rondleiding": rondleiding,
    "eerste start": eerste_start,
    "slot": slot,
    "dialogen": dialogen,
    "fg": fg,
    "waarneming": waarnemen,
}
