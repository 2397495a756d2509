# SPDX-License-Identifier: EUPL-1.2
"""Bytes as groups that a person can copy from paper: four characters and a check character each.

Hides the alphabet (Crockford base32, forgiving about case, O/0 and I/L/1) and the check, which knows its
group number: every single wrong character and two swapped neighbours are noticed, and can be named.
"""

import re
import unicodedata

from gemeente_pga.domain.gebrek import Gebrek

TEKENS = 4
_BITS = 5
_ALFABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_WAARDE = {teken: n for n, teken in enumerate(_ALFABET)} | {"O": 0, "I": 1, "L": 1}
# Odd, so that modulo 32 no single change can hide.
_GEWICHTEN = (3, 5, 11, 13)
_SCHEIDING = re.compile(r"[\s\-‐-―−_.,;:/]+")
_GENOEMD = 5  # more wrong groups than this are not listed one by one


def format_groepen(inhoud: bytes | bytearray) -> list[str]:
    """The groups as they go on paper. The length is a multiple of 20 bits."""
    getal = int.from_bytes(inhoud, "big")
    aantal = len(inhoud) * 8 // _BITS
    waarden = [getal >> _BITS * plaats & 31 for plaats in reversed(range(aantal))]
    return [_groep(waarden[n : n + TEKENS], n // TEKENS) for n in range(0, aantal, TEKENS)]


def parse_groepen(tekst: str, aantal: int, *, veld: str, naam: str, heeft: str) -> bytearray | Gebrek:
    """Read so many groups back; a Gebrek names the groups that are wrong. naam: with its article."""
    groepen = _split(tekst, aantal, veld, naam, heeft)
    if isinstance(groepen, Gebrek):
        return groepen
    fout = [n + 1 for n, groep in enumerate(groepen) if not _klopt(groep, n)]
    if fout:
        return Gebrek(veld, _melding(fout, naam))
    getal = 0
    for groep in groepen:
        for teken in groep[:TEKENS]:
            getal = getal << _BITS | _WAARDE[teken]
    return bytearray(getal.to_bytes(aantal * TEKENS * _BITS // 8, "big"))


def _split(tekst: str, aantal: int, veld: str, naam: str, heeft: str) -> list[str] | Gebrek:
    schoon = unicodedata.normalize("NFKC", tekst).upper()
    delen = [deel for deel in _SCHEIDING.split(schoon) if deel]
    if not delen:
        return Gebrek(veld, f"Vul {naam} van het herstelblad in.")
    if len(delen) == aantal:
        return delen
    alles, samen = "".join(delen), aantal * (TEKENS + 1)
    if len(alles) != samen:
        begin = naam[:1].upper() + naam[1:]
        return Gebrek(
            veld,
            f"{begin} {heeft} {aantal} groepen van {TEKENS + 1} tekens, samen {samen} tekens. "
            f"U hebt er {len(alles)} ingevuld.",
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


def _melding(nummers: list[int], naam: str) -> str:
    if len(nummers) == 1:
        return f"Groep {nummers[0]} van {naam} klopt niet. Vergelijk deze groep met het herstelblad."
    if len(nummers) > _GENOEMD:
        rij = ", ".join(str(n) for n in nummers[:_GENOEMD]) + f" en {len(nummers) - _GENOEMD} andere"
    else:
        rij = ", ".join(str(n) for n in nummers[:-1]) + f" en {nummers[-1]}"
    return f"De groepen {rij} van {naam} kloppen niet. Vergelijk deze groepen met het herstelblad."
