# SPDX-License-Identifier: EUPL-1.2
"""E-mail files and notes: read within bounds, refused in Dutch, and turned into a cautious proposal."""

import base64
from datetime import date, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.bericht import Bericht, lees_bericht, lees_tekstbestand
from gemeente_pga.domain.eml import MAX_BERICHT, MAX_HTML, html_to_tekst
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.persoon import Persoon, beoordeel_persoon
from gemeente_pga.domain.tekst import MAX_TEKST, check_tekst
from gemeente_pga.domain.voorinvulling import (
    NIET_INGEDEELD,
    stel_signaal_voor,
    stel_signaal_voor_uit_notitie,
)
from gemeente_pga.paths import resource

VOORBEELD = resource("oefencasus")
MAIL = (VOORBEELD / "01-signaal-school.eml").read_bytes()
NOTITIE = (VOORBEELD / "02-signaal-wijkagent.txt").read_bytes()


def bericht(inhoud: bytes) -> Bericht:
    uitkomst = lees_bericht(inhoud)
    assert isinstance(uitkomst, Bericht), uitkomst
    return uitkomst


def gebrek(uitkomst: object) -> str:
    assert isinstance(uitkomst, Gebrek), uitkomst
    assert uitkomst.melding.endswith(".")
    return uitkomst.melding


def mail(tekst: str = "Hallo", **koppen: str) -> EmailMessage:
    bouw = EmailMessage()
    bouw["From"] = koppen.pop("afzender", "Jan Bakker <j.bakker@voorbeeld.example>")
    for kop, waarde in koppen.items():
        bouw[kop.capitalize()] = waarde
    bouw.set_content(tekst)
    return bouw


# --- reading


def test_reads_the_sample_e_mail_whole() -> None:
    gelezen = bericht(MAIL)
    assert gelezen.afzender_naam == "Marloes van der Wâl"
    assert gelezen.afzender_adres == "m.vanderwal@praktijkcollege-waterhoven.example"
    assert gelezen.onderwerp == "Zorgen over Joris D'Hondt-Özdemir (vader van leerling)"
    assert gelezen.ontvangen_op is not None
    assert gelezen.ontvangen_op.isoformat() == "2026-09-08T16:42:10+02:00"
    assert "conciërge" in gelezen.tekst
    assert 'rechtsmacht" heeft & dat' in gelezen.tekst
    (bijlage,) = gelezen.bijlagen
    assert (bijlage.naam, bijlage.mediatype) == ("scan aansprakelijkstelling 1-9.pdf", "application/pdf")
    assert bijlage.inhoud.startswith(b"%PDF-1.4")


def test_html_only_becomes_text_and_nothing_is_fetched() -> None:
    bouw = EmailMessage()
    bouw["From"] = "a@voorbeeld.example"
    html = (
        "<html><head><title>t</title><style>p{}</style></head><body><p>Eerste&nbsp;alinea &amp; meer</p>"
        "<ul><li>een</li><li>twee</li></ul><script>alert(1)</script>"
        "<img src='https://volg.voorbeeld.example/x.gif'>slot<![if !mso]>!<![endif]></body></html>"
    )
    bouw.set_content(html, subtype="html")
    assert bericht(bouw.as_bytes()).tekst == "Eerste alinea & meer\n\n- een\n- twee\nslot!"


def test_prefers_plain_text_keeps_pictures_and_later_pieces_of_text() -> None:
    bouw = mail("gewone tekst", subject="x")
    bouw.add_alternative("<p>opgemaakte tekst</p>", subtype="html")
    bouw.get_payload(1).add_related(b"\x89PNG", "image", "png", cid="<foto>")  # type: ignore[union-attr]
    bouw.add_attachment("tweede stuk", disposition="inline")
    gelezen = bericht(bouw.as_bytes())
    assert gelezen.tekst == "gewone tekst\n\ntweede stuk"
    assert [(b.naam, b.mediatype) for b in gelezen.bijlagen] == [("bijlage-1", "image/png")]


def test_an_empty_plain_part_gives_way_to_html() -> None:
    bouw = mail(" ")
    bouw.add_alternative("<p>inhoud</p>", subtype="html")
    assert bericht(bouw.as_bytes()).tekst == "inhoud"


