# SPDX-License-Identifier: EUPL-1.2
"""Everything the screens and the acts ask about signals, telephone notes, candidates and attachments."""

import json
from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.naamvergelijking import Bekende
from gemeente_pga.domain.notitie import Telefoonnotitie, Terugbellen
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.signaal import Signaal
from gemeente_pga.domain.signaalstap import FormeleControle, Melderbericht, Overdracht, Sluiting, Spoed
from gemeente_pga.domain.tekst import kale_letters
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.persoon import betrokkene, lees_persoon

MAX_BEKENDEN = 400


@dataclass(frozen=True, slots=True)
class Notitieblad:
    """A telephone note as it was recorded, and what became of it."""

    id: int
    notitie: Telefoonnotitie
    vastgelegd_op: str
    terugbellen: Terugbellen | None
    signaal_id: int | None
    afgehandeld_reden: str

    @property
    def is_open(self) -> bool:
        """Still to be worked out."""
        return self.signaal_id is None and not self.afgehandeld_reden

    @property
    def wacht_op_terugbellen(self) -> bool:
        """Not called back yet, and there is somebody to call."""
        return self.terugbellen is None and bool(self.notitie.beller or self.notitie.terugbelnummer)


@dataclass(frozen=True, slots=True)
class Bijlageregel:
    """One attachment in a list, without its contents."""

    id: int
    naam: str
    mediatype: str
    grootte: int
    vastgelegd_op: str
    omschrijving: str = ""
    herkomst: str = ""
    ontvangen_op: date | None = None
    grondslag: str = ""
    markering: str = ""
    grondslag_gever: str = ""
    doel: str = ""
    categorie: str = ""
    noodzaak: str = ""
    verkregen: str = ""
    vinder: str = ""
    vindplaats: str = ""
    gevonden_op: date | None = None


@dataclass(frozen=True, slots=True)
class Oudeversie:
    """What a corrected field said before."""

    veld: str
    oude_waarde: str
    reden: str
    vastgelegd_op: str


@dataclass(frozen=True, slots=True)
class Vergeleken:
    """What was decided about a candidate, with the number of the other dossier while it exists."""

    ander_dossier_id: int
    nummer: str
    uitkomst: str
    reden: str
    toelichting: str


@dataclass(frozen=True, slots=True)
class Vraag:
    """The question for which the weging waits."""

    vraag: str
    vraag_aan: str
    vraag_voor: date | None


@dataclass(frozen=True, slots=True)
class Signaalblad:
    """A registered signal with everything recorded around it before the weegploeg decides."""

    id: int
    dossier_id: int
    nummer: str
    gemeente_id: int
    gemeente: str
    persoon: Persoon
    status: str
    gemeld_als: str
    inhoud: Signaal
    notities: tuple[Notitieblad, ...]
    vastgelegd_op: str
    controle: FormeleControle | None
    gecontroleerd_op: str
    geagendeerd_voor: date | None
    uitgenodigd: tuple[str, ...]
    vraag: Vraag | None
    sluiting: Sluiting | None
    gesloten_op: str
    overdracht: Overdracht | None
    spoed: tuple[Spoed, ...]
    berichten: tuple[Melderbericht, ...]
    bijlagen: tuple[Bijlageregel, ...]
    versies: tuple[Oudeversie, ...]
    vergeleken: tuple[Vergeleken, ...]


@dataclass(frozen=True, slots=True)
class Signaalregel:
    """One signal in the list of a dossier."""

    id: int
    dossier_id: int
    soort: str
    status: str
    ontvangen_op: str
    bron_soort: str
    bron: str
    acuut: bool


def notitie(r: Lezer, notitie_id: int) -> Notitieblad | None:
    """One telephone note."""
    rij = r.row("SELECT * FROM telefoonnotitie WHERE id = ?", notitie_id)
    return None if rij is None else _notitie(rij)


def notities_van_signaal(r: Lezer, signaal_id: int) -> tuple[Notitieblad, ...]:
    """The telephone notes that became this signal."""
    rijen = r.rows(
        "SELECT * FROM telefoonnotitie WHERE signaal_id = ? ORDER BY julianday(ontvangen_op)", signaal_id
    )
    return tuple(_notitie(rij) for rij in rijen)


def _notitie(rij: dict[str, Any]) -> Notitieblad:
    velden = ("teruggebeld", "teruggebeld_op", "teruggebeld_via")
    inhoud = Telefoonnotitie(
        tekst=rij["tekst"],
        beller=rij["beller"],
        terugbelnummer=rij["terugbelnummer"],
        acuut=bool(rij["acuut"]),
        ontvangen_op=rij["ontvangen_op"],
    )
    return Notitieblad(
        id=rij["id"],
        notitie=inhoud,
        vastgelegd_op=rij["vastgelegd_op"],
        terugbellen=Terugbellen(*(rij[veld] for veld in velden)) if rij["teruggebeld"] else None,
        signaal_id=rij["signaal_id"],
        afgehandeld_reden=rij["afgehandeld_reden"],
    )


