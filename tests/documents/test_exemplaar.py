# SPDX-License-Identifier: EUPL-1.2
"""Number and holder on every page of every copy; the pages themselves stay as they were frozen."""

import io
from datetime import date

import pikepdf
import pytest
from pikepdf import Pdf

from gemeente_pga.documents import (
    draw_opdruk,
    encrypt,
    make_room,
    render,
    render_exemplarenlijst,
    render_voorblad,
    stamp,
)
from gemeente_pga.documents.exemplaar import WATERMERK
from gemeente_pga.documents.opmaak import choose_kleuren
from gemeente_pga.domain.exemplaar import Stempel
from gemeente_pga.domain.stukken.exemplaar import Exemplaarpunt, Exemplarenlijst, Voorblad, lijst_kop
from gemeente_pga.ui.pdf import draw_blad, draw_grijs, read_bladen
from tests.documents.test_toegankelijk import _check_pdfa, _check_structure
from tests.documents.voorbeeld_dossier import VOORBEELDEN
from tests.documents.vullen import with_text

DAG = date(2026, 10, 14)
STEMPEL = Stempel(3, "M. Jansen, politie 😀 عبد")
NAMEN = sorted(VOORBEELDEN)


def voorblad(anderen: int = 0) -> Voorblad:
    """The sheet in front of the third copy."""
    kop = lijst_kop("Waterhoven", "Voorblad", "CO-2026-009", DAG, oefening=False)
    punten = exemplarenlijst(anderen).regels
    zelf = Exemplaarpunt(nummer=3, houder="M. Jansen, politie", uitgereikt=DAG, gevraagd="Teruggeven.")
    return Voorblad(kop=kop, stuk="Verslag casusoverleg", controlecode="12-ABCD", zelf=zelf, anderen=punten)


def exemplarenlijst(aantal: int) -> Exemplarenlijst:
    """A list of so many copies."""
    kop = lijst_kop("Waterhoven", "Terug te vragen exemplaren", "2026-10-14", DAG, oefening=False)
    regels = tuple(
        Exemplaarpunt(
            nummer=n, houder=f"Houder {n}, politie", uitgereikt=DAG, gevraagd="Teruggeven.", stuk=f"CO-{n}"
        )
        for n in range(1, aantal + 1)
    )
    return Exemplarenlijst(kop=kop, over="Wat niet terug is", regels=regels)
