# SPDX-License-Identifier: EUPL-1.2
"""What is recorded when a kluis has been opened, and what the user is told about it in the message bar."""

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.backup import REDEN_WISSEN
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.inrichting import INSTELLING_BACKUPMAP
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.domain.moment import moment_lang
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.domain.waarneming import Toestand
from gemeente_pga.handelingen import backup, merk, sleutels
from gemeente_pga.handelingen import inrichting as handelingen
from gemeente_pga.handelingen.kader import install_kader
from gemeente_pga.store.queries import sleutels as queries
from gemeente_pga.store.queries.inrichting import instelling
from gemeente_pga.store.wissen import wis_weer

if TYPE_CHECKING:
    from gemeente_pga.ui.poort.wizard import Inrichting

_KOPIE_MISLUKT = (
    "Eén van de twee sleutelbestanden kon niet worden hersteld. De kluis is goed geopend. Maak vandaag een "
    "back-up en controleer of de schijf niet vol is."
)
_KLOK = (
    "In de kluis is al iets vastgelegd op {0}, maar deze computer denkt dat het {1} is. Laat de klok van de "
    "computer nakijken voordat u iets vastlegt."
)
_HERSTELD = {
    True: "In het kluisbestand was een leeg stuk beschadigd, waarschijnlijk door een stroomstoring. Daar "
    "stond niets in. Het bestand is hersteld, nagekeken en compleet.",
    False: "In het kluisbestand is een leeg stuk beschadigd, waarschijnlijk door een stroomstoring. Daar "
    "staat niets in. Herstellen lukte nu niet: maak ruimte vrij op de schijf, dan gebeurt het de volgende "
    "keer.",
}
_GEWISSELD = (
    "De nieuwe hoofdsleutel is in gebruik en het nieuwe herstelblad geldt, het oude niet meer. Maak nu een "
    "nieuwe back-up. Vervangers, de FG en de korte zin moeten opnieuw: kijk bij Inrichting, Sleutels."
)
_GRAFSTENEN = (
    "De lijst van vernietigde dossiers naast de kluis was niet zoals hij was achtergelaten. Hij is hersteld "
    "uit het journaal. Viel de computer uit tijdens een vernietiging, dan is dit in orde. Meld het anders "
    "als beveiligingsincident."
)
_GRAF_ONLEESBAAR = (
    "De lijst van vernietigde dossiers naast de kluis kan niet worden gelezen en is ongemoeid gelaten. "
    "Controleer de schijf en uw rechten op de map, of vraag uw ICT-beheerder."
)
_BIJGEWERKT = (
    "De kluis is bijgewerkt voor deze versie van het programma. Vooraf is een back-up gemaakt en "
    "gecontroleerd: {0}, in de map {1} naast de kluis. Maak nu ook een back-up op uw stick."
)
_TERUGGEKOMEN = (
    "In deze kluis staat nog een dossier dat al vernietigd was.",
    "Laat de coördinator de kluis eerst openen: het programma vernietigt het dan opnieuw.",
)
_VREEMD = (
    "Naast de kluis stond iets dat zich voordeed als een deel ervan, maar dat is het niet. Het programma "
    "heeft er niets uit gebruikt. Het heet nu vreemd, met de datum erachter. Weet u niet hoe het daar kwam, "
    "meld het dan als beveiligingsincident."
)
_SLEUTELS = {
    Handeling.KLUIS_SLEUTEL_VERLOPEN: "De toegang van de functionaris gegevensbescherming is verlopen en uit "
    "de kluis verwijderd.",
    Handeling.KLUIS_SLEUTELS_AFWIJKEND: "De sleutels van de kluis zijn anders dan in de kluis was "
    "vastgelegd. Viel de computer uit toen u een sleutel wijzigde, dan is dit in orde. Kijk anders bij "
    "Inrichting, Sleutels wie de kluis kan openen, en maak een nieuwe hoofdsleutel.",
}


def log_binnenkomst(dienst: Dienst, *, wachtzin_vervangen: bool = False) -> None:
    """Record, as the user who works here, that the kluis was opened and what was found then.

    What was recorded before a disk gave up is not recorded again when this is tried once more.
    """
    store = dienst.store
    if store is None or dienst.merkwacht is None:
        raise RuntimeError("no kluis is open")
    met = dienst.sleutels.geopend_met()
    with store.reader() as r:
        wie = queries.gebruiker_bij_slot(r, met.slot_id if met is not None else "")
        laatste, bekend = queries.laatste_dag(r), queries.sleutels(r)
    _onthoud_wissel(dienst)
    dienst.klok_achter = laatste if laatste > dienst.vandaag() and dienst.klok is None else None
    dienst.sleutels.eis_geldig(laatste)
    dienst.sleutels.eis_bekend([rij.gegevens for rij in bekend])
    if store.wie.alleen_lezen and dienst.grafwacht is not None and dienst.grafwacht.teruggekomen(store):
        raise Storing(*_TERUGGEKOMEN)  # the FG may destroy nothing, and may not see what was destroyed
    store.wie = replace(store.wie, gebruiker_id=wie)
    if not store.wie.alleen_lezen and (terug := dienst.backup.te_vertellen()) is not None:
        backup.log_terugzetting(store, terug)
        dienst.backup.is_verteld()
    if (bevinding := dienst.merkwacht.te_vertellen()) is not None:
        merk.log_merk(store, bevinding, dienst.merkwacht.reden)
        dienst.merkwacht.verteld = True
    if dienst.klok is not None:
        merk.log_klok(store, dienst.klok)
        dienst.klok = None
    handelingen.log_openen(store)
    if dienst.hersteld:
        merk.log_bestand_hersteld(store)
    if dienst.sleutels.bestand_hersteld:
        sleutels.log_sleutelbestand_hersteld(store)
    dienst.sleutelverschil = sleutels.reconcile_sleutels(
        store, dienst.sleutels.sloten(), dienst.vandaag(), wachtzin_nieuw=wachtzin_vervangen
    )
    if dienst.grafwacht is not None and not store.wie.alleen_lezen:
        if dienst.grafwacht.hersteld:
            backup.log_grafstenen_hersteld(store)
        dienst.opnieuw_vernietigd += wis_weer(store, dienst.grafwacht.teruggekomen(store), reden=REDEN_WISSEN)


