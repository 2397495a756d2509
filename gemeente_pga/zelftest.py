# SPDX-License-Identifier: EUPL-1.2
"""The self-test: does everything that was shipped work on this computer? For whoever installs the program.

Works in a folder of its own that is thrown away, on an invented municipality; the real kluis, the settings
and the keystore are not touched. Each part is tried, whatever the part before it did.
"""

import os
import platform
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn, TextIO

from gemeente_pga import __version__, documents, paths
from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.inrichting import Gebruiker, Gemeente
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.domain.naamvergelijking import Bekende, zoek_kandidaten
from gemeente_pga.domain.periode import parse_periode
from gemeente_pga.domain.persoon import beoordeel_persoon
from gemeente_pga.domain.stukken import Kop, TelefoonnotitieBlanco
from gemeente_pga.handelingen.inrichting import register_gebruiker, register_gemeente
from gemeente_pga.handelingen.kader import install_kader
from gemeente_pga.kaderbestand import active_kader, read_kader, shipped
from gemeente_pga.kluis.bestanden import restrict_umask
from gemeente_pga.kluis.sleutelbos import Sleutelbos
from gemeente_pga.kluis.storingen import WachtzinOnjuist
from gemeente_pga.ui import zelfproef
from gemeente_pga.ui.applicatie import make_qt
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.worker import Worker
from gemeente_pga.voorkeuren import Voorkeuren

_ZIN = "zelftest kastanje molen trommel"
_NAAM = "Zonnedaal"
_GEDULD = 15.0  # for the keystore: the first time it has to be loaded
Proef = Callable[[], str]
Klok = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Uitslag:
    """How one part did."""

    wat: str
    goed: bool
    woorden: str
    seconden: float


def run(naar: TextIO, klok: Klok) -> int:
    """Try everything and say how it went, a line for each part. The exit code of the program."""
    restrict_umask()
    plek = f"Python {platform.python_version()}, {platform.system()} {platform.release()}"
    print(f"Zelftest van gemeente-pga {__version__} ({plek})", file=naar, flush=True)
    fouten = 0
    for uitslag in probeer(klok):
        fouten += not uitslag.goed
        teken, duur = "goed" if uitslag.goed else "FOUT", f"{uitslag.seconden:.1f} s".replace(".", ",")
        print(f"{teken}  {uitslag.wat}: {uitslag.woorden} ({duur})", file=naar, flush=True)
    print("Alles werkt." if not fouten else f"{fouten} onderdelen werken niet.", file=naar, flush=True)
    return 1 if fouten else 0


