# SPDX-License-Identifier: EUPL-1.2
"""The last hand: the gathered structure goes into the PDF, which becomes PDF/A-2a and PDF/UA-1.

A paper to type in gets its fields instead: it is no archive copy.

All in memory: pikepdf's own save to PDF/A writes a readable temporary file, so it is not used. Same input,
same bytes. That the result keeps the standards is checked by tests on every kind of document.
"""

import io

from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, pdfa

from gemeente_pga.documents.invulvelden import add_velden
from gemeente_pga.documents.tags import Invulveld, Knoop

_NIVEAU = "2b"  # pikepdf's name; the structure tree makes it 2a
_MOMENT = "2000-01-01T00:00:00+00:00"  # as the rest of the file: no time, so that the bytes stay the same
_UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def finish(tekening: io.BytesIO, wortel: Knoop, knopen: list[list[Knoop]]) -> bytes:
    """The drawn PDF with its structure and its declarations; wortel and knopen as a Doek gathered them."""
    with Pdf.open(tekening) as pdf:
        for pagina in pdf.pages:
            if Name.Trans in pagina:  # an empty transition that reportlab leaves behind
                del pagina[Name.Trans]
        if _add_structure(pdf, wortel, knopen):
            return _finish_form(pdf)
        pdfa.prepare(pdf, _NIVEAU)
        with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            xmp["xmp:MetadataDate"] = _MOMENT
        uit = io.BytesIO()
        _declare(pdf)
        pdf.save(uit, **pdfa.resolve_save_kwargs(_NIVEAU, deterministic_id=True))
        return uit.getvalue()


def put_in_front(doc: Pdf, ervoor: Pdf) -> None:
    """The pages of one PDF of ours before those of another, and their structure before its structure."""
    aantal = len(ervoor.pages)
    wortel = doc.Root.get("/StructTreeRoot")
    for nummer, blad in enumerate(ervoor.pages):
        doc.pages.insert(nummer, blad)
    if wortel is None or not isinstance(wortel.get("/K"), Dictionary):
        for blad in list(doc.pages)[:aantal]:
            del blad.obj[Name.StructParents]
        return
    boom = doc.copy_foreign(ervoor.Root.StructTreeRoot)
    boven = boom.K
    boven.P = wortel.K
    boven.S = Name.Part
    wortel.K.K.insert(0, boven)
    volgend = int(wortel.ParentTreeNextKey)
    for nummer, blad in enumerate(list(doc.pages)[:aantal]):
        blad.obj.StructParents = volgend + nummer
        wortel.ParentTree.Nums.append(volgend + nummer)
        wortel.ParentTree.Nums.append(boom.ParentTree.Nums[2 * nummer + 1])
    wortel.ParentTreeNextKey = volgend + aantal


def _finish_form(pdf: Pdf) -> bytes:
    """A form to fill in: tagged and titled like the rest, but no PDF/A, which must not change."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["dc:title"] = str(pdf.docinfo.get(Name.Title, ""))
        xmp["dc:creator"] = [str(pdf.docinfo.get(Name.Author, ""))]
        xmp["dc:language"] = {"nl-NL"}
        xmp["xmp:MetadataDate"] = _MOMENT
    uit = io.BytesIO()
    pdf.save(uit, deterministic_id=True, compress_streams=True)
    return uit.getvalue()


def _declare(pdf: Pdf) -> None:
    """PDF/UA-1, and A instead of B: pikepdf knows neither."""
    xmp = pdf.Root.Metadata.read_bytes()
    for vorm in (b"<pdfaid:conformance>%s<", b'pdfaid:conformance="%s"'):
        xmp = xmp.replace(vorm % b"B", vorm % b"A")
    xmp = xmp.replace(b"</rdf:RDF>", _UA + b"</rdf:RDF>")
    pdf.Root.Metadata = pdf.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)


def _add_structure(pdf: Pdf, document: Knoop, knopen: list[list[Knoop]]) -> bool:
    """Whether there are fields to fill in."""
    bouw = _Boom(pdf, knopen)
    wortel = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    wortel.K = bouw.add(document, wortel)
    nummers = Array()
    for nummer, rij in enumerate(bouw.eigenaars):
        pagina = pdf.pages[nummer]
        pagina[Name.StructParents] = nummer
        pagina[Name.Tabs] = Name.S
        nummers.append(nummer)
        nummers.append(pdf.make_indirect(Array(rij)))
    eerste = len(bouw.eigenaars)
    vakken = add_velden(pdf, bouw.velden, eerste) if bouw.velden else []
    for sleutel, element in enumerate(vakken, start=eerste):
        nummers.append(sleutel)
        nummers.append(element)
    wortel.ParentTree = pdf.make_indirect(Dictionary(Nums=nummers))
    wortel.ParentTreeNextKey = eerste + len(vakken)
    pdf.Root.StructTreeRoot = wortel
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    return bool(vakken)


class _Boom:
    """Turns the gathered elements into PDF objects and remembers which marked piece belongs to which."""

    def __init__(self, pdf: Pdf, knopen: list[list[Knoop]]) -> None:
        self.pdf = pdf
        self.paginas: list[Page] = list(pdf.pages)
        self.eigenaars: list[list[Object | None]] = [[None] * len(stukken) for stukken in knopen]
        self.velden: list[tuple[Invulveld, Object]] = []
        self.bereiken: dict[str, Object] = {}
        self.eigenaars += [[] for _ in range(len(self.paginas) - len(self.eigenaars))]

    def add(self, knoop: Knoop, ouder: Object) -> Object:
        """The element with all below it."""
        eigen = self.pdf.make_indirect(Dictionary(S=Name("/" + knoop.soort), P=ouder))
        if knoop.bereik:
            eigen.A = self._bereik(knoop.bereik)
        stukken = [deel for deel in knoop.inhoud if isinstance(deel, tuple)]
        if stukken:
            eigen.Pg = self.paginas[stukken[0][0]].obj
        delen = [self._child(deel, eigen, stukken) for deel in knoop.inhoud]
        # A list of one is left out where it can: of a long paper the structure is what takes most memory.
        eigen.K = delen[0] if len(delen) == 1 and len(stukken) == 1 else Array(delen)
        if knoop.veld is not None:
            self.velden.append((knoop.veld, eigen))
        return eigen

    def _bereik(self, bereik: str) -> Object:
        """That a header is one of a column or of a row; all such headers share it."""
        if bereik not in self.bereiken:
            wat = Dictionary(O=Name.Table, Scope=Name("/" + bereik))
            self.bereiken[bereik] = self.pdf.make_indirect(wat)
        return self.bereiken[bereik]

    def _child(
        self, deel: Knoop | tuple[int, int], eigen: Object, stukken: list[tuple[int, int]]
    ) -> Object | int:
        if isinstance(deel, Knoop):
            return self.add(deel, eigen)
        pagina, nummer = deel
        self.eigenaars[pagina][nummer] = eigen
        if pagina == stukken[0][0]:
            return nummer
        return Dictionary(Type=Name.MCR, Pg=self.paginas[pagina].obj, MCID=nummer)
