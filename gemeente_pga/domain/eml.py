# SPDX-License-Identifier: EUPL-1.2
"""Parses an .eml file with the standard library, within bounds of our own.

Hides MIME, character sets, HTML and everything that can be wrong with such a file. Used through bericht.py.
"""

import re
from datetime import UTC, datetime
from email import policy
from email.errors import CloseBoundaryNotFoundDefect, MessageError, StartBoundaryNotFoundDefect
from email.message import EmailMessage
from email.parser import BytesParser
from html.parser import HTMLParser
from pathlib import PurePosixPath, PureWindowsPath
from zoneinfo import ZoneInfo

from gemeente_pga.domain.bericht import VELD, Bericht, BerichtBijlage, te_groot
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.regeleinden import unwrap_flowed
from gemeente_pga.domain.tekst import check_bijlage, normalise, without_onbewaarbare_tekens

MAX_BERICHT = 35 * 1024 * 1024
MAX_DELEN = 200
MAX_DIEPTE = 20
MAX_HTML = 300_000
MAX_REGELS = 1_000_000
MAX_KOPREGEL = 4_000
MAX_BESTANDSNAAM = 120

_NEDERLAND = ZoneInfo("Europe/Amsterdam")
_OUTLOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A header of any part, with its continuation lines, that is longer than any real one.
_LANGE_KOP = re.compile(
    rb"^(?:content-[a-z-]+|from|date|subject):(?:[^\n]|\n[ \t]){%d}" % MAX_KOPREGEL, re.I | re.M
)
_AFGEBROKEN = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)
# What the standard library raises on malformed messages; it documents none of them.
_KAPOT = (MessageError, LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)
_LABEL = re.compile(r"<(style|script)\b.{0,50000}?</\1>|<[^<>]{0,2000}>?", re.DOTALL | re.IGNORECASE)


def parse_eml(inhoud: bytes) -> Bericht | Gebrek:
    """The message, or in Dutch what is wrong with it."""
    fout = _check_vooraf(inhoud)
    if fout:
        return fout
    try:
        mail = BytesParser(policy=policy.default).parsebytes(inhoud)
        if not any(kop in mail for kop in ("from", "date", "subject", "received")):
            return _onleesbaar()
        if _too_deep(mail):
            return _te_veel_delen()
        return _read_parts(mail)
    except _KAPOT:
        return _onleesbaar()


def html_to_tekst(html: str) -> str:
    """The readable text of an HTML message: no styles, no scripts, no links followed, no pictures."""
    lezer = _HtmlLezer()
    try:
        lezer.feed(html[:MAX_HTML] + "<br>")
        ruw = "".join(lezer.delen)
    except AssertionError:  # html.parser gives up on a malformed declaration
        ruw = _LABEL.sub(" ", html[:MAX_HTML])
    regels = (" ".join(regel.split()) for regel in ruw.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(regels)).strip()


def _check_vooraf(inhoud: bytes) -> Gebrek | None:
    if not inhoud.strip():
        return Gebrek(VELD, "Dit bestand is leeg.")
    if len(inhoud) > MAX_BERICHT:
        return te_groot(len(inhoud), MAX_BERICHT)
    if inhoud.startswith(_OUTLOOK):
        melding = "Dit is een Outlook-bestand (.msg). Sla de e-mail in Outlook op als .eml."
        return Gebrek(VELD, melding)
    # The library reads these without a limit of its own and would need minutes.
    if inhoud.count(b"\n--") > MAX_DELEN * 20:
        return _te_veel_delen()
    if inhoud.count(b"\n") > MAX_REGELS or _LANGE_KOP.search(inhoud):
        return _onleesbaar()
    return None


def _te_veel_delen() -> Gebrek:
    return Gebrek(VELD, "Deze e-mail bestaat uit te veel delen. Bewaar de losse bijlagen en voeg die toe.")


def _onleesbaar() -> Gebrek:
    melding = (
        "Dit bestand is niet te lezen als e-mail. Typ de tekst over of plak die in het formulier. "
        "Het bestand zelf kunt u als bijlage toevoegen."
    )
    return Gebrek(VELD, melding)


def _too_deep(mail: EmailMessage) -> bool:
    """Walks the parts without recursion and stops at the first limit."""
    wachtrij, aantal = [(mail, 1)], 0
    while wachtrij:
        deel, diepte = wachtrij.pop()
        aantal += 1
        if aantal > MAX_DELEN or diepte > MAX_DIEPTE:
            return True
        if deel.is_multipart():
            wachtrij += [(onder, diepte + 1) for onder in _parts(deel)]
    return False


def _read_parts(mail: EmailMessage) -> Bericht | Gebrek:
    teksten: list[str] = []
    losse_delen: list[EmailMessage] = []
    _sort_out(mail, teksten, losse_delen)
    bijlagen = []
    for nummer, deel in enumerate(losse_delen, start=1):
        bijlage = _read_bijlage(deel, nummer)
        fout = check_bijlage(VELD, bijlage.naam, len(bijlage.inhoud))
        if fout:
            return fout
        bijlagen.append(bijlage)
    naam, adres = _afzender(mail)
    return Bericht(
        afzender_naam=naam,
        afzender_adres=adres,
        onderwerp=_one_line(str(mail["subject"] or "")),
        ontvangen_op=_moment(mail),
        tekst="\n\n".join(tekst for tekst in teksten if tekst),
        bijlagen=tuple(bijlagen),
        heel=not any(isinstance(defect, _AFGEBROKEN) for deel in mail.walk() for defect in deel.defects),
    )


