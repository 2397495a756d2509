# SPDX-License-Identifier: EUPL-1.2
"""The parts of the page of a signal in which something is recorded."""

from collections.abc import Mapping
from typing import Any

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.moment import read_moment
from gemeente_pga.domain.signaal import Correctie, beoordeel_correctie
from gemeente_pga.domain.signaalstap import (
    MELDERBERICHTEN,
    SPOEDPARTIJEN,
    Agendering,
    FormeleControle,
    Melderbericht,
    Overdracht,
    Sluiting,
    Spoed,
    beoordeel_agendering,
    beoordeel_controle,
    beoordeel_melderbericht,
    beoordeel_overdracht,
    beoordeel_sluiting,
    beoordeel_spoed,
    formele_sluitredenen,
    meldertekst,
)
from gemeente_pga.handelingen import signaal as handelingen
from gemeente_pga.handelingen.document import freeze
from gemeente_pga.store.queries.inrichting import partijen
from gemeente_pga.store.queries.meldformulier import ingevuld_formulier
from gemeente_pga.ui.form import vul_keuzes
from gemeente_pga.ui.forms.ui_signaal_afsluiten import Ui_SignaalAfsluiten
from gemeente_pga.ui.forms.ui_signaal_agenderen import Ui_SignaalAgenderen
from gemeente_pga.ui.forms.ui_signaal_controle import Ui_SignaalControle
from gemeente_pga.ui.forms.ui_signaal_melder import Ui_SignaalMelder
from gemeente_pga.ui.forms.ui_signaal_overdragen import Ui_SignaalOverdragen
from gemeente_pga.ui.forms.ui_signaal_spoed import Ui_SignaalSpoed
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.screens.signaal_deel import Deel, grondslagen, keuzes, velden_van
from gemeente_pga.ui.screens.signaal_kopieerblad import Kopieerdeel
from gemeente_pga.ui.screens.signaal_melding import Meldingdeel
from gemeente_pga.ui.screens.signaal_velden import Signaalvelden
from gemeente_pga.ui.widgets.formulierdeel import Vinkjes


class Spoeddeel(Deel[Spoed]):
    """Acute danger: who was called, when, what was told, on which ground."""

    deel, titel, knop = "spoed", "Spoed", "Spoed vastleggen"
    uitleg = (
        "Bel eerst. Leg daarna hier vast met wie u sprak. Het signaal gaat gewoon door naar de weegploeg."
    )
    gezegd = "Vastgelegd wie u belde."
    wegwijzer = "spoed"

    def bouw(self) -> None:
        """Lists of whom and why."""
        self.ui = Ui_SignaalSpoed()
        self.ui.setupUi(self.vorm)
        vul_keuzes(self.ui.partijComboBox, SPOEDPARTIJEN)
        vul_keuzes(self.ui.grondslagComboBox, grondslagen(self.omgeving))

    def begin(self) -> dict[str, object]:
        """The call was most likely just now."""
        nu = self.omgeving.nu()
        return {"gebeld_op": nu.date(), "gebeld_tijd": nu.strftime("%H:%M")}

    def beoordeel(self, invoer: Mapping[str, object]) -> Spoed | list[Gebrek]:
        """A Spoed or gebreken."""
        return beoordeel_spoed(invoer, self.omgeving.kader, self.omgeving.nu())

    def registreer(self, waarde: Spoed) -> None:
        """Record it."""
        handelingen.register_spoed(self.omgeving.store, self.blad.id, waarde)


