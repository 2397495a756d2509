# SPDX-License-Identifier: EUPL-1.2
"""A letter to a person about whom data are kept, or to who holds authority: informing, and closing."""

from datetime import date

from gemeente_pga.domain.brief import AFSLUITING, BRIEFSOORTEN, INFORMEREN, Briefopdracht, Briefrond
from gemeente_pga.domain.gezag import is_onder_zestien
from gemeente_pga.domain.informeren import WEL
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.persoon import Naamdelen, volledige_naam
from gemeente_pga.domain.stukken import Brief, Briefdeel, Staat
from gemeente_pga.domain.tekst import datum_lang
from gemeente_pga.store.lezer import Lezer, lees_dag
from gemeente_pga.store.queries.brief import KLACHT, RECHTEN, contactregel, zonder_aanpak
from gemeente_pga.store.queries.dossiers import CASUS_VAN_NU
from gemeente_pga.store.queries.kop import kop
from gemeente_pga.store.queries.tekstblok import teksten

_DELEN = (
    "Wij delen gegevens alleen met organisaties die ze voor dit doel nodig hebben en mogen hebben. Welke dat "
    "zijn, hoort u van het contactpunt (AVG, artikel 14)."
)


def briefrond(r: Lezer, persoon_id: int, op: date) -> Briefrond:
    """What stands around a letter to this person."""
    p = r.row("SELECT dossier_id, rol, geboortedatum FROM persoon WHERE id = ?", persoon_id)
    if p is None:
        return Briefrond(False, False, False, False)
    eigen = r.row(
        "SELECT informeren, geinformeerd_op FROM informeerbesluit WHERE persoon_id = ? "
        "ORDER BY besloten_op DESC, julianday(vastgelegd_op) DESC LIMIT 1",
        persoon_id,
    )
    besluiten = [eigen] if eigen else []
    gesloten = None
    if p["rol"] == "betrokkene":
        casus = r.row(
            "SELECT informeren, geinformeerd_op, gesloten_op FROM casus WHERE dossier_id = ? "
            f"ORDER BY {CASUS_VAN_NU} LIMIT 1",
            p["dossier_id"],
        )
        gesloten = casus["gesloten_op"] if casus else None
        besluiten += [casus] if casus else []
    gezag = r.rows(
        "SELECT naam FROM gezag WHERE persoon_id = ? ORDER BY julianday(vastgelegd_op)", persoon_id
    )
    aan = r.value(
        "SELECT aan FROM bezorging WHERE persoon_id = ? AND gedaan_op IS NULL "
        "ORDER BY julianday(vastgelegd_op) DESC LIMIT 1",
        persoon_id,
    )
    return Briefrond(
        besloten=any(b["informeren"] == WEL for b in besluiten),
        verteld=any(b["geinformeerd_op"] for b in besluiten),
        gesloten=bool(gesloten),
        onder_zestien=is_onder_zestien(lees_dag(p["geboortedatum"]), op),
        gezag=tuple(rij["naam"] for rij in gezag),
        aan=str(aan or ""),
    )


def persoonsbrief(r: Lezer, persoon_id: int, opdracht: Briefopdracht, kader: Kader) -> tuple[Brief, int]:
    """The letter, and the dossier that it belongs to."""
    p = r.row(
        "SELECT p.*, d.nummer, d.gemeente_id, g.naam AS gemeente, g.fg FROM persoon p "
        "JOIN dossier d ON d.id = p.dossier_id JOIN gemeente g ON g.id = d.gemeente_id WHERE p.id = ?",
        persoon_id,
    )
    if p is None:
        raise LookupError("persoon")
    rond = briefrond(r, persoon_id, opdracht.op)
    naam = volledige_naam(Naamdelen(p["voornamen"], p["voorletters"], p["voorvoegsel"], p["geslachtsnaam"]))
    delen = [
        ("Wat wij u laten weten", _waarom(r, p["dossier_id"], p["gemeente"], naam, rond, opdracht)),
        (
            "Waarom u deze brief krijgt",
            teksten(r).vul("gezag", {"naam": naam}) if rond.onder_zestien else "",
        ),
        ("Op welke grond", f"{kader.titel}."),
        ("Met wie wij gegevens delen", _DELEN if opdracht.soort == INFORMEREN else ""),
        ("Hoe lang", _hoe_lang(r, p["dossier_id"])),
        ("Uw rechten", f"{RECHTEN} {KLACHT}"),
        ("Contact", f"{contactregel(r, p['gemeente_id'])}{_fg(p['fg'])}"),
    ]
    hoofd = kop(
        r, kader, BRIEFSOORTEN[opdracht.soort], kenmerk=p["nummer"], datum=opdracht.op,
        nummers=(p["nummer"],), nummersoort="Kenmerk", staat=Staat.VASTGESTELD, dossier_id=p["dossier_id"],
    )  # fmt: skip
    brief = Brief(
        kop=zonder_aanpak(hoofd),
        aan=rond.aan,
        adres="",
        delen=tuple(Briefdeel(kop=titel, tekst=tekst) for titel, tekst in delen if tekst),
        ondertekenaar=opdracht.ondertekenaar,
    )
    return brief, int(p["dossier_id"])


def _waarom(
    r: Lezer, dossier_id: int, gemeente: str, naam: str, rond: Briefrond, opdracht: Briefopdracht
) -> str:
    if opdracht.soort == AFSLUITING:
        op = lees_dag(r.value("SELECT max(gesloten_op) FROM casus WHERE dossier_id = ?", dossier_id))
        waarden = {"datum": datum_lang(op) if op else "", "uw tekst": opdracht.tekst}
        return teksten(r).vul("afgesloten", waarden)
    wie = naam if rond.onder_zestien else "u"
    waarden = {"gemeente": gemeente.removeprefix("Gemeente "), "wie": wie, "uw tekst": opdracht.tekst}
    return teksten(r).vul("informeren", waarden)


def _hoe_lang(r: Lezer, dossier_id: int) -> str:
    """The end date when somebody set the term; else no guess."""
    einde = lees_dag(
        r.value("SELECT einde FROM bewaring WHERE dossier_id = ? AND waardering = 'vernietigen'", dossier_id)
    )
    blokken = teksten(r)
    return blokken.vul("bewaren_tot", {"datum": datum_lang(einde)}) if einde else blokken.vul("bewaren")


def _fg(naam: str) -> str:
    return f" Functionaris gegevensbescherming: {naam}." if naam else ""
