# SPDX-License-Identifier: EUPL-1.2
"""Checks on anything typed: text, dates, codes, numbers, sizes. The one place where their sentences stand.

Hides normalisation (NFC, line ends, invisible characters) and how Dutch people write dates.
"""

import re
import unicodedata
from collections.abc import Collection, Mapping
from datetime import date

from gemeente_pga.domain.gebrek import Gebrek

MAX_TEKST = 20_000
MAX_REGEL = 250
MAX_BIJLAGE = 25 * 1024 * 1024
WAARSCHUWING_BIJLAGEN = 250 * 1024 * 1024
VROEGSTE_DATUM = date(1900, 1, 1)
_MAX_SLEUTEL = 2**63 - 1  # SQLite counts rows in 64 bits; ids are random and mostly have 19 digits

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_MAANDNUMMER = {naam: n for n, naam in enumerate(MAANDEN, start=1)}
_MAANDNUMMER |= {naam[:3]: n for naam, n in _MAANDNUMMER.items()} | {"mrt": 3, "sept": 9}

_REGELEINDE = re.compile("\r\n|\r|\x85|\u2028|\u2029")
# Control characters (not tab and line end), lone surrogates, non-characters; no file keeps them.
_ONBEWAARBAAR = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff"
    + "".join(chr(vlak * 0x10000 + 0xFFFE) + chr(vlak * 0x10000 + 0xFFFF) for vlak in range(17))
    + "]"
)
_WITRUIMTE = re.compile(r"[^\S\n]+")
_DAG_MAAND_JAAR = re.compile(r"([0-9]{1,2}) ?[-./ ] ?([0-9]{1,2}) ?[-./ ] ?([0-9]{4})")
_JAAR_MAAND_DAG = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_IN_WOORDEN = re.compile(r"([0-9]{1,2})[ -]([a-z]+)\.?[ -]([0-9]{4})")
_ACHT_CIJFERS = re.compile(r"([0-9]{2})([0-9]{2})([0-9]{4})")

# Letters that carry their mark inside: NFKD leaves them whole.
_BIJZONDERE_LETTERS = str.maketrans(
    {
        "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D",
        "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe",
        "ß": "ss", "ẞ": "SS", "ħ": "h", "Ħ": "H", "ŋ": "n", "Ŋ": "N",
    }
)  # fmt: skip


def normalise(tekst: str) -> str:
    """NFC, one kind of line end, no byte-order mark, no white space around it. Never changes a word.

    Nothing but signs without a shape, as a paste may leave them, is nothing: no reader sees it.
    """
    kaal = unicodedata.normalize("NFC", _REGELEINDE.sub("\n", tekst.replace("\ufeff", ""))).strip()
    onzichtbaar = not kaal.isascii() and all(c.isspace() or unicodedata.category(c) == "Cf" for c in kaal)
    return "" if onzichtbaar else kaal


def kale_letters(tekst: str) -> str:
    """Letters and digits without accents and in lower case; everything else stays what it is."""
    if tekst.isascii():
        return tekst.lower()
    tekst = unicodedata.normalize("NFKD", tekst.translate(_BIJZONDERE_LETTERS)).casefold()
    tekst = unicodedata.normalize("NFKD", tekst.translate(_BIJZONDERE_LETTERS))
    return "".join(c for c in tekst if unicodedata.category(c) != "Mn")


def midden_in_zin(tekst: str) -> str:
    """The words of a label as they stand inside a sentence: without its capital."""
    return tekst[:1].lower() + tekst[1:]


def begin_van_zin(tekst: str) -> str:
    """The same words at the start of a sentence."""
    return tekst[:1].upper() + tekst[1:]


def without_onbewaarbare_tekens(tekst: str) -> str:
    """For text that came from a file: what cannot be kept is dropped, because nobody typed it."""
    return normalise(_ONBEWAARBAAR.sub("", normalise(tekst)))


def getal(waarde: int) -> str:
    """1234567 -> '1.234.567'."""
    return f"{waarde:,}".replace(",", ".")


def telwoord(aantal: int) -> str:
    """A small number in words, a large one in digits."""
    woorden = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
    return woorden[aantal] if 0 <= aantal < len(woorden) else str(aantal)


def datum_kort(dag: date) -> str:
    """3-4-1981, as a Dutch reader writes it."""
    return f"{dag.day}-{dag.month}-{dag.year}"


def datum_lang(dag: date) -> str:
    """3 april 1981."""
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def check_tekst(
    veld: str, waarde: object, *, naam: str, verplicht: bool = False, maximum: int = MAX_TEKST
) -> str | Gebrek:
    """Text of several lines. `naam` is what the label on screen says, e.g. 'Eigen opmerking'."""
    if waarde is None:
        waarde = ""
    if not isinstance(waarde, str):
        raise TypeError(f"{veld}: text expected, not {type(waarde).__name__}")
    tekst = normalise(waarde)
    fout = _onbewaarbaar(veld, tekst, naam)
    if fout:
        return fout
    if verplicht and not tekst:
        return Gebrek(veld, f"Vul in: {_zin(naam)}")
    if len(tekst) > maximum:
        return _te_lang(veld, tekst, naam, maximum)
    return tekst


