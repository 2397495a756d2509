# SPDX-License-Identifier: EUPL-1.2
"""The password of one saved file; apart, because the unlock page must not wait for anything of documents."""

import unicodedata

from gemeente_pga.domain.gebrek import Gebrek

MAX_WACHTWOORD = 127  # bytes


def check_bestandswachtwoord(wachtwoord: str) -> Gebrek | None:
    """A PDF takes no more than this of a password; what is longer would be cut off without a word."""
    if len(unicodedata.normalize("NFKC", wachtwoord).encode()) > MAX_WACHTWOORD:
        zin = f"Een wachtwoord van een bestand heeft hoogstens {MAX_WACHTWOORD} tekens. Maak het korter."
        return Gebrek("wachtzin", zin)
    return None
