# SPDX-License-Identifier: EUPL-1.2
"""Part of the weging: what lay on the table, item by item, and lines taken over from the signals."""

from collections.abc import Sequence
from dataclasses import asdict

from PySide6 import QtWidgets

from gemeente_pga.domain.grond import merkteken
from gemeente_pga.domain.informatie import (
    CITEREN_NA_AKKOORD,
    NIET_OP_PAPIER,
    InformatieItem,
    Signaaldeel,
)
from gemeente_pga.domain.tekst import datum_kort, datum_lang
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.forms.ui_weging_informatie import Ui_WegingInformatie
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import knop, label, links
from gemeente_pga.ui.screens.weging_deel import Deel, Weegblad
from gemeente_pga.ui.widgets.formulierdeel import snelvastleggen
from gemeente_pga.ui.widgets.inbrengplek import Inbrengplek, Partijkeuze
from gemeente_pga.ui.widgets.informatie import InformatieEditor
from gemeente_pga.ui.widgets.invoer import Passend, Wikkelend
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst

DOEL = "Wegen of opnemen in de persoonsgerichte aanpak nodig is"
SIGNAALREGELS = "signaalregels"
LEEG = "Er is nog niets vastgelegd. Neem hieronder regels over, of typ wat een partij aan tafel vertelt."
_EERDER = (
    "Kies een regel en druk op Enter. De tekst komt in het formulier hieronder. Ga na of het nog klopt, en "
    "vraag de gever opnieuw wat ermee mag."
)
_VRAAG = "De weegploeg vroeg op {} aan {}: “{}” Leg het antwoord hier vast."


