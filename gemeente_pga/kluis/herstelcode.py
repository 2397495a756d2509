# SPDX-License-Identifier: EUPL-1.2
"""The herstelcode on paper: 160 random bits as 8 groups of 4 characters and a check character each.

How groups are written and read, and which fault is noticed, stands in groepen.py.
"""

import os

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.kluis.groepen import format_groepen, parse_groepen

GROEPEN = 8
CODE_LENGTE = 20
_VELD = "herstelcode"


def nieuwe_code() -> bytearray:
    """160 random bits."""
    return bytearray(os.urandom(CODE_LENGTE))


def format_code(code: bytearray) -> str:
    """The code as it goes on paper: XXXXC-XXXXC-..."""
    return "-".join(format_groepen(code))


def parse_code(tekst: str) -> bytearray | Gebrek:
    """Read what someone typed from paper; a Gebrek names the groups that are wrong."""
    return parse_groepen(tekst, GROEPEN, veld=_VELD, naam="de herstelcode", heeft="heeft")
