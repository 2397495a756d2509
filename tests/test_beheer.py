# SPDX-License-Identifier: EUPL-1.2
"""What goes to whoever publishes or judges the program: publiccode.yml and the sheet on privacy."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BEHEER = ROOT / "resources" / "beheer"
# https://yml.publiccode.tools/schema.core.html; url is filled in by who publishes, and only then is it known.
VERPLICHT = (
    "publiccodeYmlVersion", "name", "platforms", "categories", "developmentStatus", "softwareType",
    "description", "legal", "maintenance", "localisation",
)  # fmt: skip


def _publiccode() -> str:
    return (BEHEER / "publiccode.yml").read_text(encoding="utf-8")


def test_publiccode_has_what_the_standard_asks_for() -> None:
    tekst = _publiccode()
    sleutels = re.findall(r"^(\w+):", tekst, re.MULTILINE)
    assert set(VERPLICHT) <= set(sleutels)
    assert len(sleutels) == len(set(sleutels))
    assert "\t" not in tekst
    assert re.search(r"^softwareType: standalone/desktop$", tekst, re.MULTILINE)
    assert re.search(r"^developmentStatus: (concept|development|beta|stable|obsolete)$", tekst, re.MULTILINE)
    kort = re.search(r"shortDescription: (.+)", tekst)
    assert kort
    assert len(kort[1]) <= 150
    lang = tekst.partition("longDescription: >")[2].partition("features:")[0]
    assert 150 <= len(" ".join(lang.split())) <= 10_000


def test_publiccode_says_the_same_as_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"\nname: {project['name']}\n" in _publiccode()
    assert f"license: {project['license']}\n" in _publiccode()


def test_the_privacy_sheet_claims_no_law_that_was_not_found() -> None:
    blad = (BEHEER / "PRIVACY.md").read_text(encoding="utf-8")
    for kop in ("Doel en grond", "Wie erbij kan", "Waar en hoe lang", "Rechten van betrokkenen",
                "Maatregelen", "Wat overblijft", "Zelf invullen"):  # fmt: skip
        assert f"\n## {kop}" in blad
    for regel in blad.splitlines():
        if regel.startswith(("| casus |", "| signaal dat", "| verlengen", "| categorie in de selectielijst")):
            assert "**niet vastgesteld**" in regel
