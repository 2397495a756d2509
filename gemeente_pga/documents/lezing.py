# SPDX-License-Identifier: EUPL-1.2
"""Is what somebody else made a PDF that can be read later? Looks at its structure; draws nothing."""

import io

from pikepdf import PasswordError, Pdf, PdfError

_EINDE = b"%%EOF"
_STAART = 1024  # some programs write something behind the end


def has_pages(inhoud: bytes) -> bool:
    """At least one page, no password needed, and complete: half a file opens after repair, but not later."""
    if _EINDE not in inhoud[-_STAART:]:
        return False
    try:
        with Pdf.open(io.BytesIO(inhoud)) as pdf:
            return len(pdf.pages) > 0
    except (PdfError, PasswordError):
        return False