def test_a_forwarded_message_stays_whole_as_attachment() -> None:
    buiten = mail("zie bijlage")
    buiten.add_attachment(mail("binnenste", subject="Oud"))
    (bijlage,) = bericht(buiten.as_bytes()).bijlagen
    assert bijlage.mediatype == "message/rfc822"
    assert bijlage.naam.endswith(".eml")
    assert b"binnenste" in bijlage.inhoud


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Temp\\scan.pdf", "scan.pdf"),
        ("a\u202eb\x07.pdf", "a\u202eb.pdf"),
        ("...", "bijlage-1"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("één & <twee>.txt", "één & <twee>.txt"),
    ],
)
def test_names_of_attachments_are_names_only(naam: str, verwacht: str) -> None:
    bouw = mail()
    bouw.add_attachment(b"x", "application", "octet-stream", filename=naam)
    assert [b.naam for b in bericht(bouw.as_bytes()).bijlagen] == [verwacht]


@pytest.mark.parametrize(
    ("datum", "verwacht"),
    [
        ("Tue, 08 Dec 2026 16:42:10 +0100", "2026-12-08T16:42:10+01:00"),
        ("Tue, 08 Sep 2026 14:42:10 +0000", "2026-09-08T16:42:10+02:00"),
        ("Tue, 08 Sep 2026 14:42:10 -0000", "2026-09-08T16:42:10+02:00"),
        ("gisteren", None),
        ("Fri, 31 Dec 9999 23:59:59 -1400", None),
    ],
)
def test_the_moment_is_dutch_time_or_unknown(datum: str, verwacht: str | None) -> None:
    gelezen = bericht(f"From: a@voorbeeld.example\nDate: {datum}\n\nhallo".encode())
    assert (gelezen.ontvangen_op and gelezen.ontvangen_op.isoformat()) == verwacht


@pytest.mark.parametrize(
    "koppen",
    [
        b"From: =?onzin?q?a?= <x>\nSubject: =?utf-8?b?!!!?=",
        b"From: <>\nSubject:",
        b"From: a b c\nContent-Type: text/plain; charset=bestaat-niet",
        b"From: a@b\nContent-Type: multipart/mixed",
        b"From: a@b\nContent-Type: ; ; ;",
        b"From: a@b\nContent-Transfer-Encoding: base64",
        b"From: a@b\nSubject: \xff\xfe\x00",
        b"Subject: x\nFrom: [a:b",
    ],
)
def test_sloppy_messages_are_still_read(koppen: bytes) -> None:
    gelezen = bericht(koppen + b"\n\nde tekst")
    for tekst in (gelezen.onderwerp, gelezen.afzender_naam):
        assert not isinstance(check_tekst("v", tekst, naam="x"), Gebrek)
    assert "\x00" not in gelezen.tekst + gelezen.onderwerp


# --- refusing, in Dutch and at once


@pytest.mark.parametrize(
    ("inhoud", "woorden"),
    [
        (b"", "leeg"),
        (b" \n ", "leeg"),
        (b"%PDF-1.4 geen mail", "niet te lezen als e-mail"),
        (b"\x00\x01\x02" * 100, "niet te lezen als e-mail"),
        (b"zomaar wat tekst\nzonder koppen", "niet te lezen als e-mail"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "Outlook"),
        (b"From: a@b\n\n" + b"x" * MAX_BERICHT, "36 MB"),
        (b"From: a@b\n\n" + b"\n" * 1_100_000, "niet te lezen"),
        (b"From: " + b"a@b, " * 2_000 + b"\n\nhallo", "niet te lezen"),
        (b"From: a@b\nContent-Type: text/plain; " + b"a=b;\n " * 2_000 + b"\n\nhallo", "niet te lezen"),
        (
            b"From: a@b\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nhoi\n" * 300,
            "te veel delen",
        ),
        (
            b"From: a@b\nContent-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\nhoi\n" * 90_000,
            "te veel delen",
        ),
    ],
    ids=range(12),
)
def test_what_is_no_usable_e_mail_is_refused_in_words(inhoud: bytes, woorden: str) -> None:
    assert woorden in gebrek(lees_bericht(inhoud))


@pytest.mark.parametrize("diepte", [30, 3_000])
def test_endless_nesting_is_refused(diepte: int) -> None:
    inhoud = b"From: a@b\n"
    for n in range(diepte):
        inhoud += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n)
    assert gebrek(lees_bericht(inhoud + b"\nhallo"))