def zoek_bekenden(r: Lezer, sleutels: Collection[str]) -> list[Bekende]:
    """The persons who share a search key, those who share most first."""
    if not sleutels:
        return []
    rijen = r.rows(
        """SELECT p.*, t.sleutels AS gedeeld FROM (
             SELECT persoon_id, group_concat(sleutel, char(10)) AS sleutels, count(*) AS aantal
               FROM persoonsleutel WHERE sleutel IN (SELECT value FROM json_each(?))
              GROUP BY persoon_id ORDER BY aantal DESC, persoon_id LIMIT ?) t
           JOIN persoon p ON p.id = t.persoon_id ORDER BY t.aantal DESC, p.id""",
        json.dumps(sorted(sleutels)),
        MAX_BEKENDEN,
    )
    return [
        Bekende(rij["dossier_id"], lees_persoon(rij), rij["rol"], frozenset(rij["gedeeld"].split("\n")))
        for rij in rijen
    ]


def signaalblad(r: Lezer, signaal_id: int) -> Signaalblad | None:
    """One signal with all that was recorded around it."""
    rij = r.row(
        """SELECT s.*, d.nummer, d.gemeente_id, g.naam AS gemeente
             FROM signaal s JOIN dossier d ON d.id = s.dossier_id JOIN gemeente g ON g.id = d.gemeente_id
            WHERE s.id = ?""",
        signaal_id,
    )
    if rij is None:
        return None
    wie = betrokkene(r, rij["dossier_id"])
    if wie is None:
        raise LookupError("dossier without betrokkene")
    return Signaalblad(
        id=signaal_id,
        dossier_id=rij["dossier_id"],
        nummer=rij["nummer"],
        gemeente_id=rij["gemeente_id"],
        gemeente=rij["gemeente"],
        persoon=wie.persoon,
        status=rij["status"],
        gemeld_als=rij["gemeld_als"],
        inhoud=lees_signaal(rij),
        notities=notities_van_signaal(r, signaal_id),
        vastgelegd_op=rij["vastgelegd_op"],
        controle=_controle(rij),
        gecontroleerd_op=rij["gecontroleerd_op"] or "",
        geagendeerd_voor=lees_dag(rij["geagendeerd_voor"]),
        uitgenodigd=_uitgenodigd(r, signaal_id),
        vraag=Vraag(rij["vraag"], rij["vraag_aan"], lees_dag(rij["vraag_voor"])) if rij["vraag"] else None,
        sluiting=Sluiting(rij["sluitreden"], rij["sluit_toelichting"]) if rij["sluitreden"] else None,
        gesloten_op=rij["gesloten_op"] or "",
        overdracht=_overdracht(rij),
        spoed=spoedmeldingen(r, signaal_id),
        berichten=melderberichten(r, signaal_id),
        bijlagen=bijlagen(r, "signaal", signaal_id),
        versies=_versies(r, signaal_id),
        vergeleken=_vergeleken(r, signaal_id),
    )


def lees_signaal(rij: dict[str, Any]) -> Signaal:
    """A signal from a row of table signaal."""
    waarden = {veld.name: rij[veld.name] for veld in fields(Signaal)}
    return Signaal(**waarden | {"gebeurd_op": lees_dag(rij["gebeurd_op"]), "acuut": bool(rij["acuut"])})


def signalen_van_dossier(r: Lezer, dossier_id: int) -> tuple[Signaalregel, ...]:
    """The signals in a dossier, newest first."""
    rijen = r.rows(
        "SELECT id, dossier_id, soort, status, ontvangen_op, bron_soort, acuut, "
        "CASE WHEN bron_organisatie <> '' THEN bron_organisatie ELSE melder_naam END AS bron "
        "FROM signaal WHERE dossier_id = ? ORDER BY julianday(ontvangen_op) DESC, id",
        dossier_id,
    )
    return tuple(Signaalregel(**rij | {"acuut": bool(rij["acuut"])}) for rij in rijen)


def spoedmeldingen(r: Lezer, signaal_id: int) -> tuple[Spoed, ...]:
    """Who was called because of acute danger, in the order of the calls."""
    rijen = r.rows("SELECT * FROM spoed WHERE signaal_id = ? ORDER BY julianday(gebeld_op), id", signaal_id)
    return tuple(Spoed(**{veld.name: rij[veld.name] for veld in fields(Spoed)}) for rij in rijen)