def _te_lang(veld: str, tekst: str, naam: str, maximum: int) -> Gebrek:
    te_veel = len(tekst) - maximum
    woord = "teken" if te_veel == 1 else "tekens"
    melding = f"{naam}: de tekst is {getal(te_veel)} {woord} te lang. Er passen {getal(maximum)} tekens in."
    return Gebrek(veld, melding)


def check_regel(
    veld: str, waarde: object, *, naam: str, verplicht: bool = False, maximum: int = MAX_REGEL
) -> str | Gebrek:
    """Text of one line; runs of spaces and tabs become one space."""
    if isinstance(waarde, str) and len(waarde) > MAX_TEKST:
        return _te_lang(veld, waarde.strip(), naam, maximum)
    tekst = check_tekst(veld, waarde, naam=naam, verplicht=verplicht, maximum=MAX_TEKST)
    if isinstance(tekst, Gebrek):
        return tekst
    if "\n" in tekst:
        return Gebrek(veld, f"{naam}: hier past maar één regel. Haal de regeleinden weg.")
    tekst = _WITRUIMTE.sub(" ", tekst)
    return check_tekst(veld, tekst, naam=naam, maximum=maximum)


def parse_datum(tekst: str) -> date | None:
    """A date as people type it: 3-4-1981, 03 04 1981, 3/4/1981, 3 april 1981, 1981-04-03.

    Strict: a year has four digits, the day comes first, nothing is guessed; None when unreadable.
    """
    tekst = " ".join(tekst.casefold().split())
    if treffer := _JAAR_MAAND_DAG.fullmatch(tekst):
        jaar, maand, dag = (int(deel) for deel in treffer.groups())
    elif treffer := _DAG_MAAND_JAAR.fullmatch(tekst) or _ACHT_CIJFERS.fullmatch(tekst):
        dag, maand, jaar = (int(deel) for deel in treffer.groups())
    elif (treffer := _IN_WOORDEN.fullmatch(tekst)) and treffer[2] in _MAANDNUMMER:
        dag, maand, jaar = int(treffer[1]), _MAANDNUMMER[treffer[2]], int(treffer[3])
    else:
        return None
    try:
        return date(jaar, maand, dag)
    except ValueError:
        return None


def check_datum(
    veld: str,
    waarde: object,
    *,
    naam: str,
    vandaag: date,
    verplicht: bool = False,
    toekomst: bool = False,
    vroegste: date = VROEGSTE_DATUM,
) -> date | Gebrek | None:
    """A date from a date field (date or None) or typed by hand. `toekomst`: may it lie after vandaag?"""
    if isinstance(waarde, date):
        dag: date | None = date(waarde.year, waarde.month, waarde.day)
    else:
        te_lang = isinstance(waarde, str) and len(waarde.strip()) > MAX_REGEL  # then it is no date
        tekst = "?" if te_lang else check_regel(veld, waarde, naam=naam)
        if isinstance(tekst, Gebrek):
            return tekst
        dag = parse_datum(tekst) if tekst else None
        if tekst and dag is None:
            raad = "Schrijf dag, maand en jaar, bijvoorbeeld 3-4-1981."
            return Gebrek(veld, f"{naam}: deze datum bestaat niet of is niet te lezen. {raad}")
    if dag is None:
        return Gebrek(veld, f"Vul in: {_zin(naam)}") if verplicht else None
    if dag < vroegste:
        return Gebrek(veld, f"{naam}: deze datum ligt vóór {datum_kort(vroegste)}. Controleer het jaar.")
    if dag > vandaag and not toekomst:
        return Gebrek(veld, f"{naam}: deze datum ligt in de toekomst. Controleer dag, maand en jaar.")
    return dag


def check_code(
    veld: str, waarde: object, *, naam: str, toegestaan: Collection[str], verplicht: bool = False
) -> str | Gebrek:
    """A choice from a list. A code outside the list is refused in words, never stored."""
    if waarde is None or waarde == "":
        return Gebrek(veld, f"Maak een keuze bij: {_zin(naam)}") if verplicht else ""
    if not isinstance(waarde, str) or waarde not in toegestaan:
        return Gebrek(veld, f"{naam}: deze keuze staat niet in de lijst. Kies opnieuw.")
    return waarde


def check_getal(
    veld: str, waarde: object, *, naam: str, minimum: int = 0, maximum: int = 99_999, verplicht: bool = False
) -> int | Gebrek | None:
    """A whole number, from a number field or typed."""
    if isinstance(waarde, bool):
        raise TypeError(f"{veld}: number expected, not bool")
    if waarde is None or (isinstance(waarde, str) and not waarde.strip()):
        return Gebrek(veld, f"Vul in: {_zin(naam)}") if verplicht else None
    tekst = str(waarde).strip()
    if not re.fullmatch(r"-?[0-9]{1,12}", tekst):
        return Gebrek(veld, f"{naam}: vul alleen een heel getal in, zonder letters.")
    if not minimum <= int(tekst) <= maximum:
        return Gebrek(veld, f"{naam}: vul een getal in van {getal(minimum)} tot en met {getal(maximum)}.")
    return int(tekst)


