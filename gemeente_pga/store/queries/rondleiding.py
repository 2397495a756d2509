# SPDX-License-Identifier: EUPL-1.2
"""How far somebody is with a walk: read from what was recorded, by the dossier that she began herself."""

from gemeente_pga.domain.rondleiding import AAN_DE_SLAG, Stand
from gemeente_pga.domain.sleutels import SlotSoort
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.poort import niet_gereed

# The rows of this table that were new after act ?1, the newest first.
_NIEUW = (
    "SELECT t.* FROM wijziging w JOIN {tabel} t ON t.id = w.rij "
    "WHERE w.handeling > ?1 AND w.tabel = '{tabel}' AND w.soort = 'nieuw' ORDER BY w.id DESC"
)
_LOOPT = ("in_uitvoering", "herbeoordeling", "op_of_afgeschaald", "afgesloten", "gesloten")
_ANDERS = ("doorgeleid", "afgesloten", "overgedragen", "gesloten", "vernietigd")


def stand(r: Lezer, route: str, vanaf: int, criteria: frozenset[str]) -> Stand:
    """What is done of this walk. criteria: which questions a weging has."""
    return _eerste_dagen(r) if route == AAN_DE_SLAG else _voorbeeldcasus(r, vanaf, criteria)


def laatste_handeling(r: Lezer) -> int:
    """The number of the last act: what comes after it belongs to the walk that begins now."""
    return int(r.value("SELECT coalesce(max(n), 0) FROM handeling"))


def is_leeg(r: Lezer) -> bool:
    """Is there no dossier yet?"""
    return not r.value("SELECT EXISTS (SELECT 1 FROM dossier)")


def _voorbeeldcasus(r: Lezer, vanaf: int, criteria: frozenset[str]) -> Stand:
    klaar: set[str] = set()
    ids: dict[str, int] = {}
    notities = r.rows(_NIEUW.format(tabel="telefoonnotitie"), vanaf)
    notitie = next((n for n in notities if n["signaal_id"]), next(iter(notities), None))
    if notitie is not None:
        ids["notitie"] = notitie["id"]
        klaar.add("notitie")
        if notitie["teruggebeld"]:
            klaar.add("terugbellen")
    if notitie is not None and notitie["signaal_id"]:
        signaal = r.row("SELECT * FROM signaal WHERE id = ?", notitie["signaal_id"])
    else:
        signaal = next(iter(r.rows(_NIEUW.format(tabel="signaal"), vanaf)), None)
    if signaal is None:
        return Stand(frozenset(klaar), ids)
    if notitie is None:  # begun with an e-mail or a form: there is nobody to call back
        klaar |= {"notitie", "terugbellen"}
    klaar.add("signaal")
    ids |= {"signaal": signaal["id"], "dossier": signaal["dossier_id"]}
    klaar |= {stap for stap, kolom in (("controle", "gecontroleerd_op"), ("agenderen", "geagendeerd_voor"))
              if signaal[kolom]}  # fmt: skip
    dossier_id = signaal["dossier_id"]
    _weging(r, dossier_id, criteria, klaar, ids)
    casus = r.row("SELECT id, status, gesloten_op FROM casus WHERE dossier_id = ?", dossier_id)
    if casus is None:
        return Stand(frozenset(klaar), ids, gestrand=signaal["status"] in _ANDERS)
    klaar.add("besluit")
    _casus(r, casus["id"], dossier_id, klaar, ids)
    if casus["status"] in _LOOPT:
        klaar.add("uitvoering")
    if casus["gesloten_op"]:
        klaar.add("afsluiten")
    return Stand(frozenset(klaar), ids)


