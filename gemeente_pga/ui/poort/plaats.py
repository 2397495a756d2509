# SPDX-License-Identifier: EUPL-1.2
"""May the live kluis lie in this folder? Not on a network, not in a folder that something copies elsewhere.

Another computer that writes the same file damages it, and a service that synchronises puts old versions back
and keeps copies that nobody destroys. Back-ups may lie anywhere: they are closed copies. Hides how systems
and services are recognised; what cannot be recognised is let through.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6 import QtCore

from gemeente_pga.domain.gebrek import Storing

RAAD = "Laat uw ICT-beheerder de kluis op de eigen schijf van deze computer zetten. Er is niets gewijzigd."
_NETWERK = frozenset(
    (
        "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "9p", "davfs", "glusterfs",
        "ceph", "lustre", "fuse.davfs", "fuse.sshfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.onedriver",
        "fuse.glusterfs", "fuse.google-drive-ocamlfuse", "fuse.ceph",
    )
)  # fmt: skip
# What a service leaves in the top folder that it keeps in step.
_SPOREN = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
}
_SPOOR_BEGIN = {"._sync_": "Nextcloud", ".sync_": "Nextcloud"}
# Windows tells where OneDrive keeps its folders.
_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_DRIVE_REMOTE = 4


class PlaatsOngeschikt(Storing):
    """The kluis may not lie here; the sentence says why."""

    def __init__(self, melding: str) -> None:
        super().__init__(melding, RAAD)


def require_own_disk(map_: Path, omgeving: Mapping[str, str] = os.environ) -> None:
    """Raise PlaatsOngeschikt when this folder is on a network or is kept in step with another place."""
    if is_network_name(str(map_)) or _is_network_disk(map_):
        raise PlaatsOngeschikt("De kluis staat op een netwerkschijf. Daar kan hij beschadigd raken.")
    dienst = synced_by(map_, omgeving)
    if dienst:
        raise PlaatsOngeschikt(
            f"De kluis staat in een map van {dienst}. Die maakt elders kopieën en zet oude versies terug."
        )
    if _is_redirected(map_):
        raise PlaatsOngeschikt(
            "De map van de kluis verwijst door naar een andere plek, bijvoorbeeld een zwervend profiel."
        )


def is_network_name(pad: str) -> bool:
    r"""Is this a name like \\server\share?"""
    return pad.replace("/", "\\").startswith("\\\\") and not pad.startswith(("\\\\?\\", "\\\\.\\"))


def synced_by(map_: Path, omgeving: Mapping[str, str]) -> str:
    """The name of the service that copies this folder elsewhere; "" when none is seen."""
    for naam in _ONEDRIVE:
        top = omgeving.get(naam)
        if top and map_.is_relative_to(Path(top)):
            return "OneDrive"
    for plek in (map_, *map_.parents):
        try:
            namen = os.listdir(plek)
        except OSError:
            continue
        for naam in namen:
            klein = naam.lower()
            begin = next((wie for kop, wie in _SPOOR_BEGIN.items() if klein.startswith(kop)), "")
            dienst = _SPOREN.get(klein) or (begin if klein.endswith(".db") else "")
            if dienst:
                return dienst
    return ""


def _is_network_disk(map_: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(map_.anchor) == _DRIVE_REMOTE)
    return bytes(QtCore.QStorageInfo(str(map_)).fileSystemType().data()).decode() in _NETWERK


def _is_redirected(map_: Path) -> bool:
    """A folder that turns out to lie on a network when links and redirections are followed."""
    echt = map_.resolve()
    return echt != map_ and (is_network_name(str(echt)) or _is_network_disk(echt))
