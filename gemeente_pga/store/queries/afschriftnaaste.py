# SPDX-License-Identifier: EUPL-1.2
"""What is kept about a person as a naaste in the dossier of somebody else: a part of its own in the copy.

The same name may be somebody else, and what it is for tells of the other betrokkene: nothing goes without
somebody who looked at it, and nothing else of that dossier comes along.
"""

import json
from collections.abc import Collection, Iterator
from typing import Any

from gemeente_pga.domain.afscherming import Masker
from gemeente_pga.domain.afschrift import DERDE, GEVEN, MASKEREN, WEGLATEN, Gegeven, Onderdeel, Oordeel
from gemeente_pga.store import schema
from gemeente_pga.store.lezer import Lezer

TITEL = "Over u als naaste, in een ander dossier"
# How they are tied to the other betrokkene, and why they stand there.
_VAN_ANDER = frozenset({"relatie", "doel", "aan"})
_ZONDER_TABEL = frozenset({"persoonsleutel", "persoon_bsn"})  # made from the name; never of a naaste

_ELDERS = """
SELECT DISTINCT p.*, p.voornamen <> '' AND p.voornamen = z.voornamen
       AND p.geboortedatum IS NOT NULL AND p.geboortedatum = z.geboortedatum AS zeker
  FROM persoon z JOIN persoonsleutel k ON k.persoon_id = z.id JOIN persoonsleutel m ON m.sleutel = k.sleutel
  JOIN persoon p ON p.id = m.persoon_id
 WHERE z.rol = 'betrokkene' AND z.dossier_id IN (SELECT value FROM json_each(?1)) AND p.rol = 'naaste'
   AND p.dossier_id NOT IN (SELECT value FROM json_each(?1)) AND p.geslachtsnaam = z.geslachtsnaam
   AND (p.voornamen = z.voornamen OR p.voornamen = '' OR z.voornamen = '')
   AND (p.geboortedatum = z.geboortedatum OR p.geboortedatum IS NULL OR z.geboortedatum IS NULL)
 ORDER BY p.id
"""


def als_naaste(r: Lezer, dossiers: Collection[int], masker: Masker) -> Iterator[Onderdeel]:
    """Every row about somebody of that name in another dossier, each to be judged."""
    for naaste in r.rows(_ELDERS, json.dumps(sorted(dossiers))):
        zeker = bool(naaste.pop("zeker"))
        rijen = [("persoon", naaste)]
        for tabel in _tabellen():
            # The names come from the schema, not from anybody's typing.
            vraag = f"SELECT * FROM {tabel} WHERE persoon_id = ? ORDER BY id"
            rijen += [(tabel, rij) for rij in r.rows(vraag, naaste["id"])]
        for tabel, rij in rijen:
            gegevens = tuple(_gegevens(tabel, rij, masker, zeker=zeker))
            if gegevens:
                yield Onderdeel(TITEL, gegevens)


def _tabellen() -> list[str]:
    alle = schema.kolommen()
    return sorted(t for t in schema.persoonskolommen() if "persoon_id" in alle[t] and t not in _ZONDER_TABEL)


def _gegevens(tabel: str, rij: dict[str, Any], masker: Masker, *, zeker: bool) -> Iterator[Gegeven]:
    for kolom, _bestand in schema.persoonskolommen()[tabel]:
        waarde = rij[kolom]
        if waarde not in (None, ""):
            eigen = masker if tabel != "persoon" else None  # there stands nobody's name but their own
            voorstel = _voorstel(kolom, str(waarde), rij["dossier_id"], eigen, zeker=zeker)
            yield Gegeven(tabel, rij["id"], kolom, str(waarde), voorstel)


def _voorstel(kolom: str, tekst: str, dossier_id: int, masker: Masker | None, *, zeker: bool) -> Oordeel:
    """What somebody may think of it; without the same name and day of birth that it is about another."""
    if not zeker or kolom in _VAN_ANDER:
        return Oordeel(WEGLATEN, grond=DERDE)
    zonder = masker.tekst(tekst, dossier_id) if masker else tekst
    return Oordeel(GEVEN) if zonder == tekst else Oordeel(MASKEREN, zonder, DERDE)
