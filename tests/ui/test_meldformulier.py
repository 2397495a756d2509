# SPDX-License-Identifier: EUPL-1.2
"""The way in: the blank form, the form filled in and read back, the form for the reporter to check."""

import io
from datetime import date

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PySide6 import QtWidgets

from gemeente_pga.documents import read_formulier, render_meldformulier
from gemeente_pga.domain.exemplaar import Houdernaam, Uitgiftewens
from gemeente_pga.domain.gebrek import Gebrek, Storing
from gemeente_pga.domain.meldformulier import KORT, LANG, VOORVOEGSEL, VRAGEN
from gemeente_pga.domain.notitie import Telefoonnotitie
from gemeente_pga.domain.stukken import Kop, Meldformulier, Staat
from gemeente_pga.handelingen.document import log_uitgifte
from gemeente_pga.handelingen.notitie import register_notitie
from gemeente_pga.handelingen.poort import require_houders
from gemeente_pga.ui.pdf import read_bladen
from tests.signaal_hulp import SCHOOL
from tests.ui.signaal_hand import leg_vast

INGEVULD = {
    "persoon_naam": "Joris D'Hondt-Özdemir",
    "persoon_geboren": "3 april 1981",
    "zelf": "Hij stond bij de poort.\nHij riep iets.",
    "wanneer": "7 september 2026",
    "waar": "Bij school",
    "anderen": "Een ouder noemt een schuur.",
    "denkt": "Ik ben bang.",
    "melder_naam": "M. Visser",
    "melder_email": "visser@school.example",
    "naam_noemen": "overleg",
}


@pytest.fixture(scope="module")
def leeg():
    """The blank form."""
    kop = Kop(
        gemeente="Waterhoven", documentsoort="Meldformulier", kenmerk="MF", datum=date(2026, 9, 8),
        vertrouwelijkheid="Vertrouwelijk na invullen", staat=Staat.VASTGESTELD,
    )  # fmt: skip
    return render_meldformulier(Meldformulier(kop=kop))


def velden(pdf):
    return {str(v.T).removeprefix(VOORVOEGSEL): v for v in pdf.Root.AcroForm.Fields}


def vul_in(leeg, antwoorden, wijzig=lambda pdf: None, **opties):
    """As a PDF viewer saves it."""
    with pikepdf.Pdf.open(io.BytesIO(leeg)) as pdf:
        alle = velden(pdf)
        for naam, tekst in antwoorden.items():
            alle[naam].V = Name("/" + tekst) if VRAGEN[naam].keuzes else String(tekst)
        wijzig(pdf)
        uit = io.BytesIO()
        pdf.save(uit, **opties)
        return uit.getvalue()


def test_the_blank_form_is_about_nobody_and_every_field_says_what_it_is(hand, antwoord, tmp_path):
    doel = tmp_path / "meldformulier.pdf"
    antwoord(doel)
    hand.venster.open("inrichting", None, "meldpunt")
    hand.scherm.delen["meldpunt"].bewaarknop.click()
    hand.qtbot.waitUntil(doel.exists)
    leeg = doel.read_bytes()
    assert read_formulier(leeg) == Gebrek("bijlagen", "Dit meldformulier is niet ingevuld.")
    with pikepdf.Pdf.open(io.BytesIO(leeg)) as pdf:
        alle = velden(pdf)
        assert set(alle) == set(VRAGEN)
        assert all(str(veld.TU) for veld in alle.values())
        assert str(pdf.Root.Lang) == "nl-NL"
        assert all(pagina.Tabs == Name.S for pagina in pdf.pages)
        vakken = [vak for pagina in pdf.pages for vak in pagina.get(Name.Annots, [])]
        assert len(vakken) == len(VRAGEN) - 1 + len(VRAGEN["naam_noemen"].keuzes)
        assert len({int(vak.StructParent) for vak in vakken}) == len(vakken)
    tekst = "\n".join(blad.tekst for blad in read_bladen(leeg))
    for woorden in (
        "Bel 112",
        "Wat ik zelf zag of hoorde",
        "Wat ik van anderen hoorde",
        "Wat ik denk",
        "artikel 14",
    ):
        assert woorden in tekst
    assert hand.waarde("SELECT count(*) FROM document") == 0
    assert "Leeg meldformulier opgeslagen" in hand.venster.meldbalk.tekst.text()


def test_a_filled_in_form_comes_beside_a_new_signal_and_records_nothing(hand, leeg, tmp_path):
    pad = tmp_path / "ingevuld.pdf"
    pad.write_bytes(vul_in(leeg, INGEVULD))
    hand.venster.open_bestand(pad)
    gelezen = hand.scherm.formulier.lees()
    assert gelezen["geslachtsnaam"] == "D'Hondt-Özdemir"
    assert str(gelezen["zelf_waargenomen"]).startswith("Hij stond bij de poort.\nHij riep iets.")
    assert (gelezen["van_anderen"], gelezen["interpretatie"]) == (
        "Een ouder noemt een schuur.",
        "Ik ben bang.",
    )
    assert gelezen["naam_noemen"] == "nee"  # to be asked first is no yes
    assert not gelezen["acuut"]
    assert "Bij school" in hand.scherm.bron.tekst.toPlainText()
    assert [b.naam for b in hand.scherm.bijlagen.bijlagen()] == ["ingevuld.pdf"]
    assert hand.waarde("SELECT count(*) FROM signaal") == 0


