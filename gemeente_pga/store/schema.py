# SPDX-License-Identifier: EUPL-1.2
"""The shape of the database: numbered migrations, log triggers made from the tables, the check on opening.

Hides SQLite's catalogue. The triggers are never written by hand: they follow the live columns, and are
dropped and made anew as the last step of every migration. They call no function of ours (trusted_schema is
off).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from gemeente_pga.store import verbinding as laag
from gemeente_pga.store.storingen import SchemaWijktAf
from gemeente_pga.store.verbinding import Verbinding

JOURNAALTABELLEN = ("handeling", "wijziging", "zegel", "ketting")
NIET_GELOGD = frozenset({*JOURNAALTABELLEN, "lopend", "sporen", "concept"})

# Which texts of which table can be found with the search field.
ZOEKBAAR: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "dossier": ("nummer",),
        "persoon": ("voornamen", "voorvoegsel", "geslachtsnaam", "eerdere_namen", "doel"),
        "telefoonnotitie": ("tekst",),
        "signaal": (
            "zelf_waargenomen", "van_anderen", "interpretatie", "eigen_opmerking",
            "eerder_besproken_toelichting", "controle_toelichting", "vraag", "sluit_toelichting",
            "bron_organisatie", "melder_functie", "vraag_aan", "overgedragen_aan", "overgedragen_wat",
        ),
        "melderbericht": ("tekst",),
        "spoed": ("verteld",),
        "consultatie": ("titel", "gevraagd", "advies"),
        "bijlage": ("naam", "omschrijving", "herkomst", "doel", "noodzaak", "vindplaats"),
        "informatie": ("tekst", "gever", "bron", "doel", "noodzaak", "vindplaats"),
        "weging": (
            "onvolledig_toelichting", "bron_weegt_mee_toelichting", "samenhang", "subsidiariteit",
            "proportionaliteit", "bevoegd_toelichting", "minderheidsstandpunt", "vervolg", "besluit_reden",
            "doorgeleid_naar", "doorgeleid_wat", "vraag", "vraag_aan", "informeren_reden",
        ),
        "weging_partij": ("standpunt_toelichting",),
        "weging_criterium": ("reden", "vraag", "vraag_aan"),
        "casus": (
            "nummer", "sluit_toelichting", "casusregisseur", "informeren_reden", "resultaat",
            "partners_bewaren",
        ),
        "casusdeelnemer": ("naam", "functie"),
        "plan": ("bij_verergering", "bij_verbetering"),
        "doel": ("tekst",),
        "factor": ("tekst", "bron"),
        "interventie": ("omschrijving", "eigenaar", "maat", "effect"),
        "bespreking": ("doel", "overwegingen", "minderheidsstandpunt", "minderheidsstandpunt_van",
                       "informeren_reden"),
        "besluit": ("tekst",),
        "actie": ("wat", "wie", "maat", "conditie", "buiten_wie", "buiten_wat"),
        "actie_voortgang": ("toelichting",),
        "informatiecorrectie": ("juist",),
        "houderbericht": ("houder", "heeft", "antwoord_tekst"),
        "informeerbesluit": ("informeren_reden",),
        "verstrekking": ("ontvanger", "wat", "doel", "noodzaak", "zonder_rol_reden"),
        "bronakkoord": ("ontvanger", "gevraagd_aan", "voorwaarde"),
        "verzoek": ("nummer", "wat", "besluit_tekst"),
        "zienswijze": ("tekst", "reactie"),
        "beperking": ("reden", "opgeheven_reden"),
        "aanhouding": ("toelichting", "vervolg"),
        "opschorting": ("toelichting",),
        "herbeoordeling": ("noodzaak", "subsidiariteit", "proportionaliteit"),
        "herbeoordeling_criterium": ("reden", "wat_veranderde"),
        "overdracht": ("inhoud", "geweigerd_reden"),
        "memo": (
            "gevraagd", "waarom", "alternatieven", "risico_wel", "risico_niet", "antwoord_tekst",
        ),
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Migratie:
    """One numbered script; after it the database has this number as its version."""

    nummer: int
    sql: str


@cache
def migraties() -> tuple[Migratie, ...]:
    """The scripts of this program, in order and without gaps."""
    map_ = resources.files("gemeente_pga.store") / "migraties"
    scripts = sorted((b for b in map_.iterdir() if b.name.endswith(".sql")), key=lambda b: b.name)
    gevonden = tuple(Migratie(int(b.name[:4]), b.read_text(encoding="utf-8")) for b in scripts)
    if [m.nummer for m in gevonden] != list(range(1, len(gevonden) + 1)):
        raise ValueError("the migrations are not numbered 1, 2, 3 …")
    return gevonden


def versie(v: Verbinding) -> int:
    """The number of the last migration that this database has had."""
    return int(v.waarde("PRAGMA user_version"))


def voer_migraties_uit(v: Verbinding, scripts: tuple[Migratie, ...]) -> None:
    """Run the scripts and make the triggers anew, inside the transaction of the caller."""
    verwijder_triggers(v)
    for migratie in scripts:
        for opdracht in laag.opdrachten(migratie.sql):
            v.doe(opdracht)
        v.doe(f"PRAGMA user_version = {migratie.nummer:d}")
    maak_triggers(v)


def gelogde_tabellen(v: Verbinding) -> dict[str, tuple[str, ...]]:
    """Every table whose changes are logged, with its columns in the order of the table."""
    # Virtual tables and the tables behind them have another type here; SQLite's own begin with sqlite_.
    regels = v.lees(
        "SELECT t.name, k.name FROM pragma_table_list t JOIN pragma_table_info(t.name) k "
        "WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
        "ORDER BY t.name, k.cid"
    )
    tabellen: dict[str, tuple[str, ...]] = {}
    for tabel, kolom in regels:
        if tabel not in NIET_GELOGD:
            tabellen[tabel] = (*tabellen.get(tabel, ()), kolom)
    return tabellen


@cache
def verwijzingen() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Every logged table -> (column, table that it refers to); each table after those that it refers to."""
    wacht = {
        tabel: tuple((regel[3], regel[2]) for regel in regels)
        for tabel, regels in _per_tabel("foreign_key_list").items()
    }
    op_volgorde: dict[str, tuple[tuple[str, str], ...]] = {}
    while wacht:
        klaar = [tabel for tabel, naar in wacht.items() if {n for _, n in naar} <= {*op_volgorde, tabel}]
        if not klaar:
            raise ValueError("the tables refer to each other in a circle")
        op_volgorde |= {tabel: wacht.pop(tabel) for tabel in klaar}
    return MappingProxyType(op_volgorde)


