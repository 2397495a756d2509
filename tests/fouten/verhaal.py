# SPDX-License-Identifier: EUPL-1.2
"""Every act of the program, performed in an order that makes sense: the way that each campaign walks.

A chapter is a generator: it yields an act and what performs it, and is sent the outcome. An act that is added
to domain.handeling and to no chapter is named by `zonder_weg`, and every campaign that walks it fails.
"""

from collections.abc import Callable, Generator, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.consultatie import Consultatie
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.ingebruikname import GEREED, PUNTEN, Punt
from gemeente_pga.domain.inrichting import Gebruiker, Gemeente, Partij
from gemeente_pga.domain.naaste import Naaste
from gemeente_pga.domain.notitie import Telefoonnotitie, Terugbellen
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.signaal import Correctie, Signaal
from gemeente_pga.domain.signaalstap import (
    Agendering,
    FormeleControle,
    Melderbericht,
    Overdracht,
    Sluiting,
    Spoed,
)
from gemeente_pga.handelingen import consultatie, dossier, inrichting, notitie, persoon, signaal
from gemeente_pga.handelingen.ingebruikname import record_punt
from gemeente_pga.handelingen.kader import install_kader
from tests.fouten import (
    hoofdstukken,
    kluiswerk,
    verhaal_bewaren,
    verhaal_gegevens,
    verhaal_houders,
    verhaal_kader,
    verhaal_rechten,
    verhaal_stappen,
    verhaal_verantwoording,
    waarneemwerk,
)
from tests.fouten.stand import NU, VANDAAG, Stand, kader


class Stap(NamedTuple):
    """One act about to be performed."""

    act: Act
    doe: Callable[[], Any]


Hoofdstuk = Generator[tuple[Act, Callable[[], Any]], Any, None]
KERN = ("gemeente", "om", "politie")
PARTIJEN = (*KERN, "zvh", "reclassering")
MOMENT = "2026-09-08T16:42:00+02:00"
PDF = b"%PDF-1.7\n" + bytes(range(256)) * 12
SIGNAAL = Signaal(
    soort="melding", kanaal="telefoon", ontvangen_op=MOMENT, ontvangen_door="S. Aydın", gebeurd_op=None,
    bron_soort="onderwijs", bron_organisatie="Praktijkcollege Waterhoven",
    melder_naam="Marloes van der Wâl", melder_functie="mentor", melder_contact="", naam_noemen="nee",
    bron_kennis="gemengd", zelf_waargenomen="Hij gaf bij de poort een “aansprakelijkstelling”.",
    van_anderen="", interpretatie="", eigen_opmerking="", acuut=False, eerder_besproken="onbekend",
    eerder_besproken_toelichting="",
)  # fmt: skip
NAASTE = Persoon(voornamen="Ilse", geslachtsnaam="Zwanebloem")
ZUS = Naaste("broer_zus", "avg_6_1_e", "Zij helpt bij het gesprek.", date(2027, 6, 30))
NOTITIE = Telefoonnotitie("Wijkagent belt over J. Dhont.", "K. Brouwer", "", False, MOMENT)


def inrichten(s: Stand) -> Hoofdstuk:
    """What the wizard and Inrichting record."""
    s.ids["gebruiker"] = yield (
        Act.SYSTEEM_INRICHTEN,
        lambda: inrichting.register_gebruiker(s.store, Gebruiker("Mirjam Hoekstra", "procesregisseur")),
    )
    s.store.wie = replace(s.store.wie, gebruiker_id=s.ids["gebruiker"])
    s.ids["gemeente_id"] = yield (
        Act.GEMEENTE_VASTLEGGEN,
        lambda: inrichting.register_gemeente(s.store, Gemeente("Gemeente Waterhoven")),
    )
    yield Act.KADER_ACTIVEREN, lambda: install_kader(s.store, kader(), NU)
    for punt, naam in PUNTEN:
        gereed = Punt(punt, GEREED, date(2026, 1, 5), f"{naam} 2026")
        yield (
            Act.INGEBRUIKNAME_VASTLEGGEN,
            partial(s.doe, record_punt, s.ids["gemeente_id"], gereed),
        )
    for soort in PARTIJEN:
        partij = Partij(soort, f"{soort} Waterhoven", kernpartij=soort in KERN, contactpersoon=f"H. {soort}")
        s.ids[soort] = yield (
            Act.PARTIJ_VASTLEGGEN,
            partial(lambda p: inrichting.register_partij(s.store, p), partij),
        )
    yield Act.SYSTEEM_INSTELLING, lambda: inrichting.set_instelling(s.store, "proef", "ja")
    yield Act.ZOEKEN_BUITEN_DOSSIER, lambda: inrichting.log_zoeken(s.store, "signaal")


