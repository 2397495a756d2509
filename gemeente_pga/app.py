# SPDX-License-Identifier: EUPL-1.2
"""The only place that constructs things: service, worker, unlock page, wizard, window; unlock, lock, quit.

Locking replaces the process, so that nothing of what was on screen stays in memory.
"""

import gc
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from PySide6 import QtCore, QtWidgets

from gemeente_pga import paths
from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.beleid import Beleid
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.kluisdienst import KluisSoort, KluisStaat
from gemeente_pga.kluis.bestanden import restrict_umask
from gemeente_pga.ui import crash, theme, vastgelegd
from gemeente_pga.ui.aanloop import Aanloop
from gemeente_pga.ui.applicatie import NAAM, make_qt
from gemeente_pga.ui.lock import replace_process
from gemeente_pga.ui.omgeving import PLEK
from gemeente_pga.ui.poort.berichten import KAPOT
from gemeente_pga.ui.poort.ontgrendelen import OEFENWACHTZIN, Ontgrendelen
from gemeente_pga.ui.poort.plaats import require_own_disk
from gemeente_pga.ui.poort.uitleg import Uitleg
from gemeente_pga.ui.waken import Waken
from gemeente_pga.ui.worker import Worker
from gemeente_pga.vooraf import vooraf

if TYPE_CHECKING:
    from gemeente_pga.ui.poort.poortvraag import Poortvraag
    from gemeente_pga.ui.poort.wizard import Inrichting, Wizard
    from gemeente_pga.ui.window import Window

Vervang = Callable[[Sequence[str]], None]
Klok = Callable[[], datetime]
_KLEINST = QtCore.QSize(640, 360)
_GEEN_KLUIS = (KluisStaat.GEEN, KluisStaat.AANLEG_AFGEBROKEN)


def now() -> datetime:
    """This moment, with the offset of the place."""
    return datetime.now(UTC).astimezone()


