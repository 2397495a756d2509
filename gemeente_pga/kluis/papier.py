# SPDX-License-Identifier: EUPL-1.2
"""The copy of the key header on the herstelblad: as much of it as the herstelcode needs, in 56 groups.

140 bytes: version, kind of kluis, number of the header (4), kluis_id (16), db_zout (16), and of the slot of
the herstelcode its id (8), salt (32), nonce (12) and wrap (48); then the first 2 bytes of their SHA-256.
Useless without the code, and true as long as that code is: a new wachtzin or vervanger does not change it.
"""

import hashlib

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.kluis.groepen import format_groepen, parse_groepen
from gemeente_pga.kluis.header import Header, Slot, SlotSoort

GROEPEN = 56
_VERSIE = 1
_SOORTEN = (KluisSoort.KLUIS, KluisSoort.OEFENKLUIS)
_CONTROLE = 2
_VELD = "gegevens"


def format_gegevens(header: Header) -> str:
    """The groups for on paper, seven lines of eight."""
    slot = next(slot for slot in header.slots if slot.soort is SlotSoort.HERSTELCODE)
    if slot.kenmerken:
        raise ValueError("a slot with kenmerken does not fit on paper")
    inhoud = b"".join(
        (
            bytes((_VERSIE, _SOORTEN.index(header.soort))),
            header.volgnummer.to_bytes(4, "big"),
            header.kluis_id,
            header.db_zout,
            bytes.fromhex(slot.id),
            slot.zout,
            slot.nonce,
            slot.verpakt,
        )
    )
    groepen = format_groepen(inhoud + _som(inhoud))
    return "\n".join(" ".join(groepen[n : n + 8]) for n in range(0, GROEPEN, 8))


def parse_gegevens(tekst: str) -> Header | Gebrek:
    """A header with only the slot of the herstelcode, not sealed; a Gebrek names the wrong groups."""
    gelezen = parse_groepen(tekst, GROEPEN, veld=_VELD, naam="de sleutelgegevens", heeft="hebben")
    if isinstance(gelezen, Gebrek):
        return gelezen
    inhoud, som = bytes(gelezen[:-_CONTROLE]), bytes(gelezen[-_CONTROLE:])
    if som != _som(inhoud) or inhoud[0] != _VERSIE or inhoud[1] >= len(_SOORTEN):
        return Gebrek(_VELD, "De sleutelgegevens kloppen niet. Vergelijk alle groepen met het herstelblad.")
    rest = inhoud[6:]
    delen = []
    for lengte in (16, 16, 8, 32, 12, 48):
        delen.append(rest[:lengte])
        rest = rest[lengte:]
    kluis_id, db_zout, slot_id, zout, nonce, verpakt = delen
    return Header(
        kluis_id=kluis_id,
        volgnummer=int.from_bytes(inhoud[2:6], "big") or 1,
        soort=_SOORTEN[inhoud[1]],
        db_zout=db_zout,
        slots=(Slot(id=slot_id.hex(), soort=SlotSoort.HERSTELCODE, zout=zout, nonce=nonce, verpakt=verpakt),),
    )


def _som(inhoud: bytes) -> bytes:
    return hashlib.sha256(inhoud).digest()[:_CONTROLE]
