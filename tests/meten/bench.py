# SPDX-License-Identifier: EUPL-1.2
"""How fast the program is, in one run: python -m tests.meten.bench [--json BESTAND] [--kort].

Every figure is a median of repeated measurements; what is compared is measured in turns, in the same minutes,
because other work on the computer makes all of them slower alike.
"""

import argparse
import compileall
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

import gemeente_pga
from tests.meten.beeldscherm import Scherm, beeldscherm

GEDULD_S = 400
EISEN = {
    "start": 1.25,
    "ontgrendelen": 200.0,
    "scherm": 100.0,
    "handeling": 5.0,
    "kaal": 2.0,
    "papiergeheugen": 1.5,
    "toets": 16.0,
}


DELEN = ("omgeving", "start", "groei", "handeling", "namen", "verslag", "toetsen")


@dataclass(frozen=True)
class Maat:
    """How much is measured."""

    aantallen: tuple[int, ...] = (10, 1_000, 10_000)
    keer: int = 7
    openen: int = 20
    handelingen: int = 200
    namen: int = 10_000
    bladen: int = 20
    dik: int = 200
    klein: bool = False


KORT = Maat(aantallen=(10, 1_000))
PROEF = Maat(aantallen=(2, 4), keer=1, openen=1, handelingen=5, namen=100, bladen=2, dik=4, klein=True)


@dataclass
class Uitslag:
    """What was found, and the lines of the table."""

    cijfers: dict[str, Any] = field(default_factory=dict)
    regels: list[str] = field(default_factory=list)

    def kop(self, tekst: str) -> None:
        self.regels += ["", tekst]

    def regel(self, wat: str, waarde: str, rest: str = "") -> None:
        self.regels.append(f"  {wat:46} {waarde:>12}  {rest}".rstrip())


