# SPDX-License-Identifier: EUPL-1.2
"""What of this dossier was given outside the meetings, and the agreement of givers that it needs."""

from collections.abc import Mapping
from dataclasses import asdict

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.domain.verstrekking import (
    AAN_BETROKKENE,
    ANTWOORDEN,
    BUITEN,
    DEELNEMER,
    EXTERN,
    ONTVANGERSOORTEN,
    PARTIJ,
    VRAAGT_AKKOORD,
    Akkoord,
    Keuze,
    Verstrekking,
    beoordeel_akkoord,
    beoordeel_verstrekking,
    voorwaarden,
)
from gemeente_pga.handelingen.verstrekking import record_akkoord, register_verstrekking
from gemeente_pga.store.queries.inrichting import partijen
from gemeente_pga.store.queries.verstrekking import (
    Akkoordregel,
    Verstrekkingregel,
    akkoorden,
    externe_partijen,
    keuzes,
    verstrekkingen,
    verstrekkingrond,
)
from gemeente_pga.store.store import Reader
from gemeente_pga.ui import theme
from gemeente_pga.ui.form import Formulier, vul_keuzes
from gemeente_pga.ui.forms.ui_bronakkoord import Ui_Bronakkoord
from gemeente_pga.ui.forms.ui_verstrekking import Ui_Verstrekking
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.screens.dossier_deel import CODE, Beeld, Feitenlijst, knop, label, links, tussenkop
from gemeente_pga.ui.screens.rechtenkaart import Rechtenkaart
from gemeente_pga.ui.widgets.formulierdeel import Vinkjes
from gemeente_pga.ui.widgets.groei import Groei
from gemeente_pga.ui.widgets.keuzegroep import KeuzeGroep
from gemeente_pga.ui.widgets.lijst import Kolom, Lijst
from gemeente_pga.ui.widgets.paneel import Formulierpaneel
from gemeente_pga.ui.widgets.regelbewerker import Opzet, Regelbewerker, pas_hoogte_aan

UITLEG = (
    "Wat u buiten een overleg en buiten een genummerd exemplaar hebt gegeven: aan de telefoon, in een brief, "
    "in een gesprek. Wat aan tafel of op papier is gedeeld, staat er al."
)
AKKOORD_UITLEG = (
    "Gegevens van politie, justitie, zorg en jeugdhulp gaan pas verder als zij akkoord zijn. Vraag het, en "
    "leg het antwoord hier vast."
)
_LEEG = "In het register staat geen verstrekking buiten het overleg."
_BREED = 60
_WELKE = (
    "Vink alles aan wat de ontvanger kreeg, ook in andere woorden. Blijkt een gegeven niet te kloppen? Dan "
    "krijgt deze ontvanger daar alleen bericht over als het hier is aangevinkt."
)


