# SPDX-License-Identifier: EUPL-1.2
"""Every field that holds something reaches the paper, or is on the list of those that must not."""

from datetime import date

import pytest

from gemeente_pga.documents import render
from gemeente_pga.domain.stukken import SOORTEN
from tests.documents.lezen import words
from tests.documents.vullen import Vuller

# Fields with a code or a switch; their value decides what is shown.
VAST: dict[str, object] = {
    "markering": "vrij",
    "vrijwillig": False,
    "aanwezig": "aanwezig",
    "verslag_zvh": "",
    "accentkleur": "",
    "logo": None,
    "naam_noemen": "nee",
    "alleen_voor": (),
    "casusnummers": ("2026-014",),
    "nummers": ("2026-014",),
    "geboortedatum": date(1990, 1, 1),
}
# Fields that a document leaves out on purpose.
NIET = {
    "actielijst": {
        "Casusdeel.doel", "Casusdeel.vorig_verslag", "Casusdeel.overwegingen", "VorigeActie.", "Inbreng.",
        "Informeren.grondslag", "Informeren.reden", "Informeren.door", "Informeren.hoe",
    },
    "casuskaart": {"Informeren.grondslag", "Informeren.door", "Informeren.hoe"},
    # Codes by which a later report reads this one back; paper has the words.
    "jaarrapportage": {"Jaartabel.maat", "Jaartabel.delen"},
    # Before it is done there is no how, by whom and when.
    "vernietigingslijst": {"Vernietigingsregel.wijze", "Vernietigingsregel.door", "Vernietigingsregel.op"},
    # The heads inside are those of papers that are not printed as such here.
    "dossier": {"Kop.", "Casusdeel.betrokkene", "Casusdeel.casusnummer", "Informeren.grondslag",
                "Informeren.door", "Informeren.hoe"},
}  # fmt: skip
NIET["deelnemer_dossier"] = NIET["dossier"]


@pytest.mark.eis("c23", "i6")
@pytest.mark.parametrize("soort", sorted(SOORTEN))
def test_every_text_is_printed(soort: str) -> None:
    vuller = Vuller(VAST)
    stuk = vuller.fill(SOORTEN[soort])
    gedrukt = set(words(render(soort, stuk, "CODE-1")))
    weg = {plek for woord, plek in vuller.plekken.items() if woord not in gedrukt}
    uitgezonderd = NIET.get(soort, set())
    assert {p for p in weg if not any(p.startswith(u) for u in uitgezonderd)} == set()