def _weging(
    r: Lezer, dossier_id: int, criteria: frozenset[str], klaar: set[str], ids: dict[str, int]
) -> None:
    weging = r.row(
        "SELECT w.id, w.proportionaliteit, w.informeren, "
        "EXISTS (SELECT 1 FROM handeling h WHERE h.dossier_id = w.dossier_id AND h.code = 'weging.tafel') "
        "AS tafel, EXISTS (SELECT 1 FROM informatie i WHERE i.weging_id = w.id) AS informatie "
        "FROM weging w WHERE w.dossier_id = ? ORDER BY julianday(w.vastgelegd_op) DESC LIMIT 1",
        dossier_id,
    )
    if weging is None:
        return
    ids["weging"] = weging["id"]
    vragen = r.rows(
        "SELECT criterium FROM weging_criterium WHERE weging_id = ? AND antwoord <> ''", weging["id"]
    )
    gedaan = {
        "tafel": weging["tafel"],
        "informatie": weging["informatie"],
        "oordelen": criteria <= {vraag["criterium"] for vraag in vragen},
        "afweging": weging["proportionaliteit"] and weging["informeren"],
    }
    klaar |= {stap for stap, ja in gedaan.items() if ja}


def _casus(r: Lezer, casus_id: int, dossier_id: int, klaar: set[str], ids: dict[str, int]) -> None:
    overleg = r.row(
        "SELECT o.id, o.status, EXISTS (SELECT 1 FROM besluit x WHERE x.bespreking_id = b.id) "
        "AND EXISTS (SELECT 1 FROM actie x WHERE x.bespreking_id = b.id) AS uitgewerkt "
        "FROM bespreking b JOIN overleg o ON o.id = b.overleg_id WHERE b.casus_id = ? "
        "ORDER BY o.datum LIMIT 1",
        casus_id,
    )
    if overleg is not None:
        ids["overleg"] = overleg["id"]
        klaar.add("overleg")
        klaar |= {"uitwerken"} if overleg["uitgewerkt"] or overleg["status"] == "vastgesteld" else set()
        klaar |= {"verslag"} if overleg["status"] == "vastgesteld" else set()
    open_ = r.value("SELECT id FROM herbeoordeling WHERE casus_id = ? AND status = 'concept'", casus_id)
    if open_ is not None:
        ids["herbeoordeling"] = open_
    rij = r.row(
        "SELECT EXISTS (SELECT 1 FROM casusdeelnemer WHERE casus_id = ?1) AS deelnemers, "
        "EXISTS (SELECT 1 FROM plan WHERE casus_id = ?1 AND status = 'vastgesteld') AS plan, "
        "EXISTS (SELECT 1 FROM herbeoordeling WHERE casus_id = ?1 AND status = 'vastgesteld') "
        "AS herbeoordeling, "
        "EXISTS (SELECT 1 FROM uitgifte WHERE dossier_id = ?2) OR EXISTS (SELECT 1 FROM document_dossier d "
        "JOIN uitgifte u ON u.document_id = d.document_id WHERE d.dossier_id = ?2) AS papier",
        casus_id,
        dossier_id,
    )
    klaar |= {stap for stap, ja in (rij or {}).items() if ja}


def _eerste_dagen(r: Lezer) -> Stand:
    rij = r.row(
        "SELECT NOT EXISTS (SELECT 1 FROM gemeente WHERE contactpunt = '' OR fg = '') AS gemeente, "
        "NOT EXISTS (SELECT 1 FROM partij WHERE kernpartij = 1 AND actief = 1 AND telefoon = '' "
        "AND soort <> 'gemeente') AS partners, "
        "EXISTS (SELECT 1 FROM reservekopie) AS backup, "
        "EXISTS (SELECT 1 FROM terugzetting WHERE soort = 'oefening' AND goed = 1) AS herstel, "
        "EXISTS (SELECT 1 FROM sleutel WHERE soort = ?) AS vervanger, "
        "EXISTS (SELECT 1 FROM vaststellingsronde v JOIN kader k ON k.id = v.kader_id "
        "WHERE k.actief = 1 AND v.afgerond_op IS NOT NULL) AS kader",
        SlotSoort.VERVANGER.value,
    )
    gedaan = dict(rij or {})
    gemeenten = r.rows("SELECT id FROM gemeente")
    gedaan["ingebruikname"] = bool(gemeenten) and not any(niet_gereed(r, g["id"]) for g in gemeenten)
    return Stand(frozenset(stap for stap, ja in gedaan.items() if ja))