def melderberichten(r: Lezer, signaal_id: int) -> tuple[Melderbericht, ...]:
    """What the reporter was told, in order."""
    rijen = r.rows(
        "SELECT soort, op, wijze, tekst FROM melderbericht WHERE signaal_id = ? "
        "ORDER BY op, julianday(vastgelegd_op)",
        signaal_id,
    )
    return tuple(Melderbericht(**rij | {"op": date.fromisoformat(rij["op"])}) for rij in rijen)


def bijlagen(r: Lezer, onderwerp_soort: str, onderwerp_id: int) -> tuple[Bijlageregel, ...]:
    """The attachments of a subject, without their contents."""
    rijen = r.rows(
        "SELECT id, naam, mediatype, grootte, vastgelegd_op FROM bijlage "
        "WHERE onderwerp_soort = ? AND onderwerp_id = ? ORDER BY julianday(vastgelegd_op), naam",
        onderwerp_soort,
        onderwerp_id,
    )
    return tuple(Bijlageregel(**rij) for rij in rijen)


def bijlage(r: Lezer, bijlage_id: int) -> tuple[int, BerichtBijlage] | None:
    """The dossier of an attachment, and the attachment with its contents."""
    rij = r.row("SELECT dossier_id, naam, mediatype, inhoud FROM bijlage WHERE id = ?", bijlage_id)
    return (
        None
        if rij is None
        else (rij["dossier_id"], BerichtBijlage(rij["naam"], rij["mediatype"], rij["inhoud"]))
    )


def bijlagemarkering(r: Lezer, bijlage_id: int) -> str:
    """What was agreed on sharing this attachment; "" when nothing was."""
    return str(r.value("SELECT markering FROM bijlage WHERE id = ?", bijlage_id) or "")


def omvang_bijlagen(r: Lezer) -> int:
    """How many bytes of attachments the kluis holds."""
    return int(r.value("SELECT coalesce(sum(grootte), 0) FROM bijlage"))


def partij_bij_bron(r: Lezer, bron_soort: str, organisatie: str) -> int | None:
    """The partner that is the source itself: it may later sit at the table that weighs its own signal.

    A core party is known by its kind (there is one police); any other partner only by its own name.
    """
    rijen = r.rows(
        "SELECT id, naam, kernpartij FROM partij WHERE soort = ? AND actief = 1 ORDER BY naam", bron_soort
    )
    genoemd = kale_letters(organisatie)
    bij_naam = [rij["id"] for rij in rijen if kale_letters(rij["naam"]) == genoemd]
    kern = [rij["id"] for rij in rijen if rij["kernpartij"]]
    gevonden = bij_naam or kern
    return int(gevonden[0]) if gevonden else None


def _controle(rij: dict[str, Any]) -> FormeleControle | None:
    if not rij["gecontroleerd_op"]:
        return None
    return FormeleControle(**{veld.name: rij[veld.name] for veld in fields(FormeleControle)})


def _overdracht(rij: dict[str, Any]) -> Overdracht | None:
    op = lees_dag(rij["overgedragen_op"])
    if op is None:
        return None
    return Overdracht(rij["overgedragen_aan"], rij["overgedragen_wat"], rij["overgedragen_grondslag"], op)


def _uitgenodigd(r: Lezer, signaal_id: int) -> tuple[str, ...]:
    rijen = r.rows(
        "SELECT p.naam FROM signaal_uitnodiging u JOIN partij p ON p.id = u.partij_id WHERE u.signaal_id = ? "
        "ORDER BY p.kernpartij DESC, p.naam COLLATE NOCASE",
        signaal_id,
    )
    return tuple(rij["naam"] for rij in rijen)


def _versies(r: Lezer, signaal_id: int) -> tuple[Oudeversie, ...]:
    rijen = r.rows(
        "SELECT veld, oude_waarde, reden, vastgelegd_op FROM signaal_versie WHERE signaal_id = ? "
        "ORDER BY julianday(vastgelegd_op) DESC, veld",
        signaal_id,
    )
    return tuple(Oudeversie(**rij) for rij in rijen)


def _vergeleken(r: Lezer, signaal_id: int) -> tuple[Vergeleken, ...]:
    rijen = r.rows(
        "SELECT v.ander_dossier_id, coalesce(d.nummer, '') AS nummer, v.uitkomst, v.reden, v.toelichting "
        "FROM vergelijking v LEFT JOIN dossier d ON d.id = v.ander_dossier_id "
        "WHERE v.signaal_id = ? ORDER BY d.nummer, v.uitkomst",
        signaal_id,
    )
    return tuple(Vergeleken(**rij) for rij in rijen)
