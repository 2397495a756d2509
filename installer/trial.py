# SPDX-License-Identifier: EUPL-1.2
"""Installs what was made, tries it, updates it and removes it again, in a place of its own.

Debian: in a clean root that debootstrap makes (needs root). Windows: setup.exe itself and the unpacked MSI,
under Wine. Prints the size, the self-test and how long starting takes. This computer's kluis is not touched.
"""

import os
import shlex
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from installer.bom import content_sums
from installer.dev import ROOT, Halt, run_step
from installer.stage import size_of

MIRROR = "http://deb.debian.org/debian"
RELEASE = "bookworm"
PASSED = "Alles werkt."
STARTS = 5
USER = "proef"
_PYTHON = "/usr/lib/gemeente-pga/bin/python3"
# What Debian's Wine lacks and Windows has, and the libraries that these small ones lean on.
STAND_INS = {"icuuc": [], "bcryptprimitives": ["-ladvapi32"]}
# To the first page that is drawn. Not into the event loop: under Debian's Wine it does not come to an end.
START = """
import os
from gemeente_pga import app
def start(self, *a, oud=app.App.start, **k):
    oud(self, *a, **k)
    self.poort.grab()
    os._exit(0)
app.App.start = start
raise SystemExit(app.run())
"""
# What the first page says and on which policy, as the program itself reads it from its machine-wide place.
POLICY = """
import os, sys
from PySide6 import QtWidgets
from gemeente_pga import app
def start(self, *a, oud=app.App.start, **k):
    oud(self, *a, **k)
    said = [type(self.poort).__name__, *self.dienst.beleid.zinnen()]
    said += [label.text() for label in self.poort.findChildren(QtWidgets.QLabel)]
    sys.stdout.buffer.write("\\n".join(said).encode())
    sys.stdout.flush()
    os._exit(0)
app.App.start = start
raise SystemExit(app.run())
"""
# A kluis of this version, and what the version after it does with that kluis: one column more.
KLUIS = """
import os, sys
from gemeente_pga import paths
from gemeente_pga.app import now
from gemeente_pga.dienst import Dienst
from gemeente_pga.domain.kluisdienst import KluisSoort
from gemeente_pga.store import backup, schema
dienst = Dienst({KluisSoort.KLUIS: paths.kluis_folder}, paths.settings_file(), now)
dienst.kies(KluisSoort.KLUIS)
zin = "tafel gletsjer kompas weide trommel zilver"
if sys.argv[1] == "maak":
    dienst.maak(zin)
    dienst.betreed()
else:
    scripts = (*schema.migraties(), schema.Migratie(2, "ALTER TABLE signaal ADD COLUMN later TEXT;"))
    schema.migraties = lambda: scripts
    dienst.ontgrendel(zin)
    dienst.betreed()
    dienst.keur()
    dienst.rond_keuring_af()
    backup.controleer_reservekopie(dienst.bijgewerkt)
    with dienst.store.reader() as r:
        assert r.value("SELECT count(later) FROM signaal") == 0
    print("eerst een back-up", dienst.bijgewerkt.parent.name)
dienst.laat_los()
sys.stdout.flush()
os._exit(0)
"""
GOOD_POLICY = """\
[kluis]
map = '{folder}'
[vergrendelen]
hoogstens_minuten = 5
[backup]
map = '{folder}-back-up'
[uit]
afdrukken = true
bestand_opslaan = true
"""
TOLD = (
    "De kluis staat in",
    "hoogstens 5 minuten",
    "De back-up komt in",
    "Afdrukken staat uit",
    "leesbaar bestand",
)
WRONG_POLICY = "[vergrendelen]\nhoogstens_minuten = 7\n"
Command = Sequence[str | Path]


def require(tools: Mapping[str, str]) -> None:
    """Say once what has to be installed."""
    missing = sorted({package for tool, package in tools.items() if not shutil.which(tool)})
    if missing:
        raise Halt(f"Installeer eerst: sudo apt-get install {' '.join(missing)}")


