# SPDX-License-Identifier: EUPL-1.2
"""A tombstone: that a dossier, or a note or request without one, was destroyed, and when.

A random number and a moment, never a name. It goes where what was destroyed could come back from: beside the
kluis and into every back-up.
"""

import re
from dataclasses import dataclass

_REGEL = re.compile(
    r"([0-9a-f]{16}) (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+00:00) ([0-9a-f]{64})", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Grafsteen:
    """onderwerp_id: of the dossier, the note or the request; ids are random, so one number means one of them.

    op: the moment of the act, UTC as the log has it. mac: made by the kluis that it stood in.
    """

    onderwerp_id: int
    op: str
    mac: str

    @property
    def regel(self) -> str:
        """As it stands in a file."""
        return f"{self.onderwerp_id:016x} {self.op} {self.mac}"


def parse_grafsteen(regel: str) -> Grafsteen | None:
    """The tombstone on this line; None when it is none."""
    gelezen = _REGEL.fullmatch(regel)
    if gelezen is None:
        return None
    return Grafsteen(int(gelezen[1], 16), gelezen[2], gelezen[3])
