# SPDX-License-Identifier: EUPL-1.2
"""What is in a package, for whoever has to answer for it: parts (CycloneDX), licences in full, hashes.

Read from what was really gathered, not from a list kept by hand; only what carries no data of its own (the
libraries inside wheels) stands here.
"""

import csv
import hashlib
import json
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.parser import HeaderParser
from pathlib import Path

from installer.dev import ROOT, Halt
from installer.lock import LOCK, part_of_lock, split_lock

_SPACE = uuid.UUID("6f1b6a0e-3c0d-5d0c-9a55-6b1f0a4c7e11")
_TEXT = frozenset({"", ".txt", ".md", ".rst", ".apache", ".bsd", ".external", ".psf"})
_NAMED = ("licen", "copying", "notice", "authors.fonts")
# What the classifier of a package means, where it says no more than that.
_CLASSIFIERS = {"MIT License": "MIT", "BSD License": "BSD-3-Clause"}
# What a package says in words of its own or not at all.
_SAID = {
    "sqlcipher3": "Zlib",
    "reportlab": "BSD-3-Clause",
    "python-stdnum": "LGPL-2.1-or-later",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "backports.tarfile": "MIT",
    "jaraco.classes": "MIT",
}
# Where the makers keep the source of what a licence asks it for: every version, by its number.
_BINDING = "https://download.qt.io/official_releases/QtForPython/pyside6/"
_SOURCES = {
    "Qt": "https://download.qt.io/official_releases/qt/",
    "pikepdf": "https://github.com/pikepdf/pikepdf/tags",
    "python-stdnum": "https://arthurdejong.org/python-stdnum/",
    "PySide6_Essentials": _BINDING,
    "shiboken6": _BINDING,
}
_COMMON = Path("/usr/share/common-licenses")  # the wheels of Qt carry no text of the licence they name


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is shipped. texts: the licence in full, by name of the file."""

    name: str
    version: str
    licence: str
    purl: str = ""
    inside: str = ""  # the package that carries it
    texts: dict[str, str] = field(default_factory=dict)


def read_parts(site: Path, extra: Iterable[Part] = ()) -> list[Part]:
    """Every package in this folder, what it carries inside, and what the caller adds."""
    require_known(site)
    found = [_read_package(info) for info in sorted(site.glob("*.dist-info"))]
    versions = {part.name.lower(): part.version for part in found}
    parts = [*found, *_inside(versions), *_resources(), *extra]
    without = [part.name for part in parts if not part.licence]
    if without:
        raise Halt(f"Van deze onderdelen is de licentie niet bekend: {', '.join(without)}")
    return sorted(parts, key=lambda part: part.name.lower())


def require_known(site: Path) -> None:
    """Every file here is one that a package in the list names as its own; Halt for a stray one."""
    named = {
        row[0].replace("\\", "/")
        for record in site.glob("*.dist-info/RECORD")
        for row in csv.reader(record.read_text(encoding="utf-8").splitlines())
    }
    there = (one for one in site.rglob("*") if one.is_file() and one.suffix != ".pyc")
    stray = sorted({one.relative_to(site).as_posix() for one in there} - named)
    if stray:
        raise Halt(f"Van deze bestanden is niet bekend bij welk onderdeel ze horen: {', '.join(stray[:9])}")


def _read_package(info: Path) -> Part:
    data = HeaderParser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
    name, version = str(data["Name"]), str(data["Version"])
    said = _SAID.get(name) or str(data["License-Expression"] or data["License"] or "")
    if not said:
        classifiers = [line.rpartition(" :: ")[2] for line in data.get_all("Classifier", [])]
        said = next((_CLASSIFIERS[line] for line in classifiers if line in _CLASSIFIERS), "")
    texts = {
        file.relative_to(info).as_posix(): file.read_text(encoding="utf-8", errors="replace")
        for file in sorted(info.rglob("*"))
        if file.is_file() and file.suffix.lower() in _TEXT
        if any(word in file.relative_to(info).as_posix().lower() for word in _NAMED)
    }
    if said.startswith("LGPL-3.0"):
        texts |= {name: (_COMMON / name).read_text(encoding="utf-8") for name in ("LGPL-3", "GPL-3")}
    purl = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
    return Part(name, version, said, purl, texts=texts)


def _inside(versions: dict[str, str]) -> list[Part]:
    """Libraries that wheels carry without metadata. A version only where the wheel's own number tells it."""
    qt = versions.get("pyside6_essentials", "")
    return [
        Part("Qt", qt, "LGPL-3.0-only", f"pkg:generic/qt@{qt}", "PySide6_Essentials"),
        Part("SQLCipher", "4.19.0", "BSD-3-Clause", "pkg:github/sqlcipher/sqlcipher@4.19.0", "sqlcipher3"),
        Part("SQLite", "", "blessing", inside="sqlcipher3"),
        Part("OpenSSL", "", "Apache-2.0", inside="sqlcipher3, cryptography"),
        Part("PDFium", "", "BSD-3-Clause AND Apache-2.0", inside="pypdfium2"),
        Part("qpdf", "", "Apache-2.0", inside="pikepdf"),
        Part("sRGB-kleurprofiel (icc-profiles-free)", "", "Zlib", inside="pikepdf"),
        Part("veraPDF validation profiles", "", "CC-BY-4.0", inside="pikepdf"),
        Part("pdfminer.six (tabel)", "", "MIT", inside="pikepdf"),
        Part("libjpeg-turbo", "", "IJG AND BSD-3-Clause AND Zlib", inside="pillow"),
        Part("LibTIFF", "", "libtiff", inside="pillow"),
        Part("OpenJPEG", "", "BSD-2-Clause", inside="pillow"),
        Part("Little CMS", "", "MIT", inside="pillow"),
        Part("zlib", "", "Zlib", inside="pillow, lxml, pikepdf, PySide6_Essentials"),
        Part("libxml2, libxslt", "", "MIT", inside="lxml"),
        Part("Argon2 (phc-winner)", "", "CC0-1.0 OR Apache-2.0", inside="argon2-cffi-bindings"),
    ]


