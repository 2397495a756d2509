# SPDX-License-Identifier: EUPL-1.2
"""Makes the cabinet of the MSI with LZX, which Windows Installer has always read and `wixl` cannot write.

Hides the format of a cabinet, and that what packs (lzx.c) is compiled on the spot.
"""

import struct
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from installer.dev import ROOT, Halt, run_step

FRAME = 32768  # of the unpacked bytes, in each record
LZX_2_MB = 3 | 21 << 8
_HEADER, _FOLDER, _FILE = struct.Struct("<4sIIIIIBBHHHHH"), struct.Struct("<IHH"), struct.Struct("<IIHHHH")
_NO_SPECIAL = 0x20  # archive: an ordinary file


def make(cabinet: Path, files: Sequence[tuple[str, Path]], moment: int, work: Path) -> None:
    """Pack these files, each under its name, in this order; all of them bear this moment."""
    packer, raw, packed = work / "lzx", work / "cabinet.raw", work / "cabinet.lzx"
    source = ROOT / "installer/lzx.c"
    run_step("Inpakker maken", ["gcc", "-O2", "-o", packer, source, "-lm"])
    entries, size = [], 0
    with raw.open("wb") as stream:
        for name, file in files:
            content = file.read_bytes()
            entries.append(
                _FILE.pack(len(content), size, 0, *_dos(moment), _NO_SPECIAL) + name.encode() + b"\0"
            )
            size += stream.write(content)
    with raw.open("rb") as given, packed.open("wb") as taken:
        if subprocess.run([packer], stdin=given, stdout=taken, check=False).returncode:
            raise Halt("Het inpakken voor de MSI is mislukt.")
    listed = b"".join(entries)
    at = _HEADER.size + _FOLDER.size
    whole = at + len(listed) + packed.stat().st_size
    header = _HEADER.pack(b"MSCF", 0, whole, 0, at, 0, 3, 1, 1, len(entries), 0, 0, 0)
    folder = _FOLDER.pack(at + len(listed), -(-size // FRAME), LZX_2_MB)
    cabinet.write_bytes(header + folder + listed + packed.read_bytes())


def _dos(moment: int) -> tuple[int, int]:
    """Date and time as a cabinet writes them."""
    at = datetime.fromtimestamp(max(moment, 315532800), UTC)
    return (at.year - 1980) << 9 | at.month << 5 | at.day, at.hour << 11 | at.minute << 5 | at.second // 2
