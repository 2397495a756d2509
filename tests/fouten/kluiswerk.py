# SPDX-License-Identifier: EUPL-1.2
"""The chapter of the kluis itself: opening it again, another wachtzin, a new herstelcode, a back-up."""

from collections.abc import Callable, Generator
from typing import Any

from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.handelingen import inrichting
from tests.fouten.stand import NIEUWE_WACHTZIN, WACHTZIN, Stand

Hoofdstuk = Generator[tuple[Act, Callable[[], Any]], Any, None]


def kluis(s: Stand) -> Hoofdstuk:
    """What the user does with the kluis and its keys."""
    yield Act.KLUIS_OPENEN, lambda: inrichting.log_openen(s.store)
    yield Act.KLUIS_RESERVEKOPIE, lambda: _reservekopie(s)
    yield Act.KLUIS_HERSTELCODE_VERNIEUWEN, lambda: _herstelcode(s)
    yield Act.KLUIS_WACHTZIN_WIJZIGEN, lambda: _wachtzin(s)


def _reservekopie(s: Stand) -> None:
    inrichting.register_reservekopie(s.store, s.dienst.maak_backup(s.stick))


def _herstelcode(s: Stand) -> None:
    s.dienst.nieuwe_herstelcode(WACHTZIN)
    inrichting.log_herstelcode_vernieuwd(s.store)


def _wachtzin(s: Stand) -> None:
    s.dienst.wijzig_wachtzin(WACHTZIN, NIEUWE_WACHTZIN)
    inrichting.log_wachtzin_gewijzigd(s.store)
