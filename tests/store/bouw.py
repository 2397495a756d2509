# SPDX-License-Identifier: EUPL-1.2
"""A real encrypted kluis for tests: made once, copied for every test that wants one."""

import os
import shutil
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store.store import Store, Wie

K_DB = bytes(range(1, 33))
K_LOG = bytes(range(101, 133))
ZOUT = bytes(range(201, 217))
WIE = Wie(gebruiker_id=None, slot="wachtzin", herkomst="proefopstelling")
NU = datetime(2026, 11, 22, 15, 30, 5, tzinfo=UTC)
NAAM = "kluis.db"


def open_kluis(pad: Path, **anders: object) -> Store:
    """Open with the keys of the tests, given anew each time because the store wipes them."""
    instelling = {"wie": WIE, "zout": ZOUT, "klok": lambda: NU, "sleutel_bekend": True} | anders
    return Store.open(pad, bytearray(K_DB), K_LOG, **instelling)  # type: ignore[arg-type]


@cache
def _voorbeeld() -> Path:
    pad = Path(mkdtemp(prefix="pga-store-", dir=os.environ["HOME"])) / NAAM  # a home that is thrown away
    Store.maak(pad, bytearray(K_DB), K_LOG, zout=ZOUT, wie=WIE, klok=lambda: NU).close()
    return pad


def nieuwe_kluis(map_: Path) -> Path:
    """The path of a fresh, closed kluis in this folder."""
    pad = map_ / NAAM
    shutil.copyfile(_voorbeeld(), pad)
    pad.chmod(0o600)
    return pad


def leg_dossier_vast(
    store: Store, nummer: str = "2026-001", tekst: str = "Zij ziet haar broer niet meer."
) -> int:
    """A dossier with one signaal and one person; the id of the dossier."""
    with store.write(Handeling.SIGNAAL_REGISTREREN) as w:
        gemeente = w.insert("gemeente", {"naam": "Gemeente Waterhoven"})
        kader = w.insert(
            "kader",
            {
                "code": "proef",
                "versie": "1",
                "titel": "",
                "sha256": "",
                "tekst": "",
                "geactiveerd_op": "2026-01-01",
            },
        )
        dossier = w.insert("dossier", {"nummer": nummer, "gemeente_id": gemeente, "kader_id": kader})
        w.dossier_id = dossier
        w.insert(
            "persoon",
            {"dossier_id": dossier, "rol": "betrokkene", "geslachtsnaam": "Verstraaten", "voornamen": "Ilse"},
        )
        signaal = w.insert(
            "signaal",
            {
                "dossier_id": dossier, "kader_id": kader, "soort": "melding", "status": "s1",
                "kanaal": "telefoon", "ontvangen_op": "2026-11-20", "bron_soort": "burger", "bron_kennis": "zelf",
                "zelf_waargenomen": tekst,
            },
        )  # fmt: skip
        w.onderwerp = ("signaal", signaal)
    return dossier
