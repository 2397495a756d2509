# SPDX-License-Identifier: EUPL-1.2
"""A sentence that can be chosen, as all screens write it: a mark, and its next lines below its first word."""

from html import escape

_INSPRING = 12  # as wide as the mark and the room after it


def koppelzin(zin: str, adres: str = "#", lucht: int = 0) -> str:
    """The sentence as one paragraph of rich text.

    adres: what the label gives back when it is chosen. lucht: room above and below, among other paragraphs.
    """
    stijl = f"margin:{lucht}px 0 {lucht}px {_INSPRING}px; text-indent:-{_INSPRING}px"
    koppeling = f'<a href="{escape(adres)}" style="text-decoration: none">{escape(zin)}</a>'
    return f'<p style="{stijl}">›&nbsp; {koppeling}</p>'
