# SPDX-License-Identifier: EUPL-1.2
"""B21: random acts in many dossiers at once; each leaves one entry, with its six fields and no name."""

import random
import re
from collections.abc import Iterator

from gemeente_pga.domain.gebrek import Storing
from tests.fouten import bijzonder, kluiswerk, stand, verhaal, waarneemwerk
from tests.fouten.campagne import Uitslag, of
from tests.fouten.verhaal import Stap

_TEGELIJK = 6
_EENMALIG = (waarneemwerk.waarnemingen, kluiswerk.kluis)  # of the whole kluis: they would stop the others
_DOSSIER = tuple(h for h in verhaal.HOOFDSTUKKEN if h not in (verhaal.inrichten, *_EENMALIG))
# What stands in the dossiers and must not stand in the log; what does may only be codes, names of columns,
# and moments.
_NAMEN = re.compile(
    "hondt|joris|zwanebloem|ilse|brandsma|wietske|brouwer|marloes|hoekstra|waterhoven|aydın", re.I
)
_CODES = re.compile(r"[a-z0-9_.,:+\-TZ ]*")
_ZONDER_ONDERWERP = ("kluis.", "systeem.", "zoeken.", "journaal.", "waarneming.", "exemplaar.lijst")


def _verhalen(s: stand.Stand, kans: random.Random) -> Iterator[tuple[stand.Stand, Stap]]:
    """A next act of one of some dossiers, without end; who takes it performs it or gives the dossier up."""
    lopend: list[tuple[stand.Stand, Iterator[Stap]]] = []
    while True:
        if len(lopend) < _TEGELIJK:
            eigen = stand.Stand(s.map, s.dienst, dict(s.ids))
            lopend.append((eigen, verhaal.stappen(eigen, _DOSSIER)))
        keus = kans.randrange(len(lopend))
        eigen, stappen = lopend[keus]
        stap = None if eigen.ids.get("opgegeven") else next(stappen, None)
        if stap is None:
            del lopend[keus]
        else:
            yield eigen, stap


def _mist(rij: dict[str, object]) -> list[str]:
    """Which of the six fields is not there: action, object, result, origin, actor, moment."""
    velden = {"handeling": rij["code"], "resultaat": rij["resultaat"], "herkomst": rij["herkomst"],
              "wie": rij["gebruiker_id"] and rij["slot"], "tijd": rij["tijd"]}  # fmt: skip
    if not str(rij["code"]).startswith(_ZONDER_ONDERWERP):
        velden["onderwerp"] = rij["onderwerp_id"] or rij["dossier_id"]
    return [naam for naam, waarde in velden.items() if not waarde]


def _doe(s: stand.Stand, stap: Stap) -> tuple[list[str], bool]:
    """Perform one act: what is wrong with its entry, and whether the program refused it."""
    voor = s.store.laatste()[0]
    try:
        stap.doe()
        geweigerd = False
    except Storing:
        geweigerd = True
    with s.store.reader() as r:
        rijen = r.rows("SELECT * FROM handeling WHERE n > ?", voor)
    hoort = [] if geweigerd else [stap.act.code]
    if [rij["code"] for rij in rijen] != hoort:
        return [f"{stap.act.code}: {[rij['code'] for rij in rijen]}"], geweigerd
    fouten = [f"{rij['code']}: geen {veld}" for rij in rijen for veld in _mist(rij)]
    fouten += [f"{rij['code']}: tekst" for rij in rijen for waarde in rij.values()
               if isinstance(waarde, str) and not _CODES.fullmatch(waarde)]  # fmt: skip
    return fouten, geweigerd


def namen(s: stand.Stand, tabellen: tuple[str, ...]) -> int:
    """How often a name out of the dossiers stands in these tables."""
    with s.store.reader() as r:
        alles = " ".join(str(rij) for tabel in tabellen for rij in r.rows(f"SELECT * FROM {tabel}"))  # noqa: S608 - names of ours
    return len(_NAMEN.findall(alles))


def run(n: int) -> Uitslag:
    """n acts; every act of the program that can be done on an open kluis is among them."""
    kans = random.Random(21)  # noqa: S311 - a repeatable choice of acts
    fouten: list[str] = []
    gedaan, geweigerd, gelopen = 0, 0, set(bijzonder.AFBREKEN)
    with stand.tijdelijk() as map_:
        s = stand.maak(map_)
        for stap in verhaal.stappen(
            s, (verhaal.inrichten, *_DOSSIER)
        ):  # once in order, so that each is there
            gebreken = _doe(s, stap)[0]
            fouten += gebreken if s.store.wie.gebruiker_id else []  # before that there is no user yet
            gedaan += 1
            gelopen.add(stap.act)
        for eigen, stap in _verhalen(s, kans):
            if gedaan >= n or geweigerd > n:
                break
            gebreken, nee = _doe(eigen, stap)
            fouten += gebreken
            gedaan, geweigerd = gedaan + (not nee), geweigerd + nee
            gelopen.add(stap.act)
            if nee:
                eigen.ids["opgegeven"] = 1
        for stap in verhaal.stappen(s, _EENMALIG):
            fouten += _doe(s, stap)[0]
            gelopen.add(stap.act)
        if not namen(s, ("persoon", "signaal", "partij")):
            fouten.append("de zoeker vindt geen namen waar ze wel staan")
        in_log = namen(s, ("handeling", "wijziging"))
        fouten += [f"{in_log} namen in het journaal"] if in_log else []
        fouten += stand.gebreken(s.store)
        s.sluit()
    fouten += [f"maar {gedaan} van {n}"] if gedaan < n else []
    fouten += [f"geen weg voor {code}" for code in verhaal.zonder_weg(gelopen)]
    cijfer = f"{gedaan} handelingen van {len(gelopen)} soorten, elk één regel met zes velden; {in_log} namen"
    return of(fouten, f"{cijfer}; {geweigerd} geweigerd, zonder regel")
