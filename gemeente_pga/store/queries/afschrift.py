# SPDX-License-Identifier: EUPL-1.2
"""Everything about one person: every row of her dossiers, found by the schema, with a proposal per column.

A new table or column is in it by itself, and then has to be judged: only what is known to be a date, a code
or her own name is given without somebody looking at it.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from gemeente_pga.domain import afschrift as pak
from gemeente_pga.domain.afscherming import MELDER, NAASTE, Masker, Naam
from gemeente_pga.domain.afschrift import Gegeven, Onderdeel, Oordeel
from gemeente_pga.domain.document import SOORTNAMEN
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.domain.verzoek import Verzoekregel
from gemeente_pga.store import schema
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.afschriftnaaste import als_naaste
from gemeente_pga.store.queries.dossiers import dossiers_van

# What the program computes: no fact about anybody. The judgements themselves stand in the list of the copy.
ZONDER_INHOUD = frozenset(
    {"sha256", "controlecode", "mediatype", "zout", "handeling_n", "vindplaats:lekbesluit"}
)
ZONDER_TABEL = frozenset({"afschriftregel"})
_SAMEN = frozenset({"persoonsleutel", "statusovergang", "weging_feit"})  # many rows that say little: one part
_TELLEN = frozenset({"huisnummer", "versie", "volgorde", "volgnummer", "exemplaren", "nummer", "n"})
# Columns that hold a code; only what looks like one is given unread.
_CODES = frozenset({
    "aanwezig", "actueel", "antwoord", "besluit", "bewaartermijn", "bron_bekend", "bron_kennis",
    "bron_soort", "categorie", "code", "contactdoel", "criterium", "documentsoort", "gecontroleerd",
    "geheimhouding", "geinformeerd_hoe", "gerubriceerd", "grondslag", "grondslag_gever",
    "grondslag_ontvanger", "hoedanigheid", "huisgenoten", "identiteit_wijze", "informeren",
    "informeren_grondslag", "kanaal", "leefgebied", "markering", "naam_noemen", "onderwerp_soort",
    "ontvanger_soort", "oordeel", "over_persoon", "regel", "richting", "rol", "slot", "sluitreden", "soort",
    "soort_uitspraak", "stand", "status", "teruggebeld", "uitkomst", "veld", "verkregen", "verwerking",
    "waardering", "wijze",
})  # fmt: skip
_MELDER = frozenset({"melder_naam", "melder_functie", "melder_contact", "beller", "terugbelnummer"})
_NAMEN = frozenset({
    "casusregisseur", "contact", "door", "gemeld_door", "gever", "besloten_door", "bevestigd_door",
    "informeren_door", "ontvangen_door", "naam", "persoon", "teruggebeld_via", "vinder", "voorzitter",
    "wie_vertelt",
})  # fmt: skip
_BRIEVEN = frozenset({"besluit", "brief", "afschrift"})
_CODE = re.compile(r"[a-z0-9_]+")
_NUMMER = re.compile(r"V?\d{4}-\d{3}(-\w{1,4})?")
_DAGKOLOMMEN = ("gebeurd_op", "datum", "op", "besloten_op", "ontvangen_op", "vastgesteld_op", "vastgelegd_op")
_POLITIETEKST, _MERK_POLITIE = 12, "[gegeven van de politie]"
_VOLGORDE = ("persoon", "dossier", "telefoonnotitie", "signaal", "informatie", "weging", "casus")
_TITELS = {
    "persoon": "Wie u bent", "persoonsleutel": "Sleutel om uw naam te vinden", "informatie": "Informatie",
    "weging_criterium": "Antwoord bij een weging", "weging_partij": "Standpunt bij een weging",
    "actie_voortgang": "Voortgang van een actie", "bespreking": "Bespreking in een overleg",
    "signaal_versie": "Eerdere tekst van een signaal", "statusovergang": "Veranderingen van de stand",
    "weging_feit": "Waar een weging op steunt", "datalek_dossier": "Datalek",
    "plan": "Plan van aanpak", "doel": "Doel in het plan", "factor": "Omstandigheid in het plan",
    "exemplaar": "Exemplaar van een stuk", "uitgifte": "Stuk dat is afgedrukt of opgeslagen",
    "verzoekstap": "Stap bij een verzoek", "gezag": "Wie het gezag heeft", "document": "Stuk",
    "herbeoordeling_criterium": "Antwoord bij een herbeoordeling", "persoon_bsn": "Burgerservicenummer",
    "casusdeelnemer": "Deelnemer aan de casus", "lekbesluit": "Controle van een stuk",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Grond:
    """What is known before the first row is read."""

    dossiers: tuple[int, ...]
    naasten: frozenset[int]
    politie: frozenset[int]  # rows of informatie and signaal that the police gave
    politiebesluit: bool
    masker: Masker
    politieteksten: tuple[str, ...]
    oordelen: dict[tuple[str, int, str], tuple[str, Oordeel]] = field(default_factory=dict)


def alles_over(r: Lezer, regel: Verzoekregel) -> tuple[Onderdeel, ...]:
    """Every row about the person of this request, in an order for reading."""
    if regel.dossier_id is None:
        return ()
    grond = _grond(r, regel)
    rijen = [(tabel, rij) for tabel in _tabellen() for rij in _rijen(r, tabel, grond)]
    teksten = " ".join(_plat(t) for tabel, rij in rijen if tabel != "document" for t in _teksten(tabel, rij))
    uit: list[Onderdeel] = []
    samen: dict[str, list[Gegeven]] = {}
    for tabel, rij in rijen:
        gegevens = tuple(_gegevens(tabel, rij, grond, teksten))
        if gegevens and tabel in _SAMEN:
            samen.setdefault(tabel, []).extend(gegevens)
        elif gegevens:
            uit.append(Onderdeel(_titel(tabel, rij, gegevens), gegevens))
    uit += [Onderdeel(_TITELS[tabel], tuple(gegevens)) for tabel, gegevens in samen.items()]
    for deel in als_naaste(r, grond.dossiers, grond.masker):
        uit.append(replace(deel, gegevens=tuple(_met_oordeel(g, grond) for g in deel.gegevens)))
    return (*uit, *_van_meer_personen(r, grond))


def afschrift_van(r: Lezer, verzoek_id: int) -> int | None:
    """The copy that was made for this request."""
    vraag = "SELECT id FROM document WHERE soort = 'afschrift' AND onderwerp_soort = 'verzoek' "
    gevonden = r.value(f"{vraag}AND onderwerp_id = ?", verzoek_id)
    return int(gevonden) if gevonden is not None else None


def elders(r: Lezer, dossier_id: int) -> tuple[str, ...]:
    """Other dossiers with somebody of the same name and no other day of birth: for a person to look at."""
    eigen = json.dumps(dossiers_van(r, dossier_id))
    rijen = r.rows(
        "SELECT DISTINCT d.nummer FROM persoon z JOIN persoonsleutel k ON k.persoon_id = z.id "
        "JOIN persoonsleutel m ON m.sleutel = k.sleutel JOIN persoon p ON p.id = m.persoon_id "
        "JOIN dossier d ON d.id = p.dossier_id WHERE z.rol = 'betrokkene' "
        "AND z.dossier_id IN (SELECT value FROM json_each(?1)) "
        "AND p.dossier_id NOT IN (SELECT value FROM json_each(?1)) AND p.geslachtsnaam = z.geslachtsnaam "
        "AND (p.voornamen = z.voornamen OR p.voornamen = '' OR z.voornamen = '') "
        "AND (p.geboortedatum = z.geboortedatum OR p.geboortedatum IS NULL OR z.geboortedatum IS NULL) "
        "ORDER BY d.nummer",
        eigen,
    )
    return tuple(rij["nummer"] for rij in rijen)


def onaf(r: Lezer, onderdelen: Iterable[Onderdeel]) -> int:
    """How much was typed about these rows and not recorded. Ids are random: a number that is one means it."""
    ids = {str(g.rij) for deel in onderdelen for g in deel.gegevens}
    rijen = r.rows("SELECT sleutel, inhoud FROM concept WHERE soort NOT IN ('afschrift', 'lijst', 'plek')")
    return sum(bool(ids & {*re.findall(r"[0-9]+", f"{rij['sleutel']} {rij['inhoud']}")}) for rij in rijen)


def journaalregel(r: Lezer, dossier_id: int) -> str:
    """What the log holds about these dossiers, without its lines: they have no contents and no names."""
    ids = json.dumps(dossiers_van(r, dossier_id))
    rij = r.row(
        "SELECT count(*) AS aantal, min(tijd) AS van, max(tijd) AS tot FROM handeling "
        "WHERE dossier_id IN (SELECT value FROM json_each(?))",
        ids,
    )
    if rij is None or not rij["aantal"]:
        return ""
    van, tot = (datum_lang(date.fromisoformat(rij[naam][:10])) for naam in ("van", "tot"))
    return (
        f"Het programma houdt bij wanneer iemand iets deed: {rij['aantal']} keer, van {van} tot en met "
        f"{tot}. Daarin staat geen inhoud."
    )


# ---- what there is


def _tabellen() -> list[str]:
    namen = [t for t in schema.persoonskolommen() if t not in ZONDER_TABEL]
    return sorted(namen, key=lambda t: (_VOLGORDE.index(t) if t in _VOLGORDE else len(_VOLGORDE), t))


def _rijen(r: Lezer, tabel: str, grond: _Grond) -> list[dict[str, Any]]:
    namen = schema.kolommen()[tabel]
    bestanden = {naam for naam, bestand in schema.persoonskolommen()[tabel] if bestand}
    kies = ", ".join(f"length({naam}) AS {naam}" if naam in bestanden else naam for naam in namen)
    waar = "id" if tabel == "dossier" else "dossier_id" if "dossier_id" in namen else ""
    ids = "(SELECT value FROM json_each(?))"
    lid = f"{waar} IN {ids}" if waar else f"persoon_id IN (SELECT id FROM persoon WHERE dossier_id IN {ids})"
    # The names come from the schema, not from anybody's typing.
    return r.rows(f"SELECT {kies} FROM {tabel} WHERE {lid} ORDER BY id", json.dumps(grond.dossiers))


def _teksten(tabel: str, rij: dict[str, Any]) -> Iterator[str]:
    for kolom, bestand in schema.persoonskolommen()[tabel]:
        if not bestand and isinstance(rij[kolom], str):
            yield rij[kolom]


def _gegevens(tabel: str, rij: dict[str, Any], grond: _Grond, teksten: str) -> Iterator[Gegeven]:
    for kolom, bestand in schema.persoonskolommen()[tabel]:
        waarde = rij[kolom]
        if waarde in (None, "") or {kolom, f"{kolom}:{tabel}"} & ZONDER_INHOUD:
            continue
        if tabel == "document" and kolom in {"gegevens", "pdf"}:
            waarde = _uit_stuk(rij, kolom, teksten)
            if not waarde:
                continue
        elif bestand:
            waarde = f"Bestand van {waarde} bytes. U krijgt het apart."
        elif waarde in (0, 1) and kolom not in _TELLEN:
            waarde = "Ja" if waarde else "Nee"
        yield _met_oordeel(_voorstel(tabel, rij, kolom, str(waarde), grond), grond)


def _met_oordeel(gegeven: Gegeven, grond: _Grond) -> Gegeven:
    """With what was judged of this text; of another text it does not count."""
    gelezen, oordeel = grond.oordelen.get(gegeven.sleutel, ("", None))
    if oordeel is None or gegeven.vast or gelezen != pak.hash_tekst(gegeven.tekst):
        return gegeven
    return replace(gegeven, oordeel=oordeel)


def _van_meer_personen(r: Lezer, grond: _Grond) -> Iterator[Onderdeel]:
    """Papers of a whole meeting: what is about her stands in the parts above."""
    rijen = r.rows(
        "SELECT DISTINCT d.id, d.titel FROM document d JOIN document_dossier x ON x.document_id = d.id "
        "WHERE d.dossier_id IS NULL AND x.dossier_id IN (SELECT value FROM json_each(?)) ORDER BY d.id",
        json.dumps(grond.dossiers),
    )
    weg = Oordeel(pak.WEGLATEN, grond=pak.DERDE)
    for rij in rijen:
        stuk = Gegeven("document", rij["id"], "gegevens", rij["titel"], weg, zeker=True, vast=True)
        yield Onderdeel(f"{rij['titel']} van een overleg over meer personen", (stuk,))


# ---- what is proposed


def _voorstel(tabel: str, rij: dict[str, Any], kolom: str, tekst: str, grond: _Grond) -> Gegeven:
    if _is_politie(tabel, rij, grond):
        weg = Oordeel(pak.WEGLATEN, grond=pak.POLITIE)
        wacht = not grond.politiebesluit
        return Gegeven(tabel, rij["id"], kolom, tekst, weg, zeker=wacht, vast=wacht)
    if kolom == "bsn":
        merk = Oordeel(pak.MASKEREN, "[staat in het dossier]", pak.BSN)
        return Gegeven(tabel, rij["id"], kolom, tekst, merk, zeker=True, vast=True)
    voorstel, zeker = _voorstel_voor(tabel, rij, kolom, tekst, grond)
    return Gegeven(tabel, rij["id"], kolom, tekst, voorstel, zeker)


def _voorstel_voor(
    tabel: str, rij: dict[str, Any], kolom: str, tekst: str, grond: _Grond
) -> tuple[Oordeel, bool]:
    """What to do with it, and whether that goes without somebody reading it."""
    geef = Oordeel(pak.GEVEN)
    wie = rij["id"] if tabel == "persoon" else rij.get("persoon_id")
    if wie in grond.naasten or (tabel == "gezag" and kolom in {"naam", "contact"}):
        return Oordeel(pak.WEGLATEN, grond=pak.DERDE), True
    if kolom in _MELDER or (kolom == "oude_waarde" and rij["veld"] in _MELDER):
        return Oordeel(pak.WEGLATEN, grond=pak.MELDER), True
    if tabel == "document" and kolom in {"gegevens", "pdf"} and rij["soort"] in _BRIEVEN:
        return Oordeel(pak.WEGLATEN, grond=pak.DUBBEL), True
    getal = schema.kolommen()[tabel][kolom] == "INTEGER"
    if getal or tabel in {"persoon", "persoonsleutel"} or _is_vast(kolom, tekst):
        return geef, True
    if kolom in _NAMEN:
        return Oordeel(pak.WEGLATEN, grond=pak.DERDE), False
    if tabel == "zienswijze" and kolom == "tekst" and not rij["gegeven_door"]:
        return geef, True
    return _gemaskeerd(tekst, grond, rij.get("dossier_id")) or geef, False


def _is_vast(kolom: str, tekst: str) -> bool:
    """A date, a number or title that the program made, or a code."""
    if pak.is_dag(tekst) or (kolom == "titel" and tekst.partition(" (")[0] in SOORTNAMEN.values()):
        return True
    if kolom in {"nummer", "kenmerk", "dossiernummer"}:
        return bool(_NUMMER.fullmatch(tekst))
    return is_code(kolom, tekst)


def is_code(kolom: str, tekst: str) -> bool:
    """A code in a column for codes."""
    return kolom in _CODES and bool(_CODE.fullmatch(tekst))


def _gemaskeerd(tekst: str, grond: _Grond, dossier_id: int | None) -> Oordeel | None:
    """The text without names of others and without what the police said; None when neither is in it."""
    zonder = tekst
    for politie in grond.politieteksten:
        zonder = zonder.replace(politie, _MERK_POLITIE)
    if zonder != tekst:
        return Oordeel(pak.MASKEREN, grond.masker.tekst(zonder, dossier_id), pak.POLITIE)
    zonder = grond.masker.tekst(tekst, dossier_id)
    if zonder == tekst:
        return None
    return Oordeel(pak.MASKEREN, zonder, pak.MELDER if f"[{MELDER}]" in zonder else pak.DERDE)


def _is_politie(tabel: str, rij: dict[str, Any], grond: _Grond) -> bool:
    if tabel in {"informatie", "signaal"}:
        return rij["id"] in grond.politie
    return bool(grond.politie & {rij.get("informatie_id"), rij.get("signaal_id")})


def _uit_stuk(rij: dict[str, Any], kolom: str, teksten: str) -> str:
    """Of a frozen paper what stands nowhere else in the kluis; of a PDF made elsewhere that there is one."""
    gegevens = rij["gegevens"]
    if kolom == "pdf":
        return f"Bestand van {rij['pdf']} bytes. U krijgt het apart." if gegevens in ("", "{}") else ""
    alleen_hier = [t for t in dict.fromkeys(_losse_teksten(gegevens)) if _plat(t) not in teksten]
    return "\n".join(alleen_hier)


def _losse_teksten(gegevens: str) -> Iterator[str]:
    try:
        stapel = [json.loads(gegevens)]
    except ValueError:
        yield gegevens
        return
    while stapel:
        nu = stapel.pop(0)
        if isinstance(nu, dict):
            stapel[:0] = [waarde for naam, waarde in nu.items() if naam != "kop"]
        elif isinstance(nu, list):
            stapel[:0] = nu
        elif isinstance(nu, str) and nu.strip() and not pak.is_dag(nu):
            yield nu


def _plat(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()


# ---- before the first row


def _grond(r: Lezer, regel: Verzoekregel) -> _Grond:
    dossiers = dossiers_van(r, regel.dossier_id or 0)
    ids = json.dumps(dossiers)
    leden = "(SELECT value FROM json_each(?))"
    naasten = r.rows(f"SELECT id FROM persoon WHERE rol <> 'betrokkene' AND dossier_id IN {leden}", ids)
    politie = r.rows(
        "SELECT i.id, i.tekst FROM informatie i JOIN partij p ON p.id = i.partij_id "
        f"WHERE p.soort = 'politie' AND i.dossier_id IN {leden} "
        "UNION ALL SELECT s.id, s.zelf_waargenomen FROM signaal s LEFT JOIN partij p ON p.id = s.partij_id "
        f"WHERE (p.soort = 'politie' OR s.bron_soort = 'politie') AND s.dossier_id IN {leden}",
        ids,
        ids,
    )
    oordelen = r.rows("SELECT * FROM afschriftregel WHERE verzoek_id = ?", regel.id)
    wacht = regel.behandeling.politie_besluit_op is None
    teksten = (rij["tekst"] for rij in politie if wacht and len(rij["tekst"]) >= _POLITIETEKST)
    return _Grond(
        dossiers=dossiers,
        naasten=frozenset(rij["id"] for rij in naasten),
        politie=frozenset(rij["id"] for rij in politie),
        politiebesluit=not wacht,
        masker=_masker(r, frozenset(dossiers)),
        politieteksten=tuple(sorted(teksten, key=len, reverse=True)),
        oordelen={
            (o["tabel"], o["rij"], o["kolom"]): (
                o["gelezen"],
                Oordeel(o["uitkomst"], o["tekst"], o["grond"]),
            )
            for o in oordelen
        },
    )


_WIE = """
SELECT voornamen || ' ' || geslachtsnaam || ' ' || eerdere_namen AS tekst, rol = 'betrokkene' AS zelf,
       'naaste' AS wie, dossier_id, 0 AS vrij FROM persoon
