# SPDX-License-Identifier: EUPL-1.2
"""Files with dossiers for another kluis: sealing one, opening one that came. Hides the key."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from gemeente_pga.domain.overname import Meegave, Overzicht, overzicht_json, read_overzicht
from gemeente_pga.handelingen.overname import Aangeboden
from gemeente_pga.kluis import pakket
from gemeente_pga.kluis.header import LEESGRENZEN, Grenzen, KdfParameters
from gemeente_pga.kluis.sleutels import STANDAARD_KDF
from gemeente_pga.paths import save_outside
from gemeente_pga.store.dossiervorm import parse, to_bytes
from gemeente_pga.store.queries.overname import Meegaand


class Pakket:
    """A file that was opened. Read a dossier from it when it is asked for; `sluit` forgets the key."""

    def __init__(self, open_: pakket.Pakket, overzicht: Overzicht) -> None:
        self._open = open_
        self.overzicht = overzicht

    def dossier(self, plek: int) -> Aangeboden:
        """Slow for a large one. The dossier at this place of the overview, looked at from top to bottom."""
        return Aangeboden(self._open.deel(plek + 1), self.overzicht.dossiers[plek])

    def sluit(self) -> None:
        """Forget the key."""
        self._open.sluit()


class Pakketbeheer:
    """Slow work for the worker; touches no kluis."""

    def __init__(self, kdf: KdfParameters | None, grenzen: Grenzen = LEESGRENZEN) -> None:
        self._kdf = kdf or STANDAARD_KDF
        self._grenzen = grenzen

    def schrijf(
        self,
        doel: Path,
        wachtwoord: str,
        meegave: Meegave,
        stukken: Sequence[Meegaand],
        *,
        afzender: str,
        op: date,
    ) -> None:
        """Slow. Seal these dossiers under this password, and write them there, whole or not at all."""
        overzicht = Overzicht(
            afzender=afzender,
            ontvanger=meegave.ontvanger,
            soort=meegave.soort,
            reden=meegave.reden,
            gemaakt_op=op.isoformat(),
            dossiers=tuple(stuk.aanbieding for stuk in stukken),
        )
        delen = [to_bytes(overzicht_json(overzicht)), *(stuk.inhoud for stuk in stukken)]
        save_outside(doel, pakket.seal(wachtwoord, delen, self._kdf))

    def open(self, pad: Path, wachtwoord: str) -> Pakket:
        """Slow. What is in this file; a Storing says why it does not open."""
        geopend, eerste = pakket.unseal(pad, wachtwoord, self._grenzen)
        try:
            return Pakket(geopend, read_overzicht(parse(eerste), len(geopend.delen) - 1))
        except BaseException:
            geopend.sluit()
            raise
