# SPDX-License-Identifier: EUPL-1.2
"""The gate at the beginning of an act: asked inside it, so that no screen and no import goes around it."""

from dataclasses import replace
from datetime import date

from gemeente_pga.domain.document import INHOUD_VAN_DOSSIER, VRIJE_STUKKEN
from gemeente_pga.domain.dossier import CASUS_DICHT
from gemeente_pga.domain.exemplaar import VOOR_DEELNEMER, Uitgiftewens
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.poort import Deur, belet
from gemeente_pga.domain.stap import Ontbreekt
from gemeente_pga.domain.stukken import Meldformulier, from_json
from gemeente_pga.domain.tekst import kale_letters
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.beperking import staat_op_papier
from gemeente_pga.store.queries.dossiers import is_gesloten
from gemeente_pga.store.queries.poort import poortfeiten
from gemeente_pga.store.store import Writer

# Paper that stays with the coordinator or goes to who supervises her is not held back.
_BLIJFT_HIER = frozenset({"eigen_dossier", "toezicht"})
_NIET_UIT = "Dit stuk kan nu niet de deur uit."
_ZONDER_INGEBRUIKNAME = frozenset({Deur.INFORMEREN, Deur.VERSTREKKING})


def require(
    w: Lezer,
    dossier_id: int | None,
    deur: Deur,
    op: date,
    *,
    acuut: bool = False,
) -> None:
    """Storing with the first thing that stands in the way.

    dossier_id None: the municipality that a new dossier starts with; better ask once the dossier is there.
    """
    _refuse(belet(poortfeiten(w, dossier_id, op), deur, op, acuut=acuut))


def _refuse(punten: tuple[Ontbreekt, ...]) -> None:
    if punten:
        raise Storing("Dit kan nu niet.", punten[0].zin)


def require_dossier(w: Lezer, dossier_id: int, deur: Deur, op: date, *, ook_gesloten: bool = False) -> None:
    """What stops this dossier: a municipality not in use, a hold, a restriction, or that it is closed.

    Telling the betrokkene is a duty, and another municipality a way out: those wait for no ingebruikname.
    """
    feiten = poortfeiten(w, dossier_id, op)
    if deur in _ZONDER_INGEBRUIKNAME:
        feiten = replace(feiten, ontbreekt_ingebruikname=())
    _refuse(belet(replace(feiten, gesloten=feiten.gesloten and not ook_gesloten), deur, op))


def lopende_casus(w: Writer, casus_id: int) -> int:
    """The dossier of a casus that is not closed, which the act is then about."""
    rij = w.row("SELECT dossier_id, status FROM casus WHERE id = ?", casus_id)
    if rij is None:
        raise Storing("Deze casus is er niet meer.", "Ga terug naar de lijst met dossiers.")
    if rij["status"] in CASUS_DICHT:
        raise Storing(
            "Deze casus is gesloten en kan niet meer veranderen.",
            "Is er iets nieuws? Leg dan een nieuw signaal vast.",
        )
    w.dossier_id = int(rij["dossier_id"])
    return w.dossier_id


def require_casus(w: Writer, casus_id: int) -> int:
    """May anything about this casus change now? Its dossier may go on with another. Gives that dossier."""
    dossier_id = lopende_casus(w, casus_id)
    require_dossier(w, dossier_id, Deur.CASUS, date.fromisoformat(w.vastgelegd_op[:10]))
    return dossier_id


def require_bestaat(w: Lezer, dossier_id: int) -> None:
    """It may have been destroyed while a screen still showed it."""
    if w.value("SELECT 1 FROM dossier WHERE id = ?", dossier_id) is None:
        raise Storing("Dit dossier is er niet meer.", "Ga terug naar de lijst met dossiers.")


def require_open(w: Lezer, dossier_id: int) -> None:
    """A closed dossier does not change."""
    require_bestaat(w, dossier_id)
    if is_gesloten(w, dossier_id):
        raise Storing("Dit dossier is gesloten.", "Is er iets nieuws? Leg dan een nieuw signaal vast.")