class Verstrekkingkaart(Rechtenkaart):
    """The list of what was given, the form for a new one, and the agreements."""

    titel = "Verstrekkingen"
    wegwijzersleutel = "verstrekking"
    velden = frozenset({"verstrekking", "bronakkoord"})
    tabellen = frozenset({"verstrekking", "bronakkoord"})

    def __init__(self, omgeving: Omgeving) -> None:
        super().__init__(omgeving)
        self._keuzes: tuple[Keuze, ...] = ()
        self.inhoud.addWidget(label(UITLEG, "stil"))
        self._bouw_lijst()
        self._bouw_paneel()
        kop = tussenkop("Akkoord van de bronhouder")
        self.akkoorden = Regelbewerker(omgeving, self._opzet())
        for deel in (kop, label(AKKOORD_UITLEG, "stil"), self.akkoorden):
            self.inhoud.addWidget(deel)

    def toon(self, r: Reader, beeld: Beeld) -> None:
        """This dossier; a form that is open stays open."""
        if self.beeld is not None and self.beeld.dossier_id != beeld.dossier_id:
            self._sluit()
        super().toon(r, beeld)
        self._keuzes = keuzes(r, beeld.dossier_id)
        self._partijen = [(p.id, p.partij.naam) for p in partijen(r)]
        self._extern = externe_partijen(r, self.omgeving.vandaag())
        regels = verstrekkingen(r, beeld.dossier_id)
        self.lijst.toon(regels)
        pas_hoogte_aan(self.lijst, len(regels))
        self.lijst.setVisible(bool(regels))
        self.leeg.setVisible(not regels)
        self._toon_feiten()
        vast = beeld.gesloten or self.omgeving.alleen_kijken
        self.nieuwknop.setVisible(not vast and self.paneel.isHidden())
        if self.paneel.isHidden() and not vast and self.omgeving.store.concept(*self._concept()):
            self.begin()
        self.akkoorden.toon(beeld.dossier_id, akkoorden(r, beeld.dossier_id), alleen_lezen=vast)

    def naar_onderdeel(self, veld: str) -> bool:
        """A new one, one that was recorded, or an agreement."""
        tabel, _, rij = veld.partition(":")
        if tabel == "verstrekking":
            if not (rij.isdigit() and self.lijst.kies(int(rij))):
                self.begin()
        elif tabel == "bronakkoord":
            self.akkoorden.bewerk(int(rij) if rij.isdigit() else None)
        else:
            return False
        return True

    # ---- giving

    def begin(self) -> None:
        """Open the form for a new one."""
        if self.beeld is None or self.beeld.gesloten or self.omgeving.alleen_kijken:
            return
        kader, vandaag = self.omgeving.kader, self.omgeving.vandaag()
        soorten = [(code, naam) for code, naam in ONTVANGERSOORTEN.items() if code != EXTERN or self._extern]
        vul_keuzes(self.ui.ontvanger_soortComboBox, soorten)
        vul_keuzes(self.ui.partij_idComboBox, self._partijen)
        vul_keuzes(self.ui.wijzeComboBox, kader.codelijst("verstrekkingswijze"))
        vul_keuzes(self.ui.categorieKeuzeGroep, kader.codelijst("categorie"))
        for keuze, soort in (
            (self.ui.grondslag_geverComboBox, "geven"),
            (self.ui.grondslag_ontvangerComboBox, "ontvangen"),
        ):
            vul_keuzes(keuze, [(g.code, g.naam) for g in kader.grondslagen(soort, op=vandaag)])
        self.vinkjes.toon([(item.id, _zin(item)) for item in self._keuzes])
        self.paneel.toon(
            self._concept(),
            {**dict.fromkeys(self.paneel.formulier.velden()), "op": vandaag},
            alleen_lezen=False,
        )
        self.paneel.show()
        self.nieuwknop.hide()
        self._volg()
        theme.zet_iconen(self.paneel)
        self.paneel.formulier.focus("ontvanger_soort")

    def _volg(self) -> None:
        """Ask only what this kind of receiver needs."""
        soort = str(self.paneel.formulier.lees()["ontvanger_soort"])
        uit_lijst = soort in {DEELNEMER, PARTIJ}
        zichtbaar = {
            "partij_id": uit_lijst,
            "ontvanger": bool(soort) and not uit_lijst and soort != AAN_BETROKKENE,
            "zonder_rol_reden": soort in {PARTIJ, BUITEN, EXTERN},
            "grondslag_ontvanger": soort not in {BUITEN, AAN_BETROKKENE},
            "zonder_pga_context": soort not in {DEELNEMER, AAN_BETROKKENE},
        }
        koppen = {
            "partij_id": self.ui.partij_idLabel,
            "ontvanger": self.ui.ontvangerLabel,
            "zonder_rol_reden": self.ui.zonder_rol_redenLabel,
            "grondslag_ontvanger": self.ui.grondslag_ontvangerLabel,
        }
        for veld, aan in zichtbaar.items():
            self.paneel.formulier.veld(veld).setVisible(aan)
            if veld in koppen:
                koppen[veld].setVisible(aan)

    def _items(self, invoer: Mapping[str, object]) -> list[int]:
        bekend = {item.id for item in self._keuzes}
        genoemd = [int(deel) for deel in str(invoer["items"] or "").split(",") if deel.strip().isdigit()]
        return [item for item in genoemd if item in bekend]

    def _beoordeel(self, invoer: Mapping[str, object]) -> Verstrekking | list[Gebrek]:
        assert self.beeld is not None  # noqa: S101 - shown before it can be used
        vandaag = self.omgeving.vandaag()
        with self.omgeving.store.reader() as r:
            rond = verstrekkingrond(r, self.beeld.dossier_id, self._items(invoer), vandaag)
        return beoordeel_verstrekking(invoer, self.omgeving.kader, vandaag, rond)

    def _leg_vast(self, verstrekking: Verstrekking, concept: tuple[str, str]) -> None:
        assert self.beeld is not None  # noqa: S101 - shown before it can be used
        items = self._items(self.paneel.formulier.lees())
        register_verstrekking(
            self.omgeving.store,
            self.beeld.dossier_id,
            verstrekking,
            items,
            op=self.omgeving.vandaag(),
            concept=concept,
        )
        gekozen = tuple(item for item in self._keuzes if item.id in items)
        mits = voorwaarden(verstrekking, gekozen)
        zin = (
            f"Vastgelegd. Geef de voorwaarde door: {' '.join(mits)}"
            if mits
            else "De verstrekking is vastgelegd."
        )
        self.omgeving.window.meld(zin, "let_op" if mits else "goed")

    def _klaar(self) -> None:
        self.paneel.formulier.wis()
        self._sluit()
        self.nieuwknop.setFocus()

    def _sluit(self) -> None:
        self.paneel.formulier.bewaar_concept()
        self.paneel.formulier.zet_concept(None)
        self.paneel.formulier.wis()
        self.paneel.hide()
        self.nieuwknop.setVisible(self.beeld is not None and not self.beeld.gesloten)

    def _niet(self) -> None:
        self.paneel.formulier.vergeet_concept()
        self._klaar()

    def _concept(self) -> tuple[str, str]:
        return f"{CODE}_verstrekking", str(self.beeld.dossier_id if self.beeld else 0)

    # ---- agreement

    def _opzet(self) -> Opzet[Akkoordregel]:
        return Opzet(
            concept=f"{CODE}_bronakkoord",
            ontwerp=Ui_Bronakkoord,
            kolommen=[
                Kolom("Gegeven", lambda a: a.tekst, rek=True),
                Kolom("Van", lambda a: a.gever),
                Kolom("Voor", lambda a: a.inhoud.ontvanger),
                Kolom("Gevraagd", lambda a: datum_kort(a.inhoud.gevraagd_op)),
                Kolom("Antwoord", _antwoord),
            ],
            waarden=lambda a: asdict(a.inhoud) | {"informatie_id": a.informatie_id},
            beoordeel=lambda invoer: _beoordeel_akkoord(invoer, self.omgeving),
            leg_vast=self._leg_akkoord_vast,
            vul=self._vul_akkoord,
            begin=lambda: {"gevraagd_op": self.omgeving.vandaag()},
            nieuw="Akkoo&rd vragen",
            vastleggen="A&kkoord vastleggen",
            leeg="Er is nog geen akkoord gevraagd.",
        )

    def _vul_akkoord(self, formulier: Formulier) -> None:
        """Only items of givers that must agree, or that may be quoted after agreement."""
        vragend = [
            (item.id, _zin(item))
            for item in self._keuzes
            if item.gever_soort in VRAAGT_AKKOORD or item.markering == "citeren_na_akkoord"
        ]
        vul_keuzes(formulier.widget("informatie_id"), vragend)  # type: ignore[arg-type] # it is a combo box
        groep = formulier.widget("antwoord")
        if isinstance(groep, KeuzeGroep):
            vul_keuzes(groep, ANTWOORDEN)

    def _leg_akkoord_vast(
        self, akkoord: tuple[int, Akkoord], rij_id: int | None, concept: tuple[str, str]
    ) -> None:
        informatie_id, inhoud = akkoord
        record_akkoord(self.omgeving.store, informatie_id, inhoud, akkoord_id=rij_id, concept=concept)
        self.omgeving.window.meld("Vastgelegd.")

    # ---- building

    def _bouw_lijst(self) -> None:
        self.lijst = Lijst()
        self.lijst.setObjectName("verstrekkingen")
        self.lijst.setAccessibleName("Verstrekkingen")
        kader = self.omgeving.kader
        self.lijst.stel_in(
            [
                Kolom[Verstrekkingregel]("Op", lambda v: datum_kort(v.inhoud.op)),
                Kolom[Verstrekkingregel]("Aan", lambda v: v.inhoud.ontvanger, rek=True),
                Kolom[Verstrekkingregel]("Wat", lambda v: v.inhoud.wat, rek=True),
                Kolom[Verstrekkingregel]("Grond", lambda v: kader.grondslag(v.inhoud.grondslag_gever).naam),
            ],
            sleutel=lambda v: v.id,
        )
        self.lijst.gekozen.connect(lambda _v: self._toon_feiten())
        self.leeg = label(_LEEG, "stil")
        self.feiten = Feitenlijst()
        self.nieuwknop = knop(
            "Verstrekking vast&leggen …", self.begin, icoon="share-2", naam="verstrekking_nieuw"
        )
        for deel in (self.lijst, self.leeg, self.feiten):
            self.inhoud.addWidget(deel)
        self.inhoud.addLayout(links(self.nieuwknop))

    def _bouw_paneel(self) -> None:
        self.ui = Ui_Verstrekking()
        self.paneel = Formulierpaneel(
            self.omgeving, "Verstrekking", self.ui, naam="verstrekking",
            knop="Verstrekking vast&leggen", met_terug=False,
        )  # fmt: skip
        for veld in (
            self.ui.zonder_rol_redenPlainTextEdit,
            self.ui.watPlainTextEdit,
            self.ui.doelPlainTextEdit,
            self.ui.noodzaakPlainTextEdit,
        ):
            Groei(veld, 2)
        vak = self.ui.itemsVak
        self.ui.itemsIndeling.insertWidget(1, label(_WELKE, "stil"))
        self.vinkjes = Vinkjes(vak, self.ui.itemsLineEdit, kolom=True)
        self.paneel.stel_in(self._beoordeel, self._leg_vast)
        self.paneel.vastgelegd.connect(self._klaar)
        self.paneel.formulier.gewijzigd.connect(self._volg)
        self.paneel.inhoud.addLayout(
            links(knop("Niet doen", self._niet, rol="plat", naam="verstrekking_niet"))
        )
        self.paneel.hide()
        self.inhoud.addWidget(self.paneel)

    def _toon_feiten(self) -> None:
        gekozen = self.lijst.rij()
        regel = gekozen if isinstance(gekozen, Verstrekkingregel) else None
        self.feiten.setVisible(regel is not None)
        if regel is None:
            return
        v, kader = regel.inhoud, self.omgeving.kader
        ontvangst = kader.grondslag(v.grondslag_ontvanger).naam if v.grondslag_ontvanger else ""
        self.feiten.toon(
            [
                ("Aan", ", ".join(deel for deel in (v.ontvanger, v.functie) if deel)),
                ("Hoe", kader.woord("verstrekkingswijze", v.wijze)),
                ("Wat", v.wat),
                ("Gegevens", "\n".join(regel.items)),
                ("Waarvoor", v.doel),
                ("Grond van ons", kader.grondslag(v.grondslag_gever).naam),
                ("Grond van de ontvanger", ontvangst),
                ("Soort gegevens", kader.woord("categorie", v.categorie)),
                ("Waarom onmisbaar", v.noodzaak),
                ("Waarom deze ontvanger", v.zonder_rol_reden),
                ("De aanpak genoemd", "Nee" if v.zonder_pga_context else ""),
                ("Verder gebruik", "Toegestaan" if v.verder_gebruik else ""),
            ]
        )


def _beoordeel_akkoord(
    invoer: Mapping[str, object], omgeving: Omgeving
) -> tuple[int, Akkoord] | list[Gebrek]:
    """The agreement with the item it is about."""
    uitkomst = beoordeel_akkoord(invoer, omgeving.vandaag())
    item = invoer["informatie_id"]
    if not isinstance(item, int):
        gebrek = Gebrek("informatie_id", "Kies om welk gegeven het gaat.")
        return [gebrek, *uitkomst] if isinstance(uitkomst, list) else [gebrek]
    return uitkomst if isinstance(uitkomst, list) else (item, uitkomst)


def _zin(item: Keuze) -> str:
    """An item in one line: from whom, and its first words."""
    tekst = " ".join(item.tekst.split())
    return f"{item.gever_naam or 'Onbekend'}: {tekst[:_BREED]}{'…' if len(tekst) > _BREED else ''}"


def _antwoord(regel: Akkoordregel) -> str:
    if not regel.inhoud.antwoord:
        return "Nog niet"
    wanneer = f", {datum_kort(regel.inhoud.antwoord_op)}" if regel.inhoud.antwoord_op else ""
    return dict(ANTWOORDEN)[regel.inhoud.antwoord] + wanneer
