# SPDX-License-Identifier: EUPL-1.2
"""One request or remedy: what came in, until when, who has to be asked, the decision, and how it ended."""

import json
from collections.abc import Sequence
from datetime import date

from PySide6 import QtWidgets

from gemeente_pga.domain.afschrift import INZAGE
from gemeente_pga.domain.gezag import is_onder_zestien
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.tekst import datum_kort, datum_lang
from gemeente_pga.domain.verzoek import (
    BETROKKENE,
    CASUSOVERLEG,
    ELDERS,
    HOEDANIGHEDEN,
    KANALEN,
    Verzoekregel,
    Verzoekrond,
    Verzoekstap,
    mist_voor_verlenging,
    schort_op,
)
from gemeente_pga.domain.verzoekbesluit import nog_te_doen
from gemeente_pga.domain.verzoektermijn import AVG, Termijndag, may_extend, uiterlijk
from gemeente_pga.store.queries import verzoek as vragen
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import theme
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.scherm import Scherm
from gemeente_pga.ui.screens.dossier_deel import Feitenlijst, Koppelingen, knop, label
from gemeente_pga.ui.screens.verzoek_vormen import CODE, Verzoekvormen
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.regelbewerker import pas_hoogte_aan
from gemeente_pga.ui.widgets.rolblad import maak_rolpagina
from gemeente_pga.ui.widgets.stroom import StroomLayout

_NIEUW = "Een verzoek is binnen op de dag van ontvangst. Het programma rekent daarna de laatste dag uit."
_BURGEMEESTER = (
    "De burgemeester van {gemeente} besluit namens alle deelnemers (Staatsblad 2025, 78, artikel 2 en 3)."
)
_EIGEN = (
    "De gemeente besluit zelf. Andere kernpartijen hebben hun eigen gegevens: daar vraagt iemand het apart."
)
_AWB = "Dit besluit is een besluit in de zin van de Awb: er staat onderaan hoe iemand bezwaar maakt."


