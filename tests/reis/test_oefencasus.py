# SPDX-License-Identifier: EUPL-1.2
"""The journey: the sample case through the real window, then what is in the kluis, on paper, and nowhere."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from gemeente_pga.app import now
from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.paths import private_folder
from gemeente_pga.store.store import Store
from gemeente_pga.ui.pdf import read_bladen
from tests.reis.heropen import HALF
from tests.reis.notities import NIET_VASTLEGGEN, cells, letters, pieces

pytestmark = pytest.mark.traag
ROOT = Path(__file__).resolve().parent.parent.parent
PLEKKEN = (
    "TMPDIR",
    "HOME",
    "XDG_DATA_HOME",
    "XDG_CONFIG_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
    "XDG_RUNTIME_DIR",
)

# What stands in no document at all: the reporter's name, the line that the police keep, the wife's origin.
NOOIT = (
    "marloes",
    "wâl",
    "van der wal",
    "vanderwal",
    "eerdere melding",
    "overlast",
    "turkije",
    "afkomst van",
)
EERSTE = (
    "hondt",
    "özdemir",
    "joris",
    "zwanebloem",
    "c2026-001",
    "brouwer",
    "nguyễn",
    "mentor",
    "spandoek",
    "broer",
)
TWEEDE = ("kraan", "wessel", "moerasvaren", "c2026-002", "claessen", "reclassering", "wijkteam", "nazorg")
# document: (words that must be there, words that must not)
PAPIER: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "weegverslag": (
        (
            "Opnemen in de persoonsgerichte aanpak",
            "OM vindt dat het zonder de uitspraak van 7 september niet ver genoeg was",
            'spandoek aan de schuur achter het huis, tekst "< 30 dagen: wij nemen het recht in eigen hand >"',
            'geen rechtsmacht" heeft & dat ik persoonlijk 50.000 euro',
            "Een collega (de conciërge) stond erbij",
            "Leerplicht: tot zomer 2025 geen zorgen; faillissement nov. 2025; eerste brief",
            'Brieven kondigen "arrestatie van ambtenaren" aan',
            "Brief van 1 sept. is dreigend van toon, nog niet strafbaar",
            "Soevereinen-teksten, verwijst naar filmpjes",
            "Wapens: alleen van horen zeggen",
            "Niet erkennen van de overheid is op zich een mening",
            "school, leerplicht, brieven wijzen dezelfde kant op",
            "eens, maar tempo onduidelijk",
            "schuldhulp weigert hij; leerplicht alleen lost dit niet op",
            "passend, mits na drie maanden opnieuw bekeken",
            "Zoon van 13",
            "30 oktober 2026",
            "mr. P. van 't Hoff",
            "S. Aydın",
        ),
        TWEEDE,
    ),
    "agenda-1": (("C2026-001", "14 oktober 2026", "13.30"), ("hondt", "joris", *TWEEDE)),
    "besluiten-en-actielijst-1": (("Casusregisseur: S. Aydın", "23-10-2026", "L. Nguyễn"), TWEEDE),
    "verslag-1": (
        (
            "L. Nguyễn",
            "R. El Amrani",
            "Verzuim zoon 11 dagen sinds 1 september",
            "5 uitgedeeld, 4 terug",
            "Doel 1: gezin houdt een dak",
            "geen vlieg kwaad doet",
            "Uitstel ontruiming bespreken met woningcorporatie",
            "LSE vragen om advies zonder naam",
            "alleen met instemming van de ouders",
            "Geen reactie",
        ),
        TWEEDE,
    ),
    "agenda-2": (("C2026-001", "C2026-002", "4 november 2026"), ("hondt", "joris", "kraan", "wessel")),
    "besluiten-en-actielijst-2-casus-1": (("Geen bestuurlijke maatregel", "18-11-2026"), TWEEDE),
    "besluiten-en-actielijst-2-casus-2": (("afsluiten per 1 december", "wijkteam"), EERSTE),
    "verslag-2-geheel": (
        (
            "uitstel tot 1 februari",
            "mentor doet geen aangifte",
            "Spandoek is weg sinds 31 oktober",
            "Geen tegenstem",
        ),
        (),
    ),
    "uittreksel-2-casus-1": (("hij liet ze binnen", "schuldhulp", "14 januari 2027"), TWEEDE),
    "uittreksel-2-casus-2": (("werk en woning op orde", "overgenomen van papier", "H. Claessen"), EERSTE),
    "dossier": (("Leerlingbegeleiding", "Schuldhulp", "Huisarts wordt vertrouwd"), TWEEDE),
}
# Acts that must each have happened exactly so often; one act is one line in the journaal.
HANDELINGEN = {
    "kluis.aanmaken": 1, "notitie.vastleggen": 1, "signaal.registreren": 2, "signaal.controleren": 2,
    "signaal.agenderen": 2, "weging.beginnen": 1, "weging.tafel": 1, "weging.oordeel": 12,
    "weging.afsluiting": 3, "weging.vaststellen": 1,
    "casus.openen": 1, "casus.overnemen": 1, "overleg.voorbereiden": 2, "overleg.beginnen": 2,
    "verslag.vaststellen": 2, "plan.vaststellen": 1, "casus.afsluiten": 1,
}  # fmt: skip


@dataclass(frozen=True)
class Reis:
    doel: Path
    werk: Path
    plekken: Path
    wachtzin: str

    def tekst(self, naam: str) -> str:
        """Everything that stands on this paper, in one line."""
        bladen = read_bladen((self.doel / f"{naam}.pdf").read_bytes())
        return " ".join(" ".join(blad.tekst.split()) for blad in bladen)


@pytest.fixture(scope="module")
def reis(tmp_path_factory: pytest.TempPathFactory) -> Reis:
    """Played once, in a process of its own with temp, home and settings folders of its own."""
    map_ = tmp_path_factory.mktemp("reis")
    for naam in ("doel", "werk", "plekken"):
        (map_ / naam).mkdir(mode=0o700)
    omgeving = dict(os.environ)
    for plek in PLEKKEN:
        (map_ / "plekken" / plek).mkdir(mode=0o700)
        omgeving[plek] = str(map_ / "plekken" / plek)
    opdracht = [sys.executable, "-m", "tests.reis.speel", str(map_ / "doel"), str(map_ / "werk")]
    loop = subprocess.run(opdracht, cwd=ROOT, env=omgeving, capture_output=True, text=True, check=False)
    assert loop.returncode == 0, loop.stderr
    return Reis(map_ / "doel", map_ / "werk", map_ / "plekken", loop.stdout.strip())


def _dienst(werk: Path) -> Dienst:
    return Dienst(
        {soort: lambda soort=soort: private_folder(werk / soort.value) for soort in KluisSoort},  # type: ignore[misc] # one folder each
        werk / "instellingen.ini",
        now,
    )


@pytest.fixture
def store(reis: Reis) -> Iterator[Store]:
    dienst = _dienst(reis.werk)
    dienst.kies(KluisSoort.OEFENKLUIS)
    dienst.ontgrendel(reis.wachtzin)
    dienst.betreed()
    assert dienst.store is not None
    yield dienst.store
    dienst.laat_los()


def test_every_act_left_one_line(store: Store) -> None:
    with store.reader() as r:
        telling = Counter(rij["code"] for rij in r.rows("SELECT code FROM handeling"))
        per_zegel = r.value("SELECT count(*) FROM ketting")
    assert {code: telling[code] for code in HANDELINGEN} == HANDELINGEN
    assert per_zegel == sum(telling.values())
    assert telling["informatie.toevoegen"] == 28 + 6 + 1 + 2


def test_the_rows_are_what_was_said(store: Store) -> None:
    with store.reader() as r:
        assert r.value("SELECT count(*) FROM dossier") == 2
        assert {
            rij["status"] for rij in r.rows("SELECT status FROM signaal WHERE soort <> 'overgenomen'")
        } == {"opgenomen"}
        casussen = {rij["nummer"]: rij for rij in r.rows("SELECT * FROM casus")}
        assert casussen["C2026-001"]["status"] == "in_uitvoering"
        assert casussen["C2026-001"]["geinformeerd_op"] == "2026-11-16"
        assert casussen["C2026-001"]["volgende_herbeoordeling"] == "2027-01-14"
        assert casussen["C2026-002"]["status"] == "afgesloten"
        assert casussen["C2026-002"]["gesloten_op"] == "2026-12-01"
        assert casussen["C2026-002"]["overgenomen"] == 1
        standen = Counter(
            rij["status"]
            for rij in r.rows("SELECT status FROM actie_voortgang WHERE bespreking_id IS NOT NULL")
        )
        assert standen == {"gedaan": 3, "loopt": 1, "vervalt": 1}
        alles = " ".join(str(rij["tekst"]) for rij in r.rows("SELECT tekst FROM informatie"))
    assert "eerdere melding (overlast, 2025)" in alles  # it is in the kluis, and on no paper
    assert "Turkije" not in alles


@pytest.mark.parametrize("naam", PAPIER)
def test_the_paper_says_what_it_must_and_nothing_that_it_may_not(reis: Reis, naam: str) -> None:
    tekst = reis.tekst(naam)
    kaal = "".join(tekst.split()).casefold()
    moet, mag_niet = PAPIER[naam]
    assert [woorden for woorden in moet if "".join(woorden.split()).casefold() not in kaal] == []
    assert [woord for woord in (*mag_niet, *NOOIT) if "".join(woord.split()) in kaal] == []


def test_every_word_of_the_notes_is_on_paper(reis: Reis) -> None:
    """Of the weegploeg cell by cell, of both meetings piece by piece; but for what may not be recorded."""
    weegverslag = letters(reis.tekst("weegverslag"))
    assert [cel for cel in cells() if letters(cel) not in weegverslag] == [NIET_VASTLEGGEN]
    eerste = letters(reis.tekst("verslag-1"))
    assert [stuk for stuk in pieces("04-overleg-1.md") if letters(stuk) not in eerste] == []
    tweede = letters(reis.tekst("verslag-2-geheel"))
    assert [stuk for stuk in pieces("05-overleg-2.md") if letters(stuk) not in tweede] == []


def test_the_negative_words_are_found_where_they_are(reis: Reis) -> None:
    """Positive control of the test above."""
    geheel = "".join(reis.tekst("verslag-2-geheel").split()).casefold()
    for woord in ("hondt", "kraan", "claessen", "brouwer", "wijkteam", "mentor"):
        assert woord in geheel


def test_only_documents_and_pictures_were_left(reis: Reis) -> None:
    assert {pad.suffix for pad in reis.doel.iterdir()} == {".pdf", ".png"}
    assert {pad.stem for pad in reis.doel.glob("*.pdf")} == set(PAPIER)
    assert len(list(reis.doel.glob("*.png"))) >= 30


def _vormen(woord: str) -> set[bytes]:
    return {woord.encode(code) for code in ("utf-8", "utf-16-le", "latin-1") if _past(woord, code)}


def _past(woord: str, code: str) -> bool:
    try:
        woord.encode(code)
    except UnicodeEncodeError:
        return False
    return True


def _lekken(map_: Path) -> list[tuple[str, bytes]]:
    woorden = (
        *("Hondt", "Özdemir", "Dhont", "Marloes", "Zwanebloem", "Kraan", "Moerasvaren", "Turkije"),
        *("spandoek", "Brouwer", "burenruzie", "Waterhoven", "weegploeg"),
    )
    naalden = {vorm for woord in woorden for vorm in _vormen(woord)}
    return [
        (str(pad.relative_to(map_)), naald)
        for pad in map_.rglob("*")
        if pad.is_file()
        for naald in naalden
        if naald in pad.read_bytes()
    ]


def test_no_file_of_the_program_holds_a_name(reis: Reis, tmp_path: Path) -> None:
    (tmp_path / "proef").write_text("Joris D'Hondt-Özdemir", "utf-16-le")
    assert _lekken(tmp_path) != []  # the search finds what is there
    assert len(list(reis.werk.rglob("kluis.db"))) == 1
    assert _lekken(reis.werk) == []
    assert _lekken(reis.plekken) == []


def test_temp_and_home_are_left_empty(reis: Reis) -> None:
    assert list((reis.plekken / "TMPDIR").iterdir()) == []
    assert [pad for pad in reis.plekken.rglob("*") if pad.is_file() and "fontconfig" not in str(pad)] == []


def test_lock_unlock_and_go_on_at_half_a_word(reis: Reis) -> None:
    opdracht = [sys.executable, "-m", "tests.reis.heropen", str(reis.werk)]
    loop = subprocess.run(
        opdracht,
        cwd=ROOT,
        input=reis.wachtzin + "\n",
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert loop.returncode == 0, loop.stdout + loop.stderr
    regels = dict(regel.split(" ", 1) for regel in loop.stdout.splitlines())
    assert regels["OPEN"].startswith("Dossier 2026-001")
    assert regels["TERUG"].split(" ", 1)[1] == f"{HALF}|{len(HALF)}"
    assert regels["HEEL"] == "True True"
