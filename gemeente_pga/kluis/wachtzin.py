# SPDX-License-Identifier: EUPL-1.2
"""Making a wachtzin of six Dutch words, and judging one that somebody thought up.

Hides zxcvbn, its limit on length and its English eyes: it is given Dutch words, and separators between words
count for nothing. No rules about capitals, digits or signs, and no expiry.
"""

import math
import re
import secrets
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.kluisdienst import Sterkte
from gemeente_pga.kluis.storingen import WoordenlijstBeschadigd

AANTAL_WOORDEN = 6
AANTAL_KORT = 3
LENGTE_WOORDENLIJST = 7776
MINSTE_TEKENS = 15
MEESTE_TEKENS = 1000
MINSTE_BITS = 50
MINSTE_TEKENS_KORT = 10
MINSTE_BITS_KORT = 30
_VENSTER = 128  # zxcvbn grows with the square of the length
_VELD = "wachtzin"
_WOORD = re.compile(r"[a-z]{4,8}")
_SCHEIDING = re.compile(r"[\s\-_.,;:]+")
_TE_ZWAK = (
    "Deze wachtzin is te makkelijk te raden. Voeg een paar woorden toe die niets met elkaar of met u te "
    "maken hebben. Of laat het programma een wachtzin maken."
)
_KORT_TE_ZWAK = (
    "Deze korte zin is te makkelijk te raden. Voeg een woord toe, of laat het programma er een maken."
)
# What the word list leaves out but people use: short words, and what lies on this desk.
_ALLEDAAGS = """
de het een en in van ik je is dat die te op met aan er zijn was wat ook bij uit naar om al als dan nog nu
maar of we wij zij hij ze u mijn ons uw jij jou hem haar dit daar hier hoe wie waar ga gaan kom ben bent heb
had wil zou kan mag moet doe doen zie zo tot per na ja nee geen niet wel dag jaar week uur man vrouw kat
hond huis auto werk twee drie vier vijf zes acht tien eerste welkom hallo wachtwoord wachtzin geheim
gemeente gemeentehuis stadhuis burgemeester wethouder coordinator politie kluis dossier casus overleg
radicalisering veiligheid zorg persoonsgericht persoonsgerichte aanpak pga oefenkluis maandag dinsdag
woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september
oktober november december lente zomer herfst winter nederland amsterdam rotterdam utrecht oranje ajax
feyenoord vakantie koffie
"""


def read_woordenlijst(pad: Path) -> tuple[str, ...]:
    """The words of the list; a list that lost words would make weak wachtzinnen without anyone noticing."""
    try:
        woorden = tuple(pad.read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError) as fout:
        raise WoordenlijstBeschadigd from fout
    if len(set(woorden)) != LENGTE_WOORDENLIJST or not all(_WOORD.fullmatch(woord) for woord in woorden):
        raise WoordenlijstBeschadigd
    return woorden


def generate_wachtzin(woorden: Sequence[str], aantal: int = AANTAL_WOORDEN) -> str:
    """Words drawn by the system's own dice: 12.9 bits each, so 77 bits for six."""
    if len(set(woorden)) < LENGTE_WOORDENLIJST:
        raise WoordenlijstBeschadigd
    return " ".join(secrets.choice(woorden) for _ in range(aantal))


def generate_korte_zin(woorden: Sequence[str]) -> str:
    """Three drawn words; drawn again where they happen to be easy to guess, as a few in a thousand are."""
    while beoordeel_korte_zin(zin := generate_wachtzin(woorden, AANTAL_KORT), woorden) is not None:
        pass
    return zin


def beoordeel_wachtzin(tekst: str, woorden: Sequence[str], eigen: Sequence[str] = ()) -> Gebrek | Sterkte:
    """Long and hard enough to guess? eigen: words to try first, such as the name of the gemeente."""
    zin = unicodedata.normalize("NFKC", tekst)
    if len(zin) < MINSTE_TEKENS:
        return Gebrek(_VELD, f"Een wachtzin heeft minstens {MINSTE_TEKENS} tekens. Dit zijn er {len(zin)}.")
    if len(zin) > MEESTE_TEKENS:
        return Gebrek(_VELD, "Een wachtzin heeft hoogstens 1.000 tekens.")
    bits = _zonder_scheiding(zin, [*eigen, *_ALLEDAAGS.split(), *woorden])
    if bits < MINSTE_BITS:
        return Gebrek(_VELD, _TE_ZWAK)
    return Sterkte(bits=bits, woorden=_woorden_voor(bits))


def beoordeel_korte_zin(tekst: str, woorden: Sequence[str]) -> Gebrek | None:
    """Good enough as the half of a secret? The other half, 256 bits, lies in the keystore of the computer."""
    zin = unicodedata.normalize("NFKC", tekst)
    if len(zin) < MINSTE_TEKENS_KORT:
        return Gebrek(
            _VELD, f"Een korte zin heeft minstens {MINSTE_TEKENS_KORT} tekens. Dit zijn er {len(zin)}."
        )
    if len(zin) > MEESTE_TEKENS:
        return Gebrek(_VELD, "Een korte zin heeft hoogstens 1.000 tekens.")
    if _zonder_scheiding(zin, [*_ALLEDAAGS.split(), *woorden]) < MINSTE_BITS_KORT:
        return Gebrek(_VELD, _KORT_TE_ZWAK)
    return None


def _zonder_scheiding(zin: str, bekend: list[str]) -> int:
    """Separators between words count for nothing."""
    return min(_bits(zin, bekend), _bits(_SCHEIDING.sub("", zin), bekend))


def _bits(zin: str, bekend: list[str]) -> int:
    from zxcvbn import zxcvbn

    if not zin:
        return 0
    vensters = {zin[:_VENSTER], zin[-_VENSTER:]}
    tienen = max(zxcvbn(v, user_inputs=bekend, max_length=_VENSTER)["guesses_log10"] for v in vensters)
    return math.floor(float(tienen) / math.log10(2))


def _woorden_voor(bits: int) -> str:
    if bits >= 80:
        return "zeer sterk"
    if bits >= 65:
        return "sterk"
    return "sterk genoeg"
