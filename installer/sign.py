# SPDX-License-Identifier: EUPL-1.2
"""Signs what Windows checks, with the command that the builder names in GEMEENTE_PGA_SIGN; else nothing.

It holds {in} and {out}, for instance: osslsigncode sign -pkcs12 C.p12 -readpass W -in {in} -out {out}.
Standard library only and no import of ours: makensis starts this file by itself for the uninstaller.
"""

import os
import shlex
import subprocess
import sys
from pathlib import Path

COMMAND = "GEMEENTE_PGA_SIGN"


def wanted() -> bool:
    """Whether this build is to be signed."""
    return bool(os.environ.get(COMMAND))


def sign(file: Path) -> None:
    """Sign this file in its place. A command that fails stops the build."""
    signed = file.with_name(f"{file.name}.signed")
    places = {"{in}": str(file), "{out}": str(signed)}
    command = [places.get(word, word) for word in shlex.split(os.environ[COMMAND])]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    signed.replace(file)


if __name__ == "__main__" and wanted():
    sign(Path(sys.argv[1]))