class Controledeel(Deel[FormeleControle]):
    """Three formal questions; nobody weighs here."""

    deel, titel, knop = "controle", "Formele controle", "Controle vastleggen"
    uitleg = (
        "Alleen formeel. U beoordeelt hier niet of het ernstig is: dat doen gemeente, Openbaar Ministerie en "
        "politie samen. “Onbekend” is een goed antwoord."
    )
    gezegd = "Formele controle vastgelegd."
    wegwijzer = "formele_controle"

    def bouw(self) -> None:
        """The three answers."""
        self.ui = Ui_SignaalControle()
        self.ui.setupUi(self.vorm)
        antwoorden = keuzes(self.omgeving.kader, "ja_nee_onbekend")
        for groep in (
            self.ui.over_persoonKeuzeGroep,
            self.ui.gemeente_verblijfKeuzeGroep,
            self.ui.bron_bekendKeuzeGroep,
        ):
            vul_keuzes(groep, antwoorden)

    def begin(self) -> dict[str, object]:
        """As recorded before."""
        return velden_van(self.blad.controle) if self.blad.controle else {}

    def beoordeel(self, invoer: Mapping[str, object]) -> FormeleControle | list[Gebrek]:
        """A FormeleControle or gebreken."""
        return beoordeel_controle(invoer, self.omgeving.kader, self.omgeving.vandaag())

    def registreer(self, waarde: FormeleControle) -> None:
        """Record it."""
        handelingen.check_signaal(self.omgeving.store, self.blad.id, waarde, self.omgeving.nu())


class Agendeerdeel(Deel[Agendering]):
    """On the list of the weegploeg: when, and who."""

    deel, titel, knop = "agenderen", "Agenderen voor de weegploeg", "Agendering vastleggen"
    gezegd = "Het signaal staat op de lijst van de weegploeg."
    wegwijzer = "agenderen"

    def bouw(self) -> None:
        """The parties as tick boxes."""
        self.ui = Ui_SignaalAgenderen()
        self.ui.setupUi(self.vorm)

    def na_bouw(self) -> None:
        """The boxes and their hidden field are one."""
        veld = self.ui.uitgenodigdLineEdit
        self.vinkjes = Vinkjes(self.ui.uitgenodigdVinkjes, veld)

    def begin(self) -> dict[str, object]:
        """As recorded; else the core parties, who always weigh together."""
        with self.omgeving.store.reader() as r:
            rijen = partijen(r)
        self._kern = {rij.id: rij.partij.naam for rij in rijen if rij.partij.kernpartij}
        self.vinkjes.toon([(rij.id, rij.partij.naam) for rij in rijen])
        namen = {rij.partij.naam: rij.id for rij in rijen}
        eerder = [namen[naam] for naam in self.blad.uitgenodigd if naam in namen]
        uitgenodigd = ",".join(str(i) for i in eerder or self._kern)
        return {"geagendeerd_voor": self.blad.geagendeerd_voor, "uitgenodigd": uitgenodigd}

    def beoordeel(self, invoer: Mapping[str, object]) -> Agendering | list[Gebrek]:
        """An Agendering or gebreken."""
        return beoordeel_agendering(
            {**invoer, "uitgenodigd": self.vinkjes.ids()},
            self.omgeving.vandaag(),
            ontvangen_op=self.blad.inhoud.ontvangen_op,
            kernpartijen=self._kern,
        )

    def registreer(self, waarde: Agendering) -> None:
        """Record it."""
        handelingen.schedule_signaal(self.omgeving.store, self.blad.id, waarde, self.omgeving.vandaag())


class Afsluitdeel(Deel[Sluiting]):
    """A formal error; the weegploeg hears of it."""

    deel, titel, knop = "afsluiten", "Signaal afsluiten", "Signaal afsluiten"
    uitleg = (
        "U gaat dit signaal afsluiten zonder weging. Dat kan alleen bij een formele fout. De weegploeg "
        "krijgt bericht, met uw reden."
    )
    gezegd = "Signaal afgesloten. Meld dit aan de weegploeg."
    wegwijzer = "signaal_afsluiten"

    def bouw(self) -> None:
        """Formal reasons only."""
        self.ui = Ui_SignaalAfsluiten()
        self.ui.setupUi(self.vorm)
        vul_keuzes(self.ui.sluitredenComboBox, formele_sluitredenen(self.omgeving.kader))

    def beoordeel(self, invoer: Mapping[str, object]) -> Sluiting | list[Gebrek]:
        """A Sluiting or gebreken."""
        return beoordeel_sluiting(invoer, self.omgeving.kader, self.omgeving.vandaag())

    def registreer(self, waarde: Sluiting) -> None:
        """Record it."""
        handelingen.close_signaal(self.omgeving.store, self.blad.id, waarde, self.omgeving.vandaag())


