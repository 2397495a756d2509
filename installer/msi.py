# SPDX-License-Identifier: EUPL-1.2
"""The per-machine MSI for a roll-out: writes the description that wixl makes it from.

Every file is a component of its own with a name that stays the same as long as its place does, so that an
update replaces what changed and removes what went. The policy file is no component: it stays. wixl packs with
the oldest compression only: its cabinet is replaced by one of our own, the same files in the same order.
"""

import subprocess
import uuid
from pathlib import Path
from xml.etree import ElementTree as ET

from installer import cabinet
from installer.dev import run_step

NAMESPACE = "http://schemas.microsoft.com/wix/2006/wi"
UPGRADE_CODE = "8B6B5E0C-43F5-4B0E-9D38-5C2E0E5B7A11"
_SPACE = uuid.UUID(UPGRADE_CODE)
_ROOT = "INSTALLDIR"
_CABINET = "gemeentepga.cab"
_CODE = frozenset({".dll", ".exe", ".pyd"})


def build(stage: Path, icon: Path, version: str, package: Path, work: Path, moment: int) -> None:
    """Make the MSI from everything in this folder; its files bear this moment."""
    source = work / "pakket.wxs"  # beside the folder: wixl looks for files from there
    source.write_text(describe(stage, icon, version), encoding="utf-8")
    run_step("MSI maken", ["nice", "wixl", "--arch", "x64", "-o", package, source])
    places = {_file_id(file.relative_to(stage).as_posix()): file for file in stage.rglob("*")}
    packed = work / _CABINET
    cabinet.make(packed, [(name, places[name]) for name in in_order(package)], moment, work)
    run_step("Bestanden in de MSI zetten", ["msibuild", package, "-a", _CABINET, packed])


def in_order(package: Path) -> list[str]:
    """The files of an MSI, in the order in which Windows Installer asks for them."""
    told = subprocess.run(
        ["msiinfo", "export", package, "File"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    rows = [line.split("\t") for line in told.splitlines()[3:]]
    return [row[0] for row in sorted(rows, key=lambda row: int(row[-1]))]


def describe(stage: Path, icon: Path, version: str) -> str:
    """The whole description as XML."""
    wix = ET.Element("Wix", xmlns=NAMESPACE)
    product = ET.SubElement(
        wix, "Product", Id="*", Name="Gemeente PGA", Version=version, Language="1043",
        Manufacturer="Gemeente PGA", UpgradeCode=UPGRADE_CODE,
    )  # fmt: skip
    ET.SubElement(
        product, "Package", InstallerVersion="500", Compressed="yes", InstallScope="perMachine",
        Comments="Verwijderen laat de kluis staan.",
    )  # fmt: skip
    ET.SubElement(
        product, "MajorUpgrade", DowngradeErrorMessage="Er is al een nieuwere versie van Gemeente PGA."
    )
    ET.SubElement(product, "Media", Id="1", Cabinet=_CABINET, EmbedCab="yes")
    ET.SubElement(product, "Icon", Id="gemeentepga.ico", SourceFile=icon.relative_to(stage.parent).as_posix())
    for name, value in {
        "ARPPRODUCTICON": "gemeentepga.ico",
        "ARPCOMMENTS": "Verwijderen laat de kluis van elke gebruiker staan.",
        "ARPNOMODIFY": "1",
    }.items():
        ET.SubElement(product, "Property", Id=name, Value=value)
    target = ET.SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    files = ET.SubElement(target, "Directory", Id="ProgramFiles64Folder")
    top = ET.SubElement(files, "Directory", Id=_ROOT, Name="Gemeente PGA")
    folders = {stage: top}
    components = _add_files(product, _add_folders(folders, stage), stage)
    menu = ET.SubElement(target, "Directory", Id="ProgramMenuFolder")
    components.append(_add_shortcut(menu))
    feature = ET.SubElement(product, "Feature", Id="Alles", Level="1", Title="Gemeente PGA")
    for name in components:
        ET.SubElement(feature, "ComponentRef", Id=name)
    ET.indent(wix)
    return ET.tostring(wix, encoding="unicode", xml_declaration=True)


def _file_id(relative: str) -> str:
    return f"f{uuid.uuid5(_SPACE, relative).hex}"


def _add_folders(elements: dict[Path, ET.Element], stage: Path) -> dict[Path, str]:
    """The tree of folders under `stage`; the name of each in the description."""
    names = {stage: _ROOT}
    for place in sorted(one for one in stage.rglob("*") if one.is_dir()):
        names[place] = f"d{uuid.uuid5(_SPACE, place.relative_to(stage).as_posix()).hex}"
        elements[place] = ET.SubElement(elements[place.parent], "Directory", Id=names[place], Name=place.name)
    return names


def _add_files(product: ET.Element, folders: dict[Path, str], stage: Path) -> list[str]:
    """Every file as a component, like after like: that packs better. The names of the components."""
    components = []
    files = [one for one in stage.rglob("*") if one.is_file()]
    for place in sorted(files, key=_beside_its_like):
        relative = place.relative_to(stage).as_posix()
        short = uuid.uuid5(_SPACE, relative)
        folder = ET.SubElement(product, "DirectoryRef", Id=folders[place.parent])
        component = ET.SubElement(
            folder, "Component", Id=f"c{short.hex}", Guid=str(short).upper(), Win64="yes"
        )
        source = place.relative_to(stage.parent).as_posix()
        ET.SubElement(component, "File", Id=_file_id(relative), Name=place.name, Source=source, KeyPath="yes")
        components.append(f"c{short.hex}")
    return components


def _beside_its_like(file: Path) -> tuple[bool, str, str, str]:
    """By what a file resembles: libraries by name (some are there twice), bytecode after its source."""
    if file.suffix.lower() in _CODE:
        return True, file.suffix.lower(), file.name, file.as_posix()
    folder = file.parent.parent if file.suffix == ".pyc" else file.parent
    source = file.suffix in (".py", ".pyc")
    return False, "" if source else file.suffix, f"{folder}/{file.name.partition('.')[0]}", file.name


def _add_shortcut(menu: ET.Element) -> str:
    component = ET.SubElement(
        menu, "Component", Id="Snelkoppeling", Guid=str(uuid.uuid5(_SPACE, "shortcut")).upper(), Win64="yes"
    )
    ET.SubElement(
        component, "Shortcut", Id="Startmenu", Name="Persoonsgerichte aanpak", Icon="gemeentepga.ico",
        Target=f"[{_ROOT}]python\\pythonw.exe", Arguments="-m gemeente_pga",
        WorkingDirectory=_ROOT,
    )  # fmt: skip
    ET.SubElement(
        component, "RegistryValue", Root="HKLM", Key="Software\\Gemeente PGA", Name="Map", Type="string",
        Value=f"[{_ROOT}]", KeyPath="yes",
    )  # fmt: skip
    return "Snelkoppeling"