def _resources() -> list[Part]:
    """What lies in resources/ and is not ours."""
    fonts, icons = ROOT / "resources/fonts", ROOT / "resources/icons"
    words = ROOT / "resources/woordenlijst"

    def text(file: Path) -> dict[str, str]:
        return {file.name: file.read_text(encoding="utf-8")}

    return [
        Part("Fira Sans", "4.203", "OFL-1.1", texts=text(fonts / "OFL-FiraSans.txt")),
        Part("Noto Sans, Noto Sans Arabic", "", "OFL-1.1", texts=text(fonts / "OFL-NotoSans.txt")),
        Part("Lucide", "1.62.0", "ISC AND MIT", texts=text(icons / "LICENSE")),
        Part("Woordenlijst", "", "zie de tekst", texts=text(words / "LICENTIE.txt")),
    ]


def cyclonedx(product: str, version: str, parts: Sequence[Part], moment: int) -> str:
    """A CycloneDX 1.5 list as JSON; the same parts give the same text."""
    locked = split_lock(part_of_lock(LOCK, "start"))
    root = f"pkg:generic/gemeente-pga@{version}?target={product}"
    components = [_component(part, locked) for part in parts if part.name != "gemeente-pga"]
    told = json.dumps(components, sort_keys=True)
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "serialNumber": f"urn:uuid:{uuid.uuid5(_SPACE, root + told)}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": root,
                "name": "gemeente-pga",
                "version": version,
                "licenses": [{"license": {"id": "EUPL-1.2"}}],
            },
        },
        "components": components,
        "dependencies": [{"ref": root, "dependsOn": [str(one["bom-ref"]) for one in components]}],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _component(part: Part, locked: dict[str, str]) -> dict[str, object]:
    simple = " " not in part.licence and not part.licence.startswith("LicenseRef-")
    component: dict[str, object] = {
        "type": "library",
        "bom-ref": part.purl or f"part:{part.name}",
        "name": part.name,
        "version": part.version,
        "licenses": [{"license": {"id" if simple else "name": part.licence}}],
    }
    if part.purl:
        component["purl"] = part.purl
    properties = [{"name": "gemeente-pga:inside", "value": part.inside}] if part.inside else []
    entry = locked.get(part.name.lower().replace("_", "-").replace(".", "-"), "")
    properties += [
        {"name": "gemeente-pga:locked-sha256", "value": word.removeprefix("--hash=sha256:")}
        for word in entry.split()
        if word.startswith("--hash=sha256:")
    ]
    if properties:
        component["properties"] = properties
    return component


def licences(parts: Sequence[Part]) -> str:
    """A list of what is in the package, then every licence text that came with it."""
    lines = ["Wat er in dit pakket zit, en onder welke licentie", ""]
    for part in parts:
        where = f" (in {part.inside})" if part.inside else ""
        lines.append(f"{' '.join((part.name, part.version)).strip()}{where}: {part.licence}")
    lines += ["", "De bibliotheken van Qt zijn losse bestanden en mogen worden vervangen.", ""]
    lines += [
        "Van deze onderdelen vraagt de licentie dat u de broncode kunt krijgen; die staat bij de makers:"
    ]
    lines += [f"  {part.name} {part.version}: {_source(part)}" for part in parts if _owes_source(part)]
    lines += [""]
    for part in parts:
        for name, text in part.texts.items():
            lines += ["=" * 100, f"{part.name}: {name}", "=" * 100, text.strip(), ""]
    return "\n".join(lines)


def _owes_source(part: Part) -> bool:
    """Under a licence that gives whoever receives the program a right to the source of this part."""
    return "LGPL" in part.licence or "MPL" in part.licence


def _source(part: Part) -> str:
    """Where the source of this very version is. A part that is not named stops the build."""
    if part.name not in _SOURCES:
        raise Halt(f"Waar staat de broncode van {part.name}? Vul _SOURCES aan.")
    return _SOURCES[part.name]


def sums(folder: Path, files: Iterable[Path]) -> str:
    """SHA-256 of these files, as sha256sum reads it."""
    return "".join(
        f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.relative_to(folder).as_posix()}\n"
        for file in sorted(files)
    )


def content_sums(folder: Path) -> str:
    """SHA-256 of every file that will be installed: for a rule on hashes, and to check afterwards."""
    return sums(folder, (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink()))