def check_bijlage(veld: str, naam: str, omvang: int) -> Gebrek | None:
    """An attachment over 25 MB does not fit in the kluis."""
    if omvang <= MAX_BIJLAGE:
        return None
    melding = (
        f"De bijlage “{naam}” is {getal(-(-omvang // (1024 * 1024)))} MB groot. Een bijlage mag 25 MB zijn. "
        "Maak het bestand kleiner of splits het."
    )
    return Gebrek(veld, melding)


class Invoer:
    """Reads the fields of one form in order and gathers the gebreken: for a `beoordeel` function.

    Each method gives a usable value, also when the field is wrong; ask `gebreken` before using any of them.
    """

    def __init__(self, invoer: Mapping[str, object], vandaag: date) -> None:
        self._invoer = invoer
        self._vandaag = vandaag
        self.gebreken: list[Gebrek] = []

    def tekst(self, veld: str, naam: str, *, verplicht: bool = False, maximum: int = MAX_TEKST) -> str:
        waarde = check_tekst(veld, self._invoer.get(veld), naam=naam, verplicht=verplicht, maximum=maximum)
        return "" if self._is_gebrek(waarde) else str(waarde)

    def regel(self, veld: str, naam: str, *, verplicht: bool = False, maximum: int = MAX_REGEL) -> str:
        waarde = check_regel(veld, self._invoer.get(veld), naam=naam, verplicht=verplicht, maximum=maximum)
        return "" if self._is_gebrek(waarde) else str(waarde)

    def code(self, veld: str, naam: str, toegestaan: Collection[str], *, verplicht: bool = False) -> str:
        waarde = check_code(
            veld, self._invoer.get(veld), naam=naam, toegestaan=toegestaan, verplicht=verplicht
        )
        return "" if self._is_gebrek(waarde) else str(waarde)

    def getal(
        self, veld: str, naam: str, *, minimum: int = 0, maximum: int = 99_999, verplicht: bool = False
    ) -> int | None:
        waarde = check_getal(
            veld, self._invoer.get(veld), naam=naam, minimum=minimum, maximum=maximum, verplicht=verplicht
        )
        if isinstance(waarde, Gebrek):
            self.gebreken.append(waarde)
            return None
        return waarde

    def sleutel(self, veld: str) -> int:
        """The id of what was chosen in a list; 0 for nothing, and for what is no id."""
        waarde = str(self._invoer.get(veld) or "")
        if not (len(waarde) <= len(str(_MAX_SLEUTEL)) and waarde.isascii() and waarde.isdecimal()):
            return 0
        return nummer if (nummer := int(waarde)) <= _MAX_SLEUTEL else 0

    def datum(
        self,
        veld: str,
        naam: str,
        *,
        verplicht: bool = False,
        toekomst: bool = False,
        vroegste: date = VROEGSTE_DATUM,
    ) -> date | None:
        waarde = check_datum(
            veld,
            self._invoer.get(veld),
            naam=naam,
            vandaag=self._vandaag,
            verplicht=verplicht,
            toekomst=toekomst,
            vroegste=vroegste,
        )
        if isinstance(waarde, Gebrek):
            self.gebreken.append(waarde)
            return None
        return waarde

    def ja(self, veld: str) -> bool:
        """A tick box; absent means not ticked."""
        return bool(self._invoer.get(veld))

    def gebrek(self, veld: str, melding: str) -> None:
        """A fault that the form's own rules found."""
        self.gebreken.append(Gebrek(veld, melding))

    def _is_gebrek(self, waarde: object) -> bool:
        if isinstance(waarde, Gebrek):
            self.gebreken.append(waarde)
            return True
        return False


def _zin(naam: str) -> str:
    """The name of a field at the end of a sentence; one that is a question has its mark already."""
    return naam if naam.endswith("?") else f"{naam}."


def _onbewaarbaar(veld: str, tekst: str, naam: str) -> Gebrek | None:
    treffer = _ONBEWAARBAAR.search(tekst)
    if treffer is None:
        return None
    plek = treffer.start()
    waar = f" op regel {tekst.count(chr(10), 0, plek) + 1}" if "\n" in tekst else ""
    voor = tekst[max(0, plek - 12) : plek].rpartition("\n")[2].strip()
    na = f" na “{voor}”" if voor else ""
    melding = (
        f"{naam}:{waar + na or ' vooraan'} staat een onzichtbaar stuurteken dat niet bewaard kan worden. "
        "Haal het weg of typ dat stuk opnieuw."
    )
    return Gebrek(veld, melding)
