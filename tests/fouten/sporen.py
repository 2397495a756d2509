# SPDX-License-Identifier: EUPL-1.2
"""Reads what strace wrote about files: who opened, wrote, cut, synced, renamed and removed what, in order."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

_AANROEPEN = (
    "open,openat,creat,write,pwrite64,writev,pwritev,pwritev2,sendfile,copy_file_range,lseek,close,"
    "truncate,ftruncate,fallocate,fsync,fdatasync,sync_file_range,rename,renameat,renameat2,unlink,unlinkat,"
    "link,linkat,mkdir,mkdirat,rmdir"
)
_REGEL = re.compile(r"(\w+)\((.*)\)\s+= (-?\d+)(?:<(.*)>)?")
_FD = re.compile(r"(\d+)<(.*?)>")
_TEKST = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


class Daad(NamedTuple):
    """One successful call. fd: -1 when it is about a path; data: what was written."""

    naam: str
    pad: str
    fd: int = -1
    plaats: int = 0
    data: bytes = b""
    naar: str = ""


GEEN_STRACE = "niet gemeten: strace ontbreekt, of mag hier niet (apt install strace)"


@cache
def heeft_strace() -> bool:
    """Is it there, and may it trace? In some containers it may not."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    return (
        subprocess.run([strace, "-f", "-o", os.devnull, "true"], capture_output=True, check=False).returncode
        == 0
    )


def neem_op(opdracht: Sequence[str], spoor: Path, cwd: Path) -> None:
    """Run this under strace; only its main thread, which is the one that writes."""
    strace = ["strace", "-y", "-xx", "-s", "4000000", "-e", f"trace={_AANROEPEN}", "-o", str(spoor)]
    klaar = subprocess.run([*strace, *opdracht], cwd=cwd, capture_output=True, text=True, check=False)
    if klaar.returncode:
        raise RuntimeError(klaar.stderr.strip()[-300:])


def lees(spoor: Path, binnen: Path) -> Iterator[Daad]:
    """The deeds that concern files inside a folder."""
    wortel = str(binnen)
    posities: dict[int, int] = {}
    with spoor.open() as regels:
        for regel in regels:
            gevonden = _REGEL.match(regel)
            if gevonden is None or int(gevonden[3]) < 0:
                continue
            daad = _lees(gevonden, posities)
            if daad is not None and daad.pad.startswith(wortel):
                yield daad


def _tekst(argumenten: str, nummer: int = 0) -> bytes:
    teksten = list(_TEKST.finditer(argumenten))
    if teksten[nummer][2]:
        raise ValueError("strace cut off what was written")
    return bytes.fromhex(teksten[nummer][1].replace("\\x", ""))


def _lees(regel: re.Match[str], posities: dict[int, int]) -> Daad | None:
    naam, argumenten, uitkomst, gegeven = regel.groups()
    if naam in ("open", "openat", "creat"):
        fd = int(uitkomst)
        posities[fd] = 0
        soort = "maak" if "O_CREAT" in argumenten or naam == "creat" else "open"
        return Daad(soort, _pad(gegeven), fd, plaats=int("O_TRUNC" in argumenten))
    if naam in ("rename", "renameat", "renameat2", "link", "linkat"):
        naar = _tekst(argumenten, 1).decode()
        return Daad(naam[:4], _tekst(argumenten).decode(), naar=naar)
    if naam in ("unlink", "unlinkat", "mkdir", "mkdirat", "rmdir"):
        return Daad(naam.removesuffix("at"), _vol(argumenten, _tekst(argumenten).decode()))
    fd_deel = _FD.match(argumenten)
    if fd_deel is None:
        return None
    return _lees_met_fd(naam, argumenten, int(uitkomst), fd_deel, posities)


def _vol(argumenten: str, pad: str) -> str:
    """The whole path, also when the call was relative to an open folder."""
    map_ = _FD.search(argumenten)
    return pad if pad.startswith("/") or map_ is None else f"{_pad(map_[2])}/{pad}"


def _lees_met_fd(
    naam: str, argumenten: str, uitkomst: int, fd_deel: re.Match[str], posities: dict[int, int]
) -> Daad | None:
    fd, pad = int(fd_deel[1]), _pad(fd_deel[2])
    if naam == "lseek":
        posities[fd] = uitkomst
        return None
    if naam == "pwrite64":
        return Daad("schrijf", pad, fd, int(argumenten.rsplit(", ", 1)[1]), _tekst(argumenten)[:uitkomst])
    if naam == "write":
        plaats = posities.get(fd, 0)
        posities[fd] = plaats + uitkomst
        return Daad("schrijf", pad, fd, plaats, _tekst(argumenten)[:uitkomst])
    if naam == "ftruncate":
        return Daad("kort", pad, fd, int(argumenten.rsplit(", ", 1)[1]))
    if naam in ("fsync", "fdatasync"):
        return Daad("sync", pad, fd)
    if naam == "close":
        posities.pop(fd, None)
        return None
    raise ValueError(f"{naam} is not understood")


def _pad(tekst: str) -> str:
    """strace writes the path of a descriptor in hexadecimal too."""
    if "\\x" in tekst:
        return bytes.fromhex(tekst.replace("\\x", "")).decode()
    return tekst
