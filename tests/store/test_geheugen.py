# SPDX-License-Identifier: EUPL-1.2
"""The key of the kluis is not in the memory of the working program, not even after a back-up."""

import subprocess
import sys
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]


def _geheugen(pid: int) -> bytes:
    """Everything the process can write to: where copies of a key would be."""
    inhoud = b""
    with open(f"/proc/{pid}/maps") as kaart, open(f"/proc/{pid}/mem", "rb", buffering=0) as geheugen:
        for regel in kaart:
            bereik, rechten, *_ = regel.split()
            if rechten.startswith("rw"):
                begin, einde = (int(deel, 16) for deel in bereik.split("-"))
                geheugen.seek(begin)
                inhoud += geheugen.read(einde - begin)
    return inhoud


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize(("soort", "verwacht"), [("gewoon", 0), ("controle", 1)])
def test_the_key_is_not_in_memory_while_the_kluis_is_open(tmp_path: Path, soort: str, verwacht: int) -> None:
    opdracht = [sys.executable, "-m", "tests.store.houd_open", str(tmp_path), soort]
    with subprocess.Popen(
        opdracht, cwd=WORTEL, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as proces:
        assert proces.stdout is not None
        sleutel = bytes(byte ^ 255 for byte in bytes.fromhex(proces.stdout.readline()))
        assert proces.stdout.readline() == "open\n"
        inhoud = _geheugen(proces.pid)
        proces.communicate("\n")
    assert len(sleutel) == 32
    gevonden = [
        inhoud.count(vorm) for vorm in (sleutel, sleutel.hex().encode(), sleutel.hex().upper().encode())
    ]
    assert gevonden == [verwacht, 0, 0]