def newest(folder: Path, pattern: str) -> Path:
    """The package to try."""
    found = sorted(folder.glob(pattern), key=lambda file: file.stat().st_mtime)
    if not found:
        raise Halt(f"In {folder} staat geen {pattern}. Maak het eerst: installer/dev.py package")
    return found[-1]


def output(command: Command, env: Mapping[str, str] | None = None) -> str:
    """What a command says; Halt with all of it when it fails."""
    run = subprocess.run(
        [str(part) for part in command], env=None if env is None else {**os.environ, **env},
        capture_output=True, encoding="utf-8", errors="replace", check=False, timeout=900,
    )  # fmt: skip
    if run.returncode:
        raise Halt(f"Mislukt ({run.returncode}): {' '.join(map(str, command))}\n{run.stdout}{run.stderr}")
    return run.stdout


def self_test(command: Command, env: Mapping[str, str] | None = None) -> None:
    """Run the self-test and show it; Halt unless everything works."""
    told = output(command, env)
    print(told, end="")
    if PASSED not in told:
        raise Halt("De zelftest is niet goed verlopen.")


def show_start(what: str, command: Command, env: Mapping[str, str] | None = None) -> None:
    """How long it takes from the command to the unlock page, in the middle of a few times."""
    took = []
    for _ in range(STARTS):
        begin = time.monotonic()
        output(command, env)
        took.append(time.monotonic() - begin)
    middle, rest = statistics.median(took), ", ".join(f"{one:.2f}" for one in took)
    print(f"{what}: tot de eerste bladzijde {middle:.2f} s (van {STARTS}: {rest})")


def try_policy(
    command: Command, file: Path, kluis: tuple[str, Path], env: Mapping[str, str] | None = None
) -> None:
    """A policy for the whole computer holds; one with a fault opens nothing and says where.

    kluis: the folder that it names, as the program calls it and where it is from here.
    """
    named, folder = kluis
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(GOOD_POLICY.format(folder=named), encoding="utf-8")
    told = output(command, env)
    unsaid = [part for part in TOLD if part not in told]
    expect(not unsaid and folder.is_dir(), f"Het beleid geldt niet ({', '.join(unsaid)}):\n{told}")
    file.write_text(WRONG_POLICY, encoding="utf-8")
    told = output(command, env)
    expect(told.startswith("Geweigerd") and "regel 2" in told, f"Een fout in het beleid telt niet:\n{told}")
    file.unlink()
    print("Beleid: alles wat is vastgelegd geldt; een fout in het bestand houdt de kluis dicht, met regel.")


def require_listed(tree: Path, contents: Path, besides: str = "") -> None:
    """Exactly the files of the list of hashes, each with the contents that it names; and `besides`."""
    listed = set(contents.read_text(encoding="utf-8").splitlines())
    there = {line for line in content_sums(tree).splitlines() if line[66:] != besides}
    other = sorted(line[66:] for line in listed ^ there)
    expect(not other, f"Anders dan {contents.name} zegt: {', '.join(other[:5])}")
    print(f"Alle {len(listed)} bestanden staan er, met de hash uit {contents.name}, en niets anders.")


def expect(holds: bool, otherwise: str) -> None:
    """Halt when something is not as it should be."""
    if not holds:
        raise Halt(otherwise)


# --- Debian -----------------------------------------------------------------------------------------