def test_an_attachment_over_25_mb_is_named() -> None:
    groot = base64.encodebytes(b"x" * (25 * 1024 * 1024 + 1))
    inhoud = (
        b"From: a@b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n"
        b"Content-Disposition: attachment; filename=scan.pdf\n\n" + groot
    )
    zin = gebrek(lees_bericht(inhoud))
    assert "“scan.pdf”" in zin
    assert "25 MB" in zin


@given(st.binary(max_size=400))
def test_any_bytes_give_a_message_or_a_gebrek(ruw: bytes) -> None:
    for inhoud in (
        ruw,
        b"From: a@b\n" + ruw,
        b"From: a@b\nContent-Type: multipart/mixed; boundary=q\n\n--q\n" + ruw,
    ):
        assert isinstance(lees_bericht(inhoud), Bericht | Gebrek)
    assert isinstance(lees_tekstbestand(ruw), str | Gebrek)


@given(st.integers(0, len(MAIL)), st.binary(max_size=20), st.integers(0, 40))
def test_a_damaged_sample_never_crashes(plek: int, rommel: bytes, weg: int) -> None:
    uitkomst = lees_bericht(MAIL[:plek] + rommel + MAIL[plek + weg :])
    if isinstance(uitkomst, Bericht):
        stel_signaal_voor(uitkomst)


@given(st.text(alphabet="<>!-/[]=\"' abpstyle&#;\n", max_size=200))
def test_any_html_gives_text(html: str) -> None:
    assert "\x00" not in html_to_tekst(html)


@pytest.mark.parametrize("stuk", ["<!--", "<![", "<a ", '<a x="', "&#", "<style>", "</"])
def test_hostile_html_of_full_length_is_handled(stuk: str) -> None:
    assert len(html_to_tekst((stuk * MAX_HTML)[:MAX_HTML])) <= MAX_HTML


def test_text_files_in_the_encodings_people_have() -> None:
    for codering in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
        assert lees_tekstbestand("conciërge\r\ntwee".encode(codering)) == "conciërge\ntwee"
    assert "geen tekstbestand" in gebrek(lees_tekstbestand(b"PK\x03\x04\x00\x00"))
    assert "leeg" in gebrek(lees_tekstbestand(b"\xef\xbb\xbf  "))


# --- proposing


def test_the_sample_e_mail_is_sorted_under_its_own_headings() -> None:
    voorstel = stel_signaal_voor(bericht(MAIL))
    assert {k: v for k, v in voorstel.items() if "\n" not in v and len(v) < 60} == {
        "soort": "melding",
        "kanaal": "e_mail",
        "ontvangen_op": "2026-09-08",
        "ontvangen_tijd": "16:42",
        "bron_soort": "onderwijs",
        "bron_kennis": "gemengd",
        "melder_naam": "Marloes van der Wâl",
        "melder_functie": "mentor van klas 2B",
        "melder_contact": "m.vanderwal@praktijkcollege-waterhoven.example",
        "naam_noemen": "nee",
        "voornamen": "Joris",
        "geslachtsnaam": "D'Hondt-Özdemir",
        "geboortedatum": "1981-04-03",
        "straatnaam": "Zwanebloem",
        "huisnummer": "14",
        "plaats": "Waterhoven",
    }
    assert voorstel["zelf_waargenomen"].startswith("- Op 1 september gaf hij mij")
    assert voorstel["zelf_waargenomen"].endswith("(de conciërge) stond erbij.")
    assert "wapens" not in voorstel["zelf_waargenomen"]
    assert voorstel["van_anderen"].startswith("- Een andere ouder zegt")
    assert voorstel["interpretatie"].startswith("tot vorig jaar")
    assert "Mag mijn naam" not in voorstel["interpretatie"]
    assert voorstel[NIET_INGEDEELD].startswith("Goedemiddag,")
    assert voorstel[NIET_INGEDEELD].endswith("Marloes van der Wâl")


