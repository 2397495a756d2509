# SPDX-License-Identifier: EUPL-1.2
"""The vaststellingsronde: a jurist ticks what was read and vouches for it with name, day and text."""

import json
from collections.abc import Mapping

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.kaderronde import VELDNAMEN, Ondertekening, beoordeel_ronde, toon_waarde
from gemeente_pga.domain.kaderstand import Onderdeel, Vaststelling, geldend, onderdelen
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.kader import record_ronde
from gemeente_pga.ui import messages
from gemeente_pga.ui.forms.ui_vaststelling import Ui_Vaststelling
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.widgets.paneel import Formulierpaneel

CONCEPT = ("inrichting", "vaststellingsronde")
UITLEG = (
    "Een jurist bevestigt hier in één ronde de tekst van de criteria en de termijnen: "
    "wie, wanneer en tegen welke tekst."
)
_LEEG = "Nog niets ingevuld"
_NIET = "Niet vastgesteld"
_NAMEN = {**VELDNAMEN, "titel": "Titel", "korte_naam": "Naam", "onderwerp": "Onderwerp", "vanaf": "Vanaf"}
_NAMEN |= {"telt_wel": "Telt wel", "telt_niet": "Telt niet"}
_SLEUTEL = QtCore.Qt.ItemDataRole.UserRole


class Rondekaart(Formulierpaneel):
    """What can be signed, with a tick; the words of the one that is looked at; who signs."""

    wijzig = QtCore.Signal(str)
    """the item that somebody wants to fill in, as "soort:code\""""

    def __init__(self, omgeving: Omgeving) -> None:
        self._onderdelen: tuple[Onderdeel, ...] = ()
        self._kader_id = 0
        self._vult = False
        ontwerp = Ui_Vaststelling()
        super().__init__(
            omgeving, "Vaststellingsronde", ontwerp, naam="ronde", knop="Onderdelen vast&stellen",
            uitleg=UITLEG, met_terug=False,
        )  # fmt: skip
        self.formulier.veld("gekozen").hide()
        ontwerp.gekozenLabel.hide()
        self.lijst = QtWidgets.QListWidget(self)
        self.lijst.setAccessibleName("Wat kan worden vastgesteld")
        self.lijst.setMinimumHeight(220)
        self.lijst.setWordWrap(True)
        self.lijst.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.itemChanged.connect(self._aangekruist)
        self.lijst.currentRowChanged.connect(self._toon_woorden)
        self.lijst.itemActivated.connect(lambda item: self.wijzig.emit(item.data(_SLEUTEL)))
        self.woorden = QtWidgets.QTextBrowser(self)
        self.woorden.setAccessibleName("De tekst die wordt vastgesteld")
        self.woorden.setFixedHeight(150)
        self.woorden.setTabChangesFocus(True)
        plek = self.inhoud.indexOf(self.vorm)
        self.inhoud.insertWidget(plek, self.lijst)
        self.inhoud.insertWidget(plek + 1, self.woorden)
        self.stel_in(self._oordeel, self._neem)
        self.vastgelegd.connect(self.formulier.wis)

    def vul_in(self, kader_id: int, kader: Kader, vaststellingen: tuple[Vaststelling, ...]) -> None:
        """Show how every item stands; ticks and typing that were not recorded stay."""
        self._kader_id = kader_id
        self._onderdelen = onderdelen(kader)
        vast = geldend(kader, vaststellingen)
        rij = max(0, self.lijst.currentRow())
        self._vult = True
        self.lijst.clear()
        for onderdeel in self._onderdelen:
            item = QtWidgets.QListWidgetItem(f"{onderdeel.naam}. {_stand(onderdeel, vast)}", self.lijst)
            item.setData(_SLEUTEL, ":".join(onderdeel.sleutel))
            item.setFlags(item.flags() | QtCore.Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(QtCore.Qt.CheckState.Unchecked)
            if onderdeel.leeg:
                item.setToolTip("Dubbelklik of druk op Enter om dit in te vullen.")
        self._vult = False
        self.toon(CONCEPT, {}, alleen_lezen=self.omgeving.alleen_kijken)
        self._zet_kruisjes()
        self.lijst.setCurrentRow(rij)

    def leg_vast(self) -> None:
        """Say what it means before it is recorded."""
        uitkomst = self.formulier.beoordeel(self._oordeel)
        if isinstance(uitkomst, Ondertekening) and messages.vraag(
            self, "Onderdelen vaststellen", _gevolg(uitkomst), "Vaststellen", "Terug"
        ):
            super().leg_vast()

    # ---- inside

    def _gekozen(self) -> set[tuple[str, str]]:
        gekozen = set()
        for n in range(self.lijst.count()):
            if self.lijst.item(n).checkState() == QtCore.Qt.CheckState.Checked:
                soort, _, code = self.lijst.item(n).data(_SLEUTEL).partition(":")
                gekozen.add((soort, code))
        return gekozen

    def _aangekruist(self) -> None:
        """The ticks are typing too: they are kept over a lock."""
        if not self._vult:
            veld = self.formulier.widget("gekozen")
            if isinstance(veld, QtWidgets.QLineEdit):
                veld.setText(json.dumps(sorted(":".join(sleutel) for sleutel in self._gekozen())))

    def _zet_kruisjes(self) -> None:
        gekozen = set(json.loads(str(self.formulier.lees()["gekozen"]) or "[]"))
        self._vult = True
        for n in range(self.lijst.count()):
            if self.lijst.item(n).data(_SLEUTEL) in gekozen:
                self.lijst.item(n).setCheckState(QtCore.Qt.CheckState.Checked)
        self._vult = False

    def _toon_woorden(self, rij: int) -> None:
        if not 0 <= rij < len(self._onderdelen):
            return
        regels = [
            f"{_NAMEN[veld]}: {toon_waarde(veld, waarde) or _LEEG.lower()}"
            for veld, waarde in self._onderdelen[rij].waarden.items()
        ]
        self.woorden.setPlainText("\n\n".join(regels))

    def _oordeel(self, invoer: Mapping[str, object]) -> Ondertekening | list[Gebrek]:
        return beoordeel_ronde(
            invoer, self.omgeving.vandaag(), gekozen=self._gekozen(), onderdelen=self._onderdelen
        )

    def _neem(self, ondertekening: Ondertekening, concept: tuple[str, str]) -> None:
        record_ronde(self.omgeving.store, self._kader_id, ondertekening, concept=concept)
        aantal = len(ondertekening.items)
        wat = "1 onderdeel" if aantal == 1 else f"{aantal} onderdelen"
        self.omgeving.window.meld(f"Vastgesteld door {ondertekening.ronde.door}: {wat}.")


def _stand(onderdeel: Onderdeel, vast: Mapping[tuple[str, str], Vaststelling]) -> str:
    getekend = vast.get(onderdeel.sleutel)
    if getekend is not None:
        return f"Vastgesteld door {getekend.door} op {datum_kort(getekend.op)}"
    return _LEEG if onderdeel.leeg else _NIET


def _gevolg(o: Ondertekening) -> str:
    wat = "1 onderdeel" if len(o.items) == 1 else f"{len(o.items)} onderdelen"
    return (
        f"U gaat {wat} laten vaststellen door {o.ronde.door}, {o.ronde.functie}. Daarna tellen zij. "
        "Verandert iemand de tekst, dan telt dat onderdeel weer niet."
    )
