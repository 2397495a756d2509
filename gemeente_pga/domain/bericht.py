# SPDX-License-Identifier: EUPL-1.2
"""A message that came in: an e-mail file (.eml) or a plain text note. Nothing outside it is fetched."""

from dataclasses import dataclass
from datetime import datetime

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.tekst import MAX_BIJLAGE, getal, without_onbewaarbare_tekens

VELD = "bijlagen"
"""The field of the form at which trouble with a file is shown."""


@dataclass(frozen=True, slots=True)
class BerichtBijlage:
    """A file that came with a message."""

    naam: str
    mediatype: str
    inhoud: bytes


@dataclass(frozen=True, slots=True)
class Bericht:
    """A message as received. ontvangen_op is Dutch local time, or None when the file does not say.

    heel: False when the file ends before the message does, as a download that broke off.
    """

    afzender_naam: str
    afzender_adres: str
    onderwerp: str
    ontvangen_op: datetime | None
    tekst: str
    bijlagen: tuple[BerichtBijlage, ...] = ()
    heel: bool = True


def lees_bericht(inhoud: bytes) -> Bericht | Gebrek:
    """Read the bytes of an .eml file. A Gebrek says in Dutch what is wrong and what to do."""
    from gemeente_pga.domain.eml import parse_eml  # the mail parser is loaded at first use

    return parse_eml(inhoud)


def lees_tekstbestand(inhoud: bytes) -> str | Gebrek:
    """Read a plain text note (.txt): UTF-8, or else as Windows wrote it."""
    if len(inhoud) > MAX_BIJLAGE:
        return te_groot(len(inhoud), MAX_BIJLAGE)
    if b"\x00" in inhoud and not inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Gebrek(VELD, "Dit is geen tekstbestand. Voeg het toe als bijlage.")
    codering = "utf-16" if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        tekst = inhoud.decode(codering)
    except UnicodeDecodeError:
        tekst = inhoud.decode("cp1252", errors="replace")
    tekst = without_onbewaarbare_tekens(tekst)
    return tekst or Gebrek(VELD, "Dit bestand is leeg.")


def te_groot(omvang: int, grens: int) -> Gebrek:
    """The sentence for a file that is too big."""
    groot, past = getal(-(-omvang // 1024**2)), grens // 1024**2
    return Gebrek(VELD, f"Dit bestand is {groot} MB groot. Het mag {past} MB zijn. Bewaar de bijlagen los.")
