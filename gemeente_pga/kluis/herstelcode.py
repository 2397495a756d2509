# SPDX-License-Identifier: EUPL-1.2
"""The herstelcode on paper: 160 random bits as 8 groups of 4 characters and a check character each.

Hides the alphabet (Crockford base32, forgiving about case, O/0 and I/L/1) and the check, which knows its
group number: every single wrong character and every two swapped groups are noticed, and can be named.
"""

import os
import re
import unicodedata

from gemeente_pga.domain.gebrek import Gebrek

GROEPEN = 8
TEKENS = 4
CODE_LENGTE = 20
_VELD = "herstelcode"
_ALFABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_WAARDE = {teken: n for n, teken in enumerate(_ALFABET)} | {"O": 0, "I": 1, "L": 1}
# Odd, so that modulo 32 no single change can hide.
_GEWICHTEN = (3, 5, 11, 13)
_SCHEIDING = re.compile(r"[\s\-‐-―−_.,;:/]+")


def nieuwe_code() -> bytearray:
    """160 random bits."""
    return bytearray(os.urandom(CODE_LENGTE))


def format_code(code: bytearray) -> str:
    """The code as it goes on paper: XXXXC-XXXXC-..."""
    getal = int.from_bytes(code, "big")
    waarden = [getal >> 5 * plaats & 31 for plaats in reversed(range(GROEPEN * TEKENS))]
    return "-".join(_groep(waarden[n * TEKENS : (n + 1) * TEKENS], n) for n in range(GROEPEN))


def parse_code(tekst: str) -> bytearray | Gebrek:
    """Read what someone typed from paper; a Gebrek names the groups that are wrong."""
    groepen = _split(tekst)
    if isinstance(groepen, Gebrek):
        return groepen
    fout = [n for n, groep in enumerate(groepen) if not _klopt(groep, n)]
    if fout:
        return Gebrek(_VELD, _melding([n + 1 for n in fout]))
    getal = 0
    for groep in groepen:
        for teken in groep[:TEKENS]:
            getal = getal << 5 | _WAARDE[teken]
    return bytearray(getal.to_bytes(CODE_LENGTE, "big"))


def _split(tekst: str) -> list[str] | Gebrek:
    schoon = unicodedata.normalize("NFKC", tekst).upper()
    delen = [deel for deel in _SCHEIDING.split(schoon) if deel]
    if not delen:
        return Gebrek(_VELD, "Vul de herstelcode van het herstelblad in.")
    if len(delen) == GROEPEN:
        return delen
    alles = "".join(delen)
    if len(alles) != GROEPEN * (TEKENS + 1):
        return Gebrek(
            _VELD,
            f"De herstelcode heeft 8 groepen van 5 tekens, samen 40 tekens. U hebt er {len(alles)} ingevuld.",
        )
    return [alles[n : n + TEKENS + 1] for n in range(0, len(alles), TEKENS + 1)]


def _groep(waarden: list[int], nummer: int) -> str:
    return "".join(_ALFABET[waarde] for waarde in (*waarden, _controle(waarden, nummer)))


def _controle(waarden: list[int], nummer: int) -> int:
    return (sum(g * w for g, w in zip(_GEWICHTEN, waarden, strict=True)) + 7 * (nummer + 1)) % 32


def _klopt(groep: str, nummer: int) -> bool:
    if len(groep) != TEKENS + 1 or any(teken not in _WAARDE for teken in groep):
        return False
    *waarden, controle = (_WAARDE[teken] for teken in groep)
    return _controle(waarden, nummer) == controle


def _melding(nummers: list[int]) -> str:
    if len(nummers) == 1:
        return f"Groep {nummers[0]} van de herstelcode klopt niet. Vergelijk deze groep met het herstelblad."
    rij = ", ".join(str(n) for n in nummers[:-1]) + f" en {nummers[-1]}"
    return f"De groepen {rij} van de herstelcode kloppen niet. Vergelijk deze groepen met het herstelblad."
