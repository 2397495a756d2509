# SPDX-License-Identifier: EUPL-1.2
"""The head of the herstelblad: it names the municipality and nobody in it."""

from datetime import date

from gemeente_pga.domain.stukken.basis import Kop, Staat


def herstelblad_kop(gemeente: str, vandaag: date, *, oefening: bool) -> Kop:
    """What stands above and below the sheet; the number of the kluis comes from the sheet itself."""
    return Kop(
        gemeente=gemeente,
        documentsoort="Herstelblad",
        kenmerk="",
        datum=vandaag,
        vertrouwelijkheid="Geheim",
        staat=Staat.VASTGESTELD,
        oefening=oefening,
    )
