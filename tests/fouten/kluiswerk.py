# SPDX-License-Identifier: EUPL-1.2
"""The chapters of the kluis itself: its keys, its back-up, and what is recorded when it is opened."""

from collections.abc import Callable, Generator
from functools import partial
from typing import Any

from gemeente_pga.domain.backup import Terugzetting
from gemeente_pga.domain.fg import IN_ORDE, LOGCONTROLE, TOETS, Opvolging, Toets
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.inrichting import Gebruiker
from gemeente_pga.domain.klok import Klokbevinding
from gemeente_pga.domain.merk import REDENEN, Merkbevinding
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.handelingen import backup, fg, inrichting, journaal, merk, sleutels
from gemeente_pga.store import wissen
from tests.fouten.stand import LATER, NIEUWE_WACHTZIN, NU, VANDAAG, WACHTZIN, Stand, treed_binnen

Hoofdstuk = Generator[tuple[Act, Callable[[], Any]], Any, None]
_ZIN_VERVANGER = "vervanger fietsbel pannenkoek regenjas"
_ZIN_FG = "toezicht fietsbel pannenkoek regenjas"
_KORTE_ZIN = "kort molen regen"


def kluis(s: Stand) -> Hoofdstuk:
    """What the user does with the kluis and its keys; at the end it has another main key and wachtzin."""
    yield Act.KLUIS_OPENEN, lambda: inrichting.log_openen(s.store)
    yield Act.KLUIS_WACHTZIN_ONJUIST, lambda: inrichting.log_wachtzin_onjuist(s.store)
    yield from _bij_openen(s)
    yield Act.JOURNAAL_EXPORTEREN, lambda: _exporteer(s)
    yield Act.JOURNAAL_NAGAAN, lambda: journaal.log_nagaan(s.store)
    yield Act.KLUIS_RESERVEKOPIE, lambda: _reservekopie(s)
    for act, soort in ((Act.KLUIS_TERUGZETTEN, "echt"), (Act.KLUIS_HERSTEL_OEFENEN, "oefening")):
        yield act, partial(_terugzetting, s, soort)
    yield Act.KLUIS_GRAFSTENEN_HERSTELLEN, lambda: backup.log_grafstenen_hersteld(s.store)
    yield Act.DOSSIER_WISSEN, lambda: wissen.wis_dossier(s.store, _ander_dossier(s))
    yield from _sleutels(s)
    yield Act.KLUIS_HOOFDSLEUTEL_VERNIEUWEN, lambda: _hoofdsleutel(s)
    yield Act.KLUIS_WACHTZIN_WIJZIGEN, lambda: _wachtzin(s)


def toezicht(s: Stand) -> Hoofdstuk:
    """What an FG records."""
    yield Act.FG_NAMEN_TONEN, lambda: fg.show_namen(s.store, s.ids["dossier"], "logcontrole")
    steekproef = yield Act.FG_STEEKPROEF, lambda: fg.draw_steekproef(s.store, 2)
    for act, soort in ((Act.FG_LOGCONTROLE, LOGCONTROLE), (Act.FG_TOETS, TOETS)):
        toets = Toets(soort, VANDAAG, "Het journaal van deze maand.", steekproef, IN_ORDE, "")
        toets_id = yield act, partial(lambda t: fg.register_toets(s.store, t), toets)
        gedaan = Opvolging("Besproken in het werkoverleg.", "S. Aydın", VANDAAG)
        yield Act.FG_OPVOLGING, partial(s.doe, fg.record_opvolging, toets_id, gedaan)


def _bij_openen(s: Stand) -> Hoofdstuk:
    """What can be found on opening."""
    yield Act.KLUIS_SLEUTELS_VASTLEGGEN, partial(_leg_sleutels_vast, s, Act.KLUIS_SLEUTELS_VASTLEGGEN)
    for bevinding in Merkbevinding:
        reden = REDENEN[0][0] if bevinding.vraagt else bevinding.code
        yield bevinding.handeling, partial(lambda b, r: merk.log_merk(s.store, b, r), bevinding, reden)
    klok = Klokbevinding(VANDAAG, VANDAAG)
    yield Act.KLUIS_KLOK_BEVESTIGEN, lambda: merk.log_klok(s.store, klok)
    yield Act.KLUIS_BESTAND_HERSTELLEN, lambda: merk.log_bestand_hersteld(s.store)
    yield Act.KLUIS_SLEUTELBESTAND_HERSTELD, lambda: sleutels.log_sleutelbestand_hersteld(s.store)
    for act in (Act.KLUIS_SLEUTEL_VERLOPEN, Act.KLUIS_SLEUTELS_AFWIJKEND):
        yield act, partial(_leg_sleutels_vast, s, act)