def probeer(klok: Klok) -> Iterator[Uitslag]:
    """Every part in turn; what was made is gone afterwards."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = make_qt(["gemeente-pga"])
    map_ = Path(tempfile.mkdtemp(prefix="gemeente-pga-zelftest-"))
    proefkluis = _Proefkluis(map_, klok)
    try:
        for wat, proef in {
            "Instellingen": lambda: _instellingen(map_),
            "Letters": zelfproef.zie_letters,
            "Pictogrammen": zelfproef.zie_iconen,
            "Formulieren": zelfproef.zie_formulieren,
            "Juridisch kader": _kaders,
            "Rekenregels": lambda: _rekenregels(klok().date()),
            "Sleutelbos": _sleutelbos,
            "Kluis maken": proefkluis.maak,
            "Kluis openen": proefkluis.open,
            "Schermen": proefkluis.schermen,
            "PDF maken": lambda: _pdf(klok().date()),
        }.items():
            yield _doe(wat, proef)
    finally:
        proefkluis.sluit()
        shutil.rmtree(map_, ignore_errors=True)
        qt.quit()
    yield _doe("Opruimen", lambda: _opgeruimd(map_))


def _doe(wat: str, proef: Proef) -> Uitslag:
    begin = time.monotonic()
    try:
        woorden, goed = proef(), True
    except Storing as storing:
        woorden, goed = f"{storing.melding} {storing.raad}".strip(), False
    except Exception as fout:  # a missing library may raise anything, and the other parts are tried as well
        woorden, goed = f"{type(fout).__name__}: {fout}", False
    return Uitslag(wat, goed, woorden, time.monotonic() - begin)


def _instellingen(map_: Path) -> str:
    """What this computer remembers can be written and read; the folders of the user can be reached."""
    voorkeuren = Voorkeuren(map_ / "instellingen.ini")
    voorkeuren.onthoud("zelftest", "proef", "één")
    if voorkeuren.lees("zelftest", "proef") != "één":
        raise Storing("Wat is bewaard, komt niet hetzelfde terug.")
    return f"bewaard en teruggelezen; de kluis komt in {paths.kluis_place()}"


def _kaders() -> str:
    return ", ".join(f"{kader.titel} {kader.versie}" for kader in shipped())


def _rekenregels(vandaag: date) -> str:
    """The libraries behind names, numbers and terms; the numbers are made up."""
    gelezen = beoordeel_persoon({"geslachtsnaam": "Jansen", "postcode": "2601dc"}, vandaag)
    if isinstance(gelezen, list) or gelezen.postcode != "2601 DC":
        raise Storing("Een postcode wordt niet goed gelezen.")
    bekend = Bekende(1, replace(gelezen, geslachtsnaam="Janssen"))
    if not zoek_kandidaten(gelezen, [bekend]):
        raise Storing("Een naam die anders is geschreven, wordt niet gevonden.")
    if parse_periode("P1M").after(date(2027, 1, 31)) != date(2027, 2, 28):
        raise Storing("Een termijn van een maand wordt niet goed gerekend.")
    return "postcode, namen vergelijken, termijnen"


def _sleutelbos() -> str:
    """No failure when there is none: the program does without."""
    return Sleutelbos(limiet=_GEDULD).soort() or "deze computer heeft er geen; het programma werkt zonder"


def _pdf(vandaag: date) -> str:
    kop = Kop(gemeente=_NAAM, documentsoort="Telefoonnotitie", kenmerk="zelftest", datum=vandaag)
    stuk = TelefoonnotitieBlanco(kop=kop, contactpunt="de coördinator")
    return zelfproef.zie_pdf(documents.render("telefoonnotitie", stuk), _NAAM)


def _opgeruimd(map_: Path) -> str:
    if map_.exists():
        raise Storing(f"De map {map_} kon niet worden weggehaald.", "Haal deze map zelf weg.")
    return "er is niets achtergebleven"


def _geen_sleutelbos() -> NoReturn:
    raise LookupError("the self-test leaves the keystore alone")


class _Proefkluis:
    """An invented kluis, with the same keys and the same work for a guess as a real one."""

    def __init__(self, map_: Path, klok: Klok) -> None:
        self._map = map_
        self._klok = klok
        self._worker = Worker()
        self._dienst = Dienst(
            {soort: lambda soort=soort: paths.private_folder(map_ / soort.value) for soort in KluisSoort},  # type: ignore[misc] # one folder each
            map_ / "instellingen.ini",
            klok,
            bos=lambda limiet: Sleutelbos(_geen_sleutelbos, limiet=limiet),
        )

    def maak(self) -> str:
        """Make it, and record whom it is for."""
        self._dienst.kies(KluisSoort.KLUIS)
        self._dienst.maak(_ZIN)
        self._dienst.betreed()
        store = self._dienst.store
        if store is None:
            raise Storing("De kluis is gemaakt, maar niet open.")
        gebruiker = register_gebruiker(store, Gebruiker("Z. Proef", "coördinator"))
        store.wie = replace(store.wie, gebruiker_id=gebruiker)
        register_gemeente(store, Gemeente(_NAAM))
        install_kader(store, read_kader(), self._klok())
        self._dienst.verlaat()
        inhoud = b"".join(bestand.read_bytes() for bestand in self._map.rglob("*") if bestand.is_file())
        if b"SQLite format" in inhoud or _NAAM.encode() in inhoud:
            raise Storing("De kluis is niet versleuteld.", "Gebruik dit programma niet.")
        return "Argon2id, AES-GCM en SQLCipher; op schijf is niets te lezen"

    def open(self) -> str:
        """A wrong wachtzin is refused; the right one opens it, and everything in it is judged."""
        try:
            self._dienst.ontgrendel(f"{_ZIN} fout")
        except WachtzinOnjuist:
            pass
        else:
            raise Storing("De kluis gaat open met een verkeerde wachtzin.", "Gebruik dit programma niet.")
        self._dienst.ontgrendel(_ZIN)
        self._dienst.betreed()
        self._dienst.keur()
        self._dienst.rond_keuring_af()
        return "verkeerde wachtzin geweigerd, goede wachtzin opent, alles nagekeken"

    def schermen(self) -> str:
        """The places of the window on this kluis."""
        store = self._dienst.store
        if store is None:
            raise Storing("De kluis is niet open.")
        omgeving = Omgeving(
            store=store, kader=active_kader(store), worker=self._worker, dienst=self._dienst,
            vandaag=lambda: self._klok().date(), nu=self._klok, oefenkluis=False,
        )  # fmt: skip
        return zelfproef.zie_schermen(omgeving)

    def sluit(self) -> None:
        """Close it, so that its folder can go."""
        self._worker.stop(10)
        self._dienst.laat_los()