@cache
def kolommen() -> Mapping[str, Mapping[str, str]]:
    """Every logged table -> its columns with their kinds, as the migrations make them."""
    return MappingProxyType(
        {
            tabel: MappingProxyType({regel[1]: regel[2] for regel in regels})
            for tabel, regels in _per_tabel("table_info").items()
        }
    )


@cache
def verplicht() -> Mapping[str, frozenset[str]]:
    """Every logged table -> the columns that are never empty (NOT NULL)."""
    regels = _per_tabel("table_info").items()
    return MappingProxyType(
        {tabel: frozenset(k[1] for k in kolommen_ if k[3]) for tabel, kolommen_ in regels}
    )


def _per_tabel(vraag: str) -> dict[str, list[tuple[Any, ...]]]:
    """What SQLite says about every logged table of an empty database, without triggers."""
    vers = laag.geheugen()
    try:
        for migratie in migraties():
            for opdracht in laag.opdrachten(migratie.sql):
                vers.doe(opdracht)
        return {tabel: vers.lees(f"PRAGMA {vraag}({tabel})") for tabel in gelogde_tabellen(vers)}
    finally:
        vers.sluit()


@cache
def persoonskolommen() -> Mapping[str, tuple[tuple[str, bool], ...]]:
    """Every table with rows of one dossier or person -> (column that says something, is it a file)."""
    naar = verwijzingen()
    return MappingProxyType(
        {
            tabel: tuple(
                (naam, soort == "BLOB")
                for naam, soort in namen.items()
                if naam not in {"id", *(kolom for kolom, _ in naar[tabel])}
                and not (soort == "INTEGER" and naam.endswith("_id"))
            )
            for tabel, namen in kolommen().items()
            if tabel == "dossier" or {"dossier_id", "persoon_id"} & {*namen}
        }
    )


