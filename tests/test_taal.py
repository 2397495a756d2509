# SPDX-License-Identifier: EUPL-1.2
"""The Dutch of the program: short sentences, u, the words of the field, abbreviations that are explained.

Read from the forms, and from every string in the code that reads as text. The Wegwijzer, the rondleiding and
the kader have checks of their own (tests/domain, tests/ui/test_wegwijzer.py).
"""

import ast
import functools
import re
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LANGST = 20
"""words in a sentence; B1 asks for about fifteen, and for a list in a sentence some more"""
_EIGENSCHAPPEN = (
    *("text", "title", "toolTip", "placeholderText", "whatsThis", "windowTitle"),
    *("accessibleName", "accessibleDescription"),
)
_TECHNIEK = re.compile(
    r"\b(SELECT|FROM|WHERE|INSERT|UPDATE|CREATE|CASE|ORDER|PRAGMA|AND|UNION|VACUUM|TABLE)\b"
)
# What a Dutch professional does not say, with what he does; and the language of letters from an office.
LIEVER = {
    **dict.fromkeys(("je", "jij", "jouw", "jullie"), "u of uw"),
    **dict.fromkeys(("middels", "teneinde", "derhalve", "alsmede", "ingevolge", "desbetreffende"), "kort"),
    **dict.fromkeys(("dient te", "dienen te", "gelieve", "indien", "echter", "tevens", "reeds"), "kort"),
    **dict.fromkeys(
        ("aangaande", "inzake", "betreffende", "conform", "omtrent", "voornoemd"), "over, volgens"
    ),
    **dict.fromkeys(("succesvol", "helaas", "sorry", "oeps", "fout opgetreden"), "zeg wat er is"),
    "notulen": "verslag",
    "database": "kluis",
    "eerste toets": "formele controle",
    "in bewaring": "gesloten, bewaartermijn loopt",
    "terugroepbericht": "rectificatiebericht",
    "partnerexemplaar": "exemplaar deelnemer",
    "inzagepakket": "afschrift",
    "opvolgersbrief": "overdrachtsdocument",
    "zelftoets": "zelfevaluatie",
    "jaarverslag": "jaarrapportage",
    **dict.fromkeys(("geradicaliseerde", "verdachte", "cliënt", "risicoscore"), "betrokkene"),
}
_FOUT = re.compile(rf"\b({'|'.join(LIEVER)})\b", re.IGNORECASE)
_TEKENS = re.compile(r"!(?=\s|$)|\.\.\.|\w  +\w|\w [,;:](?= )|\w \.(?=\s|$)")
# Known to everybody who works with a computer, or said in full where they stand.
BEKEND = frozenset(
    {"ICT", "MB", "JSON", "JPEG", "PNG", "EUPL", "AB", "TOML", "EU", "UTF", "SSD", "AES", "GCM", "OIN"}
)
# Not Dutch prose: the words that a passphrase may not be made of, names of keys, a key to marks.
GEEN_PROZA = frozenset(
    {"wachtzin.py", "kaderlezing.py", "gevoelig.py", "overleg_tafel.ui", "dossiervorm.py", "onderhoud.py"}
)


def in_code(bestand: Path) -> Iterator[str]:
    """Every string of this module but its docstrings; an x where a value comes."""
    boom = ast.parse(bestand.read_text(encoding="utf-8"))
    niet = {id(n.value) for n in ast.walk(boom) if isinstance(n, ast.Expr)}
    niet |= {id(deel) for n in ast.walk(boom) if isinstance(n, ast.JoinedStr) for deel in n.values}
    for n in ast.walk(boom):
        if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in niet:
            yield n.value
        elif isinstance(n, ast.JoinedStr):
            yield "".join(str(d.value) if isinstance(d, ast.Constant) else "x" for d in n.values)


def in_formulier(bestand: Path) -> Iterator[str]:
    """What this form says, also to a screen reader."""
    for stuk in ET.parse(bestand).iter():  # noqa: S314  a form of our own
        if stuk.tag == "attribute" or (stuk.tag == "property" and stuk.get("name") in _EIGENSCHAPPEN):
            yield stuk.findtext("string") or ""


def leesbaar(tekst: str) -> bool:
    """Is this meant to be read: more words than one, and no query?"""
    return bool(re.search(r"[a-zé]{2,} [a-zé]", tekst)) and not _TECHNIEK.search(tekst)


@pytest.fixture(scope="module")
def teksten() -> list[tuple[str, str]]:
    """Every text with the file that it is in."""
    code = [f for f in (ROOT / "gemeente_pga").rglob("*.py") if f.parent.name != "forms"]
    alle = [(f.name, t) for f in sorted(code) for t in in_code(f)]
    alle += [(f.name, t) for f in sorted((ROOT / "forms").glob("*.ui")) for t in in_formulier(f)]
    return [(naam, t) for naam, t in alle if leesbaar(t) and naam not in GEEN_PROZA]


def zinnen(tekst: str) -> list[str]:
    """The sentences, and the lines of a list."""
    return [zin for zin in re.split(r"(?<=[.!?:])\s+|\n+", tekst) if zin.strip()]


def te_lang(tekst: str) -> list[str]:
    """Sentences of more words than a reader under pressure holds on to."""
    return [zin for zin in zinnen(tekst) if len(zin.split()) > LANGST]


def verkeerd(tekst: str) -> list[str]:
    """Words and marks that do not belong here."""
    return [m.group(0) for m in (*_FOUT.finditer(tekst), *_TEKENS.finditer(tekst))]


@functools.cache
def _uitgelegd() -> frozenset[str]:
    gids = tomllib.loads((ROOT / "resources/teksten/wegwijzer.toml").read_text(encoding="utf-8"))
    return frozenset(regel["kort"] for regel in gids["afkorting"])


def onverklaard(tekst: str) -> set[str]:
    """Abbreviations that neither the list of the Wegwijzer nor everybody knows."""
    return set(re.findall(r"\b[A-Z]{2,5}\b", tekst)) - _uitgelegd() - BEKEND


def test_there_is_a_lot_to_read(teksten: list[tuple[str, str]]) -> None:
    lengte = sorted(len(zin.split()) for _, t in teksten for zin in zinnen(t))
    print(f"{len(teksten)} teksten, {len(lengte)} zinnen; helft tot {lengte[len(lengte) // 2]} woorden, "
          f"95 van de 100 tot {lengte[len(lengte) * 95 // 100]}, langste {lengte[-1]}")  # fmt: skip
    assert len(teksten) > 5_000


def test_no_sentence_is_long(teksten: list[tuple[str, str]]) -> None:
    assert [(naam, zin) for naam, t in teksten for zin in te_lang(t)] == []


def test_the_words_are_those_of_the_field(teksten: list[tuple[str, str]]) -> None:
    assert [(naam, fout, t) for naam, t in teksten for fout in verkeerd(t)] == []


def test_every_abbreviation_is_explained(teksten: list[tuple[str, str]]) -> None:
    assert {(naam, kort) for naam, t in teksten for kort in onverklaard(t)} == set()


def test_what_is_wrong_would_be_found() -> None:
    assert te_lang("Dit is een zin " + "die maar door blijft gaan " * 5)
    assert not te_lang("Dit is kort. " * 20)
    for fout in (
        "Vul je naam in.",
        "Dit dient te gebeuren.",
        "De notulen zijn klaar.",
        "Gelukt!",
        "Even ...",
    ):
        assert verkeerd(fout), fout
    assert verkeerd("Uw dossier.") == verkeerd("Op welke dag?") == []
    assert onverklaard("Bel de XYZA of het OM.") == {"XYZA"}
