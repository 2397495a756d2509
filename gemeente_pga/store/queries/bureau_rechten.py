# SPDX-License-Identifier: EUPL-1.2
"""What asks attention about the rights of persons: requests to decide, and persons who were not told."""

from datetime import date, timedelta

from gemeente_pga.domain.bureau import Aandacht, Onderwerp
from gemeente_pga.domain.informeren import NOG_NIET, TERMIJN, informeer_uiterlijk
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import datum_kort, midden_in_zin
from gemeente_pga.domain.verzoek import ELDERS, Verzoekregel
from gemeente_pga.domain.verzoektermijn import herinneren_op
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.bureaubron import PER_SOORT, Bureaubron
from gemeente_pga.store.queries.informeren import BETROKKENE, Wachtend, lopenden, wachtenden
from gemeente_pga.store.queries.verzoek import verzoeken

_VOORUIT = timedelta(days=7)  # ahead of the day on which somebody should have been told
_MAANDEINDE = timedelta(days=3)  # a month back from 28 February reaches 28 January; 31 January ends there too


def punten(r: Lezer, kader: Kader, vandaag: date) -> list[Aandacht]:
    """Per request what comes next, and the part of the police apart; then who was not told."""
    wacht = wachtenden(r, PER_SOORT)
    elders = {wie.dossier_id for wie in wacht if wie.rol == BETROKKENE}
    lopend = (wie for wie in _lopenden(r, kader, vandaag) if wie.dossier_id not in elders)
    gevraagd = (_informeren(wie, kader, vandaag) for wie in (*wacht, *lopend))
    uit = [punt for punt in gevraagd if punt is not None]
    for regel in verzoeken(r, lopend=True, hoogstens=PER_SOORT):
        wat = f"Verzoek {regel.nummer}: {midden_in_zin(kader.label('verzoeksoort', regel.inhoud.soort))}"
        volgende = _volgende(regel, kader, vandaag, wat)
        uit += [punt for punt in (volgende, _politie(regel, wat)) if punt is not None]
    return uit


def _lopenden(r: Lezer, kader: Kader, vandaag: date) -> tuple[Wachtend, ...]:
    """Whose signal or casus still runs: only where the kader sets a last day, and that is near."""
    periode = kader.streeftermijn(TERMIJN).periode
    if periode is None:
        return ()
    tot = periode.before(vandaag + _VOORUIT) + _MAANDEINDE
    return lopenden(r, tot, PER_SOORT)


def _informeren(wie: Wachtend, kader: Kader, vandaag: date) -> Aandacht | None:
    """A decision that was not taken, one that was not carried out, or one to look at again."""
    if wie.informeren in NOG_NIET:
        voor, waarom = wie.opnieuw_op, "Besluit opnieuw: informeren, later of niet."
    else:
        uiterlijk = informeer_uiterlijk(kader, wie.sinds)
        voor = uiterlijk or wie.sinds
        waarom = "Nog niet geïnformeerd." if wie.informeren else "Leg het besluit over informeren vast."
        if uiterlijk is not None:
            waarom += f" De laatste dag {'was' if uiterlijk < vandaag else 'is'} {datum_kort(uiterlijk)}."
    if voor is None or voor - _VOORUIT > vandaag:
        return None
    wat = f"{wie.rol.capitalize()} informeren: dossier {wie.nummer}"
    return Aandacht(Onderwerp.INFORMEREN, wat, waarom, *wie.plek, voor=voor)


def _volgende(regel: Verzoekregel, kader: Kader, vandaag: date, wat: str) -> Aandacht | None:
    if regel.besluit is not None:
        return _na_besluit(regel, wat, vandaag)
    if regel.uiterlijk is None:
        if regel.inhoud.soort in ELDERS:
            waarom = "Leg de uitkomst vast zodra u die weet."
        else:
            waarom = "De termijn is niet vastgesteld. Vraag de jurist welke dag geldt."
        return _punt(regel, wat, waarom, sinds=regel.inhoud.ontvangen_op)
    if herinneren_op(regel.uiterlijk, kader) > vandaag:
        return None
    wie = "" if regel.behandeling.identiteit_op else " De identiteit is nog niet vastgesteld."
    return _punt(regel, wat, f"Besluit uiterlijk {datum_kort(regel.uiterlijk)}.{wie}", voor=regel.uiterlijk)


def _na_besluit(regel: Verzoekregel, wat: str, vandaag: date) -> Aandacht | None:
    if regel.bekendgemaakt_op is None:
        besloten = regel.besluit.besluit_op if regel.besluit else vandaag
        return _punt(regel, wat, "Er is besloten. Maak het besluit bekend en leg dat vast.", sinds=besloten)
    if regel.rechtsmiddel_voor is None:
        waarom = "Vraag de jurist tot wanneer iemand bezwaar kan maken. Tot dan wordt niets vernietigd."
        return _punt(regel, wat, waarom, sinds=regel.bekendgemaakt_op)
    if regel.rechtsmiddel_voor >= vandaag:
        return None
    waarom = "De tijd om bezwaar te maken is voorbij. Leg vast dat het besluit onherroepelijk is."
    return _punt(regel, wat, waarom, sinds=regel.rechtsmiddel_voor)


def _politie(regel: Verzoekregel, wat: str) -> Aandacht | None:
    behandeling = regel.behandeling
    if not regel.inhoud.politiedelen or behandeling.politie_besluit_op is not None:
        return None
    waarom = "Stuur dat deel van het verzoek door naar de politie: die besluit daarover zelf."
    if behandeling.politie_doorgezonden_op is not None:
        op = datum_kort(behandeling.politie_doorgezonden_op)
        waarom = f"Doorgezonden op {op}. Het besluit van de politie ontbreekt."
    return _punt(regel, f"{wat}, politiedelen", waarom, voor=regel.politie_uiterlijk)


def _punt(
    regel: Verzoekregel, wat: str, waarom: str, *, voor: date | None = None, sinds: date | None = None
) -> Aandacht:
    return Aandacht(Onderwerp.VERZOEK, wat, waarom, "verzoek", regel.id, voor=voor, sinds=sinds)


BRON = Bureaubron(
    punten, frozenset({"verzoek", "verzoekstap", "informeerbesluit", "signaal", "weging", "casus"})
)
