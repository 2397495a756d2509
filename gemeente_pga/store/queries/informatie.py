# SPDX-License-Identifier: EUPL-1.2
"""Information items of a dossier, a weging or a bespreking."""

from datetime import date

from gemeente_pga.domain.grond import OPEN_BRON
from gemeente_pga.domain.informatie import DELEN, Informatie, InformatieItem, Signaaldeel, lines_of
from gemeente_pga.domain.kader import Kader
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.beperking import NIET_BEPERKT

_KEUZE = """
SELECT i.*, coalesce(p.naam, '') AS partij,
       (SELECT group_concat(d.partij_id) FROM informatie_deelbaar d
         WHERE d.informatie_id = i.id) AS deelbaar,
       (SELECT group_concat(p2.naam, char(31)) FROM informatie_deelbaar d
          JOIN partij p2 ON p2.id = d.partij_id
         WHERE d.informatie_id = i.id) AS deelbaar_namen
  FROM informatie i LEFT JOIN partij p ON p.id = i.partij_id
"""


def informatie_van_dossier(r: Lezer, dossier_id: int) -> tuple[InformatieItem, ...]:
    """Every item of the dossier that was not struck, oldest first; restricted ones too."""
    return _items(r, "WHERE i.dossier_id = ? AND i.geschrapt = 0", dossier_id)


def informatie_van_weging(r: Lezer, weging_id: int) -> tuple[InformatieItem, ...]:
    """The items on the table at this weging; what is restricted is not on it."""
    return _items(r, f"WHERE i.weging_id = ? AND i.geschrapt = 0 AND {NIET_BEPERKT}", weging_id)


def eerder_ingebracht(r: Lezer, weging_id: int) -> tuple[InformatieItem, ...]:
    """What an earlier weging of this dossier had on the table and this one has not.

    Without what turned out to be wrong or out of date since.
    """
    waar = f"""WHERE i.dossier_id = (SELECT dossier_id FROM weging WHERE id = ?1) AND i.weging_id <> ?1
       AND i.geschrapt = 0 AND i.tekst <> '' AND {NIET_BEPERKT}
       AND NOT EXISTS (SELECT 1 FROM informatiecorrectie c WHERE c.informatie_id = i.id)
       AND NOT EXISTS (SELECT 1 FROM actualiteit a WHERE a.informatie_id = i.id AND a.actueel = 'nee')
       AND NOT EXISTS (SELECT 1 FROM informatie n
                        WHERE n.weging_id = ?1 AND n.geschrapt = 0 AND n.tekst = i.tekst)"""
    return _items(r, waar, weging_id)


def informatie_van_bespreking(r: Lezer, bespreking_id: int) -> tuple[InformatieItem, ...]:
    """What was brought when this casus was discussed, without what is restricted."""
    return _items(r, f"WHERE i.bespreking_id = ? AND i.geschrapt = 0 AND {NIET_BEPERKT}", bespreking_id)


def informatie_item(r: Lezer, informatie_id: int) -> InformatieItem | None:
    """One item, struck or not."""
    items = _items(r, "WHERE i.id = ?", informatie_id)
    return items[0] if items else None


def signaaldelen(r: Lezer, weging_id: int, kader: Kader) -> tuple[Signaaldeel, ...]:
    """The lines of the signals on the table that are not yet items of this weging. No reporter's name."""
    rijen = r.rows(
        "SELECT s.* FROM signaal s JOIN weging_signaal ws ON ws.signaal_id = s.id WHERE ws.weging_id = ? "
        "ORDER BY julianday(s.ontvangen_op)",
        weging_id,
    )
    gedaan = {
        (rij["signaal_id"], rij["signaal_deel"])
        for rij in r.rows("SELECT signaal_id, signaal_deel FROM informatie WHERE weging_id = ?", weging_id)
    }
    return tuple(
        Signaaldeel(
            signaal_id=rij["id"],
            sleutel=f"{veld}:{nummer}",
            tekst=regel,
            soort_uitspraak=soort,
            partij_id=rij["partij_id"],
            bron=rij["bron_organisatie"] or kader.label("bron_soort", rij["bron_soort"]),
            ontvangen_op=date.fromisoformat(rij["ontvangen_op"][:10]),
            gebeurd_op=date.fromisoformat(rij["gebeurd_op"]) if rij["gebeurd_op"] else None,
            open_bron=rij["bron_kennis"] == OPEN_BRON,
        )
        for rij in rijen
        for veld, soort in DELEN.items()
        for nummer, regel in enumerate(lines_of(rij[veld]))
        if (rij["id"], f"{veld}:{nummer}") not in gedaan
    )


def vorige_gronden(r: Lezer, dossier_id: int, partij_id: int) -> tuple[str, str] | None:
    """The grounds under which this party last brought something in this dossier: (gever, ontvanger)."""
    rij = r.row(
        "SELECT grondslag_gever, grondslag_ontvanger FROM informatie WHERE dossier_id = ? AND partij_id = ? "
        "AND grondslag_gever <> '' AND geschrapt = 0 ORDER BY julianday(vastgelegd_op) DESC LIMIT 1",
        dossier_id,
        partij_id,
    )
    return (rij["grondslag_gever"], rij["grondslag_ontvanger"]) if rij else None


def _items(r: Lezer, waar: str, sleutel: int) -> tuple[InformatieItem, ...]:
    orde = (
        " ORDER BY coalesce(i.gebeurd_op, i.ontvangen_op, substr(i.vastgelegd_op, 1, 10)), "
        "julianday(i.vastgelegd_op), i.id"
    )
    return tuple(_item(rij) for rij in r.rows(_KEUZE + waar + orde, sleutel))


def _item(rij: dict[str, object]) -> InformatieItem:
    def tekst(veld: str) -> str:
        return str(rij[veld] or "")

    def dag(veld: str) -> date | None:
        return date.fromisoformat(tekst(veld)) if rij[veld] else None

    def getal(veld: str) -> int | None:
        waarde = rij[veld]
        return waarde if isinstance(waarde, int) else None

    inhoud = Informatie(
        partij_id=getal("partij_id"),
        gever=tekst("gever"),
        tekst=tekst("tekst"),
        soort_uitspraak=tekst("soort_uitspraak"),
        bron=tekst("bron"),
        gebeurd_op=dag("gebeurd_op"),
        ontvangen_op=dag("ontvangen_op"),
        grondslag_gever=tekst("grondslag_gever"),
        grondslag_ontvanger=tekst("grondslag_ontvanger"),
        doel=tekst("doel"),
        categorie=tekst("categorie"),
        noodzaak=tekst("noodzaak"),
        verkregen=tekst("verkregen"),
        markering=tekst("markering"),
        verder_gebruik=bool(rij["verder_gebruik"]),
        einddatum=dag("einddatum"),
        contactdoel=tekst("contactdoel"),
        gecontroleerd=tekst("gecontroleerd"),
        vinder=tekst("vinder"),
        vindplaats=tekst("vindplaats"),
        gevonden_op=dag("gevonden_op"),
    )
    return InformatieItem(
        id=getal("id") or 0,
        dossier_id=getal("dossier_id") or 0,
        weging_id=getal("weging_id"),
        bespreking_id=getal("bespreking_id"),
        signaal_id=getal("signaal_id"),
        inhoud=inhoud,
        partij=tekst("partij"),
        deelbaar_met=tuple(int(d) for d in tekst("deelbaar").split(",") if d),
        deelbaar_namen=tuple(n for n in tekst("deelbaar_namen").split("\x1f") if n),
        vastgelegd_op=tekst("vastgelegd_op"),
        signaal_deel=tekst("signaal_deel"),
    )
