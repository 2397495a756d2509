# SPDX-License-Identifier: EUPL-1.2
"""What a signal is made from: a proposal out of a note or message; source and attachments as concept."""

import base64
import json
import re
from collections.abc import Mapping, Sequence

from PySide6 import QtGui, QtWidgets

from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.moment import moment_kort, read_moment
from gemeente_pga.domain.notitie import Telefoonnotitie
from gemeente_pga.domain.tekst import kale_letters
from gemeente_pga.domain.voorinvulling import stel_signaal_voor_uit_notitie
from gemeente_pga.handelingen.document import freeze
from gemeente_pga.store.queries.meldformulier import formulier_bij_notitie
from gemeente_pga.store.queries.signaal import Notitieblad
from gemeente_pga.ui.form import Formulier
from gemeente_pga.ui.omgeving import Omgeving
from gemeente_pga.ui.opbergen import maak_af
from gemeente_pga.ui.screens.signaal_blad import terugbelzin
from gemeente_pga.ui.widgets.bronpaneel import VAKKEN
from gemeente_pga.ui.widgets.persoonzoeker import NAAMDELEN

NIETS_NA_TE_KIJKEN = (
    "Vul eerst de naam van de melder in, en deel de notitie in: zet bij Zelf waargenomen, Van anderen of "
    "Interpretatie wat de beller zei. Alleen dat komt op het formulier."
)


def uit_notitie(notitie: Telefoonnotitie) -> dict[str, object]:
    """Fields for the form; what was asked on the telephone goes before what stands in the text."""
    voorstel: dict[str, object] = dict(stel_signaal_voor_uit_notitie(notitie.tekst, notitie.beller))
    ontvangen = read_moment(notitie.ontvangen_op)
    voorstel |= {"ontvangen_op": ontvangen.date(), "ontvangen_tijd": f"{ontvangen:%H:%M}"}
    if notitie.terugbelnummer:
        voorstel["melder_contact"] = notitie.terugbelnummer
    if notitie.acuut:
        voorstel["acuut"] = "ja"
    return met_naam(voorstel)


def bron_van_notitie(blad: Notitieblad) -> dict[str, str]:
    """What stands beside the form: who called, when, whether he was called back, and what he said."""
    van = f" van {blad.notitie.beller}" if blad.notitie.beller else ""
    return {
        "kop": f"Telefoonnotitie{van}",
        "herkomst": f"Ontvangen op {moment_kort(blad.notitie.ontvangen_op)}. {terugbelzin(blad)}",
        "tekst": blad.notitie.tekst,
    }


def maak_formulier(omgeving: Omgeving, notitie_id: int, invoer: Mapping[str, object]) -> None:
    """A form for the caller to check, of what was sorted so far; printing goes through its page."""
    with omgeving.store.reader() as r:
        stuk = formulier_bij_notitie(r, notitie_id, invoer, omgeving.kader, omgeving.vandaag())
    if stuk is None:
        omgeving.window.meld(NIETS_NA_TE_KIJKEN, "let_op")
        return
    document_id = freeze(omgeving.store, stuk, op=omgeving.vandaag())
    maak_af(omgeving, lambda: omgeving.window.open("document", document_id))


def met_naam(voorstel: Mapping[str, object]) -> dict[str, object]:
    """The name as one line as well, where the proposal gave it in parts."""
    delen = [str(voorstel[veld]) for veld in NAAMDELEN if voorstel.get(veld)]
    return {**voorstel, "naam": " ".join(delen)} if delen else dict(voorstel)


def is_ander(naam: str, voorstel: Mapping[str, object]) -> bool:
    """Does the file name somebody else than the form does?"""
    nieuw = str(met_naam(voorstel).get("naam") or "")
    return bool(naam and nieuw) and kale_letters(naam) != kale_letters(nieuw)


def nog_een(naam: str) -> str:
    """What happens when a second file comes to a form that is in use."""
    over = f" over {naam}" if naam else ""
    return (
        f"U bent bezig met een signaal{over}. Dat is nog niet vastgelegd.\n\n"
        "“Erbij voegen” betekent: wat nog leeg is, wordt ingevuld uit dit bestand. “Niet erbij voegen” "
        "betekent: er verandert niets. Gaat het bestand over iemand anders? Leg dan eerst dit signaal vast."
    )


def ingevuld(wat: str, *, heel: bool = True) -> str:
    """What was done with a file, and that part of it may be missing."""
    zin = f"De velden zijn ingevuld uit {wat}. Controleer ze: er is nog niets vastgelegd."
    return zin if heel else f"Deze e-mail is afgebroken: het einde ontbreekt, ook van de bijlagen. {zin}"


def pak_in(bron: Mapping[str, str], bijlagen: Sequence[BerichtBijlage]) -> str:
    """Source text and attachments as one concept."""
    lijst = [
        {"naam": b.naam, "mediatype": b.mediatype, "inhoud": base64.b64encode(b.inhoud).decode()}
        for b in bijlagen
    ]
    return json.dumps({"bron": dict(bron), "bijlagen": lijst}, ensure_ascii=False)


def pak_uit(inhoud: str) -> tuple[dict[str, str], list[BerichtBijlage]]:
    """Back from the concept."""
    gegevens = json.loads(inhoud)
    bijlagen = [
        BerichtBijlage(b["naam"], b["mediatype"], base64.b64decode(b["inhoud"])) for b in gegevens["bijlagen"]
    ]
    return gegevens["bron"], bijlagen


def zet_over(formulier: Formulier, veld: str, tekst: str) -> None:
    """Put a selection of the source behind what stands in this field, as if typed, so that undo works.

    Where the program itself had put those words, they go: one statement stands in one field.
    """
    for ander, _ in VAKKEN:
        if ander != veld:
            _haal_weg(_tekstveld(formulier, ander), tekst)
    widget = _tekstveld(formulier, veld)
    cursor = QtGui.QTextCursor(widget.document())
    cursor.movePosition(QtGui.QTextCursor.MoveOperation.End)
    cursor.insertText(f"\n{tekst}" if widget.toPlainText().strip() else tekst)


def _tekstveld(formulier: Formulier, veld: str) -> QtWidgets.QPlainTextEdit:
    widget = formulier.widget(veld)
    assert isinstance(widget, QtWidgets.QPlainTextEdit)  # noqa: S101 - the four text fields
    return widget


def _haal_weg(widget: QtWidgets.QPlainTextEdit, tekst: str) -> None:
    """Take these very words out, however their lines are broken; nothing when they are not in it."""
    inhoud = widget.toPlainText()
    treffer = re.search(r"\s+".join(map(re.escape, tekst.split())) + r"\s*", inhoud)
    if treffer is None:
        return
    cursor = QtGui.QTextCursor(widget.document())
    for plek, wijze in zip(treffer.span(), ("MoveAnchor", "KeepAnchor"), strict=True):
        eenheden = len(inhoud[:plek].encode("utf-16-le")) // 2  # Qt counts those
        cursor.setPosition(eenheden, QtGui.QTextCursor.MoveMode[wijze])
    cursor.removeSelectedText()