def notities(s: Stand) -> Hoofdstuk:
    """A call that leads to no signal."""
    notitie_id = yield Act.NOTITIE_VASTLEGGEN, lambda: notitie.register_notitie(s.store, NOTITIE)
    terug = Terugbellen("ja", MOMENT, "nummer van de organisatie")
    yield Act.NOTITIE_TERUGBELLEN, lambda: notitie.call_back(s.store, notitie_id, terug)
    yield Act.NOTITIE_AFHANDELEN, lambda: notitie.close_notitie(s.store, notitie_id, "geen_persoon", NU)
    yield (
        Act.WEEGPLOEG_BERICHTEN,
        lambda: signaal.inform_weegploeg(s.store, "telefoonnotitie", notitie_id, VANDAAG),
    )


def signalen(s: Stand) -> Hoofdstuk:
    """Three signals: one closed for a formal reason, one handed over, one to the weegploeg."""
    wie = Persoon(voornamen="Joris", geslachtsnaam="D'Hondt-Özdemir", plaats="Waterhoven")

    def registreer() -> int:
        return signaal.register_signaal(s.store, SIGNAAL, wie, gemeente_id=s.ids["gemeente_id"])

    fout = yield Act.SIGNAAL_REGISTREREN, registreer
    yield Act.SIGNAAL_CONTROLEREN, lambda: _controleer(s, fout)
    sluiting = Sluiting("geen_persoon", "Het gaat over een groep.")
    yield Act.SIGNAAL_AFSLUITEN, lambda: signaal.close_signaal(s.store, fout, sluiting, VANDAAG)
    elders = yield Act.SIGNAAL_REGISTREREN, registreer
    yield Act.SIGNAAL_CONTROLEREN, lambda: _controleer(s, elders)
    overdracht = Overdracht("Gemeente Duinrand", "Het signaal.", "avg_6_1_e", VANDAAG)
    yield Act.SIGNAAL_OVERDRAGEN, lambda: signaal.transfer_signaal(s.store, elders, overdracht)
    s.ids["signaal"] = yield Act.SIGNAAL_REGISTREREN, registreer
    with s.store.reader() as r:
        s.ids["dossier"] = r.value("SELECT dossier_id FROM signaal WHERE id = ?", s.ids["signaal"])
    yield from _signaal_verder(s)
    yield from _consultatie(s)
    yield from _dossier(s)


def _signaal_verder(s: Stand) -> Hoofdstuk:
    signaal_id = s.ids["signaal"]
    spoed = Spoed("politie", "meldkamer", MOMENT, "Wat er gezegd is.", "avg_6_1_e")
    yield Act.SIGNAAL_SPOED, lambda: signaal.register_spoed(s.store, signaal_id, spoed)
    correctie = Correctie("schrijffout", replace(SIGNAAL, zelf_waargenomen="Hij gaf mij een brief."))
    yield Act.SIGNAAL_CORRIGEREN, lambda: signaal.correct_signaal(s.store, signaal_id, correctie)
    bijlage = BerichtBijlage("scan.pdf", "application/pdf", PDF)
    yield Act.BIJLAGE_TOEVOEGEN, lambda: signaal.add_bijlagen(s.store, signaal_id, [bijlage])
    with s.store.reader() as r:
        bijlage_id = r.value("SELECT id FROM bijlage WHERE dossier_id = ?", s.ids["dossier"])
    yield Act.BIJLAGE_INZIEN, lambda: dossier.log_bijlage_inzien(s.store, bijlage_id, s.ids["dossier"])
    bericht = Melderbericht("ontvangen", VANDAAG, "telefoon", "")
    yield Act.SIGNAAL_MELDER_BERICHTEN, lambda: signaal.inform_melder(s.store, signaal_id, bericht)
    yield Act.SIGNAAL_CONTROLEREN, lambda: _controleer(s, signaal_id)
    wanneer = Agendering(VANDAAG, tuple(s.ids[soort] for soort in KERN))
    yield Act.SIGNAAL_AGENDEREN, lambda: signaal.schedule_signaal(s.store, signaal_id, wanneer, VANDAAG)


