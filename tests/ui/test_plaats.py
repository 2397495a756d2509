# SPDX-License-Identifier: EUPL-1.2
"""Where the live kluis may not lie: networks, and folders that something copies elsewhere."""

from pathlib import Path

import pytest
from PySide6 import QtCore

from gemeente_pga.ui.poort import plaats
from gemeente_pga.ui.poort.plaats import PlaatsOngeschikt, is_network_name, require_own_disk
from gemeente_pga.ui.poort.poortvraag import Geweigerd
from gemeente_pga.ui.poort.wizard import Wizard


def test_an_own_disk_is_fine(tmp_path: Path):
    require_own_disk(tmp_path, {})
    require_own_disk(tmp_path / "nog" / "niet", {"OneDrive": str(tmp_path / "ander")})


@pytest.mark.parametrize(
    ("naam", "netwerk"),
    [
        (r"\\server\thuis\kluis", True),
        ("//server/thuis/kluis", True),
        (r"\\?\C:\kluis", False),
        (r"C:\Users\m\kluis", False),
        ("/home/m/kluis", False),
    ],
)
def test_a_name_of_a_share_is_recognised(naam: str, netwerk: bool):
    assert is_network_name(naam) is netwerk


@pytest.mark.parametrize(
    ("spoor", "dienst"),
    [
        (".dropbox", "Dropbox"),
        (".stfolder", "Syncthing"),
        ("._sync_1a2b.db", "Nextcloud"),
        (".sync_1a2b.db", "Nextcloud"),
        (".nextcloudsync.log", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".tmp.drivedownload", "Google Drive"),
    ],
)
def test_a_folder_below_one_that_is_synchronised_is_refused_by_name(tmp_path: Path, spoor: str, dienst: str):
    (tmp_path / spoor).touch()
    kluis = tmp_path / "werk" / "kluis"
    kluis.mkdir(parents=True)
    with pytest.raises(PlaatsOngeschikt) as fout:
        require_own_disk(kluis, {})
    assert dienst in fout.value.melding
    assert "ICT-beheerder" in fout.value.raad


def test_onedrive_is_known_by_what_windows_says(tmp_path: Path):
    with pytest.raises(PlaatsOngeschikt, match="OneDrive"):
        require_own_disk(tmp_path / "kluis", {"OneDriveCommercial": str(tmp_path)})


def test_the_program_says_so_and_makes_nothing(tmp_path: Path, qtbot, huisstijl, qapp):
    from gemeente_pga.app import App
    from tests.ui_hulp import lichte_dienst

    (tmp_path / ".dropbox").touch()
    app = App(qapp, lichte_dienst(tmp_path / "plek"))
    app.start()
    geweigerd = app.poort
    assert isinstance(geweigerd, Geweigerd)  # with nothing to type: no wachtzin goes round it
    qtbot.addWidget(geweigerd)
    assert "Dropbox" in geweigerd.ui.meldingLabel.text()
    (tmp_path / ".dropbox").unlink()
    qtbot.mouseClick(geweigerd.ui.verderPushButton, QtCore.Qt.MouseButton.LeftButton)
    assert isinstance(app.poort, Wizard)
    qtbot.addWidget(app.poort)
    (tmp_path / "plek" / "kluis" / "kluis.bezet").unlink()
    assert list((tmp_path / "plek" / "kluis").iterdir()) == []
    app.sluit()


def test_network_file_systems_of_debian_are_in_the_list():
    assert {"nfs4", "cifs", "fuse.sshfs", "9p"} <= plaats._NETWERK
