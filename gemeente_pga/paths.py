# SPDX-License-Identifier: EUPL-1.2
"""Where things are: what the program ships with, and the user's own folders.

Hides whether the program runs from a checkout, an installed wheel or a frozen folder, and what each
system calls its data folder. Folders it hands out exist and are open to their owner only.
"""

import os
import sys
import tempfile
from pathlib import Path

import platformdirs

from gemeente_pga.domain.beleid import GEEN_BELEID, Beleid, BeleidFout, parse_beleid
from gemeente_pga.domain.gebrek import Storing

APP = "gemeente-pga"
_CSIDL_PROGRAM_FILES = 0x26
PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """The file or folder `name` under resources/, e.g. "kader/wet-pga-2025.toml"."""
    for place in (PACKAGE, PACKAGE.parent):
        found = place / "resources" / name
        if found.exists():
            return found
    raise FileNotFoundError(name)


def kluis_folder() -> Path:
    """The folder of the real kluis."""
    return private_folder(kluis_place())


def kluis_place() -> Path:
    """Where the folder of the real kluis is, or will be; nothing is made."""
    return _data() / "kluis"


def oefen_folder() -> Path:
    """The folder of the practice kluis, apart from the real one."""
    return private_folder(_data() / "oefenkluis")


def log_folder() -> Path:
    """The folder for crash reports."""
    return private_folder(Path(platformdirs.user_log_dir(APP, appauthor=False)))


def settings_file() -> Path:
    """The ini file with what is needed before unlocking; it may not exist yet."""
    return private_folder(Path(platformdirs.user_config_dir(APP, appauthor=False))) / "instellingen.ini"


def policy_file() -> Path:
    r"""Where the administrator of this computer may lay things down; only an administrator can write there.

    Windows: C:\Program Files\Gemeente PGA\beleid.toml, also for who installed the program for himself.
    Elsewhere: /etc/gemeente-pga/beleid.toml.
    """
    if sys.platform == "win32":
        return _program_files() / "Gemeente PGA" / "beleid.toml"
    return Path("/etc") / APP / "beleid.toml"


def read_policy(file: Path) -> Beleid:
    """What is laid down; nothing when there is no file. BeleidFout when it cannot be relied upon."""
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return GEEN_BELEID
    except OSError as error:
        raise BeleidFout(f"Het bestand {file} kan niet worden gelezen.") from error
    try:
        return parse_beleid(content.decode("utf-8-sig").replace("\r\n", "\n"), str(file))
    except UnicodeDecodeError as error:
        raise BeleidFout(f"Het bestand {file} is geen tekst (UTF-8).") from error


def private_folder(folder: Path) -> Path:
    """Make sure that the folder exists and that only its owner can look into it."""
    try:
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        for place in reversed(missing):
            place.mkdir(mode=0o700, exist_ok=True)
        if os.name == "posix" and folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
    except OSError as error:
        raise Storing(
            f"De map {folder} kan niet worden gemaakt of is niet alleen voor u toegankelijk.",
            "Controleer of u in deze map mag schrijven en of de schijf niet vol is.",
        ) from error
    if not folder.is_dir():
        raise Storing(
            f"Op de plaats van de map {folder} staat een bestand.",
            "Geef dat bestand een andere naam en start het programma opnieuw.",
        )
    return folder


def _program_files() -> Path:
    """Asked of Windows itself: a variable of the environment is the user's to change."""
    import ctypes

    folder = ctypes.create_unicode_buffer(260)
    if ctypes.windll.shell32.SHGetFolderPathW(None, _CSIDL_PROGRAM_FILES, None, 0, folder):  # type: ignore[attr-defined,unused-ignore] # Windows only
        return Path("C:/Program Files")
    return Path(folder.value)


def _data() -> Path:
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def save_outside(target: Path, content: bytes) -> None:
    """Write a file that leaves the kluis, at the place the user chose; readable by its owner only.

    Whole or not at all: what cannot be finished leaves nothing behind, and what stood there stays.
    """
    try:
        number, name = tempfile.mkstemp(prefix=".", suffix=".nieuw", dir=target.parent)
        try:
            os.close(number)
            Path(name).write_bytes(content)
            with open(name, "rb+") as file:
                os.fsync(file.fileno())
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise Storing(
            "Het bestand kon niet worden opgeslagen.",
            "Kies een andere plaats, of controleer of er ruimte is en of u daar mag schrijven.",
        ) from error
