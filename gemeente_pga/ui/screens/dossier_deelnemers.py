# SPDX-License-Identifier: EUPL-1.2
"""Deelnemers: who takes part, in which role, and on what ground that person gets information."""

from collections.abc import Mapping
from dataclasses import asdict

from gemeente_pga.domain.casus import Deelnemer, beoordeel_deelnemer
from gemeente_pga.domain.informatie import suggest_gronden
from gemeente_pga.domain.kader import CASUSOVERLEG
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.casus import record_deelnemer
from gemeente_pga.store.queries.casus import Casusdeelnemer, casusdeelnemers, weegploegnamen
from gemeente_pga.store.queries.inrichting import PartijRij, partijen
from gemeente_pga.store.store import Reader
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_casus_deelnemer import Ui_CasusDeelnemer
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import CODE, Beeld, Deel, label
from gemeente_pga.ui.widgets.contactvoorstel import Contactvoorstel
from gemeente_pga.ui.widgets.kaart import Kaart
from gemeente_pga.ui.widgets.keuzegroep import KeuzeGroep
from gemeente_pga.ui.widgets.lijst import Kolom
from gemeente_pga.ui.widgets.regelbewerker import Opzet, Regelbewerker

UITLEG = (
    "Alleen wie een rol heeft in deze aanpak doet mee. Leg bij iedereen vast op welke grond deze persoon "
    "informatie krijgt."
)
_ROL = "deelnemer"  # what most are; another role is chosen


class Deelnemers(Deel):
    """The tab."""

    code = "deelnemers"
    titel = "Deelnemers"
    wegwijzersleutel = "casus_deelnemers"
    met_casus = True

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._partijen: tuple[PartijRij, ...] = ()
        self.bewerker = Regelbewerker(omgeving, self._opzet())
        self._voorstel: Contactvoorstel | None = None
        self._weegploeg: dict[int, tuple[str, str]] = {}
        kaart = Kaart("Wie doet mee")
        kaart.inhoud.addWidget(label(UITLEG, "stil"))
        kaart.inhoud.addWidget(self.bewerker)
        self.kolom.addWidget(kaart)
        self.kolom.addStretch(1)

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """The participants of this casus."""
        super().toon(r, beeld)
        self._partijen = partijen(r)
        self._weegploeg = weegploegnamen(r, beeld.dossier_id)
        rijen = casusdeelnemers(r, beeld.casus.id) if beeld.casus else ()
        self.bewerker.toon(beeld.dossier_id, rijen, alleen_lezen=beeld.gesloten)

    def naar_onderdeel(self, veld: str) -> bool:
        """The list, a new one, or one by its id."""
        if veld in {"", self.code}:
            self.bewerker.nieuwknop.setFocus()
            return True
        return self.bewerker.bewerk_plek(veld)

    def plek(self) -> str:
        """The participant that is open."""
        return self.bewerker.open_rij()

    def _opzet(self) -> Opzet[Casusdeelnemer]:
        kader = self.omgeving.kader
        return Opzet(
            concept=f"{CODE}_deelnemer",
            ontwerp=Ui_CasusDeelnemer,
            kolommen=[
                Kolom("Organisatie", lambda d: d.partij, rek=True),
                Kolom("Naam en functie", _wie, rek=True),
                Kolom("Rol", lambda d: kader.rol(d.inhoud.rol).naam, rek=True),
                Kolom("Afspraken", self._afspraken),
            ],
            waarden=lambda d: asdict(d.inhoud),
            beoordeel=lambda invoer: beoordeel_deelnemer(invoer, kader, self.vandaag()),
            leg_vast=self._leg_vast,
            vul=self._vul,
            begin=self._begin,
            nieuw="&Deelnemer toevoegen",
            vastleggen="Deelnemer &vastleggen",
            leeg="Er is nog niemand vastgelegd. Begin met gemeente, politie en Openbaar Ministerie.",
        )

    def _afspraken(self, rij: Casusdeelnemer) -> str:
        """One column of two lines: two columns of long headers do not fit on a small screen."""
        convenant, geheim = self._janee(rij.inhoud.convenant_getekend), self._janee(rij.inhoud.geheimhouding)
        return f"Convenant: {convenant}\nGeheimhouding: {geheim}"

    def _janee(self, code: str) -> str:
        return (self.woord("ja_nee_onbekend", code) or "niet gevraagd").lower()

    def _vul(self, formulier: Formulier) -> None:
        kader = self.omgeving.kader
        keuzes = {
            "partij_id": [(p.id, p.partij.naam) for p in self._partijen],
            "rol": [(rol.code, rol.naam) for rol in kader.rollen],
            "grondslag": [
                (g.code, g.naam) for g in kader.grondslagen("ontvangen", op=self.vandaag(), fase=CASUSOVERLEG)
            ],
        }
        for veld, paren in keuzes.items():
            vul_keuzes(formulier.widget(veld), paren)  # type: ignore[arg-type] # these three are combo boxes
        if self._voorstel is None:
            self._voorstel = Contactvoorstel(formulier, self._stel_voor)
        for veld in ("convenant_getekend", "geheimhouding"):
            groep = formulier.widget(veld)
            if isinstance(groep, KeuzeGroep):
                vul_keuzes(groep, kader.codelijst("ja_nee_onbekend"))

    def _stel_voor(self, partij_id: int) -> Mapping[str, str]:
        """Who sat at the weegploeg for it, else its contact person; and the ground that goes with it."""
        partij = next((p.partij for p in self._partijen if p.id == partij_id), None)
        if partij is None:
            return {}
        naam, functie = self._weegploeg.get(partij_id, (partij.contactpersoon, partij.functie))
        _, grond = suggest_gronden(self.omgeving.kader, partij.soort, None, self.vandaag(), fase=CASUSOVERLEG)
        return {"naam": naam, "functie": functie, "rol": _ROL, "grondslag": grond}

    def _begin(self) -> Mapping[str, object]:
        return {"vanaf": self.beeld.casus.geopend_op if self.beeld and self.beeld.casus else None}

    def _leg_vast(self, deelnemer: Deelnemer, rij_id: int | None, concept: tuple[str, str]) -> None:
        if self.beeld is None or self.beeld.casus is None:
            return
        record_deelnemer(
            self.omgeving.store,
            self.beeld.casus.id,
            deelnemer,
            op=self.vandaag(),
            deelnemer_id=rij_id,
            concept=concept,
        )
        self.omgeving.window.meld("De deelnemer is vastgelegd.")


def _wie(rij: Casusdeelnemer) -> str:
    """Name and function; that somebody has left is said here too."""
    wie = ", ".join(deel for deel in (rij.inhoud.naam, rij.inhoud.functie) if deel) or "–"
    return f"{wie} (tot {datum_kort(rij.inhoud.tot)})" if rij.inhoud.tot else wie