def _sleutels(s: Stand) -> Hoofdstuk:
    beheer = s.dienst.sleutels
    vervanger = Gebruiker("P. de Boer", "vervanger")
    toezicht = Gebruiker("F. Gerritsen", "FG")
    wegen: tuple[tuple[Act, Callable[[], object], Gebruiker | None], ...] = (
        (
            Act.KLUIS_VERVANGER_TOEVOEGEN,
            lambda: s.dienst.sleutels.voeg_vervanger_toe(WACHTZIN, _ZIN_VERVANGER),
            vervanger,
        ),
        (Act.KLUIS_FG_TOELATEN, lambda: s.dienst.sleutels.laat_fg_toe(WACHTZIN, _ZIN_FG, LATER), toezicht),
        (
            Act.KLUIS_KORTE_ZIN_INSTELLEN,
            lambda: s.dienst.sleutels.stel_korte_zin_in(WACHTZIN, _KORTE_ZIN),
            None,
        ),
        (Act.KLUIS_HERSTELCODE_VERNIEUWEN, lambda: _vernieuw_herstelcode(s), None),
    )
    for act, doe, van in wegen:
        yield act, partial(_wijzig_sleutels, s, act, doe, van)
    weg = next(slot.slot_id for slot in beheer.sloten() if slot.soort is SlotSoort.VERVANGER)
    yield (
        Act.KLUIS_SLEUTEL_INTREKKEN,
        partial(
            _wijzig_sleutels,
            s,
            Act.KLUIS_SLEUTEL_INTREKKEN,
            lambda: s.dienst.sleutels.trek_in(WACHTZIN, weg),
            None,
        ),
    )
    for opgeslagen in (False, True):
        act = Act.KLUIS_HERSTELBLAD_OPSLAAN if opgeslagen else Act.KLUIS_HERSTELBLAD_AFDRUKKEN
        yield act, partial(lambda o: sleutels.log_herstelblad(s.store, opgeslagen=o), opgeslagen)


def _leg_sleutels_vast(s: Stand, act: Act, van: Gebruiker | None = None) -> None:
    sleutels.register_sleutels(s.store, act, s.dienst.sleutels.sloten(), VANDAAG, van=van)


def _vernieuw_herstelcode(s: Stand) -> None:
    s.dienst.sleutels.bereid_herstelcode_voor(WACHTZIN)
    s.dienst.sleutels.neem_herstelcode()


def _wijzig_sleutels(s: Stand, act: Act, doe: Callable[[], object], van: Gebruiker | None) -> None:
    doe()
    _leg_sleutels_vast(s, act, van)


def _terugzetting(s: Stand, soort: str) -> None:
    doe = backup.log_terugzetting if soort == "echt" else backup.log_oefening
    doe(s.store, Terugzetting(soort, NU, NU, 1, "00" * 32, goed=True))


def _ander_dossier(s: Stand) -> int:
    """One that the rest of the story does not need."""
    with s.store.reader() as r:
        dossier_id: int = r.value("SELECT min(id) FROM dossier WHERE id <> ?", s.ids["dossier"])
    return dossier_id


def _exporteer(s: Stand) -> None:
    journaal.register_export(s.store, sha256="0f" * 32, van_n=1, tot_n=3, aantal=3, nu=NU)


def _reservekopie(s: Stand) -> None:
    backup.register_reservekopie(s.store, s.dienst.maak_backup(s.stick))


def _wachtzin(s: Stand) -> None:
    s.dienst.sleutels.wijzig_wachtzin(WACHTZIN, NIEUWE_WACHTZIN)
    _leg_sleutels_vast(s, Act.KLUIS_WACHTZIN_WIJZIGEN)


def _hoofdsleutel(s: Stand) -> None:
    """The kluis made anew under another main key; this session ends and the next one begins."""
    wie = s.store.wie
    s.dienst.sleutels.bereid_wissel_voor(WACHTZIN)
    s.dienst.sleutels.wissel()
    s.dienst.sleutels.rond_wissel_af()
    s.dienst.verlaat()
    s.dienst.ontgrendel(WACHTZIN)
    treed_binnen(s.dienst)
    s.store.wie = wie
