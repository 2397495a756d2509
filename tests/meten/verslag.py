# SPDX-License-Identifier: EUPL-1.2
"""What long papers cost, in time and memory: python -m tests.meten.verslag.

Minutes of 20 and a dossier of 200 pages: drawn, tagged, finished as PDF/A, read back; beside the same words
in plain reportlab and through LibreOffice. Searching them for names, as before freezing, is timed apart.
"""

import io
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TypeVar
from xml.sax.saxutils import escape

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

from gemeente_pga.documents import render
from gemeente_pga.domain.lekcontrole import LekSoort, Verboden, zoek_lekken
from gemeente_pga.domain.stukken import Dossier, Stuk, Verslag
from gemeente_pga.ui.pdf import read_bladen
from tests.documents.voorbeeld import OVERLEG_TWEE
from tests.documents.voorbeeld_dossier import DOSSIER

KORT, LANG = 20, 200
_ZOEK = tuple(Verboden(LekSoort.MELDER, f"Verzonnen Melder {nummer}") for nummer in range(40))
_GEDULD_S = 120
S = TypeVar("S", bound=Stuk)


def many_pages(bladen: int) -> Verslag:
    """The minutes of the sample, with its two cases over and over until there are about so many pages."""
    return _grow(_long_verslag, "verslag", bladen)[0]


def thick_dossier(bladen: int) -> Dossier:
    """The dossier of the sample, with its signals and meetings over and over."""
    return _grow(_thick_dossier, "dossier", bladen)[0]


def _long_verslag(keer: int) -> Verslag:
    eerste = OVERLEG_TWEE.casussen
    erbij = (replace(eerste[n % 2], casusnummer=f"2026-{n:03d}") for n in range(2, 2 + keer))
    return replace(OVERLEG_TWEE, casussen=(*eerste, *erbij))


def _thick_dossier(keer: int) -> Dossier:
    return replace(
        DOSSIER,
        signalen=(DOSSIER.signalen or ()) * (1 + keer),
        besprekingen=(DOSSIER.besprekingen or ()) * (1 + keer),
        tijdlijn=(DOSSIER.tijdlijn or ()) * (1 + keer),
    )


def whole(soort: str, stuk: Stuk) -> tuple[bytes, tuple[str, ...]]:
    """Drawn, tagged, finished as PDF/A, and read back page by page."""
    pdf = render(soort, stuk, "CODE")
    return pdf, tuple(blad.tekst for blad in read_bladen(pdf))


def search(teksten: Sequence[str]) -> None:
    """What the program does besides, before it freezes a paper: forty names that may not be in it."""
    if zoek_lekken(teksten, _ZOEK):
        raise SystemExit("the sample holds a name that it may not hold")


def measure_verslag(keer: int = 5, bladen: int = KORT) -> dict[str, float]:
    """Seconds for minutes of so many pages, and for the same words plain; see measure."""
    return measure("verslag", many_pages(bladen), keer)


def measure_dossier(keer: int = 3, bladen: int = LANG) -> dict[str, float]:
    """Seconds for a dossier of so many pages, and for the same words plain; see measure."""
    return measure("dossier", thick_dossier(bladen), keer)


def measure(soort: str, stuk: Stuk, keer: int) -> dict[str, float]:
    """In turns: ours, plain, and LibreOffice where it is (else no "libreoffice_s")."""
    pdf, teksten = whole(soort, stuk)
    onze, kale, andere, zoeken = [], [], [], []
    for beurt in range(keer):
        onze.append(_seconds(lambda: whole(soort, stuk)))
        kale.append(_seconds(lambda: _plain(teksten)))
        zoeken.append(_seconds(lambda: search(teksten)))
        if beurt < 2 and shutil.which("soffice"):
            andere.append(_libreoffice(teksten))
    uit = {
        "bladen": float(len(teksten)),
        "kilobyte": len(pdf) / 1024,
        "mediaan_s": median(onze),
        "langste_s": max(onze),
        "kaal_s": median(kale),
        "zoeken_s": median(zoeken),
    }
    return uit | ({"libreoffice_s": min(andere)} if andere else {})


def memory_mb(bladen: int) -> float | None:
    """How high memory is at most while a dossier of so many pages is made; None where no file says so.

    In a process of its own, which makes it once.
    """
    if not Path("/proc/self/status").exists():
        return None
    keer = _grow(_thick_dossier, "dossier", bladen)[1]
    opdracht = [sys.executable, "-m", "tests.meten.verslag", str(keer)]
    klaar = subprocess.run(opdracht, capture_output=True, text=True, check=True)
    return float(json.loads(klaar.stdout)["mb"])


# ---- inside


def _grow(maak: Callable[[int], S], soort: str, bladen: int) -> tuple[S, int]:
    keer, stuk = 1, maak(1)
    while (nu := len(read_bladen(render(soort, stuk)))) < bladen:
        keer = max(keer + 1, keer * bladen // nu)
        stuk = maak(keer)
    return stuk, keer


def _seconds(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return time.perf_counter() - begin


def _plain(teksten: Sequence[str]) -> bytes:
    """The same words, a line a paragraph, in reportlab's own letter."""
    stijl = getSampleStyleSheet()["BodyText"]
    uit = io.BytesIO()
    regels = [regel for tekst in teksten for regel in tekst.splitlines()]
    SimpleDocTemplate(uit).build([Paragraph(escape(regel), stijl) for regel in regels])
    return uit.getvalue()


def _libreoffice(teksten: Sequence[str]) -> float:
    """The same words as a text file to PDF; its own start is part of it, as it is for who uses it."""
    with tempfile.TemporaryDirectory() as map_:
        bron = Path(map_, "tekst.txt")
        bron.write_text("\n".join(teksten), "utf-8")
        profiel = f"-env:UserInstallation={Path(map_, 'profiel').as_uri()}"
        opdracht = ["soffice", profiel, "--headless", "--convert-to", "pdf", "--outdir", map_, str(bron)]
        duur = _seconds(lambda: subprocess.run(opdracht, capture_output=True, check=True, timeout=_GEDULD_S))
        if not Path(map_, "tekst.pdf").exists():
            raise SystemExit("LibreOffice made no PDF")
        return duur


def _highest_mb(wat: str) -> float:
    regels = dict(regel.split(":", 1) for regel in Path("/proc/self/status").read_text().splitlines())
    return int(regels[wat].split()[0]) / 1024


def main(keer: str) -> None:
    """One line of JSON: the highest point of memory in megabytes."""
    render("dossier", DOSSIER, "CODE")  # loads what every paper needs
    whole("dossier", _thick_dossier(int(keer)))
    print(json.dumps({"mb": _highest_mb("VmHWM")}))


if __name__ == "__main__":
    if len(sys.argv) == 2:
        main(sys.argv[1])
    else:
        for gemeten in (measure_verslag(), measure_dossier()):
            print({naam: round(waarde, 2) for naam, waarde in gemeten.items()})
        print({bladen: memory_mb(bladen) for bladen in (KORT, LANG)})