class VerzoekScherm(Scherm):
    """onderwerp_id: the request, None for a new one; veld then may be "dossier:<nummer>"."""

    code = CODE
    titel = "Verzoek"
    wegwijzersleutel = "verzoek"
    tabellen = frozenset({"verzoek", "verzoekstap", "gezag"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self.setObjectName("Form")
        self.regel: Verzoekregel | None = None
        self.vormen = Verzoekvormen(omgeving)
        self.plek_vormen = self.vormen.plek
        self.plek_vormen.gesloten.connect(self.herlaad)
        self._bouw()

    def titel_nu(self) -> str:
        """With its number; never a name."""
        return f"Verzoek {self.regel.nummer}" if self.regel else "Nieuw verzoek"

    def toon(self, onderwerp_id: int | None, veld: str = "") -> None:
        """Another request starts with its overview; a new one with its form."""
        if onderwerp_id != self.onderwerp_id or onderwerp_id is None:
            self.plek_vormen.sluit()
        nummer = ""
        if veld.startswith("dossier:"):
            nummer, veld = veld.removeprefix("dossier:"), ""
        super().toon(onderwerp_id)
        if onderwerp_id is None:
            self.vormen.nieuw(nummer)
        elif veld in self.knoppen and not self.knoppen[veld].isHidden():
            self.knoppen[veld].click()

    def herlaad(self) -> None:
        """What is recorded; a form that is open stays as it is."""
        with self.omgeving.store.reader() as r:
            self.regel = vragen.verzoek(r, self.onderwerp_id) if self.onderwerp_id is not None else None
            regel = self.regel
            if regel is None:
                self.kaart.zet_titel("Nieuw verzoek")
                self.termijn.setText(_NIEUW)
                theme.zet_eigenschap(self.termijn, "rol", "stil")
                for deel in self._na_vastleggen:
                    deel.hide()
                return
            self._toon_regel(r, regel)

    def _toon_regel(self, r: Reader, regel: Verzoekregel) -> None:
        vandaag = self.omgeving.vandaag()
        rond = vragen.rond(r, regel)
        stappen = [stap for _, stap in vragen.stappen(r, regel.id)]
        soort = self.omgeving.kader.label("verzoeksoort", regel.inhoud.soort)
        self.kaart.zet_titel(f"{self.titel_nu()}: {soort}")
        dag = uiterlijk(regel.inhoud.soort, regel.inhoud.ontvangen_op, self.omgeving.kader, politiedelen=True)
        self.termijn.setText(self._termijnzin(regel, dag))
        te_laat = regel.besluit is None and regel.uiterlijk is not None and regel.uiterlijk < vandaag
        rol = "merk_fout" if te_laat else "merk_let_op" if regel.loopt else "stil"
        theme.zet_eigenschap(self.termijn, "rol", rol)
        self.uitleg.setText("\n".join(self._zinnen(regel, rond, dag)))
        self.uitleg.show()
        self.feiten.toon(self._feiten(regel))
        self.feiten.show()
        self.stappen.toon(stappen)
        pas_hoogte_aan(self.stappen, len(stappen))
        self.stappen.setVisible(bool(stappen))
        self._schik_knoppen(regel, rond)
        self._toon_te_doen(nog_te_doen(regel, rond, vragen.niet_gemeld(r, regel)))

    # ---- in words

    def _termijnzin(self, regel: Verzoekregel, dag: Termijndag) -> str:
        if regel.besluit is not None or not regel.loopt:
            return f"{regel.stand(self.omgeving.vandaag())}."
        if regel.inhoud.soort in ELDERS:
            return "Hierover besluit een ander. Leg de uitkomst vast als stap."
        if regel.uiterlijk is None:
            return dag.zin
        zin = f"Uiterlijk {datum_lang(regel.uiterlijk)} besluit u ({dag.bron})."
        if regel.uiterlijk < self.omgeving.vandaag():
            return f"{zin} Die dag is voorbij."
        return zin

    def _zinnen(self, regel: Verzoekregel, rond: Verzoekrond, dag: Termijndag) -> list[str]:
        """What the coordinator has to know, one sentence per line."""
        inhoud, uit = regel.inhoud, []
        if inhoud.soort in AVG:
            contact = inhoud.verwerking == CASUSOVERLEG
            uit.append(_BURGEMEESTER.format(gemeente=regel.gemeente) if contact else _EIGEN)
        if inhoud.politiedelen and regel.politie_uiterlijk:
            zin = "Er zitten gegevens van de politie bij. Daarover besluit de politie, uiterlijk "
            uit.append(f"{zin}{datum_lang(regel.politie_uiterlijk)} ({dag.politiebron}).")
        if is_onder_zestien(rond.geboortedatum, inhoud.ontvangen_op):
            zin = "Betrokkene was nog geen zestien. Alleen wie het gezag heeft, vraagt dit"
            uit.append(f"{zin}{'.' if rond.gezag else '. Leg vast wie dat is.'}")
        if regel.besluit is not None:
            uit.append(_AWB)
        schorst = schort_op(regel, self.omgeving.vandaag())
        return [*uit, schorst] if schorst else uit

    def _feiten(self, regel: Verzoekregel) -> list[tuple[str, str]]:
        kader, inhoud, wie = self.omgeving.kader, regel.inhoud, regel.behandeling
        hoe = kader.woord("identiteit_wijze", wie.identiteit_wijze).lower()
        uit = [
            ("Dossier", regel.dossier or "Geen: hier is niets over deze persoon"),
            ("Tegen besluit op", regel.over),
            ("Ontvangen", f"{datum_lang(inhoud.ontvangen_op)}, {dict(KANALEN)[inhoud.kanaal].lower()}"),
            ("Verzoeker", f"{inhoud.verzoeker} ({_hoedanigheid(regel)})"),
            ("Contact", inhoud.contact),
            ("Gevraagd", inhoud.wat),
            ("Identiteit", f"{datum_kort(wie.identiteit_op)}, {hoe}" if wie.identiteit_op else ""),
            ("Machtiging gezien", _dag(wie.machtiging_gezien_op)),
            (
                "Naar de politie",
                datum_kort(wie.politie_doorgezonden_op) if wie.politie_doorgezonden_op else "",
            ),
            ("Besluit politie", datum_kort(wie.politie_besluit_op) if wie.politie_besluit_op else ""),
        ]
        if wie.doorgezonden_op:
            uit.append(("Doorgezonden", f"{wie.doorgezonden_aan}, {datum_kort(wie.doorgezonden_op)}"))
        if regel.verlenging:
            op = datum_kort(regel.verlenging.verlengd_op)
            uit.append(("Verlengd", f"{op}: {regel.verlenging.verlengd_reden}"))
        if regel.besluit:
            besluit = regel.besluit
            wat = kader.label("verzoekbesluit", besluit.besluit)
            uit += [
                ("Besluit", f"{wat}, {datum_lang(besluit.besluit_op)}"),
                ("Grond", besluit.besluit_grond),
                ("Tekst", besluit.besluit_tekst),
                ("Getekend door", besluit.ondertekenaar),
            ]
        return uit

    # ---- what can be done

    def _schik_knoppen(self, regel: Verzoekregel, rond: Verzoekrond) -> None:
        vrij = regel.loopt and self.plek_vormen.paneel is None and not self.omgeving.alleen_kijken
        besloten = regel.besluit is not None
        elders = regel.inhoud.soort in ELDERS
        jong = is_onder_zestien(rond.geboortedatum, regel.inhoud.ontvangen_op)
        mag = {
            "behandeling": vrij and not elders,
            "stap": vrij,
            "verlengen": vrij
            and not mist_voor_verlenging(regel, self.omgeving.vandaag())
            and may_extend(regel.inhoud.soort, self.omgeving.kader),
            "gezag": vrij and jong and not rond.gezag and not besloten,
            "besluit": vrij and not besloten and not elders,
            "brief": vrij and not besloten and not elders,
            "afloop": vrij,
        }
        for naam, doe in self.knoppen.items():
            doe.setVisible(mag[naam])
        self.dossierknop.setVisible(regel.dossier_id is not None)
        self.briefknop.setVisible(regel.document_id is not None)
        inzage = regel.inhoud.soort == INZAGE and regel.dossier_id is not None
        self.afschriftknop.setVisible(inzage and not self.omgeving.alleen_kijken)

    def _toon_te_doen(self, punten: Sequence[Ontbreekt]) -> None:
        """Only what can be done here now; the main button is that of the first."""
        kan = [punt for punt in punten if not self.knoppen[punt.veld].isHidden()]
        self.tedoen.toon(kan)
        for deel in (self.tedoenkop, self.tedoen):
            deel.setVisible(bool(kan))
        for naam, doe in self.knoppen.items():
            theme.zet_eigenschap(doe, "rol", "primair" if kan and kan[0].veld == naam else "")

    def _doe(self, naam: str) -> None:
        if self.regel is not None:
            getattr(self.vormen, naam)(self.regel)
            self.herlaad()

    def _naar_dossier(self) -> None:
        if self.regel is not None and self.regel.dossier_id is not None:
            self.omgeving.window.open("dossier", self.regel.dossier_id, "verzoeken")

    def _naar_brief(self) -> None:
        if self.regel is not None and self.regel.document_id is not None:
            self.omgeving.window.open("document", self.regel.document_id)

    def _naar_afschrift(self) -> None:
        if self.regel is not None:
            self.omgeving.window.open("afschrift", self.regel.id)

    # ---- coming back after locking

    def plek(self) -> str:
        """Which form is open, and the widget with the focus."""
        return json.dumps(json.loads(super().plek()) | {"vorm": self.vormen.open_vorm})

    def naar_plek(self, plek: str) -> None:
        """Open that form again."""
        vorm = json.loads(plek or "{}").get("vorm")
        if vorm in self.knoppen and self.regel is not None and not self.knoppen[vorm].isHidden():
            self._doe(vorm)
        super().naar_plek(plek)

    # ---- building

    def _bouw(self) -> None:
        kolom = maak_rolpagina(self)
        self.kaart = Kaart("Verzoek")
        self.termijn = label("")
        self.termijn.setObjectName("termijnzin")
        self.uitleg = label("", "stil")
        self.feiten = Feitenlijst()
        self.stappen = self._maak_stappen()
        self.knoppen = self._maak_knoppen()
        self.dossierknop = knop("Naar h&et dossier", self._naar_dossier, rol="plat", icoon="folder")
        self.briefknop = knop(
            "Brief be&kijken", self._naar_brief, rol="plat", icoon="file-text", naam="naar_brief"
        )
        self.afschriftknop = knop(
            "Afs&chrift samenstellen", self._naar_afschrift, icoon="file-text", naam="naar_afschrift"
        )
        open_ = self.omgeving.window.open
        lijst = knop("Naar alle verzoeken", lambda: open_("termijnen", None, "verzoeken"), rol="plat")
        self.tedoenkop = label("Nu te doen", "subkop")
        self.tedoen = Koppelingen()
        self.tedoen.gekozen.connect(lambda punt: self._doe(punt.veld))
        for deel in (self.termijn, self.uitleg, self.tedoenkop, self.tedoen, self.feiten, self.stappen):
            self.kaart.inhoud.addWidget(deel)
        knoppen = QtWidgets.QWidget()
        rij = StroomLayout(knoppen, ruimte=theme.RUIMTE[1])
        for doe in (*self.knoppen.values(), self.afschriftknop, self.briefknop, self.dossierknop, lijst):
            rij.addWidget(doe)
        self.kaart.inhoud.addWidget(knoppen)
        self._na_vastleggen: tuple[QtWidgets.QWidget, ...] = (
            self.uitleg, self.tedoenkop, self.tedoen, self.feiten, self.stappen, self.briefknop,
            self.afschriftknop, self.dossierknop, *self.knoppen.values(),
        )  # fmt: skip
        kolom.addWidget(self.kaart)
        kolom.addWidget(self.plek_vormen)
        kolom.addStretch(1)

    def _maak_knoppen(self) -> dict[str, QtWidgets.QPushButton]:
        knoppen = {
            "behandeling": knop("&Behandeling bijwerken …", lambda: self._doe("behandeling")),
            "stap": knop("&Stap vastleggen …", lambda: self._doe("stap")),
            "gezag": knop("&Gezag vastleggen …", lambda: self._doe("gezag")),
            "verlengen": knop("Termijn ver&lengen …", lambda: self._doe("verlengen")),
            "brief": knop("B&rief maken …", lambda: self._doe("brief")),
            "besluit": knop("Besl&uiten …", lambda: self._doe("besluit")),
            "afloop": knop("&Afloop vastleggen …", lambda: self._doe("afloop")),
        }
        for naam, doe in knoppen.items():
            doe.setObjectName(f"verzoek_knop_{naam}")
        return knoppen

    def _maak_stappen(self) -> Lijst:
        kader = self.omgeving.kader
        lijst = Lijst()
        lijst.setObjectName("verzoekstappen")
        lijst.setAccessibleName("Stappen bij dit verzoek")
        lijst.stel_in(
            [
                Kolom[Verzoekstap]("Op", lambda s: datum_kort(s.op)),
                Kolom[Verzoekstap]("Stap", lambda s: kader.label("verzoekstap", s.soort)),
                Kolom[Verzoekstap]("Met", lambda s: s.met, rek=True),
                Kolom[Verzoekstap]("Uitkomst", lambda s: s.uitkomst, rek=True),
            ]
        )
        return lijst


def _dag(waarde: date | None) -> str:
    return datum_kort(waarde) if waarde else ""


def _hoedanigheid(regel: Verzoekregel) -> str:
    """In which quality somebody asks; that it is the betrokkene counts only once that was checked."""
    inhoud = regel.inhoud
    if inhoud.hoedanigheid == BETROKKENE and not regel.behandeling.identiteit_op:
        return "zegt de betrokkene zelf te zijn; de identiteit is nog niet vastgesteld"
    return dict(HOEDANIGHEDEN)[inhoud.hoedanigheid].lower()
