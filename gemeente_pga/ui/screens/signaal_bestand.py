# SPDX-License-Identifier: EUPL-1.2
"""A file that comes to the intake: an e-mail, a note as text, or a filled-in meldformulier."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gemeente_pga.documents import read_formulier
from gemeente_pga.domain.bericht import VELD, Bericht, BerichtBijlage, lees_bericht, lees_tekstbestand
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.meldformulier import MAX_BESTAND, als_tekst, stel_signaal_voor_uit_formulier
from gemeente_pga.domain.moment import moment_kort
from gemeente_pga.domain.voorinvulling import stel_signaal_voor, stel_signaal_voor_uit_notitie
from gemeente_pga.ui.screens.signaal_bron import ingevuld

_SOORTEN = frozenset({".eml", ".txt", ".msg", ".pdf"})


@dataclass(frozen=True, slots=True)
class Gelezen:
    """What a file proposes, what stands beside the form, what is attached, and what is said about it."""

    voorstel: Mapping[str, object]
    kop: str
    herkomst: str
    tekst: str
    gezegd: str
    bijlagen: tuple[BerichtBijlage, ...] = ()


def lees_bestand(pad: Path) -> Gelezen | Gebrek | None:
    """None: nothing to read in it, so it is only attached."""
    soort = pad.suffix.casefold()
    if soort not in _SOORTEN:
        return None
    try:
        if soort == ".pdf" and pad.stat().st_size > MAX_BESTAND:
            return None
        inhoud = pad.read_bytes()
    except OSError:
        return Gebrek(VELD, "Dit bestand is niet te lezen. Kies een ander bestand.")
    if soort == ".pdf":
        return _formulier(pad.name, inhoud)
    if soort == ".txt":
        return _tekst(pad.name, inhoud)
    bericht = lees_bericht(inhoud)
    return bericht if isinstance(bericht, Gebrek) else _bericht(pad.name, inhoud, bericht)


def _formulier(naam: str, inhoud: bytes) -> Gelezen | Gebrek | None:
    antwoorden = read_formulier(inhoud)
    if antwoorden is None or isinstance(antwoorden, Gebrek):
        return antwoorden
    return Gelezen(
        voorstel=stel_signaal_voor_uit_formulier(antwoorden),
        kop="Ingevuld meldformulier",
        herkomst=naam,
        tekst=als_tekst(antwoorden),
        gezegd=ingevuld("het meldformulier"),
        bijlagen=(BerichtBijlage(naam, "application/pdf", inhoud),),
    )


def _tekst(naam: str, inhoud: bytes) -> Gelezen | Gebrek:
    tekst = lees_tekstbestand(inhoud)
    if isinstance(tekst, Gebrek):
        return tekst
    voorstel = stel_signaal_voor_uit_notitie(tekst)
    return Gelezen(voorstel, "Tekstbestand", naam, tekst, ingevuld("het tekstbestand"))


def _bericht(naam: str, inhoud: bytes, bericht: Bericht) -> Gelezen:
    delen = [bericht.afzender_naam or bericht.afzender_adres]
    if bericht.ontvangen_op:
        delen.append(moment_kort(bericht.ontvangen_op.isoformat()))
    return Gelezen(
        voorstel=stel_signaal_voor(bericht),
        kop=bericht.onderwerp or "E-mail zonder onderwerp",
        herkomst="E-mail van " + ", ".join(delen),
        tekst=bericht.tekst,
        gezegd=ingevuld("de e-mail", heel=bericht.heel),
        bijlagen=(*bericht.bijlagen, BerichtBijlage(naam, "message/rfc822", inhoud)),
    )