@pytest.mark.parametrize("naam", sorted(VRAGEN))
@pytest.mark.parametrize(
    "tekst",
    [
        "\x00\x07stil\x1b[31m",
        "\ufeff\u200b",
        "<script>x</script>{{7*7}}",
        "=cmd|' /C calc'!A0",
        "🙂é\r\nb",
        "()\\",
    ],
)
def test_hostile_words_in_any_field_are_only_words(leeg, naam, tekst):
    if VRAGEN[naam].keuzes:
        gelezen = read_formulier(vul_in(leeg, {"zelf": "x"} | {naam: "anders"}))
        assert gelezen == {"zelf": "x"}
        return
    gelezen = read_formulier(vul_in(leeg, {"eerder": "x", "zelf": "y"} | {naam: tekst}))
    assert isinstance(gelezen, dict)
    assert not any(ord(c) < 32 and c not in "\n\t" for waarde in gelezen.values() for c in waarde)


@pytest.mark.parametrize("naam", sorted(naam for naam, vraag in VRAGEN.items() if not vraag.keuzes))
def test_more_than_fits_is_refused_with_the_name_of_the_box(leeg, naam):
    grens = LANG if VRAGEN[naam].regels > 1 else KORT
    for aantal in (grens + 1, grens * 30):
        gebrek = read_formulier(vul_in(leeg, {naam: "a" * aantal}))
        assert isinstance(gebrek, Gebrek)
        assert VRAGEN[naam].label in gebrek.melding
    assert read_formulier(vul_in(leeg, {naam: "a" * grens})) == {naam: "a" * grens}


def _script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _bijlage(pdf):
    pdf.attachments["x.exe"] = b"MZ"


def _veldscript(pdf):
    velden(pdf)["zelf"].AA = Dictionary(K=Dictionary(S=Name.JavaScript, JS=String("x")))


def _start(pdf):
    pdf.Root.OpenAction = pdf.make_indirect(Dictionary(S=Name.Launch, F=String("calc.exe")))


def _xfa(pdf):
    pdf.Root.AcroForm.XFA = pdf.make_stream(b"<xdp/>")


def _dubbel(pdf):
    pdf.Root.AcroForm.Fields.append(
        pdf.make_indirect(Dictionary(T=String(VOORVOEGSEL + "zelf"), V=String("ander")))
    )


def _stroom(pdf):
    velden(pdf)["zelf"].V = pdf.make_stream(b"verborgen")


def _kring(pdf):
    veld = velden(pdf)["zelf"]
    veld.Kids = Array([veld])


@pytest.mark.parametrize("aanval", [_script, _bijlage, _veldscript, _start, _xfa, _dubbel, _stroom, _kring])
def test_a_form_with_something_in_it_is_refused_with_a_reason(hand, leeg, tmp_path, aanval):
    pad = tmp_path / "fout.pdf"
    pad.write_bytes(vul_in(leeg, INGEVULD, aanval))
    hand.venster.open("nieuw_signaal")
    hand.venster.open_bestand(pad)
    assert hand.venster.meldbalk.tekst.text().startswith("Dit meldformulier is niet gelezen:")
    assert hand.scherm.bijlagen.bijlagen() == ()
    assert hand.scherm.formulier.lees()["naam"] == ""


