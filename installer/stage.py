# SPDX-License-Identifier: EUPL-1.2
"""Gathers what is shipped: the program and its locked packages for one system, trimmed and compiled.

Every package comes by hash out of requirements.lock. Hides which files of the packages are never used.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from installer.dev import ROOT, Halt, run_step
from installer.lock import LOCK, part_of_lock, split_lock

# In the lock to build the program, not to run it.
BUILD_ONLY = frozenset({"editables", "hatchling", "pathspec", "pluggy", "tomlkit", "trove-classifiers"})
# In the lock because reportlab can read XML in any character set with it, which the program never asks.
UNUSED = frozenset({"charset-normalizer"})
# Of Qt only this: the rest is QML, Designer, databases and network, which the program never loads.
QT_MODULES = ("Core", "DBus", "Gui", "PrintSupport", "Svg", "Test", "Widgets")
QT_LIBRARIES = (*QT_MODULES, "XcbQpa", "WaylandClient")
QT_PLUGINS = (
    *("iconengines/*qsvgicon*", "imageformats/*qsvg*", "imageformats/*qico*", "imageformats/*qjpeg*"),
    *("platforms/*qwindows*", "platforms/*qoffscreen*", "platforms/*qxcb*", "platforms/*qwayland*"),
    *(
        "styles/*",
        "platformthemes/*xdgdesktop*",
        "xcbglintegrations/*",
        "wayland-shell-integration/*xdg-shell*",
    ),
    *(
        "wayland-decoration-client/*bradient*",
        "platforminputcontexts/*compose*",
        "platforminputcontexts/*ibus*",
    ),
)
QT_EXTRA = (
    *("__init__.py", "_config.py", "_git_pyside_version.py", "support/**/*", "translations/qtbase_nl.qm"),
    *("Qt/translations/qtbase_nl.qm", "pyside6.abi3.dll", "libpyside6.abi3.so*"),
    *("msvcp140*.dll", "vcruntime140*.dll", "Qt/lib/libicu*", "Qt/libexec/qt.conf", "qt.conf"),
)
# Of these the source goes along on Windows: what is under the LGPL or the MPL.
WITH_SOURCE = frozenset({"pikepdf", "stdnum", "PySide6", "shiboken6"})
PICTURES_NOT_READ = (
    *("Avif", "Blp", "Bufr", "Cur", "Dcx", "Dds", "Eps", "Fits", "Fli", "Fpx", "Ftex", "Gbr", "Grib", "Hdf5"),
    *(
        "Icns",
        "Im",
        "Imt",
        "Iptc",
        "Mcidas",
        "Mic",
        "Mpeg",
        "Msp",
        "Palm",
        "Pcd",
        "Pcx",
        "Pixar",
        "Psd",
        "Qoi",
    ),
    *("Sgi", "Spider", "Sun", "Tga", "Wal", "WebP", "Wmf", "XVThumb", "Xbm", "Xpm"),
)
# Of every package: what is there for who develops with it.
NEVER = (
    *("**/*.pyi", "**/py.typed", "**/*.lib", "**/*.pxd", "**/*.pyx", "**/*.h", "**/*.c", "bin", "Scripts"),
    *("**/__pycache__", "**/tests", "PIL/_avif*", "PIL/_webp*", "PIL/_imagingtk*", "reportlab/fonts/*.sfd"),
    *("stdnum/[a-m]?", "stdnum/n[!l]", "stdnum/[o-z]?", "stdnum/*.dat"),
    # Fonts that are never embedded (one of them GPL), drawing of text by Pillow, examples, other commands.
    *("reportlab/fonts", "reportlab/graphics/samples", "PIL/_imagingft*"),
    *("pypdfium2_cli", "share", "rapidfuzz/**/*_avx2*"),
    # Of fontTools what makes fonts; checking a PDF only reads them.
    *(
        "fontTools/subset",
        "fontTools/[mv][eto]*Lib",
        "fontTools/ufoLib",
        "fontTools/*2*u*",
        "fontTools/svgLib",
    ),
    *("fontTools/t[1f]*ib*", "fontTools/merge", "fontTools/diff", "fontTools/varLib/inst*"),
    *("fontTools/fontBuilder.py", "fontTools/varLib/interpol*"),
    # Windows tells the window itself that it goes to sleep. Runtimes of Microsoft that no library names.
    *("PySide6/Qt6DBus.dll", "PySide6/QtDBus.pyd", "shiboken6/vc[ac]*.dll", "shiboken6/vcomp*.dll"),
    *("shiboken6/concrt*.dll", "shiboken6/msvcp140_*.dll", "lxml/html/diff*"),
    # Kinds of pictures that the program refuses, compilers of C, what lxml was made from.
    *(f"PIL/{kind}ImagePlugin.py" for kind in PICTURES_NOT_READ),
    *("pycparser", "lxml/*.pxi", "lxml/doctestcompare.py"),
    *("lxml/isoschematron", "lxml/includes", "lxml/objectify*", "lxml/html/_diff*", "pillow.libs/libavif*"),
)


@dataclass(frozen=True, slots=True)
class Target:
    """For which system: what uv calls it, and which Python it brings or finds there."""

    name: str
    platform: str
    python: str


WINDOWS = Target("windows", "x86_64-pc-windows-msvc", "3.11")
DEBIAN = Target("debian", "x86_64-manylinux_2_36", "3.11")


def version() -> str:
    """The version of the program, as the project names it."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def moment() -> int:
    """The moment that every file in a package bears: that of the commit, so that the same gives the same."""
    named = os.environ.get("SOURCE_DATE_EPOCH")
    if named:
        return int(named)
    run = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return int(run.stdout.strip() or 315532800)