def require_uitgifte(r: Lezer, document_id: int, bestemd_voor: str, op: date) -> None:
    """May this document leave the kluis now, for these people? Asked for every dossier that it is about."""
    soort = r.value("SELECT soort FROM document WHERE id = ?", document_id)
    if bestemd_voor in _BLIJFT_HIER or soort in VRIJE_STUKKEN:
        return
    rijen = r.rows(
        "SELECT dossier_id FROM document WHERE id = ?1 AND dossier_id IS NOT NULL "
        "UNION SELECT dossier_id FROM document_dossier WHERE document_id = ?1",
        document_id,
    )
    for rij in rijen:
        feiten = poortfeiten(r, rij["dossier_id"], op)
        dicht = feiten.gesloten and soort in INHOUD_VAN_DOSSIER
        punten = belet(replace(feiten, gesloten=dicht), Deur.PAPIER, op)
        if punten:
            raise Storing(_NIET_UIT, punten[0].zin)
        if staat_op_papier(r, document_id, rij["dossier_id"]):
            zin = "Er staat een gegeven in waarvan de verwerking is beperkt. Hef die beperking eerst op."
            raise Storing(_NIET_UIT, zin)


def require_bijlage_uit(r: Lezer, bijlage_id: int, bestemd_voor: str, op: date) -> None:
    """The same of an attachment: it is contents of one dossier."""
    dossier_id = r.value("SELECT dossier_id FROM bijlage WHERE id = ?", bijlage_id)
    if dossier_id is None:
        raise Storing("Deze bijlage is er niet meer.", "Open het dossier opnieuw.")
    if bestemd_voor in _BLIJFT_HIER:
        return
    punten = belet(poortfeiten(r, dossier_id, op), Deur.PAPIER, op)
    if punten:
        raise Storing(_NIET_UIT, punten[0].zin)


def require_houders(r: Lezer, document_id: int, wens: Uitgiftewens) -> Uitgiftewens:
    """The edition of one partner goes to that partner only: every holder is one of its people.

    Gives the same wish, with each holder known as somebody of that partner.
    """
    _require_melder(r, document_id, wens)
    partij = r.row(
        "SELECT p.id, p.naam FROM document d JOIN partij p ON p.id = d.partij_id WHERE d.id = ?", document_id
    )
    if partij is None or wens.bestemd_voor in _BLIJFT_HIER:
        return wens
    naam = kale_letters(partij["naam"])
    vreemd = [wie.houder for wie in wens.houders if wie.partij_id not in (None, partij["id"])]
    vreemd += [
        wie.houder for wie in wens.houders if wie.partij_id is None and naam not in kale_letters(wie.houder)
    ]
    if vreemd or wens.bestemd_voor != VOOR_DEELNEMER:
        raise Storing(
            f"Dit exemplaar is gemaakt voor {partij['naam']}.",
            "Kies ‘Deelnemer’, en schrijf bij elke houder de naam en deze organisatie.",
        )
    return replace(wens, houders=tuple(replace(wie, partij_id=partij["id"]) for wie in wens.houders))


def _require_melder(r: Lezer, document_id: int, wens: Uitgiftewens) -> None:
    """A filled meldformulier names the reporter: it goes to that reporter, or stays here."""
    melder = r.value(
        "SELECT s.melder_naam FROM document d JOIN signaal s ON s.id = d.onderwerp_id "
        "WHERE d.id = ? AND d.soort = 'meldformulier' AND d.onderwerp_soort = 'signaal'",
        document_id,
    )
    melder = melder or _beller(r, document_id)
    if not melder or wens.bestemd_voor in _BLIJFT_HIER:
        return
    if any(kale_letters(wie.houder).strip() != kale_letters(melder) for wie in wens.houders):
        raise Storing(
            "Dit formulier is alleen voor de melder: er staat in wie dat is.",
            "Schrijf als houder de naam van de melder, zoals die bij het signaal staat.",
        )


def _beller(r: Lezer, document_id: int) -> str:
    """The same of a form that was made before there is a signal: who is named on it."""
    gegevens = r.value(
        "SELECT gegevens FROM document WHERE id = ? AND soort = 'meldformulier' "
        "AND onderwerp_soort = 'telefoonnotitie'",
        document_id,
    )
    return from_json(Meldformulier, gegevens).melder_naam if gegevens else ""
