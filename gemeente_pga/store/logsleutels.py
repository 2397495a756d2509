# SPDX-License-Identifier: EUPL-1.2
"""Which key vouches for which act, over all main keys that this kluis has had.

A new main key gives a new key of the log, but what was vouched for stays as it is: rewriting the chain would
make every control code on paper untrue. So each earlier key stands in table logsleutel, in the encrypted
file, with the last act that it vouched for; the act after it is chained under the next key, on the chain
value before it. Whoever kept an old main key can therefore verify old acts, and forge nothing that came
after: not the chain, not an export. The seals of rows keep the first key for good: they are part of the entry
that the chain vouches for, and only serve to compare.
"""

from dataclasses import dataclass, replace

from gemeente_pga.store.verbinding import Verbinding


@dataclass(frozen=True, slots=True)
class Logsleutels:
    """huidig: the key of the acts to come. oude: (last act, key) of each earlier one, in order."""

    huidig: bytes
    oude: tuple[tuple[int, bytes], ...] = ()

    def voor(self, n: int) -> bytes:
        """The key of act n."""
        return next((sleutel for tot_en_met, sleutel in self.oude if n <= tot_en_met), self.huidig)

    @property
    def zegel(self) -> bytes:
        """The key of all row seals."""
        return self.oude[0][1] if self.oude else self.huidig

    def volgende(self, n: int, huidig: bytes) -> "Logsleutels":
        """From act n on under another key."""
        return replace(self, huidig=huidig, oude=(*self.oude, (n - 1, self.huidig)))


def lees_logsleutels(v: Verbinding, huidig: bytes) -> Logsleutels:
    """The present key with the earlier ones that the kluis keeps."""
    regels = v.lees("SELECT tot_en_met, k_log FROM logsleutel ORDER BY tot_en_met")
    return Logsleutels(huidig, tuple((n, bytes(sleutel)) for n, sleutel in regels))
