# SPDX-License-Identifier: EUPL-1.2
"""The per-machine MSI for a roll-out: writes the description that wixl makes it from.

Every file is a component of its own with a name that stays the same as long as its place does, so that an
update replaces what changed and removes what went. The policy file is no component: it stays.
"""

import uuid
from pathlib import Path
from xml.etree import ElementTree as ET

from installer.dev import run_step

NAMESPACE = "http://schemas.microsoft.com/wix/2006/wi"
UPGRADE_CODE = "8B6B5E0C-43F5-4B0E-9D38-5C2E0E5B7A11"
_SPACE = uuid.UUID(UPGRADE_CODE)
_ROOT = "INSTALLDIR"


def build(stage: Path, icon: Path, version: str, package: Path, work: Path) -> None:
    """Make the MSI from everything in this folder."""
    source = work / "pakket.wxs"  # beside the folder: wixl looks for files from there
    source.write_text(describe(stage, icon, version), encoding="utf-8")
    run_step("MSI maken", ["nice", "wixl", "--arch", "x64", "-o", package, source])


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
    ET.SubElement(product, "Media", Id="1", Cabinet="gemeentepga.cab", EmbedCab="yes")
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
    components = _add_folder(top, stage, stage)
    menu = ET.SubElement(target, "Directory", Id="ProgramMenuFolder")
    components.append(_add_shortcut(menu))
    feature = ET.SubElement(product, "Feature", Id="Alles", Level="1", Title="Gemeente PGA")
    for name in components:
        ET.SubElement(feature, "ComponentRef", Id=name)
    ET.indent(wix)
    return ET.tostring(wix, encoding="unicode", xml_declaration=True)


def _add_folder(parent: ET.Element, folder: Path, stage: Path) -> list[str]:
    components = []
    for place in sorted(folder.iterdir()):
        relative = place.relative_to(stage).as_posix()
        short = uuid.uuid5(_SPACE, relative)
        if place.is_dir():
            nested = ET.SubElement(parent, "Directory", Id=f"d{short.hex}", Name=place.name)
            components += _add_folder(nested, place, stage)
            continue
        component = ET.SubElement(
            parent, "Component", Id=f"c{short.hex}", Guid=str(short).upper(), Win64="yes"
        )
        ET.SubElement(
            component,
            "File",
            Id=f"f{short.hex}",
            Name=place.name,
            Source=place.relative_to(stage.parent).as_posix(),
            KeyPath="yes",
        )
        components.append(f"c{short.hex}")
    return components


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