class App(QtCore.QObject):
    """The life of the program between start and lock."""

    geopend = QtCore.Signal()

    def __init__(
        self,
        qt: QtWidgets.QApplication,
        dienst: Dienst,
        *,
        vervang: Vervang = replace_process,
        argumenten: Sequence[str] = (),
        verslag: str = "",
        klok: Klok | None = None,
        beleid: Callable[[], Beleid] = Beleid,
    ) -> None:
        super().__init__()
        self.qt = qt
        self.dienst = dienst
        self.worker = Worker(self)
        self.waken = Waken(qt, self)
        self.poort: Ontgrendelen | Poortvraag | Wizard | None = None
        self.window: Window | None = None
        self.aanloop: Aanloop | None = None
        self._vervang = vervang
        self._argumenten = tuple(argumenten)
        self._verslag = verslag
        self._klok: Klok = klok or now
        self._lees_beleid = beleid
        self._weg = False
        self.waken.tijd_om.connect(self.vergrendel)
        qt.commitDataRequest.connect(lambda _beheer: self.bewaar())
        qt.aboutToQuit.connect(self.sluit)

    # ---- getting in

    def start(self, soort: KluisSoort = KluisSoort.KLUIS, *, leeg: bool = False) -> None:
        """Unlock page, or the first start when there is no kluis yet.

        leeg: set up a practice kluis by hand, as if it were a real one, instead of filling it.
        """
        if self.dienst.voorkeur(*theme.CONTRASTKEUZE) == theme.HOOG:
            theme.zet_contrast(aan=True)
        try:
            vastgelegd.beleid = self.waken.beleid = self.dienst.beleid = self._lees_beleid()
            require_own_disk(self.dienst.map(soort))
            self.dienst.kies(soort)
            staat = self.dienst.staat()
        except Storing as storing:
            self._weiger(storing, soort, leeg)
            return
        if staat in _GEEN_KLUIS and (leeg or soort is KluisSoort.KLUIS):
            self._begin_wizard()
        elif staat in _GEEN_KLUIS:
            self._maak_oefenkluis()
        else:
            poort = Ontgrendelen(self.dienst, self.worker, soort, bericht=self._bericht())
            self._toon_poort(poort)
            if staat in KAPOT:
                poort.toon_kapot(staat)

    def _weiger(self, storing: Storing, soort: KluisSoort, leeg: bool) -> None:
        """Without this folder nothing is unlocked: another program may be at work in it."""
        from gemeente_pga.ui.poort.poortvraag import Geweigerd

        pagina = Geweigerd(storing, oefenen=soort is KluisSoort.OEFENKLUIS)
        pagina.opnieuw.connect(partial(self.start, soort, leeg=leeg))
        pagina.echte_kluis.connect(self.start)
        self._toon_poort(pagina)

    def _toon_poort(self, poort: "Ontgrendelen | Poortvraag | Wizard") -> None:
        oud, self.poort = self.poort, poort
        poort.setWindowTitle(NAAM)
        poort.setMinimumSize(_KLEINST)
        Uitleg(poort)
        if isinstance(poort, Ontgrendelen):
            poort.ontgrendeld.connect(self._treed_binnen)
            poort.andere_kluis.connect(self._wissel_kluis)
            poort.opnieuw.connect(self._maak_oefenkluis_opnieuw)
            poort.terugzetten.connect(lambda: self._begin_wizard(kapot=True))
        theme.zet_maat(poort, oud)
        poort.show()
        gc.enable()  # off while the program was loading
        poort.eerste_focus()
        if oud is not None:
            oud.close()
            oud.deleteLater()
        self.aanloop = self.aanloop or Aanloop(vooraf(), self)

    def _begin_wizard(self, *, kapot: bool = False) -> None:
        from gemeente_pga.kaderbestand import read_kader
        from gemeente_pga.ui.poort.wizard import Wizard

        wizard = Wizard(self.dienst, self.worker, read_kader(), self._vandaag(), kapot=kapot)
        wizard.klaar.connect(self._richt_in)
        wizard.oefenen.connect(lambda: self.start(KluisSoort.OEFENKLUIS))
        wizard.teruggezet.connect(self.start)
        self._toon_poort(wizard)
        if kapot:
            wizard.zet_terug()

    def _wissel_kluis(self) -> None:
        ander = KluisSoort.KLUIS if self.dienst.soort is KluisSoort.OEFENKLUIS else KluisSoort.OEFENKLUIS
        self.start(ander)

    def _maak_oefenkluis_opnieuw(self) -> None:
        try:
            self.dienst.gooi_oefenkluis_weg()
        except Storing as storing:
            self._zeg(storing)
            return
        self.start(KluisSoort.OEFENKLUIS)

    def _maak_oefenkluis(self) -> None:
        """Make the practice kluis with its invented dossiers, then open it."""
        if self.poort is None:
            self._toon_poort(Ontgrendelen(self.dienst, self.worker, KluisSoort.OEFENKLUIS))
        self._toon_bezig("De oefenomgeving wordt gemaakt. Dat duurt ongeveer tien seconden.")
        self.worker.run(lambda: self.dienst.maak(OEFENWACHTZIN), self._vul_oefenkluis, self._mislukt)

    def _vul_oefenkluis(self, _herstelcode: str) -> None:
        from gemeente_pga.handelingen.sleutels import reconcile_sleutels
        from gemeente_pga.kaderbestand import read_kader
        from gemeente_pga.oefenkluis import fill

        try:
            self.dienst.betreed()
        except Storing as storing:
            self._zeg(storing)
            return
        store, kader, nu = self.dienst.store, read_kader(), self._klok()
        if store is not None:  # nobody else uses it yet, so the worker may
            sloten = self.dienst.sleutels.sloten()

            def vul() -> None:
                fill(store, kader, nu)
                reconcile_sleutels(store, sloten, nu.date())

            self.worker.run(vul, lambda _: self._open_venster(), self._mislukt)

    def _toon_bezig(self, tekst: str) -> None:
        if self.poort is not None:
            self.poort.toon_bezig(tekst)

    def _richt_in(self, inrichting: "Inrichting") -> None:
        """Make the kluis and record what the wizard gathered."""
        from gemeente_pga.binnen import log_inrichting

        try:
            self.dienst.betreed()
            log_inrichting(self.dienst, inrichting, self._klok())
        except Storing as storing:
            self._zeg(storing)
            return
        self._open_venster()

    def _treed_binnen(self) -> None:
        from gemeente_pga.binnen import log_binnenkomst
        from gemeente_pga.ui.poort.binnenkomst import Binnenkomst

        if not isinstance(self.poort, Ontgrendelen):
            return
        leg_vast = partial(log_binnenkomst, self.dienst, wachtzin_vervangen=self.poort.wachtzin_vervangen)
        binnenkomst = Binnenkomst(self.dienst, self.worker, self.poort, leg_vast, self)
        binnenkomst.pagina_gevraagd.connect(self._toon_poort)
        binnenkomst.binnen.connect(self._open_venster)
        binnenkomst.terug.connect(self._naar_slot)
        binnenkomst.begin()

    def _naar_slot(self, storing: Storing | None) -> None:
        """Back to the unlock page; the keys are gone."""
        self.dienst.verlaat()
        if not isinstance(self.poort, Ontgrendelen):
            self._toon_poort(Ontgrendelen(self.dienst, self.worker, self.dienst.soort))
        if storing is not None:
            self._zeg(storing)

    def _open_venster(self) -> None:
        from gemeente_pga.binnen import leg_beleid_vast, meldingen
        from gemeente_pga.kaderbestand import active_kader
        from gemeente_pga.ui.omgeving import Omgeving
        from gemeente_pga.ui.opbergen import maak_af
        from gemeente_pga.ui.screens import MEEKIJKSCHERMEN, SCREENS
        from gemeente_pga.ui.window import Window

        store = self.dienst.store
        if store is None:
            return
        leg_beleid_vast(self.dienst)
        omgeving = Omgeving(
            store=store,
            kader=active_kader(store),
            worker=self.worker,
            dienst=self.dienst,
            vandaag=self._vandaag,
            nu=self._klok,
            oefenkluis=self.dienst.soort is KluisSoort.OEFENKLUIS,
        )
        met = self.dienst.sleutels.geopend_met()
        omgeving.meekijken_tot = met.tot if met is not None else None
        self.window = Window(omgeving, MEEKIJKSCHERMEN if omgeving.alleen_kijken else SCREENS)
        self.window.vergrendel_gevraagd.connect(self.vergrendel)
        self.window.gesloten.connect(self.qt.quit)
        theme.zet_maat(self.window, self.poort)
        self._ga_terug()
        self.window.show()
        if self.poort is not None:
            self.poort.close()
            self.poort.deleteLater()
            self.poort = None
        self.waken.begin(self.window, store)
        if self.dienst.merkwacht is not None:
            self.dienst.merkwacht.bij_fout = self._zeg_straks
        omgeving.nakijken.straks()
        if melding := meldingen(self.dienst):
            self.window.meld(melding, "let_op")
        self.window.rondleiding.hervat()
        self.geopend.emit()
        maak_af(omgeving)  # what a crash left between freezing a document and making it

    def _ga_terug(self) -> None:
        """To where the user was when the kluis was locked, or to the first place."""
        if self.window is None or self.dienst.store is None:
            return
        plek = self.dienst.store.concept(PLEK)
        if plek:
            self.dienst.store.discard_concept(PLEK)
        if not (plek and self.window.naar_plek(plek)):
            self.window.open(next(iter(self.window.soorten)))

    # ---- getting out

    def bewaar(self) -> None:
        """Keep all unfinished typing and the place."""
        store = self.dienst.store
        if self.window is None or store is None or not store.is_open:
            return
        self.window.bewaar_concepten()
        self.window.bewaar_bezocht()
        plek = self.window.plek()
        if plek:
            store.save_concept(PLEK, "", plek)

    def sluit(self) -> None:
        """Keep what was typed, close the kluis, forget the keys."""
        if self._weg:
            return
        self._weg = True
        self.waken.stop()
        store = self.dienst.store
        if store is not None:
            store.cancel_maintenance()
        self.worker.stop()
        try:
            self.bewaar()
        finally:
            self.dienst.laat_los()

    def vergrendel(self, *extra: str) -> None:
        """Lock: keep everything, close the kluis, and begin afresh in a new process."""
        if self.window is None or self._weg:
            return
        self.window.hide()  # first of all: nobody may read on while the rest is put away
        self.sluit()
        oefen = ["--oefen"] if self.dienst.soort is KluisSoort.OEFENKLUIS else []
        self._vervang([*self._argumenten, *oefen, *extra])

    def stort_in(self, fout: BaseException) -> None:
        """What nobody caught: a Storing is told to the user; anything else is a bug, reported, and locks."""
        if isinstance(fout, Storing):
            self._zeg(fout)
            return
        if isinstance(fout, KeyboardInterrupt):
            self.qt.quit()
            return
        verslag = crash.write_report(paths.log_folder(), fout, now())
        if self.window is None:
            self._zeg(Storing("Er ging iets mis dat niet had mogen gebeuren.", f"Verslag: {verslag}"))
            return
        self.vergrendel("--verslag", verslag.name)

    # ---- inside

    def _vandaag(self) -> date:
        return self._klok().date()

    def _zeg(self, storing: Storing) -> None:
        if self.window is not None:
            self.window.meld(f"{storing.melding} {storing.raad}".strip(), "fout")
        elif self.poort is not None:
            self.poort.toon_storing(storing)

    def _zeg_straks(self, storing: Storing) -> None:
        """After what the act itself has to say."""
        QtCore.QTimer.singleShot(0, partial(self._zeg, storing))

    def _mislukt(self, fout: Exception) -> None:
        if not isinstance(fout, Storing):
            raise fout
        self._zeg(fout)

    def _bericht(self) -> str:
        if not self._verslag:
            return ""
        pad = paths.log_folder() / Path(self._verslag).name
        return (
            "Er ging iets mis in het programma. Wat u had vastgelegd en getypt is bewaard. In het bestand "
            f"{pad} staat wat er fout ging, zonder namen of teksten. U mag het aan uw ICT-beheerder geven."
        )