class Informatiedeel(Deel):
    """The list above, the editor below; the cursor stays in the editor."""

    wegwijzersleutel = "weging_informatie"

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.ui = Ui_WegingInformatie()
        self.ui.setupUi(self)
        self.editor = InformatieEditor(omgeving, self)
        indeling = self.ui.editorVak.layout()
        if indeling is not None:
            indeling.addWidget(self.editor)
        self._uit_signaal = False
        ui = self.ui
        ui.informatieLijst.stel_in(
            [
                Kolom[InformatieItem]("Nr.", lambda i: str(self._nummer(i))),
                Kolom[InformatieItem]("Informatie", self._regel, rek=True, uitleg=self._uitleg),
                Kolom[InformatieItem]("Gever", lambda i: i.partij, rek=True),
                Kolom[InformatieItem]("Verslag", _in_verslag),
            ],
            sleutel=lambda i: i.id,
        )
        ui.signaalLijst.stel_in(
            [
                Kolom[Signaaldeel]("Regel", lambda d: d.tekst, rek=True, uitleg=_regeluitleg),
                Kolom[Signaaldeel]("Soort", lambda d: self._woord("soort_uitspraak", d.soort_uitspraak)),
            ],
            sleutel=lambda d: (d.signaal_id, d.sleutel),
        )
        self._bouw_eerder()
        self.wikkelend = (
            Wikkelend(ui.informatieLijst, regels=3),
            Wikkelend(ui.signaalLijst),
            Passend(self.eerderlijst, rijen=4),
        )
        ui.informatieLijst.geopend.connect(lambda _: self._wijzig())
        ui.signaalLijst.geopend.connect(lambda _: self._neem_over())
        ui.nieuwButton.clicked.connect(self._nieuw)
        ui.wijzigButton.clicked.connect(self._wijzig)
        ui.overneemButton.clicked.connect(self._neem_over)
        self.editor.vastgelegd.connect(self._is_vastgelegd)
        self.editor.geschrapt.connect(lambda _: self.klaar.emit("Informatie geschrapt."))
        self.editor.gestopt.connect(self._zet_titel)
        self.snel = snelvastleggen(self, self.editor.vastleggen, "Informatie vastleggen")

    def formulieren(self) -> Sequence[Formulier]:
        """The form of the editor."""
        return (self.editor.formulier,)

    def formulieren_bij(self, rij_id: int) -> Sequence[Formulier]:
        """The editor, with this item in it; once vastgesteld the list shows which one."""
        self.ui.informatieLijst.kies(rij_id)
        self._wijzig()
        return self.formulieren()

    def eerste_veld(self) -> None:
        """While there is nothing yet, the lines of the signal; else the editor."""
        if self.blad is not None and not self.blad.items and self.blad.signaaldelen:
            self._kies_regel()
        else:
            self.editor.formulier.focus("partij_id")

    def naar(self, veld: str) -> None:
        """A field of the editor, or the lines of the signal that were not taken over."""
        if veld == SIGNAALREGELS and self.ui.signaalLijst.rijen():
            self._kies_regel()
            self.ui.rol.ensureWidgetVisible(self.ui.signaalKaart)
            return
        super().naar(veld)

    def vastleggen(self) -> None:
        """Record what stands in the editor."""
        self.editor.vastleggen()

    def toon(self, blad: Weegblad) -> None:
        """Fill both lists and point the editor at this weging."""
        super().toon(blad)
        weging = blad.weging
        self.editor.richt(
            Inbrengplek(
                dossier_id=weging.dossier_id,
                waarbij={"weging_id": weging.id},
                concept=self.concept("informatie"),
                partijen=[Partijkeuze(r.id, r.partij.soort, r.partij.naam) for r in blad.partijen],
                doel=DOEL,
                aanvulling=blad.alleen_lezen,
            )
        )
        ui = self.ui
        ui.informatieLijst.toon(blad.items)
        ui.informatieLijst.setVisible(bool(blad.items))
        gevraagd = blad.gevraagd
        if gevraagd is not None:
            dag = datum_lang(gevraagd.datum)
            self.vraaglabel.setText(_VRAAG.format(dag, gevraagd.aan, gevraagd.tekst))
        self.vraaglabel.setVisible(gevraagd is not None)
        self.eerderlijst.toon(blad.eerder_ingebracht)
        self.eerderkaart.setVisible(bool(blad.eerder_ingebracht))
        ui.leegLabel.setText(LEEG)
        ui.leegLabel.setVisible(not blad.items)
        ui.signaalLijst.toon(blad.signaaldelen)
        ui.signaalKaart.setVisible(bool(blad.signaaldelen))
        ui.wijzigButton.setVisible(bool(blad.items) and not blad.alleen_lezen)
        ui.nieuwButton.setVisible(bool(blad.items))
        self._zet_titel()

    # ---- acting

    def _nieuw(self) -> None:
        if self.editor.item is not None or not self.editor.formulier.vuil:
            self.editor.nieuw()
        self._zet_titel()
        self.editor.formulier.focus("partij_id")

    def _wijzig(self) -> None:
        item = self.ui.informatieLijst.rij()
        if isinstance(item, InformatieItem) and self.blad is not None and not self.blad.alleen_lezen:
            self._uit_signaal = False
            self.editor.wijzig(item)
            self._zet_titel()

    def _is_vol(self) -> bool:
        """Is something being typed? Then that comes first."""
        if self.editor.formulier.vuil:
            zin = "In het formulier staat nog iets. Leg dat eerst vast, of kies ‘Leegmaken’."
            self.omgeving.window.meld(zin, "let_op")
            self.editor.formulier.focus("tekst")
        return self.editor.formulier.vuil

    def _neem_eerder_over(self) -> None:
        """As it was recorded then, in the editor. What may be done with it is asked of the giver anew."""
        item = self.eerderlijst.rij()
        if not isinstance(item, InformatieItem) or self._is_vol():
            return
        voorstel = asdict(item.inhoud) | {"markering": "", "verder_gebruik": False}
        velden = self.editor.formulier.velden()
        herkomst: dict[str, int | str] = {}
        if item.signaal_id is not None:
            herkomst = {"signaal_id": item.signaal_id, "signaal_deel": item.signaal_deel}
        self._uit_signaal = False
        self.editor.nieuw({veld: waarde for veld, waarde in voorstel.items() if veld in velden}, herkomst)
        self._zet_titel()
        self.editor.formulier.focus("tekst")

    def _neem_over(self) -> None:
        """Put the line in the editor, to be checked. Typing that is there already comes first."""
        deel = self.ui.signaalLijst.rij()
        if not isinstance(deel, Signaaldeel) or self.blad is None or self._is_vol():
            return
        voorstel: dict[str, object] = {
            "partij_id": deel.partij_id or self._eigen_gemeente(),
            "tekst": deel.tekst,
            "soort_uitspraak": deel.soort_uitspraak,
            "bron": deel.bron,
            "gebeurd_op": deel.gebeurd_op,
            "ontvangen_op": deel.ontvangen_op,
        }
        self._uit_signaal = True
        herkomst: dict[str, int | str] = {"signaal_id": deel.signaal_id, "signaal_deel": deel.sleutel}
        self.editor.nieuw(voorstel, herkomst, open_bron=deel.open_bron)
        self._zet_titel()
        self.editor.formulier.focus("tekst")

    def _is_vastgelegd(self) -> None:
        """Ready for the next one: the next line of the signal, or a new item of the same party."""
        self.klaar.emit("Informatie vastgelegd.")
        self._zet_titel()
        if self._uit_signaal and self.blad is not None and len(self.blad.signaaldelen) > 1:
            self._kies_regel()
        else:
            self.editor.formulier.focus("tekst")
        self._uit_signaal = False

    def _kies_regel(self) -> None:
        self.ui.signaalLijst.setFocus()
        if self.ui.signaalLijst.rijen():
            self.ui.signaalLijst.selectRow(max(0, self.ui.signaalLijst.currentIndex().row()))

    # ---- building

    def _bouw_eerder(self) -> None:
        """What the weegploeg asked, and what lay on the table before; only where there is such a thing."""
        boven = self.ui.signaalKaart.parentWidget()
        indeling = boven.layout() if boven is not None else None
        assert isinstance(indeling, QtWidgets.QVBoxLayout)  # noqa: S101 - as the form was drawn
        self.vraaglabel = label("", "inzet")
        indeling.insertWidget(0, self.vraaglabel)
        self.eerderkaart = Kaart("Uit een eerdere weging overnemen")
        self.eerderlijst = Lijst()
        self.eerderlijst.setObjectName("eerderLijst")
        self.eerderlijst.setAccessibleName("Informatie uit een eerdere weging")
        self.eerderlijst.stel_in(
            [
                Kolom[InformatieItem]("Informatie", self._regel, rek=True, uitleg=self._uitleg),
                Kolom[InformatieItem]("Gever", lambda i: i.partij),
            ],
            sleutel=lambda i: i.id,
        )
        self.eerderlijst.geopend.connect(lambda _: self._neem_eerder_over())
        overneem = knop("Informatie overnemen", self._neem_eerder_over, naam="eerderOverneem")
        self.eerderkaart.inhoud.addWidget(label(_EERDER, "stil"))
        self.eerderkaart.inhoud.addWidget(self.eerderlijst)
        self.eerderkaart.inhoud.addLayout(links(overneem))
        indeling.insertWidget(indeling.indexOf(self.ui.signaalKaart), self.eerderkaart)

    # ---- words

    def _zet_titel(self) -> None:
        item = self.editor.item
        vast = self.blad is not None and self.blad.alleen_lezen
        nieuw = "Aanvulling na vaststellen" if vast else "Nieuwe informatie"
        self.ui.editorKaartTitel.setText(f"Informatie {self._nummer(item)} wijzigen" if item else nieuw)

    def _eigen_gemeente(self) -> int | None:
        """A signal that reached the municipality is brought in by the municipality."""
        partijen = self.blad.partijen if self.blad else ()
        return next((r.id for r in partijen if r.partij.soort == "gemeente"), None)

    def _nummer(self, item: InformatieItem) -> int:
        ids = [i.id for i in self.blad.items] if self.blad else []
        return ids.index(item.id) + 1 if item.id in ids else 0

    def _regel(self, item: InformatieItem) -> str:
        merk = merkteken(self.blad.kader, item.inhoud.categorie) if self.blad else ""
        return f"[{merk.lower()}] {_tekst(item)}" if merk else _tekst(item)

    def _uitleg(self, item: InformatieItem) -> str:
        soort = self._woord("soort_uitspraak", item.inhoud.soort_uitspraak)
        markering = self._woord("markering", item.inhoud.markering)
        return "\n".join(deel for deel in (_tekst(item), soort, markering) if deel)

    def _woord(self, lijst: str, code: str) -> str:
        return self.blad.kader.label(lijst, code) if self.blad and code else ""


def _tekst(item: InformatieItem) -> str:
    if item.inhoud.tekst:
        return item.inhoud.tekst
    return "(niet vastgelegd)" if item.inhoud.markering in NIET_OP_PAPIER else ""


def _in_verslag(item: InformatieItem) -> str:
    if item.inhoud.markering == CITEREN_NA_AKKOORD:
        return "ja, akkoord" if item.inhoud.verder_gebruik else "na akkoord"
    return "ja" if item.mag_op_papier else "nee"


def _regeluitleg(deel: Signaaldeel) -> str:
    return f"{deel.tekst}\n{deel.bron}, {datum_kort(deel.ontvangen_op)}"
