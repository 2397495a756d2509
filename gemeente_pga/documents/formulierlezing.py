# SPDX-License-Identifier: EUPL-1.2
"""Reads back a filled-in meldformulier: only the fields we know, only text, nothing is run or followed."""

import io
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, PasswordError, Pdf, PdfError, Stream, String

from gemeente_pga.domain.bericht import VELD
from gemeente_pga.domain.gebrek import Gebrek
from gemeente_pga.domain.meldformulier import MAX_BESTAND, VOORVOEGSEL, VRAGEN, lees_antwoorden

_MAX_OBJECTEN = 5_000
_MAX_VELDEN = 300
_MAX_DIEPTE = 4
_EINDE, _STAART = b"%%EOF", 1024
# A filled-in form of ours has none of these: something that runs, goes outside, or was packed in.
_GEVAAR = frozenset({
    "/JS", "/JavaScript", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/XFA", "/RichMedia", "/SubmitForm",
    "/ImportData", "/GoToR", "/GoToE", "/Filespec", "/Movie", "/Sound", "/3D",
})  # fmt: skip
_KAPOT = (PdfError, ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError, MemoryError)


def read_formulier(inhoud: bytes) -> dict[str, str] | Gebrek | None:
    """What was filled in; a Gebrek when it may not be read; None when it is no meldformulier of ours."""
    if len(inhoud) > MAX_BESTAND or b"%PDF-" not in inhoud[:1024]:
        return None
    bekend = VOORVOEGSEL.encode() in inhoud
    try:
        with Pdf.open(io.BytesIO(inhoud)) as pdf:
            return _read(pdf, heel=_EINDE in inhoud[-_STAART:])
    except PasswordError:
        return _weiger("er staat een wachtwoord op") if bekend else None
    except _KAPOT:
        return _weiger("het is beschadigd") if bekend else None


def _read(pdf: Pdf, *, heel: bool) -> dict[str, str] | Gebrek | None:
    formulier = pdf.Root.get(Name.AcroForm)
    if not isinstance(formulier, Dictionary) or not isinstance(formulier.get(Name.Fields), Array):
        return None
    velden = _ours(formulier.Fields)
    if isinstance(velden, list) and not velden:
        return None
    if isinstance(velden, Gebrek):
        return velden
    if not heel:  # repaired, but what it held at its end is gone
        return _weiger("het einde ontbreekt")
    if len(pdf.objects) > _MAX_OBJECTEN:
        return _weiger("er zit te veel in")
    if any(_is_gevaarlijk(ding) for ding in pdf.objects):
        return _weiger("er zit een opdracht, een koppeling of een ander bestand in")
    ruw: dict[str, str] = {}
    for naam, veld in velden:
        if naam in ruw:
            return _weiger("een vak komt er dubbel in voor")
        waarde = veld.get(Name.V)
        if isinstance(waarde, Stream) or (waarde is not None and not isinstance(waarde, String | Name | str)):
            return _weiger(f"het vak ‘{VRAGEN[naam].label}’ is niet te lezen")
        ruw[naam] = "" if waarde is None else str(waarde).removeprefix("/")
    return lees_antwoorden(ruw)


def _ours(velden: Object) -> list[tuple[str, Object]] | Gebrek:
    """Our fields by the name of their question. Bounded: a form can point at itself."""
    uit: list[tuple[str, Object]] = []
    for teller, veld in enumerate(_walk(velden, _MAX_DIEPTE)):
        if teller > _MAX_VELDEN:
            return _weiger("er zitten te veel vakken in") if uit else uit
        titel = veld.get(Name.T)
        naam = str(titel).removeprefix(VOORVOEGSEL) if isinstance(titel, String | str) else ""
        if naam in VRAGEN and str(titel).startswith(VOORVOEGSEL):
            uit.append((naam, veld))
    return uit


def _walk(velden: Object, diepte: int) -> Iterator[Object]:
    for veld in list(velden)[: _MAX_VELDEN + 2]:
        if isinstance(veld, Dictionary):
            yield veld
            kinderen = veld.get(Name.Kids)
            if diepte > 1 and isinstance(kinderen, Array):
                yield from _walk(kinderen, diepte - 1)


def _is_gevaarlijk(ding: Object) -> bool:
    """This object, with what stands in it directly."""
    rij, gezien = [(ding, 0)], 0
    while rij:
        deel, diepte = rij.pop()
        gezien += 1
        if gezien > 20_000 or diepte > 12:
            return True
        if isinstance(deel, Dictionary | Stream):
            sleutels = deel.keys()
            if _GEVAAR & set(sleutels) or str(deel.get(Name.S, "")) in _GEVAAR:
                return True
            if str(deel.get(Name.Type, "")) in _GEVAAR or str(deel.get(Name.Subtype, "")) in _GEVAAR:
                return True
            rij += [(deel[s], diepte + 1) for s in sleutels if _nested(deel[s])]
        elif isinstance(deel, Array):
            rij += [(onder, diepte + 1) for onder in deel if _nested(onder)]
    return False


def _nested(ding: object) -> bool:
    return isinstance(ding, Dictionary | Array) and not ding.is_indirect


def _weiger(waarom: str) -> Gebrek:
    return Gebrek(
        VELD,
        f"Dit meldformulier is niet gelezen: {waarom}. Vraag de melder om een afdruk of een nieuw bestand. "
        "Er is niets overgenomen.",
    )
