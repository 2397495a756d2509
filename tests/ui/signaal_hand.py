# SPDX-License-Identifier: EUPL-1.2
"""Signals and intakes for tests on the real window."""

from datetime import date, datetime, timedelta, timezone

from gemeente_pga.handelingen.signaal import register_signaal
from gemeente_pga.paths import resource
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.store.queries.signaal import signaalblad
from tests.signaal_hulp import JORIS, SCHOOL

VOORBEELD = resource("oefencasus")
EML = VOORBEELD / "01-signaal-school.eml"
NOTITIE = (VOORBEELD / "02-signaal-wijkagent.txt").read_text(encoding="utf-8")
LATER = datetime(2026, 9, 29, 9, 20, tzinfo=timezone(timedelta(hours=2)))


def gemeente_id(store):
    with store.reader() as r:
        return gemeenten(r)[0].id


def leg_vast(store, signaal=SCHOOL, persoon=JORIS, **extra):
    return register_signaal(store, signaal, persoon, gemeente_id=gemeente_id(store), **extra)


def lees(store, signaal_id):
    with store.reader() as r:
        return signaalblad(r, signaal_id)


def open_eml(hand):
    hand.venster.open_bestand(EML)
    assert hand.scherm.code == "nieuw_signaal"


AFMAKEN = {
    "bron_soort": "onderwijs",
    "bron_organisatie": "Praktijkcollege Waterhoven",
    "naam_noemen": "nee",
    "bron_kennis": "gemengd",
    "acuut": "nee",
    "eerder_besproken": "onbekend",
}


def vul_nieuw_signaal(hand, **anders):
    """A complete intake of the sample, ready to record."""
    waarden = {
        "soort": "melding",
        "kanaal": "brief",
        "naam": "Joris D'Hondt-Özdemir",
        "voornamen": "Joris",
        "geslachtsnaam": "D'Hondt-Özdemir",
        "geboortedatum": date(1981, 4, 3),
        "melder_naam": "M. Visser",
        "zelf_waargenomen": "Hij stond bij de poort.",
        **AFMAKEN,
    }
    hand.venster.open("nieuw_signaal")
    hand.vul_formulier(**waarden | anders)
    hand.scherm.zoeker.zoek_nu()