class Overdraagdeel(Deel[Overdracht]):
    """To the municipality where the person lives."""

    deel, titel, knop = "overdragen", "Overdragen aan een andere gemeente", "Overdracht vastleggen"
    uitleg = "Voor als de persoon in een andere gemeente verblijft. Daarna eindigt het signaal hier."
    gezegd = "Overdracht vastgelegd."

    def bouw(self) -> None:
        """Receiver, contents, ground."""
        self.ui = Ui_SignaalOverdragen()
        self.ui.setupUi(self.vorm)
        vul_keuzes(self.ui.overgedragen_grondslagComboBox, grondslagen(self.omgeving))

    def begin(self) -> dict[str, object]:
        """Today, unless it was recorded before."""
        if self.blad.overdracht:
            return velden_van(self.blad.overdracht)
        return {"overgedragen_op": self.omgeving.vandaag()}

    def beoordeel(self, invoer: Mapping[str, object]) -> Overdracht | list[Gebrek]:
        """An Overdracht or gebreken."""
        return beoordeel_overdracht(invoer, self.omgeving.kader, self.omgeving.vandaag())

    def registreer(self, waarde: Overdracht) -> None:
        """Record it."""
        handelingen.transfer_signaal(self.omgeving.store, self.blad.id, waarde)


class Melderdeel(Deel[Melderbericht]):
    """What the reporter was told: never contents."""

    deel, titel, knop = "melder", "Bericht aan de melder", "Bericht vastleggen"
    gezegd = "Bericht aan de melder vastgelegd."
    wegwijzer = "melder_berichten"

    def bouw(self) -> None:
        """What, when, how."""
        self.ui = Ui_SignaalMelder()
        self.ui.setupUi(self.vorm)
        vul_keuzes(self.ui.soortComboBox, MELDERBERICHTEN)
        vul_keuzes(self.ui.wijzeComboBox, keuzes(self.omgeving.kader, "kanaal"))
        self.tekstknop = QtWidgets.QPushButton("&Standaardtekst gebruiken")
        self.tekstknop.setObjectName("meldertekstButton")
        self.tekstknop.setToolTip("Zet een tekst klaar zonder inhoud. U kunt hem aanpassen.")
        self.tekstknop.clicked.connect(self.gebruik_standaard)
        self.ui.soortComboBox.currentIndexChanged.connect(self._volg_soort)
        self.ui.indeling230.addWidget(self.tekstknop, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
        self.formulierknop = QtWidgets.QPushButton("Meldformulier om te laten naki&jken …")
        self.formulierknop.setObjectName("meldformulierButton")
        self.formulierknop.setToolTip(
            "Maakt een formulier met alleen wat deze melder zelf zei, om na te kijken en te ondertekenen."
        )
        self.formulierknop.clicked.connect(self.maak_formulier)
        self.ui.indeling230.addWidget(self.formulierknop, 1, QtCore.Qt.AlignmentFlag.AlignLeft)
        self._volg_soort()

    def maak_formulier(self) -> None:
        """Frozen in the dossier; printing goes through the page of the document, with its register."""
        omgeving = self.omgeving
        with omgeving.store.reader() as r:
            stuk = ingevuld_formulier(r, self.blad.id, omgeving.kader, omgeving.vandaag())
        if stuk is None:
            zin = "Van deze melder is geen naam bekend. Niemand kan het formulier dan nakijken."
            omgeving.window.meld(zin, "let_op")
            return
        document_id = freeze(omgeving.store, stuk, op=omgeving.vandaag())
        maak_af(omgeving, lambda: omgeving.window.open("document", document_id))

    def gebruik_standaard(self) -> None:
        """Put the text of this kind of message in the field, after what was typed there."""
        tekst = meldertekst(str(self.ui.soortComboBox.currentData() or ""), self.blad.inhoud.ontvangen_op)
        veld = self.ui.tekstPlainTextEdit
        if tekst and tekst not in veld.toPlainText():
            veld.setPlainText("\n\n".join(deel for deel in (veld.toPlainText().strip(), tekst) if deel))
        veld.setFocus()

    def _volg_soort(self) -> None:
        self.tekstknop.setEnabled(bool(self.ui.soortComboBox.currentData()))

    def begin(self) -> dict[str, object]:
        """The reporter is answered the way the signal came."""
        return {"op": self.omgeving.vandaag(), "wijze": self.blad.inhoud.kanaal}

    def beoordeel(self, invoer: Mapping[str, object]) -> Melderbericht | list[Gebrek]:
        """A Melderbericht or gebreken."""
        ontvangen = self.blad.inhoud.ontvangen_op
        return beoordeel_melderbericht(
            invoer, self.omgeving.kader, self.omgeving.vandaag(), ontvangen_op=ontvangen
        )

    def registreer(self, waarde: Melderbericht) -> None:
        """Record it."""
        handelingen.inform_melder(self.omgeving.store, self.blad.id, waarde)


class Correctiedeel(Deel[Correctie]):
    """What was recorded wrongly: old and new both stay readable."""

    deel, titel, knop = "correctie", "Signaal corrigeren", "Correctie vastleggen"
    uitleg = "Wijzig wat niet klopt en kies waarom. Wat er eerst stond, blijft in het dossier te lezen."
    gezegd = "Correctie vastgelegd. De oude tekst blijft te lezen."
    groeit = False

    def bouw(self) -> None:
        """The same fields as in the intake, and a reason."""
        self.velden = Signaalvelden(self.omgeving.kader)
        self.velden.voor_correctie()
        self.reden = QtWidgets.QComboBox()
        self.reden.setObjectName("redenComboBox")
        self.reden.setAccessibleName("Waarom corrigeert u?")
        vul_keuzes(self.reden, keuzes(self.omgeving.kader, "reden_correctie"))
        label = QtWidgets.QLabel("Waarom &corrigeert u?")
        label.setProperty("rol", "subkop")
        label.setBuddy(self.reden)
        rij = QtWidgets.QVBoxLayout(self.vorm)
        rij.setContentsMargins(0, 0, 0, 0)
        for widget in (self.velden, label, self.reden):
            rij.addWidget(widget)

    def begin(self) -> dict[str, object]:
        """The signal as it is recorded now."""
        signaal = self.blad.inhoud
        ontvangen = read_moment(signaal.ontvangen_op)
        return {
            **velden_van(signaal),
            "ontvangen_op": ontvangen.date(),
            "ontvangen_tijd": f"{ontvangen:%H:%M}",
            "acuut": "ja" if signaal.acuut else "nee",
            "reden": "",
        }

    def na_vullen(self) -> None:
        """Show the fields that belong to these answers."""
        self.velden.schik()

    def beoordeel(self, invoer: Mapping[str, object]) -> Correctie | list[Gebrek]:
        """A Correctie or gebreken."""
        return beoordeel_correctie(
            invoer,
            self.omgeving.kader,
            self.omgeving.nu(),
            oud=self.blad.inhoud,
            geboortedatum=self.blad.persoon.geboortedatum,
        )

    def registreer(self, waarde: Correctie) -> None:
        """Record it."""
        handelingen.correct_signaal(self.omgeving.store, self.blad.id, waarde)


DELEN: tuple[type[Deel[Any]], ...] = (
    Spoeddeel,
    Controledeel,
    Agendeerdeel,
    Melderdeel,
    Correctiedeel,
    Meldingdeel,
    Kopieerdeel,
    Overdraagdeel,
    Afsluitdeel,
)
"""In the order of the page."""