def test_a_form_that_broke_off_or_is_locked_is_refused(leeg):
    heel = vul_in(leeg, INGEVULD, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    dicht = vul_in(leeg, INGEVULD, encryption=pikepdf.Encryption(owner="a", user="b"))
    assert isinstance(read_formulier(heel), dict)
    for deel in (4, 2, 1.02):
        assert not isinstance(read_formulier(heel[: int(len(heel) / deel)]), dict)
    assert not isinstance(read_formulier(dicht), dict)


def test_the_form_for_the_reporter_holds_what_that_reporter_said_and_goes_to_nobody_else(
    hand, antwoord, tmp_path
):
    signaal_id = leg_vast(hand.store)
    hand.venster.open("signaal", signaal_id)
    hand.venster.scherm.naar_veld("melder.op")
    hand.scherm.delen["melder"].formulierknop.click()
    hand.qtbot.waitUntil(lambda: hand.scherm.code == "document")
    pdf = bytes(hand.waarde("SELECT pdf FROM document WHERE soort = 'meldformulier'"))
    tekst = " ".join("\n".join(blad.tekst for blad in read_bladen(pdf)).split())
    assert SCHOOL.melder_naam in tekst
    assert " ".join(SCHOOL.zelf_waargenomen.split())[:40] in tekst
    assert "Hondt" not in tekst.replace(SCHOOL.zelf_waargenomen, "")
    if SCHOOL.eigen_opmerking:
        assert SCHOOL.eigen_opmerking not in tekst


NOTITIE = "Kanarie, zegt mw. De Wit.\nIk vind haar klinken als een Roerdomp."


def _notitie(hand, **velden) -> int:
    """A note in the screen in which it is worked out, sorted as far as velden say."""
    notitie_id = register_notitie(
        hand.store,
        Telefoonnotitie(
            NOTITIE, "C. de Wit", "06 1234", False, "2026-09-07T16:50:00+02:00",
        ),
    )  # fmt: skip
    hand.venster.open("nieuw_signaal", notitie_id)
    hand.scherm.formulier.widget("zelf_waargenomen").insertPlainText("De Kanarie zat op het hek.")
    hand.scherm.formulier.vul(
        {
            "melder_naam": "C. de Wit",
            "van_anderen": "Volgens de buren ook een Putter.",
            "interpretatie": "",
            "eigen_opmerking": "Zij klinkt als een Roerdomp.",
            "naam": "Joris D'Hondt",
            "gebeurd_op": date(2026, 9, 6),
            **velden,
        }
    )
    return notitie_id


def _formulier(hand) -> str:
    hand.scherm.bron.formulier.click()
    hand.qtbot.waitUntil(lambda: hand.scherm.code == "document")
    pdf = bytes(hand.waarde("SELECT pdf FROM document WHERE soort = 'meldformulier'"))
    return " ".join("\n".join(blad.tekst for blad in read_bladen(pdf)).split())


def test_a_caller_gets_a_form_with_what_was_said_by_telephone_and_nothing_else(hand):
    notitie_id = _notitie(hand)
    tekst = _formulier(hand)
    assert "op 7 september 2026 door de telefoon vertelde" in tekst
    for woord in ("C. de Wit", "06 1234", "Kanarie", "Putter", "6 september 2026"):
        assert woord in tekst
    gegevens = hand.waarde("SELECT gegevens FROM document WHERE soort = 'meldformulier'")
    for woord in ("Roerdomp", "Hondt"):
        assert woord not in tekst
        assert woord not in gegevens
    hand.venster.open("nieuw_signaal", notitie_id)
    assert hand.scherm.formulier.lees()["zelf_waargenomen"] == "De Kanarie zat op het hek."


@pytest.mark.parametrize(
    "velden",
    [
        {"melder_naam": ""},
        {"zelf_waargenomen": "", "van_anderen": "", "interpretatie": ""},
        {"interpretatie": NOTITIE},
    ],
)
def test_no_form_for_a_caller_without_a_name_or_before_anything_was_sorted(hand, velden):
    _notitie(hand, **velden)
    hand.scherm.bron.formulier.click()
    assert "naam van de melder" in hand.venster.meldbalk.tekst.text()
    assert hand.waarde("SELECT count(*) FROM document") == 0


def test_the_form_of_a_note_goes_to_the_caller_only_and_goes_with_the_signal(hand):
    notitie_id = _notitie(hand)
    _formulier(hand)
    document_id = hand.waarde("SELECT id FROM document WHERE soort = 'meldformulier'")
    anders = Uitgiftewens("overig", (Houdernaam("P. Jansen"),))
    goed = Uitgiftewens("overig", (Houdernaam("c. de wit"),))
    with hand.store.reader() as r:
        with pytest.raises(Storing, match="alleen voor de melder"):
            require_houders(r, document_id, anders)
        assert require_houders(r, document_id, goed) == goed
    log_uitgifte(
        hand.store, document_id, wijze="afdruk", wens=goed, bestemd_voor="Melder",
        op="2026-09-08T10:00:00+02:00",
    )  # fmt: skip
    signaal_id = leg_vast(hand.store, notitie_id=notitie_id)
    with hand.store.reader() as r:
        dossier_id = r.value("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id)
        (rij,) = r.rows("SELECT dossier_id, onderwerp_soort, onderwerp_id FROM document")
        assert rij == {"dossier_id": dossier_id, "onderwerp_soort": "signaal", "onderwerp_id": signaal_id}
        assert r.value("SELECT dossier_id FROM uitgifte") == dossier_id


def test_the_confirmation_can_be_copied_and_says_nothing_of_anyone(hand):
    hand.venster.open("inrichting", None, "meldpunt")
    deel = hand.scherm.delen["meldpunt"]
    deel.findChild(QtWidgets.QPushButton, "bevestiging_kopieren").click()
    tekst = QtWidgets.QApplication.clipboard().text()
    assert tekst == deel.bevestiging.toPlainText()
    assert "niet of wij iemand al kenden" in tekst