def maak_triggers(v: Verbinding) -> None:
    """Three log triggers on every logged table, two locks on every table of the log itself."""
    for tabel, namen in gelogde_tabellen(v).items():
        for sql in _logtriggers(tabel, namen):
            v.doe(sql)
    for tabel in JOURNAALTABELLEN:
        for actie in ("UPDATE", "DELETE"):
            v.doe(
                f"CREATE TRIGGER vast_{tabel}_{actie.lower()} BEFORE {actie} ON {tabel} "
                "BEGIN SELECT RAISE(ABORT, 'het journaal ligt vast'); END"
            )


def verwijder_triggers(v: Verbinding) -> None:
    """Drop all triggers: there are none but the generated ones."""
    for (naam,) in v.lees("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        v.doe(f'DROP TRIGGER "{naam}"')


def _logtriggers(tabel: str, namen: tuple[str, ...]) -> tuple[str, str, str]:
    """The triggers of one table. Outside an act lopend is empty: handeling is NULL and NOT NULL refuses."""
    if "id" not in namen:
        raise ValueError(f"table {tabel} has no id")
    velden = " || ".join(
        f"CASE WHEN NEW.{kolom} IS NOT OLD.{kolom} THEN ',{kolom}' ELSE '' END"
        for kolom in namen
        if kolom != "id"
    )
    log = "INSERT INTO wijziging (handeling, tabel, rij, soort, velden) VALUES ((SELECT id FROM lopend)"
    return (
        f"CREATE TRIGGER log_{tabel}_nieuw AFTER INSERT ON {tabel} "
        f"BEGIN {log}, '{tabel}', NEW.id, 'nieuw', ''); END",
        f"CREATE TRIGGER log_{tabel}_gewijzigd AFTER UPDATE ON {tabel} "
        "BEGIN SELECT RAISE(ABORT, 'een id verandert nooit') WHERE NEW.id IS NOT OLD.id; "
        f"{log}, '{tabel}', NEW.id, 'gewijzigd', substr({velden}, 2)); END",
        f"CREATE TRIGGER log_{tabel}_verwijderd AFTER DELETE ON {tabel} "
        f"BEGIN {log}, '{tabel}', OLD.id, 'verwijderd', ''); END",
    )


Catalogus = frozenset[tuple[str, str, str, str | None]]


def catalogus(v: Verbinding) -> Catalogus:
    """Everything that defines the schema, word for word."""
    return frozenset(v.lees("SELECT type, name, tbl_name, sql FROM sqlite_master"))


@cache
def _verwacht(scripts: tuple[Migratie, ...]) -> tuple[Catalogus, Mapping[str, tuple[str, ...]]]:
    vers = laag.geheugen()
    try:
        voer_migraties_uit(vers, scripts)
        return catalogus(vers), MappingProxyType(gelogde_tabellen(vers))
    finally:
        vers.sluit()


def verwachte_catalogus(scripts: tuple[Migratie, ...]) -> Catalogus:
    """What the same migrations make of an empty database."""
    return _verwacht(scripts)[0]


def verwachte_tabellen(scripts: tuple[Migratie, ...]) -> dict[str, tuple[str, ...]]:
    """gelogde_tabellen of a kluis whose schema was found to be exactly that of these migrations."""
    return dict(_verwacht(scripts)[1])


def controleer_schema(v: Verbinding, scripts: tuple[Migratie, ...]) -> None:
    """SchemaWijktAf unless the schema, triggers included, is exactly the one the migrations make."""
    if catalogus(v) != verwachte_catalogus(scripts):
        raise SchemaWijktAf