def _consultatie(s: Stand) -> Hoofdstuk:
    advies = Consultatie(
        "Schuldhulp naast vrijwillige begeleiding", VANDAAG, "Landelijk steunpunt", "adviseur",
        "Past dit bij een gezin met schulden?", "Begin met de schulden.", zonder_naam=True, dossier_id=None,
    )  # fmt: skip
    nummer = yield (
        Act.CONSULTATIE_VASTLEGGEN,
        lambda: consultatie.register_consultatie(s.store, advies, VANDAAG),
    )
    beter = replace(advies, advies="Begin met de schulden, daarna het werk.", dossier_id=s.ids["dossier"])
    yield (
        Act.CONSULTATIE_CORRIGEREN,
        lambda: consultatie.correct_consultatie(s.store, nummer, beter, reden="schrijffout", vandaag=VANDAAG),
    )


def _controleer(s: Stand, signaal_id: int) -> None:
    signaal.check_signaal(s.store, signaal_id, FormeleControle("ja", "ja", "ja", ""), NU)


def _dossier(s: Stand) -> Hoofdstuk:
    dossier_id = s.ids["dossier"]
    yield Act.CASUS_INZIEN, lambda: dossier.log_inzien(s.store, dossier_id)
    naaste = yield Act.PERSOON_VASTLEGGEN, lambda: persoon.register_naaste(s.store, dossier_id, NAASTE, ZUS)
    anders = replace(NAASTE, voornamen="Ilse Maria")
    yield Act.PERSOON_VASTLEGGEN, lambda: persoon.update_persoon(s.store, naaste, anders, reden="schrijffout")
    yield (
        Act.PERSOON_VASTLEGGEN,
        lambda: persoon.remove_naaste(s.store, naaste, reden="niet_meer_nodig"),
    )


HOOFDSTUKKEN: tuple[Callable[[Stand], Hoofdstuk], ...] = (
    inrichten,
    notities,
    signalen,
    verhaal_kader.hoofdstuk,
    hoofdstukken.weging,
    hoofdstukken.casus,
    hoofdstukken.overleg,
    verhaal_stappen.hoofdstuk,
    verhaal_rechten.hoofdstuk,
    verhaal_verantwoording.memo,
    verhaal_gegevens.hoofdstuk,
    hoofdstukken.documenten,
    verhaal_houders.hoofdstuk,
    hoofdstukken.afsluiting,
    verhaal_bewaren.hoofdstuk,
    verhaal_verantwoording.hoofdstuk,
    waarneemwerk.waarnemingen,
    kluiswerk.toezicht,
    kluiswerk.kluis,
)


def stappen(
    s: Stand, hoofdstukken_: tuple[Callable[[Stand], Hoofdstuk], ...] = HOOFDSTUKKEN
) -> Iterator[Stap]:
    """The acts one by one. Whoever takes one performs it before taking the next: `loop` does."""
    for hoofdstuk in hoofdstukken_:
        loop = hoofdstuk(s)
        uitkomst: Any = None
        while True:
            try:
                act, doe = loop.send(uitkomst)
            except StopIteration:
                break
            uitkomsten: list[Any] = []
            yield Stap(act, partial(_doe, doe, uitkomsten))
            uitkomst = uitkomsten[0]


def _doe(doe: Callable[[], Any], uitkomsten: list[Any]) -> None:
    uitkomsten.append(doe())


def zonder_weg(gelopen: set[Act]) -> list[str]:
    """The acts of the program that nobody performed."""
    return [act.code for act in Act if act not in gelopen]
