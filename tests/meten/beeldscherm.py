# SPDX-License-Identifier: EUPL-1.2
"""A screen that nobody sees (Xvfb), and when a program has put its window on it; Linux only.

The same eye for every program, ours or not: it asks the X server, through libX11, what stands on the screen.
"""

import ctypes
import ctypes.util
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

_KLEINST = 200
_ZICHTBAAR = 2


class _Kenmerken(ctypes.Structure):
    """XWindowAttributes, as far as it is read; the rest is room."""

    _fields_ = [
        *((naam, ctypes.c_int) for naam in ("x", "y", "width", "height", "border_width", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        *((naam, ctypes.c_int) for naam in ("klasse", "bit_gravity", "win_gravity", "backing_store")),
        *((naam, ctypes.c_ulong) for naam in ("backing_planes", "backing_pixel")),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        *((naam, ctypes.c_int) for naam in ("map_installed", "map_state")),
        ("ruimte", ctypes.c_long * 16),
    ]


class Scherm:
    """The screen of one X server."""

    def __init__(self, naam: str) -> None:
        self.naam = naam
        self._x = ctypes.CDLL(ctypes.util.find_library("X11"))
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        verbinding = self._x.XOpenDisplay(naam.encode())
        if not verbinding:
            raise OSError("no X server")
        self._verbinding = ctypes.c_void_p(verbinding)

    def windows(self) -> int:
        """How many windows of some size there are to see."""
        ulong = ctypes.c_ulong
        wortel, ouder, aantal = ulong(), ulong(), ctypes.c_uint()
        kinderen = ctypes.POINTER(ulong)()
        root = ulong(self._x.XDefaultRootWindow(self._verbinding))
        self._x.XQueryTree(
            self._verbinding,
            root,
            *(ctypes.byref(doel) for doel in (wortel, ouder, kinderen, aantal)),
        )
        gezien = 0
        for n in range(aantal.value):
            kenmerken = _Kenmerken()
            gelukt = self._x.XGetWindowAttributes(
                self._verbinding, ulong(kinderen[n]), ctypes.byref(kenmerken)
            )
            groot = kenmerken.width >= _KLEINST and kenmerken.height >= _KLEINST
            gezien += bool(gelukt and groot and kenmerken.map_state == _ZICHTBAAR)
        if aantal.value:
            self._x.XFree(kinderen)
        return gezien

    def wait_for_window(self, seconden: float = 30) -> float:
        """The moment at which the first window can be seen."""
        eind = time.monotonic() + seconden
        while not self.windows():
            if time.monotonic() > eind:
                raise TimeoutError("no window")
            time.sleep(0.002)
        return time.perf_counter()

    def wait_until_empty(self, seconden: float = 30) -> None:
        """Until the window of the program before is gone."""
        eind = time.monotonic() + seconden
        while self.windows():
            if time.monotonic() > eind:
                raise TimeoutError("a window stays")
            time.sleep(0.005)


@contextmanager
def beeldscherm() -> Iterator[Scherm | None]:
    """A screen of our own; None where Xvfb or libX11 is missing."""
    opdracht = shutil.which("Xvfb")
    if opdracht is None or ctypes.util.find_library("X11") is None:
        yield None
        return
    lees, schrijf = os.pipe()
    server = subprocess.Popen(
        [opdracht, "-displayfd", str(schrijf), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=[schrijf],
        stderr=subprocess.DEVNULL,
    )
    os.close(schrijf)
    try:
        with os.fdopen(lees) as bericht:
            nummer = bericht.readline().strip()
        # The server resets itself when its last client goes; this connection keeps it as it is.
        yield Scherm(f":{nummer}") if nummer else None
    finally:
        server.terminate()
        server.wait(10)
