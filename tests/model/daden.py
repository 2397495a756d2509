# SPDX-License-Identifier: EUPL-1.2
"""Every act that the machine can try: the table, once each module has put its own in."""

from tests.model import (
    daden_bewaren,
    daden_brief,
    daden_casus,
    daden_herzien,
    daden_houders,
    daden_kluis,
    daden_los,
    daden_overleg,
    daden_plan,
    daden_rechten,
    daden_signaal,
    daden_spook,
    daden_vernietigen,
    daden_weging,
)
from tests.model.daad import DADEN, Daad

__all__ = ["DADEN", "MODULES", "Daad"]
MODULES = (
    daden_signaal,
    daden_weging,
    daden_casus,
    daden_plan,
    daden_overleg,
    daden_herzien,
    daden_bewaren,
    daden_vernietigen,
    daden_rechten,
    daden_houders,
    daden_kluis,
    daden_los,
    daden_brief,
    daden_spook,
)
