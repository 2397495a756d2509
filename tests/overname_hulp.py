# SPDX-License-Identifier: EUPL-1.2
"""A dossier as another municipality would send it: the same words under ids that this kluis does not know."""

import hashlib
import json
from dataclasses import replace

from gemeente_pga.domain.overname import Overzicht
from gemeente_pga.store.queries.overname import Meegaand

DAG = "2026-09-08"


def other_ids(inhoud: bytes, draai: int = 1) -> bytes:
    """As if recorded in another kluis. draai: another number gives other ids."""
    tekst = inhoud.decode("utf-8")
    for rijen in json.loads(inhoud)["rijen"].values():
        for rij in rijen:
            tekst = tekst.replace(f'"{rij["id"]}"', f'"{int(rij["id"], 16) ^ draai:016x}"')
    return tekst.encode("utf-8")


def sent_by_another(stuk: Meegaand, draai: int = 1) -> Meegaand:
    """The same dossier, of another kluis."""
    inhoud = other_ids(stuk.inhoud, draai)
    sha256 = hashlib.sha256(inhoud).hexdigest()
    return replace(stuk, inhoud=inhoud, aanbieding=replace(stuk.aanbieding, sha256=sha256))


def overview(*stukken: Meegaand, op: str = DAG) -> Overzicht:
    """The first part of a file with these."""
    return Overzicht(
        "Oudeveen", "Waterhoven", "herindeling", "Samenvoeging.", op, tuple(s.aanbieding for s in stukken)
    )
