# SPDX-License-Identifier: EUPL-1.2
"""The Debian package: a folder of its own under /usr/lib with the Python of Debian, made by dpkg-deb.

Hides that this folder is a virtual environment: nothing of the system's own Python packages is seen, and
nothing of ours is seen by other programs.
"""

import os
import shutil
from pathlib import Path

from installer import bom, stage
from installer.dev import QT_LIBRARIES, ROOT, run_step

NAME = "gemeente-pga"
HOME = Path("usr/lib") / NAME
# What the libraries of Qt name beyond that; other packages bring most of it along, but that may change.
ALSO = (
    *(
        "libstdc++6",
        "libwayland-client0",
        "libwayland-cursor0",
        "libx11-xcb1",
        "libxcb-glx0",
        "libxcb-image0",
    ),
    *(
        "libxcb-randr0",
        "libxcb-render-util0",
        "libxcb-render0",
        "libxcb-shm0",
        "libxcb-sync1",
        "libxcb-util1",
    ),
    *("libxcb-xfixes0", "libxcb-xkb1", "libxcb1", "libzstd1", "zlib1g"),
)
LAUNCHER = f"""\
#!/bin/sh
exec /{HOME}/bin/python3 -I -m gemeente_pga "$@"
"""
DESKTOP = """\
[Desktop Entry]
Type=Application
Name=Persoonsgerichte aanpak
Comment=Dossierprogramma voor de persoonsgerichte aanpak, zonder netwerk
Exec=gemeente-pga
Icon=gemeente-pga
Terminal=false
Categories=Office;
StartupWMClass=gemeente-pga
"""
CONTROL = """\
Package: gemeente-pga
Version: {version}
Architecture: amd64
Maintainer: Gemeente PGA <noreply@example.org>
Installed-Size: {size}
Depends: python3 (>= 3.11~), python3 (<< 3.12), libc6 (>= 2.36), {libraries}
Recommends: fonts-dejavu-core, cups-client
Section: misc
Priority: optional
Description: dossierprogramma voor de persoonsgerichte aanpak, zonder netwerk
 Voor één coördinator bij één gemeente: signaal, weging, casus, casusoverleg,
 verslag, bewaren en vernietigen. Alles staat versleuteld op deze computer.
 .
 Verwijderen van dit pakket laat de kluis staan, in de thuismap van de gebruiker.
"""
AFTER_REMOVAL = """\
#!/bin/sh
set -e
if [ "$1" = remove ]; then
    echo "gemeente-pga is verwijderd. De kluis staat er nog: ~/.local/share/gemeente-pga van elke gebruiker."
    echo "Gooi die map alleen weg als de gemeente dat heeft besloten."
fi
"""
COPYRIGHT = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: gemeente-pga

Files: *
Copyright: de makers van gemeente-pga
License: EUPL-1.2
 Zie LICENSE in deze map. Van alles wat verder is meegeleverd staat de licentie
 in het bestand dat eindigt op -licenties.txt.
"""


def build(out: Path, work: Path) -> list[Path]:
    """Make the package in `out`; what was made."""
    root, version = work / "root", stage.version()
    site = root / HOME / f"lib/python{stage.DEBIAN.python}/site-packages"
    stage.gather(stage.DEBIAN, site)
    stage.compile_all(site, f"/{site.relative_to(root)}")
    parts = bom.read_parts(site)
    _lay_out(root)
    papers = write_papers(out, f"{NAME}_{version}_debian", "debian", parts)
    _document(root, papers)
    (root / "DEBIAN").mkdir()
    _write(root / "DEBIAN/control", CONTROL.format(
        version=version, size=stage.size_of(root) // 1024,
        libraries=", ".join(sorted({*QT_LIBRARIES.values(), *ALSO})),
    ))  # fmt: skip
    _write(root / "DEBIAN/postrm", AFTER_REMOVAL, 0o755)
    stage.close_to_others(root)
    contents = out / f"{NAME}_{version}_debian-inhoud.sha256"
    contents.write_text(bom.content_sums(root), encoding="utf-8")
    stage.set_moment(root)
    package = out / f"{NAME}_{version}_amd64.deb"
    os.environ["SOURCE_DATE_EPOCH"] = str(stage.moment())
    run_step(
        "Debian-pakket maken", ["nice", "dpkg-deb", "-Zxz", "--root-owner-group", "--build", root, package]
    )
    return [package, *papers, contents]


def write_papers(out: Path, stem: str, product: str, parts: list[bom.Part]) -> list[Path]:
    """The list of parts and the licences, beside the package; they go inside as well."""
    papers = {
        out / f"{stem}.cdx.json": bom.cyclonedx(product, stage.version(), parts, stage.moment()),
        out / f"{stem}-licenties.txt": bom.licences(parts),
    }
    for file, text in papers.items():
        file.write_text(text, encoding="utf-8")
    return list(papers)


def _lay_out(root: Path) -> None:
    """What is not Python."""
    home = root / HOME
    (home / "bin").mkdir()
    (home / "bin/python3").symlink_to(f"/usr/bin/python{stage.DEBIAN.python}")
    _write(home / "pyvenv.cfg", "home = /usr/bin\ninclude-system-site-packages = false\n")
    _write(root / "usr/bin" / NAME, LAUNCHER, 0o755)
    _write(root / f"usr/share/applications/{NAME}.desktop", DESKTOP)
    icon = root / f"usr/share/icons/hicolor/scalable/apps/{NAME}.svg"
    icon.parent.mkdir(parents=True)
    shutil.copy(ROOT / "resources/programma/gemeente-pga.svg", icon)


def _document(root: Path, papers: list[Path]) -> None:
    doc = root / "usr/share/doc" / NAME
    _write(doc / "copyright", COPYRIGHT)
    for file in (*papers, *sorted((ROOT / "resources/beheer").iterdir()), ROOT / "LICENSE"):
        shutil.copy(file, doc / file.name)


def _write(file: Path, text: str, mode: int = 0o644) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    file.chmod(mode)
