# SPDX-License-Identifier: EUPL-1.2
"""The structure in the PDFs (PDF/UA-1) and what makes them last (PDF/A-2a), checked without Java."""

import io
import itertools
import subprocess
import sys
from collections.abc import Iterator

import pikepdf
import pytest
from pikepdf import Name, Object, Pdf, pdfa

from gemeente_pga.documents import render
from tests.documents.test_vijandig import VIJANDIG
from tests.documents.voorbeeld_dossier import VOORBEELDEN
from tests.documents.vullen import with_text

NAMEN = sorted(VOORBEELDEN)
# pikepdf's checker knows neither level A nor the schema of PDF/UA; veraPDF does and approves of both.
BEKEND = ("pdfaExtension", "pdfaSchema", "pdfaProperty", "pdfuaid", "pdfaid:conformance is 'A'")


def _render(naam: str) -> bytes:
    return render(*VOORBEELDEN[naam])


def _hostile() -> Iterator[bytes]:
    """Long tables over many pages, and characters from every font."""
    soort, stuk, code = VOORBEELDEN["dossier"]
    yield render(soort, with_text(stuk, "Inbreng.tekst", "woord en nog een woord. " * 300), code)
    for naam in ("emoji", "arabisch", "grieks_en_cyrillisch", "lang_woord", "nul"):
        yield render(soort, with_text(stuk, "Casuskaart.opgenomen_reden", VIJANDIG[naam][0]), code)


def _elements(ding: Object) -> Iterator[Object]:
    if isinstance(ding, pikepdf.Dictionary) and "/S" in ding:
        yield ding
        if isinstance(ding.get("/K"), pikepdf.Array):  # else the number of a piece of text
            for onder in ding.K:
                yield from _elements(onder)


def _check_pdfa(inhoud: bytes) -> None:
    with Pdf.open(io.BytesIO(inhoud)) as pdf:
        bevindingen = pdfa.check(pdf, "2b", deterministic_id=True).findings
        xmp = pdf.Root.Metadata.read_bytes()
    assert [b for b in map(str, bevindingen) if not any(woord in b for woord in BEKEND)] == []
    assert b"pdfuaid:part>1<" in xmp
    assert b"conformance>A<" in xmp or b'conformance="A"' in xmp


@pytest.mark.parametrize("naam", NAMEN)
def test_it_is_pdfa(naam: str) -> None:
    _check_pdfa(_render(naam))


@pytest.mark.parametrize("naam", NAMEN)
def test_every_piece_of_text_has_its_place_in_the_structure(naam: str) -> None:
    _check_structure(_render(naam))


def test_so_it_is_with_long_tables_and_odd_characters() -> None:
    for inhoud in _hostile():
        _check_pdfa(inhoud)
        _check_structure(inhoud)


def _check_structure(inhoud: bytes) -> None:
    with Pdf.open(io.BytesIO(inhoud)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        nummers = pdf.Root.StructTreeRoot.ParentTree.Nums
        eigenaars = {int(nummers[i]): nummers[i + 1] for i in range(0, len(nummers), 2)}
        for pagina in pdf.pages:
            assert pagina.Tabs == Name.S
            gemerkt, los = _marks(pagina.obj)
            assert los == 0, "text outside the structure"
            rij = eigenaars[int(pagina.StructParents)]
            assert gemerkt == list(range(len(rij)))
            assert all(isinstance(eigenaar, pikepdf.Dictionary) for eigenaar in rij)


def _marks(pagina: Object) -> tuple[list[int], int]:
    """The numbers of the marked pieces in order, and how many times text was shown outside any mark."""
    gemerkt: list[int] = []
    diepte = los = 0
    for stap in pikepdf.parse_content_stream(pagina):
        operator, operanden = str(stap.operator), list(stap.operands)
        if operator in {"BDC", "BMC"}:
            assert diepte == 0, "marks do not nest"
            diepte += 1
            if len(operanden) > 1 and "/MCID" in operanden[1]:
                gemerkt.append(int(operanden[1]["/MCID"]))
        elif operator == "EMC":
            diepte -= 1
        elif operator in {"Tj", "TJ", "Do"} and diepte == 0:
            los += 1
    return gemerkt, los


@pytest.mark.parametrize("naam", NAMEN)
def test_headings_skip_no_level(naam: str) -> None:
    with Pdf.open(io.BytesIO(_render(naam))) as pdf:
        soorten = [str(e.S)[1:] for e in _elements(pdf.Root.StructTreeRoot.K)]
    niveaus = [int(soort[1]) for soort in soorten if soort[0] == "H" and soort[1:].isdigit()]
    assert niveaus[0] == 1
    assert niveaus.count(1) == 1
    assert all(volgend <= vorig + 1 for vorig, volgend in itertools.pairwise(niveaus))


@pytest.mark.parametrize("naam", NAMEN)
def test_every_row_of_a_table_has_as_many_cells(naam: str) -> None:
    with Pdf.open(io.BytesIO(_render(naam))) as pdf:
        for element in _elements(pdf.Root.StructTreeRoot.K):
            if Name.Table == element.S:
                aantallen = {len(rij.K) for rij in element.K}
                assert len(aantallen) == 1
            if element.S == Name.TH:
                assert element.A.Scope in (Name.Column, Name.Row)


def test_a_table_over_many_pages_is_one_table() -> None:
    soort, stuk, code = VOORBEELDEN["actielijst-1"]
    inhoud = render(soort, with_text(stuk, "Actie.wat", "Nog een zin over wat er moet gebeuren. " * 60), code)
    with Pdf.open(io.BytesIO(inhoud)) as pdf:
        assert len(pdf.pages) > 3
        tabellen = [e for e in _elements(pdf.Root.StructTreeRoot.K) if Name.Table == e.S]
        acties = [t for t in tabellen if len(t.K[0].K) == 4 and t.K[0].K[0].S == Name.TH and len(t.K) == 6]
    assert len(acties) == 1, "one header and five actions, however many pages"


def test_nothing_is_written_to_disk() -> None:
    """Opening a file for writing while a document is made ends the test process."""
    opdracht = (
        "import sys, tests.documents.voorbeeld_dossier as v\n"
        "from gemeente_pga.documents import render\n"
        "render(*v.VOORBEELDEN['casuskaart'])\n"
        "def wacht(soort, args):\n"
        "    if soort == 'open' and isinstance(args[1], str) and set(args[1]) & set('wax+'):\n"
        "        sys.exit(f'written: {args[0]}')\n"
        "sys.addaudithook(wacht)\n"
        "render(*v.VOORBEELDEN['dossier'])\n"
    )
    uit = subprocess.run(
        [sys.executable, "-c", opdracht], env={"PYTHONPATH": ".", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert uit.returncode == 0, uit.stderr
