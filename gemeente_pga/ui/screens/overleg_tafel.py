# SPDX-License-Identifier: EUPL-1.2
"""Who is at the table: attendance, secrecy and for which casus, by single keys or in a form."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from PySide6 import QtGui, QtWidgets

from gemeente_pga.domain.overleg import Deelnemer, beoordeel_deelnemer
from gemeente_pga.handelingen.overleg import record_aanwezigheid, record_deelnemer, remove_deelnemer
from gemeente_pga.store.queries.inrichting import PartijRij, partijen
from gemeente_pga.store.queries.overleg import Tafelgenoot
from gemeente_pga.ui import messages, theme
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_overleg_tafel import Ui_OverlegTafel
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.overleg_deel import CODE, Beeld, Deel, vul_formulier
from gemeente_pga.ui.widgets.contactvoorstel import Contactvoorstel
from gemeente_pga.ui.widgets.invoer import Groeiend, Passend, Toetsen
from gemeente_pga.ui.widgets.lijst import Kolom
from gemeente_pga.ui.widgets.stroom import StroomLayout

AANWEZIG = "aanwezig"
_TOETS = {"a": AANWEZIG, "s": "schriftelijk", "b": "afwezig_met_bericht", "z": "afwezig"}
_GEEN = "nog invullen"


class TafelDeel(Deel):
    """The list of participants, ticked with keys, and one participant in a form below it."""

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_OverlegTafel()
        self.ui.setupUi(self.inhoud)
        self.plaats(self.ui.layout)
        self._bij: dict[int, QtWidgets.QCheckBox] = {}
        self._bij_layout = StroomLayout(self.ui.bijWidget)
        self.ui.deelnemerKaart.setProperty("eigen_formulier", True)
        stroom = StroomLayout(self.ui.alleWidget, ruimte=8)
        self.alle_aanwezig = _knop("De &anderen waren er", "check")
        self.alle_geheim = _knop("Geheimhouding door alle aan&wezigen", "shield-check")
        self.nieuw = _knop("Deelnemer &toevoegen", "user-plus")
        for knop in (self.nieuw, self.alle_aanwezig, self.alle_geheim):
            stroom.addWidget(knop)
        self.passend = Passend(self.ui.tafelLijst)
        self.groei = Groeiend(self.ui.toelichtingPlainTextEdit, regels=2, hoogstens=8)
        self.formulier = Formulier(self.ui.deelnemerKaart, omgeving)
        self._partners: tuple[PartijRij, ...] = ()
        self.voorstel = Contactvoorstel(self.formulier, self._stel_voor)
        self._deelnemer_id: int | None = None
        self._bewerkt = False
        vul_keuzes(self.ui.rolComboBox, [(r.code, r.naam) for r in omgeving.kader.rollen])
        vul_keuzes(self.ui.aanwezigKeuzeGroep, omgeving.kader.codelijst("aanwezigheid"))
        self.ui.tafelLijst.geopend.connect(self._bewerk)
        self.ui.tafelLijst.clicked.connect(self._tik)
        toetsen: dict[str, Callable[[], object]] = {
            toets: partial(self._zet_aanwezig, code) for toets, code in _TOETS.items()
        }
        toetsen |= {str(n): partial(self._wissel_bij, n - 1) for n in range(1, 10)}
        toetsen |= {"g": self._wissel_geheim, "Delete": self._haal_weg, " ": self._wissel_geheim}
        self.toetsen = Toetsen(self.ui.tafelLijst, toetsen)
        self.alle_aanwezig.clicked.connect(self._alle_aanwezig)
        self.alle_geheim.clicked.connect(self._alle_geheim)
        self.nieuw.clicked.connect(self._nieuw)
        self.ui.vastleggenPushButton.clicked.connect(self.vastleggen)
        self.ui.sluitPushButton.clicked.connect(self._sluit)
        self.ui.weghalenPushButton.clicked.connect(self._haal_weg)

    # ---- showing

    def vul(self, beeld: Beeld) -> None:
        """The table, and the participant that was being changed."""
        lijst = self.ui.tafelLijst
        if [p.id for p in beeld.punten] != list(self._bij):
            self._stel_in(beeld)
        lijst.toon(beeld.tafel)
        self.passend.pas_aan()
        with self.omgeving.store.reader() as r:
            self._partners = partijen(r)
        vul_keuzes(self.ui.partij_idComboBox, [(p.id, p.partij.naam) for p in self._partners])
        for deel in (self.alle_aanwezig, self.alle_geheim, self.ui.toetsenLabel):
            deel.setVisible(not beeld.voorbereiding)
        self.inhoud.setEnabled(not beeld.vast)
        wie = next((t for t in beeld.tafel if t.id == self._deelnemer_id), None)
        if self._deelnemer_id is not None and wie is None:
            self._bewerkt = False
        if self._bewerkt:
            self._toon_formulier(wie)
        self.ui.deelnemerKaart.setVisible(self._bewerkt)

    def _stel_in(self, beeld: Beeld) -> None:
        kader = self.omgeving.kader
        vink = theme.icoon("check", "goed")
        kolommen: list[Kolom[Tafelgenoot]] = [
            Kolom("Naam", lambda t: t.inhoud.naam, rek=True),
            Kolom("Organisatie", lambda t: t.partij, rek=True),
            Kolom(
                "Aanwezig",
                lambda t: kader.label("aanwezigheid", t.inhoud.aanwezig) if t.inhoud.aanwezig else _GEEN,
            ),
            Kolom(
                "Geheimhouding",
                lambda t: "ja" if t.inhoud.geheimhouding else "",
                icoon=lambda t: vink if t.inhoud.geheimhouding else None,
                uitleg=lambda t: (
                    "Heeft de geheimhouding bevestigd" if t.inhoud.geheimhouding else "Nog niet bevestigd"
                ),
            ),
        ]
        for n, punt in enumerate(beeld.punten, start=1):
            kolommen.append(_casuskolom(n, punt.id, punt.casusnummer, vink))
        self.ui.tafelLijst.stel_in(kolommen, sleutel=lambda t: t.id)
        for tik in self._bij.values():
            self._bij_layout.removeWidget(tik)
            tik.deleteLater()
        self._bij = {}
        for punt in beeld.punten:
            tik = QtWidgets.QCheckBox(f"Casus {punt.casusnummer}", self.ui.bijWidget)
            self._bij_layout.addWidget(tik)
            self._bij[punt.id] = tik

    # ---- by key: recorded at once

    def _gekozen(self) -> Tafelgenoot | None:
        rij = self.ui.tafelLijst.rij()
        return rij if isinstance(rij, Tafelgenoot) else None

    def _leg_vast(self, wie: Tafelgenoot, deelnemer: Deelnemer, bij: tuple[int, ...]) -> None:
        assert self.beeld is not None  # noqa: S101 - shown before it can be used
        record_deelnemer(
            self.omgeving.store, self.beeld.kop.id, deelnemer, bespreking_ids=bij, deelnemer_id=wie.id
        )
        self.herlezen.emit()

    def _zet_aanwezig(self, code: str) -> None:
        wie = self._gekozen()
        if wie is None:
            return
        geheim = wie.inhoud.geheimhouding and code == AANWEZIG
        self._leg_vast(wie, replace(wie.inhoud, aanwezig=code, geheimhouding=geheim), wie.bespreking_ids)
        rijen = [t for t in self.ui.tafelLijst.rijen() if isinstance(t, Tafelgenoot)]
        volgende = [t.id for t in rijen][[t.id for t in rijen].index(wie.id) + 1 :][:1]
        if volgende:
            self.ui.tafelLijst.kies(volgende[0])

    def _wissel_geheim(self) -> None:
        wie = self._gekozen()
        if wie is not None:
            deelnemer = replace(wie.inhoud, geheimhouding=not wie.inhoud.geheimhouding)
            self._leg_vast(wie, deelnemer, wie.bespreking_ids)

    def _wissel_bij(self, n: int) -> None:
        wie = self._gekozen()
        if wie is None or self.beeld is None or n >= len(self.beeld.punten):
            return
        bij = {*wie.bespreking_ids} ^ {self.beeld.punten[n].id}
        self._leg_vast(wie, wie.inhoud, tuple(p.id for p in self.beeld.punten if p.id in bij))

    def _tik(self, index: QtGui.QStandardItem) -> None:
        """A click on a tick column ticks."""
        kolom = index.column()
        if kolom == 3:
            self._wissel_geheim()
        elif kolom > 3:
            self._wissel_bij(kolom - 4)

    def _alle_aanwezig(self) -> None:
        self._zet_alle(lambda d: d if d.aanwezig else replace(d, aanwezig=AANWEZIG))

    def _alle_geheim(self) -> None:
        self._zet_alle(lambda d: replace(d, geheimhouding=True) if d.aanwezig == AANWEZIG else d)

    def _zet_alle(self, maak: Callable[[Deelnemer], Deelnemer]) -> None:
        assert self.beeld is not None  # noqa: S101 - shown before it can be used
        nieuw = {t.id: maak(t.inhoud) for t in self.beeld.tafel if maak(t.inhoud) != t.inhoud}
        if nieuw:
            record_aanwezigheid(self.omgeving.store, self.beeld.kop.id, nieuw)
            self.herlezen.emit()
        self.ui.tafelLijst.setFocus()

    # ---- in the form

    def _stel_voor(self, partij_id: int) -> Mapping[str, str]:
        """The contact person of the organisation, once."""
        partij = next((p.partij for p in self._partners if p.id == partij_id), None)
        zit_er = {t.inhoud.naam for t in self.beeld.tafel} if self.beeld else set()
        if partij is None or not partij.contactpersoon or partij.contactpersoon in zit_er:
            return {}
        return {"naam": partij.contactpersoon, "functie": partij.functie}

    def _bewerk(self, wie: Tafelgenoot) -> None:
        self._open_formulier(wie)
        self.formulier.focus("naam")

    def _nieuw(self) -> None:
        self._open_formulier(None)
        self.formulier.focus("partij_id")

    def _open_formulier(self, wie: Tafelgenoot | None) -> None:
        self._deelnemer_id = wie.id if wie else None
        self._bewerkt = True
        self.voorstel.vergeet()
        self.ui.deelnemerKaart.show()
        self._toon_formulier(wie)

    def _toon_formulier(self, wie: Tafelgenoot | None) -> None:
        assert self.beeld is not None  # noqa: S101 - shown before it can be used
        leeg = dict.fromkeys(self.formulier.velden(), "")
        was_vuil = self.formulier.vuil
        vul_formulier(self.formulier, self._sleutel(), wie.inhoud if wie else leeg)
        self.ui.deelnemerKaartKopLabel.setText(wie.inhoud.naam if wie else "Deelnemer toevoegen")
        self.ui.weghalenPushButton.setVisible(wie is not None)
        if not was_vuil:
            erbij = wie.bespreking_ids if wie else tuple(self._bij)
            for bespreking_id, tik in self._bij.items():
                tik.setChecked(bespreking_id in erbij)

    def _sleutel(self) -> str:
        assert self.beeld is not None  # noqa: S101 - shown before it can be used
        return f"{self.beeld.kop.id}:deelnemer:{self._deelnemer_id or 'nieuw'}"

    def vastleggen(self) -> None:
        """Record the participant in the form."""
        if not self._bewerkt or self.beeld is None:
            return
        self.formulier.bewaar_concept()
        omgeving = self.omgeving
        uitkomst = beoordeel_deelnemer(self.formulier.lees(), omgeving.kader, omgeving.vandaag())
        if isinstance(uitkomst, list):
            self.formulier.toon_gebreken(uitkomst)
            return
        with self.formulier.wordt_vastgelegd():
            deelnemer_id = record_deelnemer(
                omgeving.store,
                self.beeld.kop.id,
                uitkomst,
                bespreking_ids=tuple(b for b, tik in self._bij.items() if tik.isChecked()),
                deelnemer_id=self._deelnemer_id,
                concept=(CODE, self._sleutel()),
            )
        omgeving.window.meld(f"{uitkomst.naam} staat op de lijst.")
        self._deelnemer_id = deelnemer_id
        self._sluit()
        self.herlezen.emit()

    def _sluit(self) -> None:
        self.formulier.bewaar_concept()
        self._bewerkt = False
        self.ui.deelnemerKaart.hide()
        self.ui.tafelLijst.setFocus()

    def _haal_weg(self) -> None:
        wie = self._gekozen()
        if self._bewerkt and self.beeld is not None:
            wie = next((t for t in self.beeld.tafel if t.id == self._deelnemer_id), None)
        if wie is None or self.beeld is None:
            return
        gevolg = (
            f"U gaat {wie.inhoud.naam} van de lijst halen. Doe dit alleen als deze persoon niet was "
            "uitgenodigd. Was iemand er niet? Kies dan afwezig."
        )
        if messages.vraag(self, "Deelnemer van de lijst halen", gevolg, "Van de lijst halen", "Laten staan"):
            self.formulier.klaar()
            self._bewerkt = False
            remove_deelnemer(self.omgeving.store, self.beeld.kop.id, wie.id)
            self.herlezen.emit()

    # ---- being sent here

    def begin(self) -> QtWidgets.QWidget | None:
        """The table."""
        return self.ui.tafelLijst

    def ga_naar(self, veld: str) -> bool:
        """Without a field: the table. "nieuw", "id" or "id.veld": that participant in the form."""
        if self.beeld is not None and veld:
            rij, _, eigen = veld.partition(".")
            wie = next((t for t in self.beeld.tafel if str(t.id) == rij), None)
            if wie is not None or veld == "nieuw":
                self._open_formulier(wie)
                return self.ga_naar(eigen or ("naam" if wie else "partij_id"))
        if veld and super().ga_naar(veld):
            return True
        if self.beeld is not None and self.ui.tafelLijst.rij() is None:
            open_ = next((t for t in self.beeld.tafel if not t.inhoud.aanwezig), None)
            self.ui.tafelLijst.kies(open_.id if open_ else None)
        self.ui.tafelLijst.setFocus()
        return True


def _knop(tekst: str, icoon: str) -> QtWidgets.QPushButton:
    knop = QtWidgets.QPushButton(tekst)
    knop.setProperty("icoon", icoon)
    return knop


def _casuskolom(n: int, bespreking_id: int, nummer: str, vink: QtGui.QIcon) -> Kolom[Tafelgenoot]:
    return Kolom(
        f"{n}: {nummer}",
        lambda t: "ja" if bespreking_id in t.bespreking_ids else "",
        icoon=lambda t: vink if bespreking_id in t.bespreking_ids else None,
        uitleg=lambda t: (
            "Erbij voor deze casus" if bespreking_id in t.bespreking_ids else "Niet bij deze casus"
        ),
        kort=f"{n}: {nummer.rpartition('-')[2]}",
    )
