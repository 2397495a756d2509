# SPDX-License-Identifier: EUPL-1.2
"""The two meetings: prepared, worked out from the notes, sent round, vastgesteld, on paper."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from PySide6 import QtWidgets

from gemeente_pga.oefencasus.bediening import Vastgelopen
from gemeente_pga.oefencasus.speler import Speler, lees_invoer
from gemeente_pga.ui.screens.overleg import OverlegScherm
from gemeente_pga.ui.screens.overleg_casus import CasusDeel
from gemeente_pga.ui.screens.overleg_deel import Deel
from gemeente_pga.ui.widgets.lijst import Lijst

Invoer = Mapping[str, Any]
_BESPREKING = (
    "overwegingen",
    "informeren",
    "informeren_grondslag",
    "informeren_reden",
    "informeren_opnieuw_op",
    "volgende_herbeoordeling",
)
_VAST = {"categorie": "gewoon", "verkregen": "openlijk", "contactdoel": "eigen_taak", "markering": "vrij"}


def prepare_first(s: Speler) -> None:
    """5 October: date, place, casus, participants; the agenda names a number only."""
    invoer = lees_invoer("overleg1")
    s.dag(date(2026, 10, 5), time(9, 30))
    s.hand.toets("Ctrl+3")
    s.hand.klik(s.hand.zie(QtWidgets.QPushButton, "nieuwPushButton"))
    s.scherm("overleg")
    s.hand.vul(invoer["hoofd"])
    _tick_casussen(s, 1)
    s.foto("overleg-voorbereiden")
    s.hand.druk("Overleg vastleggen")
    s.hand.moet_goed_zijn()
    _aims(s, invoer)
    _print_agenda(s, "agenda-1")
    s.stap("Casusoverleg van 14 oktober voorbereid; de agenda noemt alleen het casusnummer.")


def hold_first(s: Speler) -> None:
    """15 October, the day after: worked out from paper; a list of decisions and actions goes out at once."""
    s.dag(date(2026, 10, 15), time(9, 0))
    _open(s, "2026-10-14")
    s.hand.druk("Begin met uitwerken")
    invoer = lees_invoer("overleg1")
    _work_out(s, invoer)
    s.stap("Casusoverleg van 14 oktober uitgewerkt: aanwezigheid, inbreng, vier besluiten en vijf acties.")
    _print_list(s, 0, "besluiten-en-actielijst-1")


def adopt_first(s: Speler) -> None:
    """Reactions come in and one change is made; who is silent is recorded as such; then vastgesteld."""
    invoer = lees_invoer("overleg1")
    _open(s, "2026-10-14")
    _circulate(s, invoer)
    s.stap("Verslag ter reactie gezet, reageren uiterlijk 22 oktober.")
    s.dag(date(2026, 10, 23), time(10, 0))
    _open(s, "2026-10-14")
    _react(s, invoer, date(2026, 10, 20))
    s.hand.druk("De anderen gaven geen reactie")
    s.foto("overleg-reacties")
    s.stap("Reacties vastgelegd: vier akkoord, één wijziging, één geen reactie.")
    s.hand.druk("Terug naar concept om te wijzigen")
    deel = _casus(s, 0)
    s.hand.klik(deel.ui.overwegingenPlainTextEdit)
    s.hand.toets("Ctrl+End")
    s.hand.typ("\n" + invoer["wijziging"]["tekst"])
    s.hand.druk("Bespreking vastleggen")
    s.hand.moet_goed_zijn()
    _circulate(s, {"reacties": {"reageren_voor": date(2026, 10, 23)}})
    _adopt(s, invoer, ("verslag-1",))


def prepare_second(s: Speler) -> None:
    """2 November: two casussen on one agenda; each guest for the casus he or she belongs to."""
    invoer = lees_invoer("overleg2")
    s.dag(date(2026, 11, 2), time(11, 0))
    s.hand.toets("Ctrl+3")
    s.hand.klik(s.hand.zie(QtWidgets.QPushButton, "nieuwPushButton"))
    s.hand.vul(invoer["hoofd"])
    _tick_casussen(s, 2)
    s.hand.druk("Overleg vastleggen")
    s.hand.moet_goed_zijn()
    _guests(s, invoer)
    _aims(s, invoer)
    _print_agenda(s, "agenda-2")
    s.stap("Casusoverleg van 4 november voorbereid: twee casussen, niet iedereen bij beide.")


def hold_second(s: Speler) -> None:
    """4 November, in the afternoon: worked out, and a list for each casus."""
    s.dag(date(2026, 11, 4), time(14, 0))
    _open(s, "2026-11-04")
    s.hand.druk("Begin met uitwerken")
    _work_out(s, lees_invoer("overleg2"))
    s.stap("Casusoverleg van 4 november uitgewerkt: acties van vorige keer, twee casussen, informeren: ja.")
    for n, naam in enumerate(("besluiten-en-actielijst-2-casus-1", "besluiten-en-actielijst-2-casus-2")):
        _open(s, "2026-11-04")
        _print_list(s, n, naam)


def circulate_second(s: Speler) -> None:
    """5 November: the concept goes round."""
    _open(s, "2026-11-04")
    _circulate(s, lees_invoer("overleg2"))
    s.stap("Verslag van 4 november ter reactie gezet, reageren uiterlijk 18 november.")


def adopt_second(s: Speler) -> None:
    """19 November: vastgesteld; one whole report for the coordinator, and one extract per casus."""
    invoer = lees_invoer("overleg2")
    s.dag(date(2026, 11, 19), time(9, 0))
    _open(s, "2026-11-04")
    _react(s, invoer, date(2026, 11, 18))
    _adopt(s, invoer, ("verslag-2-geheel",))
    for n, naam in enumerate(("uittreksel-2-casus-1", "uittreksel-2-casus-2")):
        _open(s, "2026-11-04")
        nummer = _numbers(s)[n]
        _part(s, "verslag")
        stukken = s.hand.lijst("stukkenLijst")
        s.hand.kies_rij(stukken, _extract_of(nummer), open_=True)
        s.bewaar_document(naam)
    s.stap("Twee uittreksels: wie alleen bij één casus zat, krijgt niets over de andere.")


# ---- working out


def _work_out(s: Speler, invoer: Invoer) -> None:
    """Attendance, the head, then casus by casus."""
    _part(s, "deelnemers")
    lijst = s.hand.lijst("tafelLijst")
    for gast in invoer["tafel"]:
        if "toets" in gast:
            s.hand.kies_rij(lijst, _named(gast["naam"]))
            s.hand.toets(gast["toets"])
    s.hand.druk("De anderen waren er")
    s.hand.druk("Geheimhouding door alle aanwezigen")
    s.foto("overleg-aan-tafel")
    _part(s, "overleg")
    s.hand.vul(invoer["na"])
    s.hand.druk("Gegevens vastleggen")
    s.hand.moet_goed_zijn()
    for n, casus in enumerate(invoer["casus"]):
        _discuss(s, n, casus)


def _discuss(s: Speler, n: int, casus: Invoer) -> None:
    deel = _casus(s, n)
    for stand in casus.get("voortgang", ()):
        regels = deel.voortgang.ui.regelsLijst
        s.hand.kies_rij(regels, _begins(stand["begin"]))
        s.hand.vul({v: w for v, w in stand.items() if v != "begin"}, deel.voortgang)
        s.hand.druk("Stand vastleggen", deel.voortgang)
        s.hand.moet_goed_zijn()
    for item in casus["inbreng"]:
        if not deel.inbreng.knop.isHidden():
            s.hand.klik(deel.inbreng.knop)
        partij = s.waarde("SELECT id FROM partij WHERE soort = ?", item["partij"])
        velden = _VAST | {v: w for v, w in item.items() if v != "partij"}
        s.hand.vul({"partij_id": partij} | velden, deel.inbreng)
        s.hand.druk("Informatie vastleggen", deel.inbreng)
        s.hand.moet_goed_zijn()
    s.foto(f"overleg-inbreng-{n + 1}")
    for besluit in casus["besluiten"]:
        s.hand.schrijf(deel.besluiten.ui.tekstPlainTextEdit, besluit)
        s.hand.toets("Return")
        s.hand.moet_goed_zijn()
    _actions(s, deel, casus)
    s.hand.toon(deel.besluiten.ui.regelsLijst)
    s.foto(f"overleg-acties-{n + 1}")
    s.hand.vul({veld: casus[veld] for veld in _BESPREKING if veld in casus})
    s.foto(f"overleg-besluiten-{n + 1}")
    s.hand.druk("Bespreking vastleggen")
    s.hand.moet_goed_zijn()


def _actions(s: Speler, deel: CasusDeel, casus: Invoer) -> None:
    """The lines of the notes, typed as they stand; one key makes an action of each."""
    notities = deel.ui.overwegingenPlainTextEdit
    s.hand.schrijf(notities, casus["overwegingen"].strip())
    for regel in casus["acties"]:
        s.hand.klik(notities)
        s.hand.toets("Ctrl+End")
        s.hand.typ("\n" + regel)
        s.hand.toets("Ctrl+Shift+A")
        s.hand.moet_goed_zijn()
    if len(deel.actieregels.ui.regelsLijst.rijen()) != len(casus["acties"]):
        raise Vastgelopen("niet elke regel werd een actie")


def _guests(s: Speler, invoer: Invoer) -> None:
    """Who comes for one casus only."""
    _part(s, "deelnemers")
    lijst = s.hand.lijst("tafelLijst")
    for gast in invoer["tafel"]:
        if gast.get("weg"):
            s.hand.kies_rij(lijst, _named(gast["naam"]))
            with s.hand.antwoord("Van de lijst halen"):
                s.hand.toets("Delete")
            continue
        for n in range(1, 3):
            erbij = _is_at(lijst, gast["naam"], n)
            if erbij != (n == gast["alleen"]):
                s.hand.kies_rij(lijst, _named(gast["naam"]))
                s.hand.toets(str(n))
    s.foto("overleg-gasten")


def _is_at(lijst: Lijst, naam: str, n: int) -> bool:
    """Is this guest ticked for the n-th casus? As the list shows it."""
    for rij, gast in enumerate(lijst.rijen()):
        if getattr(getattr(gast, "inhoud", None), "naam", "") == naam:
            return bool(lijst.model().index(rij, 3 + n).data())
    raise Vastgelopen(f"{naam} staat niet op de lijst")


def _aims(s: Speler, invoer: Invoer) -> None:
    for n, casus in enumerate(invoer["casus"]):
        _casus(s, n)
        s.hand.vul({"doel": casus["doel"]})
        s.hand.druk("Doel vastleggen")
        s.hand.moet_goed_zijn()


# ---- reactions and papers


def _circulate(s: Speler, invoer: Invoer) -> None:
    _part(s, "verslag")
    s.hand.vul(invoer["reacties"])
    s.hand.druk("Verslag ter reactie zetten")
    s.hand.moet_goed_zijn()


def _react(s: Speler, invoer: Invoer, op: date) -> None:
    _part(s, "verslag")
    for reactie in invoer["reactie"]:
        s.hand.kies_rij(s.hand.lijst("reactiesLijst"), _named(reactie["naam"]))
        s.hand.vul({veld: waarde for veld, waarde in reactie.items() if veld != "naam"})
        s.hand.vul({"reactie_op": op, "reactie_kanaal": "beveiligde e-mail"})
        s.hand.druk("Reactie vastleggen")
        s.hand.moet_goed_zijn()


def _adopt(s: Speler, invoer: Invoer, namen: tuple[str, ...]) -> None:
    _part(s, "verslag")
    s.hand.vul(invoer["vaststellen"])
    s.foto("overleg-vaststellen")
    s.hand.druk("Verslag vaststellen")
    s.hand.moet_goed_zijn()
    s.wacht_op("document")
    s.foto(namen[0])
    s.stap("Verslag nagekeken op wat er niet in mag, en vastgesteld.")
    s.bewaar_document(namen[0])


def _print_list(s: Speler, n: int, naam: str) -> None:
    nummer = _numbers(s)[n]
    _part(s, "verslag")
    s.hand.druk(f"Besluiten- en actielijst van casus {nummer}")
    s.wacht_op("document")
    s.bewaar_document(naam)


def _print_agenda(s: Speler, naam: str) -> None:
    _part(s, "agenda")
    s.foto(naam)
    s.hand.druk("Hele agenda als PDF maken")
    s.wacht_op("document")
    s.bewaar_document(naam)


# ---- finding the way


def _named(naam: str) -> Callable[[Any], bool]:
    return lambda rij: bool(rij.inhoud.naam == naam)


def _begins(begin: str) -> Callable[[Any], bool]:
    return lambda rij: str(rij.inhoud.wat).casefold().startswith(begin.casefold())


def _extract_of(nummer: str) -> Callable[[Any], bool]:
    return lambda stuk: bool(stuk.soort == "uittreksel" and nummer in stuk.kenmerk)


def _scherm(s: Speler) -> OverlegScherm:
    scherm = s.scherm("overleg")
    if not isinstance(scherm, OverlegScherm):
        raise Vastgelopen("geen overleg in beeld")
    return scherm


def _open(s: Speler, dag: str) -> None:
    """From the list of meetings."""
    overleg_id = s.waarde("SELECT id FROM overleg WHERE datum = ?", dag)
    s.hand.toets("Ctrl+3")
    s.hand.kies_rij(s.hand.lijst("overleggenLijst"), lambda rij: rij.id == overleg_id, open_=True)
    _scherm(s)


def _part(s: Speler, sleutel: str) -> Deel:
    """Choose a part in the list on the left."""
    scherm = _scherm(s)
    s.hand.kies_onderdeel(scherm.ui.onderdelenLijst, sleutel)
    deel = scherm.ui.delen.currentWidget()
    if not isinstance(deel, Deel):
        raise Vastgelopen(f"onderdeel {sleutel} opent niet")
    return deel


def _tick_casussen(s: Speler, aantal: int) -> None:
    """All running casussen on the agenda, with the space bar."""
    lijst = s.hand.zie(QtWidgets.QListWidget, "casussenListWidget")
    if lijst.count() != aantal:
        raise Vastgelopen(f"{lijst.count()} casussen op de lijst, verwacht {aantal}")
    for n in range(lijst.count()):
        s.hand.kies_regel(lijst, n)
        if lijst.item(n).checkState().value == 0:
            s.hand.toets("Space")


def _regels(s: Speler) -> list[str]:
    return [regel.sleutel for regel in _scherm(s).ui.onderdelenLijst.regels()]


def _numbers(s: Speler) -> list[str]:
    """The numbers of the casussen, in the order of the agenda."""
    regels = _scherm(s).ui.onderdelenLijst.regels()
    return [regel.titel.split()[-1] for regel in regels if regel.sleutel.startswith("casus:")]


def _casus(s: Speler, n: int) -> CasusDeel:
    """The page of the n-th casus."""
    deel = _part(s, [sleutel for sleutel in _regels(s) if sleutel.startswith("casus:")][n])
    if not isinstance(deel, CasusDeel):
        raise Vastgelopen("geen casus in beeld")
    return deel
