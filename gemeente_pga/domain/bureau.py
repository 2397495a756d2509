# SPDX-License-Identifier: EUPL-1.2
"""What asks attention now: each point says what, why and by when, and where it is answered.

Points are ordered by the day they are due. Dossiers go by number: Bureau stands open on a desk.
Nothing here orders people; acute danger comes first because a telephone call cannot wait.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from gemeente_pga.domain.backup import BACKUP_NA, Backupstand, backup_nodig, oefenen_voor
from gemeente_pga.domain.moment import moment_kort, read_moment
from gemeente_pga.domain.staten import SignaalStaat as S
from gemeente_pga.domain.tekst import datum_kort, getal
from gemeente_pga.domain.waarneming import BINNENKORT, Toestand, Waarneming

VOORUIT = timedelta(days=28)
"""How far ahead Bureau looks for a day on which something has to be done again."""
KADER_OPEN = "Juridisch kader laten vaststellen"
"""Every dossier rests on it: however long the list, this point is never behind a button."""


class Onderwerp(StrEnum):
    """The kind of point, with its icon; in the order in which points of one day stand."""

    NOTITIE = "phone"
    SPOED = "siren"
    DATALEK = "triangle-alert"
    SIGNAAL = "inbox"
    WEGING = "scale"
    WEEGPLOEG = "share-2"
    VERZOEK = "mail"
    INFORMEREN = "message-square"
    AANHOUDING = "hand"
    HERBEOORDELING = "calendar-days"
    PLAN = "clipboard-list"
    ACTIE = "list-checks"
    OVERLEG = "users"
    HOUDER = "copy"
    BEWAREN = "archive"
    MANDAAT = "stamp"
    CONCEPT = "pencil"
    WAARNEMING = "user-plus"
    SLEUTELS = "file-text"
    BACKUP = "database-backup"
    KADER = "book-open"


@dataclass(frozen=True, slots=True)
class Aandacht:
    """One point. voor: the day it is due; sinds: since when it waits; meteen: before anything else."""

    onderwerp: Onderwerp
    wat: str
    waarom: str
    scherm: str
    onderwerp_id: int | None = None
    veld: str = ""
    voor: date | None = None
    sinds: date | None = None
    meteen: bool = False


@dataclass(frozen=True, slots=True)
class Afspraak:
    """A meeting to come."""

    dag: date
    tijd: str
    wat: str
    scherm: str
    onderwerp_id: int | None


def sort_aandacht(punten: Iterable[Aandacht], vandaag: date) -> tuple[Aandacht, ...]:
    """At once first, then by the day it is due; what waits without a day stands at today, longest first."""
    soorten = list(Onderwerp)

    def volgorde(punt: Aandacht) -> tuple[bool, date, date, int, str]:
        dag = punt.voor or (vandaag if punt.sinds else date.max)
        return (not punt.meteen, dag, punt.sinds or dag, soorten.index(punt.onderwerp), punt.wat)

    return tuple(sorted(punten, key=volgorde))


def wanneer(punt: Aandacht, vandaag: date) -> str:
    """By when, in a few words."""
    if punt.meteen:
        return "Nu"
    if punt.voor is None:
        return ""
    dagen = (punt.voor - vandaag).days
    if dagen < 0:
        return f"{datum_kort(punt.voor)} (voorbij)"
    return {0: "Vandaag", 1: "Morgen"}.get(dagen, datum_kort(punt.voor))


def notitie(
    notitie_id: int, *, beller: str, acuut: bool, ontvangen_op: str, terugbellen: bool = False
) -> Aandacht:
    """A telephone note that is not worked out yet; it is due on the day of the call.

    terugbellen: there is somebody to call back, and that was not done.
    """
    dag = read_moment(ontvangen_op).date()
    van = f" van {beller}" if beller else ""
    waarom = f"Ontvangen op {moment_kort(ontvangen_op)}."
    if acuut:
        waarom += " Acuut gevaar: leg vast wie u belde."
    if terugbellen:
        waarom += " Nog niet teruggebeld via een bekend nummer."
    onderwerp = Onderwerp.SPOED if acuut else Onderwerp.NOTITIE
    return Aandacht(
        onderwerp,
        f"Telefoonnotitie{van} uitwerken",
        waarom,
        "nieuw_signaal",
        notitie_id,
        voor=dag,
        meteen=acuut,
    )


def terugbellen(notitie_id: int, *, nummer: str, acuut: bool, ontvangen_op: str) -> Aandacht:
    """A note that became a signal while its caller was never called back."""
    dag = read_moment(ontvangen_op).date()
    waarom = f"De beller van {datum_kort(dag)} is nog niet teruggebeld via een bekend nummer."
    wat = f"Terugbellen: dossier {nummer}"
    return Aandacht(Onderwerp.NOTITIE, wat, waarom, "terugbellen", notitie_id, sinds=dag, meteen=acuut)


def signaal(
    signaal_id: int,
    *,
    nummer: str,
    status: str,
    ontvangen_op: str,
    spoed_nodig: bool,
    geagendeerd_voor: date | None,
    vraag_voor: date | None,
) -> Aandacht:
    """A signal that waits for its next step."""
    ontvangen = read_moment(ontvangen_op).date()
    waarom = f"Signaal ontvangen op {datum_kort(ontvangen)}."
    if spoed_nodig:
        zin = f"Acuut gevaar is aangegeven. {waarom}"
        wat = f"Leg vast wie u belde: dossier {nummer}"
        return Aandacht(
            Onderwerp.SPOED, wat, zin, "signaal", signaal_id, "partij", sinds=ontvangen, meteen=True
        )
    wat, veld, voor = _STAP[S(status)]
    dag = {"geagendeerd_voor": geagendeerd_voor, "vraag_voor": vraag_voor}.get(voor)
    onderwerp = Onderwerp.WEGING if status in (S.GEAGENDEERD, S.OPGENOMEN) else Onderwerp.SIGNAAL
    return Aandacht(
        onderwerp, f"{wat}: dossier {nummer}", waarom, "signaal", signaal_id, veld, voor=dag, sinds=ontvangen
    )


# State -> what to do, field on the screen of the signal, and which date is its last day.
_STAP = {
    S.ONTVANGEN: ("Formele controle doen", "over_persoon", ""),
    S.FORMELE_CONTROLE: ("Agenderen voor de weegploeg", "geagendeerd_voor", ""),
    S.SPOED_GEMELD: ("Agenderen voor de weegploeg", "geagendeerd_voor", ""),
    S.GEAGENDEERD: ("Wegen", "wegingButton", "geagendeerd_voor"),
    S.NADERE_INFORMATIE: ("Antwoord op de vraag verwerken", "wegingButton", "vraag_voor"),
    S.OPGENOMEN: ("Casus openen", "", ""),
}
WACHTEND = tuple(_STAP)
"""States of a signal in which the coordinator has to do something."""
VOOR_WEGING = (S.ONTVANGEN, S.FORMELE_CONTROLE, S.SPOED_GEMELD, S.GEAGENDEERD)
"""States in which it still matters to the weging whether the caller is who he said."""


def weegploeg_inlichten(soort: str, rij_id: int, *, nummer: str, dag: date) -> Aandacht:
    """Something was closed without a weging: the weegploeg hears of it. soort: the table it stands in."""
    wat = f"dossier {nummer}" if nummer else "een telefoonnotitie"
    waarom = f"U sloot dit op {datum_kort(dag)} af zonder weging. De weegploeg hoort daarvan."
    return Aandacht(
        Onderwerp.WEEGPLOEG, f"Melden aan de weegploeg: {wat}", waarom, "bureau", rij_id, soort, sinds=dag
    )


def weging(weging_id: int, *, nummer: str, dag: date) -> Aandacht:
    """A weging that was begun and not decided."""
    waarom = f"De weging van {datum_kort(dag)} is nog niet vastgesteld."
    wat = f"Besluit van de weegploeg vastleggen: dossier {nummer}"
    return Aandacht(Onderwerp.WEGING, wat, waarom, "weging", weging_id, voor=dag)


def informeren(dossier_id: int, *, nummer: str, voor: date) -> Aandacht:
    """A decision not to inform, to be looked at again."""
    return Aandacht(
        Onderwerp.INFORMEREN,
        f"Opnieuw bekijken of u betrokkene informeert: dossier {nummer}",
        "Het besluit was: nog niet informeren.",
        "dossier",
        dossier_id,
        "informeren",
        voor=voor,
    )


def herbeoordeling(dossier_id: int, *, nummer: str, voor: date) -> Aandacht:
    """A casus that has to be reviewed."""
    return Aandacht(
        Onderwerp.HERBEOORDELING,
        f"Herbeoordelen: casus {nummer}",
        "Bekijk met het casusoverleg of de aanpak nog nodig is.",
        "dossier",
        dossier_id,
        "herbeoordeling",
        voor=voor,
    )


def plan(dossier_id: int, *, nummer: str, geopend_op: date, voor: date) -> Aandacht:
    """A casus that runs too long without a plan."""
    waarom = f"De casus is geopend op {datum_kort(geopend_op)} en heeft nog geen vastgesteld plan."
    wat = f"Plan van aanpak vaststellen: casus {nummer}"
    return Aandacht(Onderwerp.PLAN, wat, waarom, "dossier", dossier_id, "plan", voor=voor)


def actie(dossier_id: int, *, nummer: str, wie: str, wat: str, voor: date) -> Aandacht:
    """An action of a casusoverleg that is past its day."""
    return Aandacht(
        Onderwerp.ACTIE,
        f"Navragen bij {wie}: casus {nummer}",
        wat,
        "dossier",
        dossier_id,
        "acties",
        voor=voor,
    )


def verslag(overleg_id: int, *, datum: date, status: str, reageren_voor: date | None) -> Aandacht:
    """Minutes that are not vastgesteld."""
    if status == "ter_reactie":
        wat, waarom = "Reacties op het verslag verwerken", "Het verslag is ter reactie gestuurd."
    else:
        wat, waarom = "Verslag uitwerken", "De aantekeningen staan er nog als concept."
    wat = f"{wat}: casusoverleg van {datum_kort(datum)}"
    return Aandacht(Onderwerp.OVERLEG, wat, waarom, "overleg", overleg_id, voor=reageren_voor or datum)


# Concept soort -> what it is. The sleutel is the id that the screen opens with, perhaps with a place after.
_CONCEPTEN = {
    "nieuw_signaal": "Nieuw signaal afmaken",
    "telefoonnotitie": "Telefoonnotitie afmaken",
    "terugbellen": "Terugbellen afmaken",
    "consultatie": "Consultatie zonder naam afmaken",
    "signaal": "Signaal verder invullen",
    "weging": "Weging verder invullen",
    "herbeoordeling": "Herbeoordeling verder invullen",
    "dossier": "Dossier verder invullen",
    "overleg": "Casusoverleg verder invullen",
    "overleggen": "Nieuw casusoverleg afmaken",
    "overnemen": "Lopende casus overnemen: afmaken",
    "andere_kluis": "Dossiers meegeven aan een andere kluis: afmaken",
    "wie_heeft_wat": "Stand van een exemplaar afmaken",
    "datalek": "Datalek verder invullen",
    "verzoek": "Verzoek verder invullen",
    "toezicht": "Opvolging van de FG afmaken",
    "verantwoording": "Zelfevaluatie verder invullen",
    "afschrift": "Afschrift verder beoordelen",
}
_AFGEBROKEN = "Het afdrukken brak af op {}. Kijk welke exemplaren er zijn; zij staan alle in het register."

_HELE_PLAATS = frozenset({"overleg", "herbeoordeling"})


def concept(soort: str, sleutel: str, bewaard_op: str) -> Aandacht | None:
    """Typing that was kept and not recorded; None for what is no typing or stands in the list already."""
    nummer, _, plaats = sleutel.partition(":")
    onderwerp_id = int(nummer) if nummer.isascii() and nummer.isdigit() else None
    if soort == "afdruk":
        waarom, dag = _AFGEBROKEN.format(moment_kort(bewaard_op)), read_moment(bewaard_op)
        wat = "Afgebroken afdruk nagaan"
        return Aandacht(Onderwerp.CONCEPT, wat, waarom, "document", onderwerp_id, sinds=dag.date())
    if soort not in _CONCEPTEN or (soort == "nieuw_signaal" and onderwerp_id):
        return None
    dag = read_moment(bewaard_op)
    waarom = f"U typte dit op {moment_kort(bewaard_op)} en legde het nog niet vast."
    veld = plaats if soort in _HELE_PLAATS else plaats.partition(":")[0]
    return Aandacht(Onderwerp.CONCEPT, _CONCEPTEN[soort], waarom, soort, onderwerp_id, veld, sinds=dag.date())


def backup(stand: Backupstand, vandaag: date) -> Aandacht | None:
    """A back-up is due a week after the last one, sooner after something important; without any, today."""
    waarom = backup_nodig(stand, vandaag)
    if not waarom:
        return None
    voor = vandaag
    if stand.laatste is not None and not stand.belangrijk:
        voor = stand.laatste + BACKUP_NA
    return Aandacht(Onderwerp.BACKUP, "Back-up maken", waarom, "inrichting", None, "backup", voor=voor)


def herstelblad(gebruikt_op: date | None, vandaag: date) -> Aandacht | None:
    """A sheet whose code was typed has been out of its envelope: another one goes into the safe."""
    if gebruikt_op is None:
        return None
    waarom = f"De kluis is op {datum_kort(gebruikt_op)} geopend met de herstelcode. Dat blad is dus gebruikt."
    wat = "Nieuw herstelblad maken"
    return Aandacht(Onderwerp.SLEUTELS, wat, waarom, "inrichting", None, "sleutels", voor=vandaag)


def oefenen(stand: Backupstand, vandaag: date) -> Aandacht | None:
    """Once a year somebody sees with their own eyes that a back-up can be put back."""
    voor = oefenen_voor(stand)
    if voor is None or voor > vandaag:
        return None
    waarom = (
        f"Het terugzetten is het laatst geoefend op {datum_kort(stand.geoefend)}."
        if stand.geoefend
        else "Het terugzetten van een back-up is nog nooit geoefend."
    )
    return Aandacht(Onderwerp.BACKUP, "Herstel oefenen", waarom, "inrichting", None, "backup", voor=voor)


def waarneming(toestand: Toestand, w: Waarneming | None, vandaag: date) -> Aandacht | None:
    """A waarneming that ends soon or has ended, or that is only half given out or begun."""
    if w is None or toestand is Toestand.HIER:
        return None
    plek = ("inrichting", None, "waarneming")
    if toestand is Toestand.UITGIFTE_ONAF:
        return Aandacht(Onderwerp.WAARNEMING, "Overdrachtsstick afmaken", _ONAF, *plek, voor=vandaag)
    if toestand is Toestand.TE_BEGINNEN:
        return Aandacht(Onderwerp.WAARNEMING, "Waarneming beginnen", _TE_BEGINNEN, *plek, voor=vandaag)
    if toestand is Toestand.TERUGGEGEVEN or w.tot > vandaag + BINNENKORT:
        return None
    neemt_waar = toestand is Toestand.WAARNEMING
    wat = "Kluis teruggeven" if neemt_waar else "Kluis terugnemen"
    loopt = "liep" if w.tot < vandaag else "loopt"
    waarom = f"De waarneming door {w.naam} {loopt} tot en met {datum_kort(w.tot)}."
    return Aandacht(Onderwerp.WAARNEMING, wat, waarom, *plek, voor=w.tot)


_ONAF = "De kluis is uitgegeven, maar de stick is nog niet af."
_TE_BEGINNEN = "Deze kluis is aan u uitgegeven. Zolang u niet begint, kunt u alleen kijken."


def overdoen(aantal: int, vandaag: date) -> Aandacht | None:
    """Acts that only the other kluis has, still to be entered again."""
    if not aantal:
        return None
    wat = f"Opnieuw invoeren na de waarneming: nog {getal(aantal)}"
    waarom = "Dit staat alleen in de kluis die niet leidt."
    return Aandacht(Onderwerp.WAARNEMING, wat, waarom, "inrichting", None, "waarneming", voor=vandaag)


def kader_niet_vastgesteld(titel: str) -> Aandacht:
    """The kader in use holds texts that nobody signed off."""
    waarom = f"In “{titel}” staan teksten en termijnen die nog niemand heeft afgetekend. Zij tellen nog niet."
    return Aandacht(Onderwerp.KADER, KADER_OPEN, waarom, "inrichting", None, "kader")