def log_inrichting(dienst: Dienst, inrichting: "Inrichting", nu: datetime) -> None:
    """Record what the wizard gathered, in the kluis that it made: one act each."""
    store = dienst.store
    if store is None:
        raise RuntimeError("no kluis is open")
    gebruiker_id = handelingen.register_gebruiker(store, inrichting.gebruiker)
    store.wie = replace(store.wie, gebruiker_id=gebruiker_id)
    handelingen.register_gemeente(store, inrichting.gemeente)
    install_kader(store, inrichting.kader, nu)
    for partij in inrichting.partijen:
        handelingen.register_partij(store, partij)
    if inrichting.backupmap:
        handelingen.set_instelling(store, INSTELLING_BACKUPMAP, inrichting.backupmap)
    for opgeslagen in inrichting.uitgiften:
        sleutels.log_herstelblad(store, opgeslagen=opgeslagen)
    sleutels.reconcile_sleutels(store, dienst.sleutels.sloten(), nu.date())


def leg_beleid_vast(dienst: Dienst) -> None:
    """The place of the back-up that the administrator laid down becomes that of this kluis, with its line."""
    store, map_ = dienst.store, dienst.beleid.backupmap
    if not map_ or store is None or store.wie.alleen_lezen or dienst.soort is KluisSoort.OEFENKLUIS:
        return
    with store.reader() as r:
        was = instelling(r, INSTELLING_BACKUPMAP)
    if was != map_:
        with suppress(Storing):  # a kluis that was given out takes nothing; the next opening tries again
            handelingen.set_instelling(store, INSTELLING_BACKUPMAP, map_)


def _onthoud_wissel(dienst: Dienst) -> None:
    """A new main key came last: also when the change was broken off, and finished just now."""
    if dienst.store is not None:
        with dienst.store.reader() as r:
            if queries.is_net_vernieuwd(r):
                dienst.onthoud_wissel()


def meldingen(dienst: Dienst) -> str:
    """What the user must know about what was found on opening; "" when there was nothing."""
    zinnen = [_KOPIE_MISLUKT] if dienst.kopie_mislukt else []
    zinnen += _teruggezet(dienst)
    if dienst.klok_achter is not None:
        zinnen.append(_KLOK.format(datum_lang(dienst.klok_achter), datum_lang(dienst.vandaag())))
    if dienst.vreemd:
        zinnen.append(_VREEMD)
    if dienst.bijgewerkt is not None:
        zinnen.append(_BIJGEWERKT.format(dienst.bijgewerkt.name, dienst.bijgewerkt.parent.name))
    if dienst.hersteld is not None:
        zinnen.append(_HERSTELD[dienst.hersteld])
    if dienst.merkwacht is not None:
        bevinding, fout = dienst.merkwacht.bevinding, dienst.merkwacht.fout
        te_beginnen = dienst.store is not None and dienst.store.toestand is Toestand.TE_BEGINNEN
        if (
            bevinding is not None and not bevinding.vraagt and not te_beginnen
        ):  # there cannot be one there yet
            zinnen.append(f"{bevinding.zin} {bevinding.raad}")
        if fout is not None:
            zinnen.append(f"{fout.melding} {fout.raad}")
    if dienst.net_gewisseld():
        zinnen.append(_GEWISSELD)
        dienst.wissel_verteld()
    if dienst.sleutelverschil in _SLEUTELS:
        zinnen.append(_SLEUTELS[dienst.sleutelverschil])
    return " ".join(zinnen)


def _teruggezet(dienst: Dienst) -> list[str]:
    """That a back-up was put back, where the old kluis went, and what was destroyed again."""
    zinnen = []
    if (briefje := dienst.backup.teruggezet) is not None:
        zinnen.append(f"De back-up van {moment_lang(briefje.kopie_gemaakt_op)} is teruggezet.")
        if briefje.opzij:
            zinnen.append(f"De kluis die hier stond is bewaard in de map {briefje.opzij}, naast de kluis.")
    if n := dienst.opnieuw_vernietigd:
        wat = "Eén dossier of los stuk dat al was vernietigd, stond"
        if n > 1:
            wat = f"{n} al vernietigde dossiers of losse stukken stonden"
        zinnen.append(f"{wat} nog in de back-up. Het programma heeft dat opnieuw vernietigd.")
    if dienst.grafwacht is not None and dienst.grafwacht.hersteld:
        zinnen.append(_GRAFSTENEN)
    if dienst.grafwacht is not None and not dienst.grafwacht.leesbaar:
        zinnen.append(_GRAF_ONLEESBAAR)
    return zinnen