def _sort_out(deel: EmailMessage, teksten: list[str], losse_delen: list[EmailMessage]) -> None:
    """Text that a reader sees goes to teksten, every other leaf to losse_delen. Depth was checked before."""
    soort = deel.get_content_type()
    if deel.is_attachment() or deel.get_content_maintype() == "message":
        losse_delen.append(deel)
    elif soort == "multipart/alternative":
        _sort_out_alternatives(deel, teksten, losse_delen)
    elif deel.is_multipart():
        for onder in _parts(deel):
            _sort_out(onder, teksten, losse_delen)
    elif soort in ("text/plain", "text/html") and not deel.get_filename():
        teksten.append(_tekst(deel))
    else:
        losse_delen.append(deel)


def _sort_out_alternatives(deel: EmailMessage, teksten: list[str], losse_delen: list[EmailMessage]) -> None:
    """The same text in several forms: the plainest one that says anything; pictures of the rest are kept."""
    gekozen = False
    for onder in _parts(deel):
        eigen_teksten: list[str] = []
        _sort_out(onder, eigen_teksten, losse_delen)
        if not gekozen and any(eigen_teksten):
            gekozen = True
            teksten += eigen_teksten


def _parts(deel: EmailMessage) -> list[EmailMessage]:
    return [onder for onder in deel.iter_parts() if isinstance(onder, EmailMessage)]


def _tekst(deel: EmailMessage) -> str:
    try:
        inhoud = deel.get_content()
    except LookupError:  # a character set that does not exist
        inhoud = _payload(deel).decode("utf-8", errors="replace")
    ruw = str(inhoud)
    if deel.get_content_subtype() == "html":
        ruw = html_to_tekst(ruw)
    elif str(deel.get_param("format", "")).lower() == "flowed":
        ruw = unwrap_flowed(normalise(ruw), delsp=str(deel.get_param("delsp", "")).lower() == "yes")
    return without_onbewaarbare_tekens(ruw)


def _payload(deel: EmailMessage) -> bytes:
    inhoud = deel.get_payload(decode=True)
    return inhoud if isinstance(inhoud, bytes) else b""


def _read_bijlage(deel: EmailMessage, nummer: int) -> BerichtBijlage:
    soort = deel.get_content_type()
    if deel.is_multipart():  # a forwarded message, kept whole
        binnenin = deel.get_payload(0) if soort == "message/rfc822" else deel
        inhoud = binnenin.as_bytes() if isinstance(binnenin, EmailMessage) else b""
    else:
        inhoud = _payload(deel)
    terugval = f"bijlage-{nummer}.eml" if soort == "message/rfc822" else f"bijlage-{nummer}"
    return BerichtBijlage(_bestandsnaam(deel.get_filename() or "", terugval), soort, inhoud)


def _bestandsnaam(naam: str, terugval: str) -> str:
    """The last part of a path, on one line, not too long, its ending kept."""
    naam = _one_line(PureWindowsPath(PurePosixPath(naam.replace("\x00", "")).name).name).strip(". ")
    if len(naam) > MAX_BESTANDSNAAM:
        einde = PurePosixPath(naam).suffix[:10]
        naam = naam[: MAX_BESTANDSNAAM - len(einde)] + einde
    return naam or terugval


def _afzender(mail: EmailMessage) -> tuple[str, str]:
    kop = mail["from"]
    adressen = getattr(kop, "addresses", ())
    if not adressen:
        return _one_line(str(kop or "")), ""
    return _one_line(adressen[0].display_name), _one_line(adressen[0].addr_spec).strip("<>")


def _moment(mail: EmailMessage) -> datetime | None:
    """When it was sent, in Dutch time; without a time zone it means UTC, as the standard says."""
    moment = getattr(mail["date"], "datetime", None)
    if not isinstance(moment, datetime):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        return moment.astimezone(_NEDERLAND)
    except OverflowError:
        return None


def _one_line(tekst: str) -> str:
    return " ".join(without_onbewaarbare_tekens(tekst).split())


class _HtmlLezer(HTMLParser):
    """Collects text; block elements become line ends."""

    _BLOK = frozenset({
        "address", "blockquote", "br", "dd", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr",
        "li", "ol", "p", "pre", "table", "tr", "ul",
    })  # fmt: skip
    _ONZICHTBAAR = frozenset({"head", "script", "style", "template", "title", "noscript"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.delen: list[str] = []
        self._verborgen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._ONZICHTBAAR:
            self._verborgen += 1
        elif tag == "body":  # a head need not be closed
            self._verborgen = 0
        elif tag in self._BLOK:
            self.delen.append("\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._ONZICHTBAAR:
            self._verborgen = max(0, self._verborgen - 1)
        elif tag == "p":
            self.delen.append("\n\n")
        elif tag in self._BLOK and tag not in ("br", "hr", "li"):
            self.delen.append("\n")
        elif tag in ("td", "th"):
            self.delen.append("\t")

    def handle_data(self, data: str) -> None:
        if not self._verborgen:
            self.delen.append(re.sub(r"\s+", " ", data))
