# SPDX-License-Identifier: EUPL-1.2
"""Is what somebody else made a PDF that can be read later? Looks at its structure; draws nothing."""

import io

from pikepdf import PasswordError, Pdf, PdfError


def has_pages(inhoud: bytes) -> bool:
    """At least one page, and no password needed."""
    try:
        with Pdf.open(io.BytesIO(inhoud)) as pdf:
            return len(pdf.pages) > 0
    except (PdfError, PasswordError):
        return False
