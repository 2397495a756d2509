# SPDX-License-Identifier: EUPL-1.2
"""What is recorded of a signal, to read: who, what was reported, what was done, attachments, corrections."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6 import QtCore, QtWidgets

from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.moment import moment_kort, read_moment
from gemeente_pga.domain.notitie import KAN_NIET
from gemeente_pga.domain.persoon import adresregel, volledige_naam
from gemeente_pga.domain.signaal import in_woorden
from gemeente_pga.domain.signaalstap import MELDERBERICHTEN, SPOEDPARTIJEN
from gemeente_pga.domain.staten import SignaalStaat as S
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.store.queries.signaal import Bijlageregel, Notitieblad, Oudeversie, Signaalblad
from gemeente_pga.ui import theme
from gemeente_pga.ui.widgets.bijlagen import omvang
from gemeente_pga.ui.widgets.indeling import maak_leeg
from gemeente_pga.ui.widgets.kaart import Kaart

Regel = tuple[str, str]
"""A heading and what stands under it."""
_VELDEN = {
    "kanaal": "Hoe kwam het binnen",
    "ontvangen_op": "Ontvangen op",
    "ontvangen_door": "Ontvangen door",
    "gebeurd_op": "Gebeurd op",
    "bron_soort": "Wie meldt dit",
    "bron_organisatie": "Organisatie",
    "melder_naam": "Naam van de melder",
    "melder_functie": "Functie van de melder",
    "melder_contact": "Contact van de melder",
    "naam_noemen": "Naam van de melder bekend",
    "bron_kennis": "Hoe weet de bron dit",
    "zelf_waargenomen": "Zelf waargenomen",
    "van_anderen": "Van anderen gehoord",
    "interpretatie": "Interpretatie van de melder",
    "eigen_opmerking": "Eigen opmerking",
    "eerder_besproken": "Eerder besproken",
    "eerder_besproken_toelichting": "Toelichting eerder besproken",
}
_KOPBREEDTE = 150
_LIJSTEN = {"kanaal", "bron_soort", "bron_kennis", "naam_noemen", "eerder_besproken"}


def betrokkene_regels(blad: Signaalblad) -> Iterator[Regel]:
    """Who it is about, and as whom this reporter knew the person."""
    persoon = blad.persoon
    geboren = f"geboren {datum_kort(persoon.geboortedatum)}" if persoon.geboortedatum else ""
    wie = (volledige_naam(persoon), geboren, adresregel(persoon))
    yield "Betrokkene", ", ".join(deel for deel in wie if deel)
    yield "Zo gemeld", blad.gemeld_als
    yield "Dossier", f"{blad.nummer}, {blad.gemeente}"


def bron_regels(blad: Signaalblad, kader: Kader) -> Iterator[Regel]:
    """Where it came from and how the source knows."""
    signaal = blad.inhoud
    yield "Soort", in_woorden(kader, "signaalsoort", signaal.soort)
    kanaal = in_woorden(kader, "kanaal", signaal.kanaal)
    yield "Ontvangen", f"{moment_kort(signaal.ontvangen_op)}, {kanaal.lower()}, door {signaal.ontvangen_door}"
    yield "Vastgelegd", moment_kort(blad.vastgelegd_op)
    bron = (in_woorden(kader, "bron_soort", signaal.bron_soort), signaal.bron_organisatie)
    yield "Bron", ", ".join(deel for deel in bron if deel)
    melder = (signaal.melder_naam, signaal.melder_functie, signaal.melder_contact)
    if any(melder):
        yield "Melder", ", ".join(deel for deel in melder if deel)
        yield "Naam bekend maken", in_woorden(kader, "naam_noemen", signaal.naam_noemen)
    yield "Hoe weet de bron dit", in_woorden(kader, "bron_kennis", signaal.bron_kennis)
    eerder = in_woorden(kader, "eerder_besproken", signaal.eerder_besproken)
    yield "Eerder besproken", " – ".join(d for d in (eerder, signaal.eerder_besproken_toelichting) if d)


def inhoud_regels(blad: Signaalblad) -> Iterator[Regel]:
    """What was reported, fact and opinion apart."""
    signaal = blad.inhoud
    if signaal.gebeurd_op:
        yield "Gebeurd op", datum_kort(signaal.gebeurd_op)
    for veld in ("zelf_waargenomen", "van_anderen", "interpretatie", "eigen_opmerking"):
        tekst = getattr(signaal, veld)
        if tekst:
            yield _VELDEN[veld], tekst


def gedaan_regels(blad: Signaalblad, kader: Kader) -> Iterator[Regel]:
    """What was done with it so far."""
    for notitie in blad.notities:
        yield f"Telefoonnotitie, {moment_kort(notitie.notitie.ontvangen_op)}", terugbelzin(notitie)
    partijen, berichten = dict(SPOEDPARTIJEN), dict(MELDERBERICHTEN)
    for spoed in blad.spoed:
        wie = ", ".join(d for d in (partijen.get(spoed.partij, spoed.partij), spoed.persoon) if d)
        yield f"Spoed, {moment_kort(spoed.gebeld_op)}", f"{wie}. {spoed.verteld}"
    if blad.controle:
        antwoorden = (
            ("over een persoon", blad.controle.over_persoon),
            ("in deze gemeente", blad.controle.gemeente_verblijf),
            ("bron bekend", blad.controle.bron_bekend),
        )
        zin = "; ".join(
            f"{vraag}: {in_woorden(kader, 'ja_nee_onbekend', a).lower()}" for vraag, a in antwoorden
        )
        toelichting = f". {blad.controle.controle_toelichting}" if blad.controle.controle_toelichting else ""
        yield f"Formele controle, {moment_kort(blad.gecontroleerd_op)}", zin.capitalize() + toelichting
    if blad.geagendeerd_voor:
        yield "Weegploeg", f"{datum_kort(blad.geagendeerd_voor)}, met {', '.join(blad.uitgenodigd)}"
    if blad.vraag:
        voor = f", uiterlijk {datum_kort(blad.vraag.vraag_voor)}" if blad.vraag.vraag_voor else ""
        yield f"Vraag aan {blad.vraag.vraag_aan}{voor}", blad.vraag.vraag
    for bericht in blad.berichten:
        wijze = in_woorden(kader, "kanaal", bericht.wijze).lower()
        wat = berichten.get(bericht.soort, bericht.soort)
        yield f"Bericht aan de melder, {datum_kort(bericht.op)}", f"{wat} ({wijze}). {bericht.tekst}".strip()
    if blad.overdracht:
        yield (
            "Overgedragen",
            f"Op {datum_kort(blad.overdracht.overgedragen_op)} aan {blad.overdracht.overgedragen_aan}",
        )
    if blad.sluiting:
        reden = in_woorden(kader, "sluitreden_signaal", blad.sluiting.sluitreden)
        yield "Afgesloten", f"{reden}. {blad.sluiting.sluit_toelichting}"
    yield from _vergeleken(blad, kader)


def terugbelzin(blad: Notitieblad) -> str:
    """Was the caller called back, when and how; "" when there was nobody to call."""
    if blad.wacht_op_terugbellen:
        return "De beller is nog niet teruggebeld via een bekend nummer."
    terug = blad.terugbellen
    if terug is None:
        return "De beller gaf geen naam en geen nummer."
    wanneer = moment_kort(terug.teruggebeld_op)
    if terug.teruggebeld == KAN_NIET:
        return f"Terugbellen kan niet ({wanneer}): {terug.teruggebeld_via}"
    return f"Teruggebeld op {wanneer}, via {terug.teruggebeld_via}"


def _vergeleken(blad: Signaalblad, kader: Kader) -> Iterator[Regel]:
    for keuze in blad.vergeleken:
        ja = keuze.uitkomst == "bevestigd"
        lijst = "reden_kandidaat_bevestigen" if ja else "reden_kandidaat_afwijzen"
        zin = "Dezelfde persoon" if ja else "Iemand anders"
        reden = in_woorden(kader, lijst, keuze.reden)
        uitleg = f" ({keuze.toelichting})" if keuze.toelichting else ""
        yield f"Vergeleken met dossier {keuze.nummer or 'dat er niet meer is'}", f"{zin}: {reden}{uitleg}"


def versie_regels(blad: Signaalblad, kader: Kader) -> Iterator[Regel]:
    """What corrected fields said before."""
    for versie in blad.versies:
        reden = in_woorden(kader, "reden_correctie", versie.reden).lower()
        wanneer = moment_kort(versie.vastgelegd_op)
        kop = f"{_VELDEN.get(versie.veld, versie.veld)}, gecorrigeerd op {wanneer} ({reden})"
        yield kop, f"Er stond: {_oud(versie, kader) or '(leeg)'}"


def _oud(versie: Oudeversie, kader: Kader) -> str:
    if versie.veld in _LIJSTEN:
        return in_woorden(kader, versie.veld, versie.oude_waarde)
    if versie.veld in ("ontvangen_op", "gebeurd_op") and versie.oude_waarde:
        return moment_kort(versie.oude_waarde)
    return versie.oude_waarde


class Leeskaart(Kaart):
    """A card with headings and texts that can be selected: side by side, or long texts below each other."""

    def __init__(self, titel: str, *, onder_elkaar: bool = False) -> None:
        super().__init__(titel)
        self._onder_elkaar = onder_elkaar
        vak = QtWidgets.QWidget()
        self._rijen = QtWidgets.QGridLayout(vak)
        self._rijen.setContentsMargins(0, 0, 0, 0)
        self._rijen.setHorizontalSpacing(theme.RUIMTE[3])
        self._rijen.setVerticalSpacing(theme.RUIMTE[1])
        self._rijen.setColumnStretch(1, 1)
        self.inhoud.addWidget(vak)
        self._regels: list[Regel] = []

    def toon(self, regels: Iterator[Regel]) -> None:
        """Show these; without any the card is gone."""
        nieuw = list(regels)
        self.setVisible(bool(nieuw))
        if nieuw == self._regels:
            return
        self._regels = nieuw
        maak_leeg(self._rijen)
        boven = QtCore.Qt.AlignmentFlag.AlignTop
        for n, (kop, tekst) in enumerate(nieuw):
            woorden, waarde = _label(kop, "stil"), _label(tekst, "", selecteerbaar=True)
            if self._onder_elkaar:
                vak = QtWidgets.QWidget()  # a heading stands nearer to its own text than to the one above
                paar = QtWidgets.QVBoxLayout(vak)
                paar.setContentsMargins(0, 0, 0, theme.RUIMTE[0])
                paar.setSpacing(theme.RUIMTE[0] // 2)
                paar.addWidget(woorden)
                paar.addWidget(waarde)
                self._rijen.addWidget(vak, n, 0, 1, 2)
            else:
                woorden.setFixedWidth(_KOPBREEDTE)
                self._rijen.addWidget(woorden, n, 0, boven)
                self._rijen.addWidget(waarde, n, 1)


class Bijlagenkaart(Kaart):
    """The attachments; they open inside the program only."""

    def __init__(self, openen: Callable[[int], None], toevoegen: Callable[[], None]) -> None:
        super().__init__("Bijlagen")
        self._openen = openen
        self._rijen = QtWidgets.QVBoxLayout()
        self._rijen.setSpacing(theme.RUIMTE[0])
        self.toevoegen = QtWidgets.QPushButton("Bijlage &toevoegen …")
        theme.zet_icoon(self.toevoegen, "paperclip")
        self.toevoegen.clicked.connect(toevoegen)
        self.inhoud.addLayout(self._rijen)
        knoppen = QtWidgets.QHBoxLayout()
        knoppen.addWidget(self.toevoegen)
        knoppen.addStretch()
        self.inhoud.addLayout(knoppen)

    def toon(self, bijlagen: tuple[Bijlageregel, ...]) -> None:
        """Show these attachments."""
        maak_leeg(self._rijen)
        if not bijlagen:
            self._rijen.addWidget(_label("Er zijn geen bijlagen.", "stil"))
        for bijlage in bijlagen:
            knop = QtWidgets.QPushButton(f"{bijlage.naam.replace('&', '&&')}  ({omvang(bijlage.grootte)})")
            knop.setProperty("rol", "plat")
            knop.setAccessibleName(f"Bijlage {bijlage.naam} openen")
            theme.zet_icoon(knop, "file-text", "accent")
            knop.clicked.connect(partial(self._openen, bijlage.id))
            self._rijen.addWidget(knop, 0, QtCore.Qt.AlignmentFlag.AlignLeft)


def weegploegzin(blad: Signaalblad) -> str:
    """Where the signal stands with the weegploeg."""
    if blad.status == S.IN_WEGING:
        return "De weging is begonnen. Het besluit is nog niet vastgesteld."
    if blad.status == S.NADERE_INFORMATIE:
        return "De weegploeg wacht op een antwoord. Is het er, of blijft het uit, hervat dan de weging."
    dag = datum_kort(blad.geagendeerd_voor) if blad.geagendeerd_voor else "nog geen datum"
    return f"Op de lijst voor {dag}. Begin de weging aan tafel, of als u de aantekeningen uitwerkt."


def ontvangen_dag(blad: Signaalblad) -> str:
    """The day it came, for a title."""
    return datum_kort(read_moment(blad.inhoud.ontvangen_op).date())


def _label(tekst: str, rol: str, *, selecteerbaar: bool = False) -> QtWidgets.QLabel:
    label = QtWidgets.QLabel(tekst)
    label.setTextFormat(QtCore.Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("rol", rol)
    if selecteerbaar:
        vlaggen = QtCore.Qt.TextInteractionFlag
        label.setTextInteractionFlags(vlaggen.TextSelectableByMouse | vlaggen.TextSelectableByKeyboard)
    return label