UNION ALL SELECT melder_naam, 0, 'melder', dossier_id, 1 FROM signaal
UNION ALL SELECT beller, 0, 'melder', dossier_id, 1 FROM telefoonnotitie
UNION ALL SELECT naam, 0, 'naaste', dossier_id, 1 FROM gezag
"""


def _masker(r: Lezer, eigen: frozenset[int]) -> Masker:
    """Takes out every name in the kluis but that of the person herself."""
    namen = []
    for rij in r.rows(_WIE):
        zelf = bool(rij["zelf"]) and rij["dossier_id"] in eigen
        wie = MELDER if rij["wie"] == MELDER else NAASTE
        namen.append(Naam(rij["tekst"], wie, rij["dossier_id"] if zelf else None, bool(rij["vrij"])))
    gewoon = (rij["naam"] for rij in r.rows("SELECT naam FROM partij UNION SELECT naam FROM gemeente"))
    return Masker(namen, eigen, gewoon, vorm="[{}]")


def _titel(tabel: str, rij: dict[str, Any], gegevens: tuple[Gegeven, ...]) -> str:
    """What it is, of which day; of what the police gave no more than that."""
    naam = _TITELS.get(tabel, pak.in_woorden(tabel))
    if tabel == "persoon" and rij["rol"] != "betrokkene":
        naam = "Iemand om u heen"
    if all(g.vast for g in gegevens):
        return naam
    if tabel == "document":
        naam = rij["titel"]
    dag = next((rij[k] for k in _DAGKOLOMMEN if pak.is_dag(str(rij.get(k)))), "")
    return f"{naam} van {datum_lang(date.fromisoformat(dag[:10]))}" if dag and tabel != "persoon" else naam
