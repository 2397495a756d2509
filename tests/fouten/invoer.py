# SPDX-License-Identifier: EUPL-1.2
"""INVOER: hostile strings in every kind of input field: judged in words, kept as they are, searched for.

The fields are not listed here: every `beoordeel` function of the domain is asked which fields it reads.
"""

import importlib
import inspect
import pkgutil
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, NamedTuple

import gemeente_pga.domain
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.tekst import Invoer, check_tekst
from gemeente_pga.store.queries.zoeken import zoek_nummers, zoek_personen, zoek_woorden
from tests.fouten import stand, verhaal
from tests.fouten.campagne import Uitslag, of
from tests.fouten.vijandig import strengen

_GEGEVEN: dict[str, object] = {"criterium": "k1", "partij_id": "1"}  # what the screen itself fills in
_SOORTEN = ("tekst", "regel", "code", "getal", "datum")


class Veld(NamedTuple):
    """One field of one form."""

    beoordeel: Callable[..., Any]
    naam: str


class _Gelezen(dict[str, object]):
    """Remembers what was asked for."""

    def __init__(self, **velden_: object) -> None:
        super().__init__(_GEGEVEN | velden_)
        self.namen: set[str] = set()

    def get(self, key: str, default: object = None) -> object:
        self.namen.add(key)
        return super().get(key, default)


def _functies() -> Iterator[Callable[..., Any]]:
    for module in pkgutil.iter_modules(gemeente_pga.domain.__path__):
        bron = importlib.import_module(f"gemeente_pga.domain.{module.name}")
        for naam, functie in inspect.getmembers(bron, inspect.isfunction):
            if naam.startswith("beoordeel_") and functie.__module__ == bron.__name__:
                yield functie


def _roep_aan(functie: Callable[..., Any], invoer: Mapping[str, object]) -> Any:
    """With the same plain surroundings each time."""
    rest: dict[str, object] = {
        "kader": stand.kader(), "vandaag": stand.VANDAAG, "nu": stand.NU, "notitie": verhaal.NOTITIE,
        "ontvangen_op": verhaal.MOMENT, "kernpartijen": {1: "Gemeente"}, "van": "opgenomen",
        "was": "uitgereikt",
        "huidig": verhaal.SIGNAAL, "oud": verhaal.SIGNAAL, "signaal": verhaal.SIGNAAL,
    }  # fmt: skip
    namen = list(inspect.signature(functie).parameters.values())[1:]
    dagen = {p.name: _leeg(p) for p in namen if p.annotation is date}
    met = {p.name: rest.get(p.name, _leeg(p)) for p in namen if p.default is inspect.Parameter.empty}
    met |= {naam: dag for naam, dag in dagen.items() if naam in met}
    return functie(invoer, **met)


def _leeg(parameter: inspect.Parameter) -> object:
    """Something plain of the kind that is asked for."""
    return _gewoon(parameter.annotation)


def _gewoon(soort: Any) -> object:
    if is_dataclass(soort) and isinstance(soort, type):
        return soort(**{f.name: _gewoon(f.type) for f in fields(soort) if f.init})
    gewoon: tuple[tuple[str, object], ...] = (
        ("Mapping", {}), ("set[", frozenset()), ("Collection", ()), ("Sequence", ()), ("tuple", ()),
        ("datetime.datetime", stand.NU), ("datetime.date", stand.VANDAAG), ("datetime", stand.NU),
        ("date", stand.VANDAAG), ("str", ""), ("int", 0), ("bool", False),
    )  # fmt: skip
    return next((waarde for woord, waarde in gewoon if woord in str(soort)), None)