def try_deb(folder: Path, work: Path) -> None:
    """Install, self-test as an ordinary user, start, remove; the kluis stays."""
    require({"debootstrap": "debootstrap"})
    expect(os.geteuid() == 0, "Voor een schone root zijn rechten nodig: sudo.")
    package, root = newest(folder, "*.deb"), work / "root"
    cache = Path(os.environ.get("GEMEENTE_PGA_ROOT", root))
    if not (cache / "usr/bin/apt-get").exists():
        run_step("Schone Debian maken", ["debootstrap", "--variant=minbase", RELEASE, cache, MIRROR])
    if cache != root:
        run_step("Schone Debian kopiëren", ["cp", "-a", cache, root])
    shutil.copy(package, root / package.name)
    inside: Command = ["chroot", root, "env", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"]
    run_step("Lijst van pakketten ophalen", [*inside, "apt-get", "update"])
    install: Command = [*inside, "apt-get", "install", "--yes", "--no-install-recommends"]
    run_step("Pakket installeren", [*install, f"/{package.name}"])
    print(f"Pakket {package.stat().st_size / 1e6:.1f} MB, geïnstalleerd "
          f"{size_of(root / 'usr/lib/gemeente-pga') / 1e6:.0f} MB")  # fmt: skip
    output([*inside, "useradd", "--create-home", USER])
    as_user: Command = [*inside, "su", USER, "-c"]
    self_test([*as_user, "cd; gemeente-pga --zelftest"])
    kluis = root / f"home/{USER}/.local/share/gemeente-pga/kluis"
    expect(not kluis.exists(), "De zelftest heeft iets achtergelaten.")
    run = f"cd; QT_QPA_PLATFORM=offscreen {_PYTHON} -I -c "
    show_start("Debian", [*as_user, run + shlex.quote(START)])
    named = f"/home/{USER}/elders"
    policy = root / "etc/gemeente-pga/beleid.toml"
    try_policy([*as_user, run + shlex.quote(POLICY)], policy, (named, root / named[1:]))
    kluis.mkdir(parents=True, exist_ok=True)
    (kluis / "kluis.db").write_bytes(b"proef")
    told = output([*inside, "apt-get", "remove", "--yes", "gemeente-pga"])
    expect("De kluis staat er nog" in told, "Bij het verwijderen is niet gezegd waar de kluis staat.")
    expect((kluis / "kluis.db").exists(), "Verwijderen heeft de kluis geraakt.")
    expect(not (root / "usr/lib/gemeente-pga").exists(), "Verwijderen liet bestanden staan.")
    print("Verwijderd; de kluis staat er nog.")


# --- Windows, under Wine ----------------------------------------------------------------------------


def try_windows(folder: Path, work: Path) -> None:
    """setup.exe: install, self-test, start, update, remove. The MSI: unpack and self-test."""
    require({
        "wine": "wine64", "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64", "msiextract": "msitools",
    })  # fmt: skip
    setup, package = newest(folder, "*-setup.exe"), newest(folder, "*.msi")
    env = {"WINEPREFIX": str(work / "wine"), "WINEDEBUG": "-all", "QT_QPA_PLATFORM": "offscreen"}
    output(["wineboot", "--init"], env)
    user = next(one for one in (work / "wine/drive_c/users").iterdir() if one.name != "Public")
    local = user / "AppData/Local"
    installed, kluis = local / "Programs/Gemeente PGA", local / "gemeente-pga/kluis"
    begin = time.monotonic()
    output(["wine", setup, "/S"], env)
    await_((installed / "verwijderen.exe").exists)
    print(
        f"setup.exe {setup.stat().st_size / 1e6:.1f} MB, geïnstalleerd {size_of(installed) / 1e6:.0f} MB "
        f"in {time.monotonic() - begin:.0f} s"
    )
    contents = newest(folder, "*-windows-inhoud.sha256")
    require_listed(installed, contents, "verwijderen.exe")
    lend_stand_ins(installed)
    python = installed / "python/python.exe"
    self_test(["wine", python, "-m", "gemeente_pga", "--zelftest"], env)
    expect(not kluis.exists(), "De zelftest heeft iets achtergelaten.")
    show_start("setup.exe (Wine)", ["wine", python, "-c", START], env)
    policy = work / "wine/drive_c/Program Files/Gemeente PGA/beleid.toml"
    elsewhere = ("C:\\pga\\elders", work / "wine/drive_c/pga/elders")
    try_policy(["wine", python, "-c", POLICY], policy, elsewhere, env)
    update_and_remove(setup, installed, kluis, env)
    try_msi(package, contents, work, env)


def update_and_remove(setup: Path, installed: Path, kluis: Path, env: Mapping[str, str]) -> None:
    """Over an older version, with a kluis that has work in it; then away again. The kluis stays."""
    python = installed / "python/python.exe"
    output(["wine", python, "-c", KLUIS, "maak"], env)
    before = (kluis / "kluis.db").read_bytes()
    (installed / "app/gemeente_pga/oud.py").write_text("", encoding="utf-8")
    (installed / "van een ander.txt").write_text("", encoding="utf-8")
    (installed / "verwijderen.exe").unlink()
    output(["wine", setup, "/S"], env)
    await_((installed / "verwijderen.exe").exists)
    expect(not (installed / "app/gemeente_pga/oud.py").exists(), "Bijwerken liet een oud bestand staan.")
    expect((kluis / "kluis.db").read_bytes() == before, "Bijwerken heeft de kluis geraakt.")
    lend_stand_ins(installed)
    told = output(["wine", python, "-c", KLUIS, "open"], env)
    expect("eerst een back-up voor-bijwerken" in told, "De nieuwe versie maakte niet eerst een back-up.")
    after = (kluis / "kluis.db").read_bytes()
    output(["wine", installed / "verwijderen.exe", "/S"], env)
    await_(lambda: not (installed / "verwijderen.exe").exists())
    expect(not (installed / "app").exists(), "Verwijderen liet het programma staan.")
    expect((installed / "van een ander.txt").exists(), "Verwijderen nam een bestand van een ander mee.")
    expect((kluis / "kluis.db").read_bytes() == after, "Verwijderen heeft de kluis geraakt.")
    print("Bijgewerkt: eerst een back-up, teruggelezen; daarna ging de kluis mee met de nieuwe versie.")
    print("Verwijderd; de kluis staat er nog.")


def try_msi(package: Path, contents: Path, work: Path, env: Mapping[str, str]) -> None:
    """Unpack it and compare; install it for the computer, self-test, start, remove. A policy stays."""
    out = work / "msi"
    output(["msiextract", "-C", out, package])
    (tree,) = (one for one in out.rglob("Gemeente PGA") if (one / "python").is_dir())
    require_listed(tree, contents)
    installed, log = work / "wine/drive_c/Program Files/Gemeente PGA", work / "msi.log"
    begin = time.monotonic()
    output(["wine", "msiexec", "/i", package, "/qn", "/norestart", "/l*", log], env)
    await_((installed / "python/python.exe").exists)
    print(
        f"MSI {package.stat().st_size / 1e6:.1f} MB, geïnstalleerd {size_of(installed) / 1e6:.0f} MB "
        f"in {time.monotonic() - begin:.0f} s"
    )
    require_listed(installed, contents)
    lend_stand_ins(installed)
    python = installed / "python/python.exe"
    self_test(["wine", python, "-m", "gemeente_pga", "--zelftest"], env)
    show_start("MSI (Wine)", ["wine", python, "-c", START], env)
    (installed / "beleid.toml").write_text("", encoding="utf-8")
    output(["wine", "msiexec", "/x", package, "/qn"], env)
    await_(lambda: not python.exists())
    expect((installed / "beleid.toml").exists(), "Verwijderen nam het beleid mee.")
    expect(not list(installed.rglob("*.pyd")), "Verwijderen van de MSI liet bestanden staan.")
    print("MSI verwijderd; het beleid en de kluis staan er nog.")


def lend_stand_ins(installed: Path) -> None:
    """Put what Wine lacks beside Python, for this trial only."""
    for name, libraries in STAND_INS.items():
        source, target = ROOT / f"installer/wine/{name}.c", installed / f"python/{name}.dll"
        output(["x86_64-w64-mingw32-gcc", "-shared", "-s", "-w", "-o", target, source, *libraries])


def await_(holds: Callable[[], bool], seconds: float = 300) -> None:
    """An installer may hand over to a second process: wait for the last thing that it does."""
    end = time.monotonic() + seconds
    while not holds():
        expect(time.monotonic() < end, f"Na {seconds:.0f} s is het nog niet klaar.")
        time.sleep(0.5)
