# SPDX-License-Identifier: EUPL-1.2
"""The weegploeg of 2 October: every cell of the notes, the decision, the weegverslag on paper."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any

from PySide6 import QtWidgets

from gemeente_pga.domain.informatie import Signaaldeel
from gemeente_pga.oefencasus.bediening import Vastgelopen
from gemeente_pga.oefencasus.speler import Speler, lees_invoer
from gemeente_pga.ui.screens.weging import WegingScherm
from gemeente_pga.ui.screens.weging_besluit import Besluitdeel
from gemeente_pga.ui.screens.weging_deel import Deel
from gemeente_pga.ui.screens.weging_informatie import Informatiedeel
from gemeente_pga.ui.screens.weging_oordeel import Oordeeldeel
from gemeente_pga.ui.screens.weging_tafel import Tafeldeel

Invoer = Mapping[str, Any]
KERN = ("gemeente", "om", "politie")
_EIGEN = ("voor", "tegen", "partij", "begin")  # not fields of the form


def weigh(s: Speler) -> None:
    """From the line on Bureau to the frozen weegverslag."""
    invoer = lees_invoer("weging")
    s.dag(date(2026, 10, 2), time(11, 15))
    s.hand.toets("Ctrl+1")
    s.hand.klik(s.hand.regel("Wegen: dossier 2026-001. Signaal ontvangen op 8-9-2026"))
    s.hand.druk("Weging beginnen")
    _table(s, invoer)
    nummers = _information(s, invoer)
    _judge(s, invoer, nummers)
    _close(s, invoer)
    _decide(s, invoer)


def tell_reporters(s: Speler) -> None:
    """Each reporter hears that the signal was discussed; nothing of what was said."""
    bericht = lees_invoer("weging")["melder"]
    for ontvangen in ("2026-09-08", "2026-09-29"):
        signaal_id = s.waarde("SELECT id FROM signaal WHERE substr(ontvangen_op, 1, 10) = ?", ontvangen)
        s.hand.toets("Ctrl+2")
        s.hand.kies_rij(s.hand.lijst("dossiersLijst"), lambda rij: rij.nummer == "2026-001", open_=True)
        s.hand.kies_rij(s.hand.lijst("Signalen in dit dossier"), _with_id(signaal_id), open_=True)
        s.scherm("signaal")
        s.hand.klik(s.hand.zie(QtWidgets.QPushButton, "melderKeuze"))
        s.hand.vul(bericht)
        s.hand.druk("Bericht vastleggen")
        s.hand.moet_goed_zijn()
    s.foto("bericht-aan-melder")
    s.stap("Beide melders kregen bericht: ontvangen en besproken, zonder inhoud.")


def _with_id(nummer: int) -> Callable[[Any], bool]:
    return lambda rij: bool(rij.id == nummer)


def _part(s: Speler, onderdeel: str) -> Deel:
    """Go to a part by its line in the list on the left."""
    scherm = s.scherm("weging")
    if not isinstance(scherm, WegingScherm):
        raise Vastgelopen("geen weging in beeld")
    if scherm.onderdeel != onderdeel:
        s.hand.kies_onderdeel(scherm.ui.onderdelenLijst, onderdeel)
    deel = scherm.ui.delenStapel.currentWidget()
    if not isinstance(deel, Deel) or scherm.onderdeel != onderdeel:
        raise Vastgelopen(f"onderdeel {onderdeel} opent niet")
    return deel


def _record(s: Speler) -> None:
    """Ctrl+Enter: this part is done."""
    s.hand.toets("Ctrl+Return")
    s.hand.moet_goed_zijn()


def _table(s: Speler, invoer: Invoer) -> None:
    deel = _part(s, "tafel")
    if not isinstance(deel, Tafeldeel):
        raise Vastgelopen("geen tafel in beeld")
    for rij in deel.rijen.values():
        s.hand.vul({"aanwezig": "ja"}, rij)
    s.hand.vul(invoer["tafel"])
    for vinkje in deel.ui.signalenVak.findChildren(QtWidgets.QCheckBox):
        if not vinkje.isChecked():
            s.hand.klik(vinkje)
    s.hand.vul(invoer["tafel_bron"])
    s.foto("weging-aan-tafel")
    _record(s)
    s.stap(
        "Aan tafel: gemeente, OM en politie. Het programma merkt dat een bron ook meeweegt; dat is uitgelegd."
    )


def _information(s: Speler, invoer: Invoer) -> list[Invoer]:
    """Lines of the signals first, then what was said; the list in the order of its numbers."""
    deel = _part(s, "informatie")
    if not isinstance(deel, Informatiedeel):
        raise Vastgelopen("geen informatie in beeld")
    gedaan: list[Invoer] = []
    for regel in invoer["uit_signaal"]:
        _choose_line(s, deel, regel["begin"])
        s.hand.druk("Regel overnemen")
        partij = s.waarde("SELECT id FROM partij WHERE soort = ?", regel["partij"])
        s.hand.vul({"partij_id": partij} | _fields(invoer["vast"] | regel))
        _record(s)
        gedaan.append(regel)
    for regel in invoer["informatie"]:
        partij = s.waarde("SELECT id FROM partij WHERE soort = ?", regel["partij"])
        vrij = regel.get("markering") != "niet_vastleggen"
        velden = _fields(invoer["vast"] | regel if vrij else regel)
        s.hand.vul({"partij_id": partij} | velden)
        if regel.get("markering") == "niet_verstrekken":
            s.foto("weging-niet-verstrekken")
        _record(s)
        gedaan.append(regel)
    s.foto("weging-informatie")
    s.stap(f"{len(gedaan)} stukken informatie vastgelegd, elk met gever, grondslag en merkteken.")
    return gedaan


def _fields(regel: Invoer) -> dict[str, Any]:
    return {veld: waarde for veld, waarde in regel.items() if veld not in _EIGEN}


def _choose_line(s: Speler, deel: Informatiedeel, begin: str) -> None:
    def past(rij: object) -> bool:
        return isinstance(rij, Signaaldeel) and rij.tekst.startswith(begin)

    s.hand.kies_rij(deel.ui.signaalLijst, past)


def _judge(s: Speler, invoer: Invoer, nummers: list[Invoer]) -> None:
    for oordeel in invoer["oordeel"]:
        deel = _part(s, oordeel["code"])
        if not isinstance(deel, Oordeeldeel):
            raise Vastgelopen(f"geen kaart bij {oordeel['code']}")
        kiezer = deel.ui.feitenKiezer
        for n, regel in enumerate(item for item in nummers if item.get("tekst") or item.get("begin")):
            for richting, toets in (("voor", "V"), ("tegen", "T")):
                if oordeel["code"] in regel.get(richting, ()):
                    s.hand.kies_regel(kiezer.lijst, n)
                    s.hand.toets(toets)
        s.hand.vul({veld: waarde for veld, waarde in oordeel.items() if veld != "code"})
        if oordeel["code"] in {"k1", "k4", "k12"}:
            s.foto(f"weging-{oordeel['code']}")
        _record(s)
    s.stap(
        f"{len(invoer['oordeel'])} criteria beantwoord met feiten voor en tegen; ‘onbekend’ werd een vraag."
    )


def _close(s: Speler, invoer: Invoer) -> None:
    for onderdeel in ("afweging", "informeren"):
        _part(s, onderdeel)
        s.hand.vul(invoer[onderdeel])
        s.foto(f"weging-{onderdeel}")
        _record(s)
    s.stap("Afgewogen, en besloten: nog niet informeren, opnieuw bekijken op 30 oktober.")


def _decide(s: Speler, invoer: Invoer) -> None:
    deel = _part(s, "besluit")
    if not isinstance(deel, Besluitdeel):
        raise Vastgelopen("geen besluit in beeld")
    s.hand.vul(invoer["besluit"])
    for partij, standpunt in invoer["standpunt"].items():
        rij = deel.rijen[s.waarde("SELECT id FROM partij WHERE soort = ?", partij)]
        s.hand.vul(standpunt, rij)
    s.hand.klik(deel.ui.vastleggenButton)
    s.hand.moet_goed_zijn()
    s.foto("weging-besluit")
    s.hand.klik(deel.ui.vaststellenButton)
    s.wacht_op("document")
    s.foto("weegverslag")
    s.stap("Besluit vastgesteld: opnemen, met het minderheidsstandpunt van het OM. De casus is begonnen.")
    s.bewaar_document("weegverslag")
