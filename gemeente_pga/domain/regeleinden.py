# SPDX-License-Identifier: EUPL-1.2
"""Line ends that a mail program put inside sentences, taken out again; those the writer meant stay.

Hides RFC 3676 (format=flowed) and, for mail that declares nothing, a careful rule: a break goes only after a
long line, and only when the next line plainly runs on.
"""

import re

_LANG = 55  # letters; a shorter line was ended by the writer
_BREEDST = 100  # a message with longer lines was not wrapped at one width
_WOORD = 12  # letters that a wrapped line may fall short of the width
_VOLLE_REGELS = 3  # so many full lines are no accident
_HANDTEKENING = "-- "
_LIJST = re.compile(r"\s*(?:[-*•–—+]|\(?(?:\d{1,3}|[a-z])[.)])\s")
_EIGEN_REGEL = re.compile(
    r"\s*(?:>|--\s*$|[-*•–—+]\s|\(?(?:\d{1,3}|[a-z])[.)]\s|https?://)|.*(?:\t|\S {3,}\S)"
)
_SLOT = re.compile(
    r"\s*(?:(?:met )?(?:vriendelijke|hartelijke) groet|groet|hoogachtend|m\.?v\.?g\b)", re.IGNORECASE
)
_VERVOLG = re.compile(r"\s*[(\"'“‘]?[a-zà-ÿ]")
_ZINSEINDE = re.compile(r"[.!?…][)\"'”’]*$")


def unwrap_flowed(tekst: str, *, delsp: bool = False) -> str:
    """Text declared as format=flowed: a line that ends in a space runs on, at the same depth of quoting."""
    uit: list[str] = []
    loopt_door, diepte_nu = False, 0
    for regel in tekst.split("\n"):
        diepte = len(regel) - len(regel.lstrip(">"))
        inhoud = regel[diepte:].removeprefix(" ")
        if loopt_door and diepte == diepte_nu and inhoud != _HANDTEKENING:
            uit[-1] = (uit[-1][:-1] if delsp else uit[-1]) + inhoud
        else:
            uit.append(f"{'>' * diepte} {inhoud}" if diepte else inhoud)
        loopt_door, diepte_nu = inhoud.endswith(" ") and inhoud != _HANDTEKENING, diepte
    return "\n".join(regel.rstrip() for regel in uit)


def wrapped_at(tekst: str) -> int:
    """The width at which this message was plainly wrapped; 0 when it was not."""
    lengtes = [len(regel.rstrip()) for regel in tekst.split("\n") if " " in regel.strip()]
    breedte = max(lengtes, default=0)
    vol = sum(lengte > breedte - _WOORD for lengte in lengtes)
    return breedte if _LANG < breedte <= _BREEDST and vol >= _VOLLE_REGELS else 0


def unwrap_alineas(tekst: str, breedte: int = 0) -> str:
    """Plain text with its paragraphs on one line each; lists, short lines and signatures stay as they are.

    breedte: of the whole message, by wrapped_at. Without it a line runs on only into a word in small letters.
    """
    uit: list[str] = []
    vorige = ""
    for regel in tekst.split("\n"):
        if uit and _runs_on(vorige, regel, breedte, uit[-1]):
            uit[-1] = f"{uit[-1].rstrip()} {regel.strip()}"
        else:
            uit.append(regel)
        vorige = regel.rstrip()
    return "\n".join(uit)


def _runs_on(regel: str, volgende: str, breedte: int, alinea: str) -> bool:
    """Does the next line belong to this one? breedte: where this message was wrapped, 0 when nowhere."""
    if not volgende.strip() or not regel or regel.endswith(":"):
        return False
    vol = len(regel) + 1 + len(volgende.split(maxsplit=1)[0]) > breedte > 0
    if len(regel) < _LANG and not vol:
        return False
    if _EIGEN_REGEL.match(volgende) or _SLOT.match(volgende) or regel.lstrip().startswith(">"):
        return False
    if _VERVOLG.match(volgende) and not _ZINSEINDE.search(regel):
        return True
    if _LIJST.match(alinea) and volgende.startswith("  "):
        return True
    return vol