def gather(target: Target, site: Path) -> None:
    """Fill this folder with the program and all that it needs of Python packages."""
    site.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as temporary:
        wanted = Path(temporary, "pakketten.txt")
        entries = split_lock(part_of_lock(LOCK, "start"))
        wanted.write_text("".join(e for name, e in entries.items() if name not in BUILD_ONLY | UNUSED))
        run_step(
            f"Pakketten voor {target.name} ophalen en controleren",
            [
                *(sys.executable, "-m", "uv", "--quiet", "pip", "install", "--target", site, "--no-deps"),
                *("--python-platform", target.platform, "--python-version", target.python),
                *("--only-binary", ":all:", "--require-hashes", "--link-mode", "copy", "-r", wanted),
            ],
        )
        options = ["--disable-pip-version-check", "--no-index", "--no-build-isolation", "--no-deps"]
        run_step("Programma bouwen", [sys.executable, "-m", "pip", "wheel", *options, "-w", temporary, ROOT])
        (wheel,) = Path(temporary).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(site)
    (site / ".lock").unlink(missing_ok=True)
    trim(site)
    require_self_contained(site)


def trim(site: Path) -> None:
    """Take out what the program never loads."""
    for pattern in NEVER:
        remove(site.glob(pattern))
    qt = site / "PySide6"
    kept = {file for pattern in QT_EXTRA for file in qt.glob(pattern)}
    for name in QT_MODULES:
        kept.update(qt.glob(f"Qt{name}.*"))
    for name in QT_LIBRARIES:
        kept.update([*qt.glob(f"Qt6{name}.dll"), *qt.glob(f"Qt/lib/libQt6{name}.so*")])
    for pattern in QT_PLUGINS:
        kept.update([*qt.glob(f"plugins/{pattern}"), *qt.glob(f"Qt/plugins/{pattern}")])
    remove(file for file in list(qt.rglob("*")) if file.is_file() and file not in kept)
    for folder in sorted(site.rglob("*"), reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def remove(places: Iterable[Path]) -> None:
    """Files and whole folders."""
    for place in list(places):
        if place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)


def require_self_contained(site: Path) -> None:
    """The forms and the resources went along: without them the program is a shell."""
    for needed in (
        "gemeente_pga/ui/forms/ui_signaal.py",
        "gemeente_pga/resources/fonts",
        "PySide6/__init__.py",
    ):
        if not (site / needed).exists():
            raise Halt(f"In het pakket ontbreekt {needed}.")


def compile_all(site: Path, place: str) -> None:
    """Bytecode that never looks at the time of its source: the folder may be read-only where it lands.

    place: what the folder will be called there, for in a report of a fault.
    """
    options: list[str | Path] = [
        "-q",
        "-j",
        "2",
        "--invalidation-mode",
        "unchecked-hash",
        "-s",
        site,
        "-p",
        place,
    ]
    run_step("Voorbereiden om snel te starten", [sys.executable, "-m", "compileall", *options, site])


def keep_bytecode(site: Path) -> None:
    """Only what runs, where no licence asks for the source with it; the list of hashes names every file.

    The source of the program itself is in its repository, under the EUPL.
    """
    for source in site.rglob("*.py"):
        compiled = source.parent / "__pycache__" / f"{source.stem}.cpython-311.pyc"
        if source.relative_to(site).parts[0] not in WITH_SOURCE and compiled.exists():
            compiled.rename(source.with_suffix(".pyc"))
            source.unlink()
    remove(folder for folder in list(site.rglob("__pycache__")) if not any(folder.iterdir()))


def close_to_others(root: Path) -> None:
    """Everybody may read, only the system may write."""
    for file in root.rglob("*"):
        if not file.is_symlink():
            file.chmod(0o755 if file.is_dir() or file.stat().st_mode & 0o100 else 0o644)


def set_moment(folder: Path) -> None:
    """Every file and folder bears the same moment."""
    at = moment()
    for place in [*folder.rglob("*"), folder]:
        os.utime(place, (at, at), follow_symlinks=False)


def size_of(folder: Path) -> int:
    """How many bytes the files in this folder are."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