def main(argumenten: Sequence[str] | None = None) -> int:
    """Measure, print the table, and keep the figures in a file if asked."""
    lezer = argparse.ArgumentParser(prog="bench", description="Meet hoe snel het programma is.")
    lezer.add_argument("--json", type=Path, metavar="BESTAND", help="bewaar de cijfers ook hierin")
    lezer.add_argument("--kort", action="store_true", help="alleen met 10 en 1.000 dossiers")
    lezer.add_argument("--alleen", choices=DELEN, help="alleen dit deel; toetsen vult eerst een kluis")
    lezer.add_argument("--proef", action="store_true", help=argparse.SUPPRESS)
    keuze = lezer.parse_args(argumenten)
    maat = PROEF if keuze.proef else KORT if keuze.kort else Maat()
    uitslag = Uitslag()
    with tempfile.TemporaryDirectory(prefix="pga-bench-") as map_:
        bench = Bench(maat, Path(map_), uitslag)
        for deel in (keuze.alleen,) if keuze.alleen else DELEN:
            getattr(bench, deel)()
    print("\n".join(uitslag.regels))
    if keuze.json:
        keuze.json.write_text(json.dumps(uitslag.cijfers, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return 0


class Bench:
    """One run, in one folder that goes when it is done."""

    def __init__(self, maat: Maat, map_: Path, uitslag: Uitslag) -> None:
        self.maat, self.map, self.uit = maat, map_, uitslag
        thuis = map_ / "thuis"
        thuis.mkdir(mode=0o700)
        self.kluis = map_ / "werk"
        self.kluis.mkdir(mode=0o700)
        namen = (
            "HOME",
            "XDG_DATA_HOME",
            "XDG_CONFIG_HOME",
            "XDG_CACHE_HOME",
            "XDG_STATE_HOME",
            "XDG_RUNTIME_DIR",
        )
        self.env = {**os.environ, **dict.fromkeys(namen, str(thuis)), "QT_QPA_PLATFORM": "offscreen"}
        self.env["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
        self.env.pop("PYTHONDONTWRITEBYTECODE", None)

    def omgeving(self) -> None:
        """What the figures belong to; bytecode is compiled first, as it is after installing."""
        compileall.compile_dir(str(Path(gemeente_pga.__file__).parent), quiet=2)
        self._proef("kaal", invoer="\n")  # compiles what else is loaded, and fills the caches of the letters
        drukte = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
        self.uit.cijfers["omgeving"] = {
            "systeem": platform.platform(),
            "python": platform.python_version(),
            "processoren": os.cpu_count(),
            "drukte": drukte,
        }
        bezet = "" if drukte is None else f", belasting bij het begin {_nl(drukte, 1)}"
        self.uit.regels += [
            f"Metingen met Python {platform.python_version()} op {platform.system()} {platform.machine()}, "
            f"{os.cpu_count()} processorkernen{bezet}.",
            "Anderen gebruiken deze computer misschien ook: let op de verhoudingen, niet op losse cijfers.",
            "Mediaan van herhaalde metingen. Bytecode is vooraf gemaakt (compileall), als na installeren.",
        ]

    # ---- the first window

    def start(self) -> None:
        """Start of the process to the unlock page painted, in turns with an empty window and KeePassXC."""
        _zeg("starten")
        self._proef("vul", str(self.kluis), "0", "ja" if self.maat.klein else "nee")
        with beeldscherm() as xvfb:
            scherm = xvfb if xvfb is not None and self._past(xvfb) else None
            uitkomst = self._starts(scherm)
        self.uit.cijfers["start"] = uitkomst
        self.uit.kop(f"1. Van start tot eerste venster ({'onder Xvfb' if scherm else 'zonder beeldscherm'})")
        ons, kaal = (median(uitkomst[naam]["verf_ms"]) for naam in ("start", "kaal"))
        self.uit.regel("leeg venster van PySide6", _ms(kaal))
        self.uit.regel(
            "ontgrendelpagina",
            _ms(ons),
            f"{_nl(ons / kaal, 2)} × leeg venster{_oordeel(ons / kaal, 'start')}",
        )
        if scherm is not None:
            op_scherm = {naam: median(wat["scherm_ms"]) for naam, wat in uitkomst.items()}
            for naam, woorden in (
                ("kaal", "leeg venster"),
                ("start", "ontgrendelpagina"),
                ("keepassxc", "KeePassXC"),
            ):
                if naam in op_scherm:
                    rest = f"{_nl(op_scherm[naam] / op_scherm['kaal'], 2)} × leeg venster"
                    self.uit.regel(f"{woorden}, gezien door de X-server", _ms(op_scherm[naam]), rest)
        if "keepassxc" not in uitkomst:
            self.uit.regel("KeePassXC", "–", "niet geïnstalleerd, of geen X-server")
        geheugen = median(uitkomst["start"]["geheugen_mb"]) if uitkomst["start"]["geheugen_mb"] else None
        leeg = median(uitkomst["kaal"]["geheugen_mb"]) if uitkomst["kaal"]["geheugen_mb"] else None
        if geheugen and leeg:
            self.uit.regel("geheugen van de ontgrendelpagina", _mb(geheugen), f"leeg venster: {_mb(leeg)}")

    def _past(self, scherm: Scherm) -> bool:
        """Can Qt draw on this screen? It needs libraries of its own for that."""
        try:
            self._start(["kaal"], scherm)
        except (OSError, ValueError, TimeoutError):
            return False
        return True

    def _starts(self, scherm: Scherm | None) -> dict[str, dict[str, list[float]]]:
        opdrachten: dict[str, list[str]] = {"kaal": ["kaal"], "start": ["start", str(self.kluis / "kluis")]}
        if scherm is not None and shutil.which("keepassxc"):
            opdrachten["keepassxc"] = []
        uitkomst: dict[str, dict[str, list[float]]] = {
            naam: {"verf_ms": [], "scherm_ms": [], "geheugen_mb": []} for naam in opdrachten
        }
        for beurt in range(self.maat.keer + 1):
            for naam, opdracht in opdrachten.items():
                gemeten = self._start(opdracht, scherm)
                if beurt:  # the first turn only warms the caches
                    for wat, waarde in gemeten.items():
                        uitkomst[naam][wat].append(waarde)
        return uitkomst

    def _start(self, opdracht: Sequence[str], scherm: Scherm | None) -> dict[str, float]:
        env = self.env if scherm is None else {**self.env, "QT_QPA_PLATFORM": "xcb", "DISPLAY": scherm.naam}
        if opdracht:
            woorden = [sys.executable, "-m", "tests.meten.proef", *opdracht]
        else:
            instellingen = self.map / "keepassxc.ini"
            instellingen.write_text("[General]\nUpdateCheckMessageShown=true\n[GUI]\nCheckForUpdates=false\n")
            woorden = ["keepassxc", "--config", str(instellingen)]
        begin = time.perf_counter()
        proces = subprocess.Popen(
            woorden,
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        gemeten: dict[str, float] = {}
        try:
            if scherm is not None:
                gemeten["scherm_ms"] = (scherm.wait_for_window() - begin) * 1000
            if opdracht and proces.stdout is not None:
                gevonden = json.loads(proces.stdout.readline())
                gemeten["verf_ms"] = (gevonden["geverfd"] - begin) * 1000
                if gevonden["geheugen_mb"] is not None:
                    gemeten["geheugen_mb"] = gevonden["geheugen_mb"]
                proces.communicate("\n", timeout=30)
        finally:
            if proces.poll() is None:
                proces.terminate()
                with suppress(subprocess.TimeoutExpired):
                    proces.communicate(timeout=10)
            if scherm is not None:
                scherm.wait_until_empty()
        return gemeten

    # ---- a kluis that grows

    def groei(self) -> None:
        """Unlocking and every screen, with more and more dossiers in the same kluis."""
        stappen: list[dict[str, Any]] = []
        for aantal in self.maat.aantallen:
            _zeg(f"kluis vullen tot {aantal} dossiers")
            stap = self._proef("vul", str(self.kluis), str(aantal), "ja" if self.maat.klein else "nee")
            _zeg(f"openen met {stap['dossiers']} dossiers")
            keren = [self._proef("ontgrendel", str(self.kluis)) for _ in range(min(5, self.maat.keer))]
            for wat in ("ontgrendelen_ms", "bestand_lezen_ms", "klaarzetten_ms"):
                stap[wat] = [gemeten[wat] for gemeten in keren]
            stap |= self._proef("schermen", str(self.kluis), str(self.maat.openen))
            stappen.append(stap)
        self.uit.cijfers["groei"] = stappen
        self._toon_ontgrendelen(stappen)
        self._toon_schermen(stappen)
        self._toon_rest(stappen)

    def _toon_ontgrendelen(self, stappen: list[dict[str, Any]]) -> None:
        self.uit.kop("2. Ontgrendelen: van bekende sleutels tot Bureau op het scherm")
        for stap in stappen:
            paren = zip(stap["ontgrendelen_ms"], stap["bestand_lezen_ms"], strict=True)
            tijd, lezen = median(alles - lezen for alles, lezen in paren), median(stap["bestand_lezen_ms"])
            self.uit.regel(
                f"met {_nl(stap['dossiers'])} dossiers ({_nl(stap['bestand_mb'])} MB)",
                _ms(tijd),
                f"en {_ms(lezen)} hele bestand nakijken achter de pagina{_oordeel(tijd, 'ontgrendelen')}",
            )
        klaar = median(tijd for stap in stappen for tijd in stap["klaarzetten_ms"])
        self.uit.regel("klaarzetten terwijl u de wachtzin typt", _ms(klaar), "in stukjes")

    def _toon_schermen(self, stappen: list[dict[str, Any]]) -> None:
        self.uit.kop("3. Een scherm openen, in ms: mediaan / p95 (tussen haakjes de allereerste keer)")
        koppen = "".join(f"{_nl(stap['dossiers']):>16}" for stap in stappen)
        self.uit.regels.append(f"  {'dossiers':18}{koppen}   verhouding")
        for code in stappen[0]["schermen"]:
            cellen, medianen = "", []
            for stap in stappen:
                gemeten = stap["schermen"][code]
                medianen.append(median(gemeten["ms"]))
                getallen = f"{_nl(medianen[-1])} / {_nl(_p95(gemeten['ms']))} ({_nl(gemeten['eerste_ms'])})"
                cellen += f"{getallen:>16}"
            oordeel = _oordeel(_p95(stappen[-1]["schermen"][code]["ms"]), "scherm")
            self.uit.regels.append(f"  {code:18}{cellen}   {_nl(medianen[-1] / medianen[0], 1)} ×{oordeel}")

    def _toon_rest(self, stappen: list[dict[str, Any]]) -> None:
        self.uit.kop("Geheugen van het hele programma")
        for stap in stappen:
            if stap["geheugen_alles_mb"] is None:
                self.uit.regel("geheugen", "–", "niet te meten op dit systeem")
                break
            bureau = f"alleen Bureau: {_mb(stap['geheugen_bureau_mb'])}"
            wat = f"alle schermen geopend, {_nl(stap['dossiers'])} dossiers"
            self.uit.regel(wat, _mb(stap["geheugen_alles_mb"]), bureau)

    # ---- single things

    def handeling(self) -> None:
        """A logged act in an empty kluis and in the full one, against one small file written durably."""
        from tests.meten.act import meet

        _zeg("handelingen")
        gemeten = meet(self.maat.handelingen)
        schijf = _durable_write(self.map / "schijf", self.maat.handelingen)
        self.uit.cijfers["handeling"] = gemeten | {"schijf_ms": schijf}
        self.uit.kop("4. Een handeling vastleggen, met regel, zegel en ketenwaarde")
        self.uit.regel("4 kB naar schijf, met fsync", _ms(schijf, 1))
        self._toon_handeling("in een lege kluis", gemeten["act_ms"], schijf)
        for stap in self.uit.cijfers["groei"]:
            wat = f"dossier inzien, met {_nl(stap['dossiers'])} dossiers"
            self._toon_handeling(wat, median(stap["handeling_ms"]), schijf)

    def _toon_handeling(self, wat: str, tijd: float, schijf: float) -> None:
        rest = f"{_nl(tijd / schijf, 1)} × schijf{_oordeel(tijd, 'handeling')}"
        self.uit.regel(wat, _ms(tijd, 1), rest)

    def namen(self) -> None:
        """One name among many."""
        from tests.meten.namen import meet_naamvergelijking

        _zeg("namen")
        gemeten = meet_naamvergelijking(self.maat.namen)
        self.uit.cijfers["namen"] = gemeten
        self.uit.kop(f"5. Een naam zoeken onder {_nl(self.maat.namen)} mensen")
        rest = f"vergeleken met {_nl(gemeten['voorselectie_rijen'])} mensen"
        self.uit.regel("na de voorselectie in de kluis", _ms(gemeten["na_voorselectie_ms"], 1), rest)
        self.uit.regel("zonder voorselectie", _ms(gemeten["warm_ms"], 1))

    def verslag(self) -> None:
        """Long papers as PDF: minutes, a thick dossier, and the memory that takes."""
        from tests.meten.verslag import measure_dossier, measure_verslag, memory_mb

        keer = min(5, self.maat.keer)
        for nummer, naam, meet, bladen in (
            (6, "verslag", measure_verslag, self.maat.bladen),
            (7, "dossier", measure_dossier, self.maat.dik),
        ):
            _zeg(naam)
            gemeten = self.uit.cijfers[naam] = meet(keer, bladen)
            onze, kaal = gemeten["mediaan_s"], gemeten["kaal_s"]
            self.uit.kop(f"{nummer}. Een {naam} van {_nl(gemeten['bladen'])} bladzijden maken")
            self.uit.regel("dezelfde woorden, kaal", _ms(kaal * 1000))
            verhouding = f"{_nl(onze / kaal, 1)} × kaal{_oordeel(onze / kaal, 'kaal')}"
            self.uit.regel("met kop, labels en PDF/A, en teruggelezen", _ms(onze * 1000), verhouding)
            self.uit.regel("veertig namen erin zoeken", _ms(gemeten["zoeken_s"] * 1000))
            ander = gemeten.get("libreoffice_s")
            rest = f"{_nl(ander / onze, 1)} × zo lang als wij (eis 5)" if ander else "niet geïnstalleerd"
            self.uit.regel("LibreOffice, alleen de kale tekst", _ms(ander * 1000) if ander else "–", rest)
        laag, hoog = memory_mb(self.maat.bladen), memory_mb(self.maat.dik)
        if laag and hoog:
            self.uit.cijfers["papiergeheugen_mb"] = [laag, hoog]
            rest = (
                f"{_nl(hoog / laag, 1)} × dat van {self.maat.bladen}{_oordeel(hoog / laag, 'papiergeheugen')}"
            )
            self.uit.regel(f"hoogste geheugen bij {self.maat.dik} bladzijden", _mb(hoog), rest)

    def toetsen(self) -> None:
        """What is under the hands, in the fullest kluis; and the program at rest."""
        if "groei" not in self.uit.cijfers:
            _zeg(f"kluis vullen tot {self.maat.aantallen[-1]} dossiers")
            klein = "ja" if self.maat.klein else "nee"
            self._proef("vul", str(self.kluis), str(self.maat.aantallen[-1]), klein)
        _zeg("toetsen")
        gemeten = self._proef(str(self.kluis), str(min(3, self.maat.keer)), module="tests.meten.toetsen")
        self.uit.cijfers["toetsen"] = gemeten
        self.uit.kop(
            f"8. Onder de handen, met {_nl(self.maat.aantallen[-1])} dossiers: mediaan / p95 aan rekentijd"
        )
        for wat, (midden, hoog) in gemeten["toetsen"].items():
            self.uit.regel(wat, f"{_nl(midden, 1)} / {_nl(hoog, 1)} ms", _oordeel(hoog, "toets")[2:])
        for wat, (midden, hoog) in gemeten["lijsten"].items():
            self.uit.regel(wat, f"{_nl(midden, 1)} / {_nl(hoog, 1)} ms", _oordeel(hoog, "scherm")[2:])
        self.uit.regel("in rust, per seconde", f"{_nl(gemeten['rust_ms_per_s'], 2)} ms", "rekentijd; eis 0")

    # ---- inside

    def _proef(self, *woorden: str, invoer: str = "", module: str = "tests.meten.proef") -> dict[str, Any]:
        """Run a measurement in a process of its own."""
        klaar = subprocess.run(
            [sys.executable, "-m", module, *woorden],
            env=self.env, input=invoer, capture_output=True, text=True, timeout=GEDULD_S, check=False,
        )  # fmt: skip
        if klaar.returncode:
            raise SystemExit(f"De meting {woorden[0]} is mislukt:\n{klaar.stderr[-2000:]}")
        uitkomst: dict[str, Any] = json.loads(klaar.stdout.splitlines()[-1])
        return uitkomst


def _durable_write(pad: Path, keer: int) -> float:
    """Median milliseconds to get 4 kB onto the disk."""
    tijden = []
    with pad.open("wb") as bestand:
        for _ in range(keer):
            begin = time.perf_counter()
            bestand.write(bytes(4096))
            bestand.flush()
            os.fsync(bestand.fileno())
            tijden.append(time.perf_counter() - begin)
    return median(tijden) * 1000


def _p95(tijden: Sequence[float]) -> float:
    return sorted(tijden)[math.ceil(0.95 * len(tijden)) - 1]


def _oordeel(waarde: float, eis: str) -> str:
    grens = EISEN[eis]
    return f"; eis ≤ {_nl(grens, 2 if grens < 2 else 0)}: {'gehaald' if waarde <= grens else 'NIET gehaald'}"


def _nl(getal: float, decimalen: int = 0) -> str:
    return f"{getal:,.{decimalen}f}".replace(",", " ").replace(".", ",").replace(" ", ".")


def _ms(waarde: float, decimalen: int = 0) -> str:
    return f"{_nl(waarde, decimalen)} ms"


def _mb(waarde: float) -> str:
    return f"{_nl(waarde)} MB"


def _zeg(tekst: str) -> None:
    print(f"… {tekst}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