def kluismap(beleid: Beleid, gevraagd: Path | None) -> Path:
    """What was laid down goes before what stands on the command line, and that before the usual place."""
    plek = Path(beleid.kluismap) if beleid.kluismap else gevraagd
    return paths.kluis_folder() if plek is None else paths.private_folder(plek)


def run(*, map_: Path | None = None, oefen: bool = False, verslag: str = "") -> int:
    """The program, from start to the end of the process."""
    restrict_umask()
    crash.shield_memory()
    qt = make_qt(sys.argv[:1])

    dienst: Dienst
    kluis = lambda: kluismap(dienst.beleid, map_)  # noqa: E731 - read anew each time, as the policy is
    mappen = {KluisSoort.KLUIS: kluis, KluisSoort.OEFENKLUIS: paths.oefen_folder}
    try:
        dienst = Dienst(mappen, paths.settings_file(), now)
        argumenten = [] if map_ is None else ["--map", str(map_)]
        beleid = partial(paths.read_policy, paths.policy_file())
        app = App(qt, dienst, argumenten=argumenten, verslag=verslag, beleid=beleid)
        crash.install(app.stort_in, paths.log_folder())
    except Storing as storing:
        print(storing.melding, storing.raad, file=sys.stderr)
        return 1
    app.start(KluisSoort.OEFENKLUIS if oefen else KluisSoort.KLUIS)
    return qt.exec()


def zelftest(naar: TextIO) -> int:
    """Does everything work on this computer? The exit code of the program."""
    from gemeente_pga.zelftest import run as probeer

    return probeer(naar, now)
