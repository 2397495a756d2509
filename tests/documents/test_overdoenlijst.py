# SPDX-License-Identifier: EUPL-1.2
"""The list of acts to be entered again: complete, accessible, neutral, and the same bytes each time."""

from datetime import date

from gemeente_pga.documents import render_overdoenlijst
from gemeente_pga.domain.stukken.waarneming import Overdoenlijst, Overdoenregel, overdoen_kop
from tests.documents.lezen import page_texts, text, title
from tests.documents.test_toegankelijk import _check_pdfa, _check_structure


def lijst(aantal: int) -> Overdoenlijst:
    """As many acts, the numbers of their dossiers counting up."""
    return Overdoenlijst(
        kop=overdoen_kop("Waterhoven", date(2026, 9, 8), oefening=False),
        regels=tuple(
            Overdoenregel(
                wanneer="8-9-2026, 16.42 uur",
                handeling="Besluit van de weegploeg vastgesteld",
                dossier=f"D-2026-{n:03}" if n % 3 else "",
                wie="B. Visser <waarnemer>",
            )
            for n in range(aantal)
        ),
    )


def test_every_act_stands_on_it_over_several_pages() -> None:
    inhoud = render_overdoenlijst(lijst(120))
    gelezen = "".join(text(inhoud).split())
    assert all(f"D-2026-{n:03}" in gelezen for n in range(120) if n % 3)
    assert "B.Visser<waarnemer>" in gelezen
    assert len(page_texts(inhoud)) > 2


def test_it_is_pdfa_and_accessible() -> None:
    inhoud = render_overdoenlijst(lijst(4))
    _check_pdfa(inhoud)
    _check_structure(inhoud)


def test_same_data_same_bytes_and_neutral_title() -> None:
    een, twee = (render_overdoenlijst(lijst(3)) for _ in range(2))
    assert een == twee
    assert title(een) == "Lijst opnieuw in te voeren 2026-09-08"