def test_the_sample_note_is_sorted_line_by_line() -> None:
    tekst = lees_tekstbestand(NOTITIE)
    assert isinstance(tekst, str)
    voorstel = stel_signaal_voor_uit_notitie(tekst)
    assert voorstel["melder_naam"] == "K. Brouwer"
    assert voorstel["melder_functie"] == "wijkagent"
    assert voorstel["bron_soort"] == "politie"
    assert (voorstel["ontvangen_op"], voorstel["ontvangen_tijd"]) == ("2026-09-29", "09:15")
    assert voorstel["zelf_waargenomen"].count("Zelf ge") == 2
    assert "eerdere melding" in voorstel[NIET_INGEDEELD]
    assert "eerdere melding" not in voorstel["zelf_waargenomen"]
    persoon = beoordeel_persoon(voorstel, date(2026, 11, 21))
    assert persoon == Persoon(
        voorletters="J.",
        geslachtsnaam="Dhont",
        geboortedatum=date(1981, 3, 4),
        straatnaam="Zwaneblom",
        huisnummer=14,
        plaats="Waterhoven",
    )


def test_acute_danger_and_mention_of_the_name_are_never_guessed() -> None:
    for voorstel in (
        stel_signaal_voor(bericht(MAIL)),
        stel_signaal_voor_uit_notitie("Acuut gevaar: ja. Mijn naam mag u noemen."),
        stel_signaal_voor(Bericht("", "", "ACUUT", None, "Acuut gevaar! Mijn naam mag bekend worden.")),
    ):
        assert "acuut" not in voorstel
        assert voorstel.get("naam_noemen") != "ja"


def test_without_headings_everything_is_the_reporters_account() -> None:
    voorstel = stel_signaal_voor(Bericht("A", "a@b", "Zorgen", None, "Ik zag hem schreeuwen. Dat hoorde ik."))
    assert voorstel["interpretatie"] == "Ik zag hem schreeuwen. Dat hoorde ik."
    assert "zelf_waargenomen" not in voorstel
    assert "bron_kennis" not in voorstel
    assert stel_signaal_voor_uit_notitie("Hij schreeuwde.")["interpretatie"] == "Hij schreeuwde."


@pytest.mark.parametrize(
    "zin",
    [
        "Ik wil graag anoniem blijven.",
        "Noem niet mijn naam.",
        "Mijn naam mag hij nooit horen.",
        "Ik blijf liever anoniem.",
    ],
)
def test_a_wish_to_stay_unnamed_is_seen(zin: str) -> None:
    assert stel_signaal_voor(Bericht("A", "a@b", "", None, zin))["naam_noemen"] == "nee"


@pytest.mark.parametrize(
    ("tekst", "velden"),
    [
        ("mevrouw S. van den Berg, geboren 3-4-1981", ("", "S.", "van den", "Berg", "1981-04-03")),
        ("Dhr. Jan de Vries zei iets. Geb. 03 04 1981", ("Jan", "", "de", "Vries", "1981-04-03")),
        ("de heer gaf mij iets", ("", "", "", "", "")),
        ("geboren 31-2-1981", ("", "", "", "", "")),
        ("Meneer Yılmaz belde.", ("", "", "", "Yılmaz", "")),
    ],
)
def test_a_person_is_read_only_where_announced(tekst: str, velden: tuple[str, ...]) -> None:
    voorstel = stel_signaal_voor(Bericht("", "", "", None, tekst))
    namen = ("voornamen", "voorletters", "voorvoegsel", "geslachtsnaam", "geboortedatum")
    assert tuple(voorstel.get(naam, "") for naam in namen) == velden


def test_the_sender_is_never_proposed_as_the_person() -> None:
    voorstel = stel_signaal_voor(Bericht("Jan Bakker", "a@b", "", None, "Met mij, de heer J. Bakker"))
    assert "geslachtsnaam" not in voorstel


@given(st.text(max_size=300), st.text(max_size=60))
def test_a_proposal_is_always_recordable_text(tekst: str, naam: str) -> None:
    for voorstel in (
        stel_signaal_voor(Bericht(naam, "", naam, datetime(2026, 9, 8), tekst)),  # noqa: DTZ001 - any moment
        stel_signaal_voor_uit_notitie(tekst, naam),
    ):
        assert all(voorstel.values())
        assert all(len(waarde) <= MAX_TEKST for waarde in voorstel.values())


def test_a_text_that_is_too_long_says_that_it_was_cut() -> None:
    voorstel = stel_signaal_voor(Bericht("", "", "", None, "lang " * 10_000))
    assert len(voorstel["interpretatie"]) == MAX_TEKST
    assert voorstel["interpretatie"].endswith("[ingekort; de hele tekst staat in de bijlage]")
