# SPDX-License-Identifier: EUPL-1.2
"""Line ends that a mail program made go; those of the writer stay."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gemeente_pga.domain.bericht import Bericht, lees_bericht
from gemeente_pga.domain.regeleinden import unwrap_alineas, unwrap_flowed, wrapped_at
from gemeente_pga.domain.voorinvulling import stel_signaal_voor

ALINEA = (
    "Op maandag zag ik dat Joris zijn zoon niet naar binnen liet gaan. Hij stond met drie mannen bij het hek "
    "van de school en riep dat de rechter hem niets kon maken. Mevrouw Aydın van de administratie heeft de "
    "conciërge gebeld. De politie kwam om kwart over negen en sprak met hem bij de ingang aan de Reigerlaan."
)
LIJST = "Wie erbij waren:\n- de conciërge\n- mevrouw Aydın\n1. De wijkagent\na) de directeur"
ADRES = "Praktijkcollege Waterhoven\nReigerlaan 3\n1234 AB Waterhoven"
GROET = "Met vriendelijke groet,\nMarloes van der Wâl\nmentor klas 2B"


def wikkel(tekst: str, breedte: int) -> str:
    return "\n".join(textwrap.wrap(tekst, breedte, break_long_words=False, break_on_hyphens=False))


@pytest.mark.parametrize("breedte", [60, 65, 72, 76, 78, 98])
def test_a_wrapped_message_becomes_its_paragraphs_again(breedte):
    def brief(alinea: str) -> str:
        return "\n\n".join(("Goedemiddag,", alinea, LIJST, alinea, GROET, ADRES))

    heel, gewikkeld = brief(ALINEA), brief(wikkel(ALINEA, breedte))
    assert gewikkeld != heel
    assert unwrap_alineas(gewikkeld, wrapped_at(gewikkeld)) == heel


@pytest.mark.parametrize(
    "tekst",
    [
        LIJST,
        ADRES,
        GROET,
        "Hij zei dat hij de school nooit meer binnen zou laten in zijn eigen huis.\nGroet,\nMarloes",
        "Hij zei dat hij de school nooit meer binnen zou laten in zijn eigen huis.\nDat was op maandag.",
        "Dit heb ik op maandag bij het hek van de school zelf gezien en gehoord:\nhij riep naar de kinderen",
        "> Hij zei dat hij de school nooit meer binnen zou laten in zijn eigen\n> huis en dat was dat.",
        "Deze regel is lang genoeg om door een mailprogramma te zijn afgebroken\n\nmaar dit is een alinea.",
        "naam van de leerling waar het om gaat, zoals op de lijst\tklas\tdag erbij\njan\t2b\tmaandag",
        "Een regel die zo lang is dat geen mailprogramma hem zo zou hebben gelaten, veel langer dan honderd "
        "tekens, en dan\nEen Nieuwe regel.",
    ],
)
def test_what_the_writer_put_on_a_line_of_its_own_stays_there(tekst):
    assert unwrap_alineas(tekst, wrapped_at(tekst)) == tekst


def test_a_ragged_line_runs_on_into_small_letters_and_a_list_item_into_its_indent():
    tekst = (
        "- Op 1 september gaf hij mij bij de poort een brief van zes bladzijden. Daarin staat dat\n"
        '  de school "geen rechtsmacht" heeft.\n- Op 7 september riep hij iets.'
    )
    assert unwrap_alineas(tekst) == (
        "- Op 1 september gaf hij mij bij de poort een brief van zes bladzijden. Daarin staat dat "
        'de school "geen rechtsmacht" heeft.\n- Op 7 september riep hij iets.'
    )


@pytest.mark.parametrize(
    ("tekst", "delsp", "heel"),
    [
        ("Hij stond bij \nhet hek.\nDe politie kwam.", False, "Hij stond bij het hek.\nDe politie kwam."),
        ("Hij stond bij \nhet h \nek.", True, "Hij stond bijhet hek."),
        (" Van Dale\n >geen citaat", False, "Van Dale\n>geen citaat"),
        ("> Wat zei \n> hij?\nNiets.", False, "> Wat zei hij?\nNiets."),
        ("> Wat zei \n>> hij?", False, "> Wat zei\n>> hij?"),
        ("Groet, \n-- \nMarloes", False, "Groet,\n--\nMarloes"),
        ("", False, ""),
    ],
)
def test_format_flowed_as_the_standard_says(tekst, delsp, heel):
    assert unwrap_flowed(tekst, delsp=delsp) == heel


def test_a_flowed_message_is_read_and_prefilled_in_whole_sentences():
    ruw = (
        "From: Marloes <m@school.example>\nSubject: zorgen\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8; format=flowed\n\n"
        "Hij stond met drie mannen \nbij Hek 2.\nDe politie kwam.\n"
    )
    gelezen = lees_bericht(ruw.encode())
    assert isinstance(gelezen, Bericht)
    assert gelezen.tekst == "Hij stond met drie mannen bij Hek 2.\nDe politie kwam."


def test_a_wrapped_message_is_prefilled_in_whole_sentences():
    tekst = f"Wat ik zelf heb gezien:\n{wikkel(ALINEA, 72)}\n\nWat ik denk:\n{wikkel(ALINEA, 72)}"
    voorstel = stel_signaal_voor(Bericht("", "", "", None, tekst))
    assert voorstel["zelf_waargenomen"] == ALINEA
    assert voorstel["interpretatie"] == ALINEA


@given(st.text(alphabet="ab .,:>-\t\n1)", max_size=400), st.integers(0, 100))
def test_no_word_is_lost_or_changed(tekst, breedte):
    assert unwrap_alineas(tekst, breedte).split() == tekst.split()