def velden() -> dict[str, list[Veld]]:
    """Every field that can be typed in, by kind; a row of several ids is no text."""
    uit: dict[str, list[Veld]] = defaultdict(list)
    echt = {soort: getattr(Invoer, soort) for soort in _SOORTEN}
    soort_van: dict[str, str] = {}

    def spion(soort: str) -> Callable[..., Any]:
        def lees(self: Invoer, veld: str, *args: Any, **kw: Any) -> Any:
            soort_van[veld] = soort
            return echt[soort](self, veld, *args, **kw)

        return lees

    for soort in _SOORTEN:
        setattr(Invoer, soort, spion(soort))
    try:
        for functie in _functies():
            soort_van.clear()
            gelezen = _Gelezen()
            _roep_aan(functie, gelezen)
            for naam in sorted(gelezen.namen):
                if naam not in _GEGEVEN and not naam.endswith("_ids"):
                    uit[soort_van.get(naam, "anders")].append(Veld(functie, naam))
    finally:
        for soort, methode in echt.items():
            setattr(Invoer, soort, methode)
    return uit


def _beoordeel(veld: Veld, tekst: str) -> tuple[list[str], list[str]]:
    """What is wrong with how this was judged, and the texts that were accepted."""
    waar = f"{veld.beoordeel.__module__.rpartition('.')[2]}.{veld.naam}"
    try:
        uit = _roep_aan(veld.beoordeel, _Gelezen(**{veld.naam: tekst}))
    except Exception as fout:
        return [f"{waar}: {type(fout).__name__} bij {tekst[:20]!r}"], []
    if isinstance(uit, list):
        zinnen = [gebrek.melding for gebrek in uit if isinstance(gebrek, Gebrek)]
        goed = len(zinnen) == len(uit) > 0 and all(zin[:1].isupper() and len(zin) < 400 for zin in zinnen)
        return ([] if goed else [f"{waar}: {zinnen[:1]} bij {tekst[:20]!r}"]), []
    waarden = [getattr(uit, f.name) for f in fields(uit)] if is_dataclass(uit) else []
    return [], [waarde for waarde in waarden if isinstance(waarde, str) and waarde]


def _bewaar(s: stand.Stand, teksten: list[str]) -> list[str]:
    """Into the kluis and out again; the search field with each of them."""
    with s.store.write(Handeling.NOTITIE_VASTLEGGEN) as w:
        ids = {w.insert("telefoonnotitie", {"tekst": t, "ontvangen_op": verhaal.MOMENT}): t for t in teksten}
    fouten = []
    with s.store.reader() as r:
        for rij_id, tekst in ids.items():
            if r.value("SELECT tekst FROM telefoonnotitie WHERE id = ?", rij_id) != tekst:
                fouten.append(f"anders bewaard: {tekst[:20]!r}")
            zoek_woorden(r, s.ids["dossier"], tekst[:200])
            zoek_nummers(r, tekst[:200])
            zoek_personen(r, tekst[:200])
    return fouten


def run(n: int) -> Uitslag:
    """n strings for each kind of field, over all fields of that kind in turn."""
    kans = random.Random(5000)  # noqa: S311 - a repeatable choice of strings
    fouten: list[str] = []
    aanvaard: set[str] = set()
    per_soort = velden()
    with stand.tijdelijk() as map_:
        s = stand.maak(map_)
        for stap in verhaal.stappen(s, (verhaal.inrichten, verhaal.signalen)):
            stap.doe()
        for lijst in per_soort.values():
            for nummer, tekst in enumerate(strengen(n, kans)):
                uit, teksten = _beoordeel(lijst[nummer % len(lijst)], tekst)
                fouten += uit
                aanvaard.update(teksten)
                past = check_tekst("proef", tekst, naam="Proef")
                aanvaard.update([past] if isinstance(past, str) and past else [])
        teksten = sorted(aanvaard)
        for begin in range(0, len(teksten), 200):
            fouten += _bewaar(s, teksten[begin : begin + 200])
        fouten += stand.gebreken(s.store)
        s.sluit()
    aantal = sum(map(len, per_soort.values()))
    soorten = ", ".join(f"{len(lijst)} {soort}" for soort, lijst in sorted(per_soort.items()))
    cijfer = (
        f"{n} per soort in {aantal} velden ({soorten}); {len(aanvaard)} aanvaard, bewaard en teruggelezen"
    )
    return of(fouten, cijfer)
