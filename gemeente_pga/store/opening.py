# SPDX-License-Identifier: EUPL-1.2
"""What happens between a fitting key and the first act: a new kluis is filled, an old one is judged."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.store import journaal, schema, storingen
from gemeente_pga.store.logboek import Logboek
from gemeente_pga.store.onderhoud import controleer_bestand, wis_sporen
from gemeente_pga.store.ruimte import Ruimte
from gemeente_pga.store.schema import Migratie
from gemeente_pga.store.verbinding import Moment, Verbinding


def vul_nieuw(log: Logboek) -> None:
    """The whole schema and the first act, in one transaction."""
    v = log.v
    v.doe("BEGIN IMMEDIATE")
    schema.voer_migraties_uit(v, schema.migraties())
    log.leer_tabellen()
    with log.handeling(Handeling.KLUIS_AANMAKEN):
        pass
    v.stel_in(Moment.NA_SCHEMA)
    v.wacht.ruimte = Ruimte.GEWOON


def keur(log: Logboek, scripts: tuple[Migratie, ...], *, controleer: bool) -> int:
    """Everything that must be true before the first act; the version of the kluis."""
    v = log.v
    versie = schema.versie(v)
    if versie == 0 and not v.waarde("SELECT count(*) FROM sqlite_master"):
        vul_nieuw(log)  # its making was broken off before anything had been recorded
        return len(scripts)
    if versie > len(scripts):
        raise storingen.NieuwereVersie
    schema.controleer_schema(v, scripts[:versie])
    v.stel_in(Moment.NA_SCHEMA)
    log.leer_tabellen(schema.verwachte_tabellen(scripts[:versie]))
    if journaal.controleer_staart(v, log.k_log).bevinding is not None:
        raise storingen.JournaalWijktAf
    v.wacht.ruimte = Ruimte.ONDERHOUD
    if controleer and not controleer_bestand(v).goed:
        raise storingen.KluisBeschadigd
    v.wacht.ruimte = Ruimte.GEWOON
    return versie


def wis_oude_sporen(v: Verbinding, pad: Path) -> None:
    """What an act that took texts away could not finish; on a full disk it waits for the next opening."""
    if not v.waarde("SELECT count(*) FROM sporen"):
        return
    with suppress(storingen.OpslagStoring):
        wis_sporen(v, pad)


def werk_bij(
    log: Logboek, scripts: tuple[Migratie, ...], versie: int, voor_migratie: Callable[[], object] | None
) -> None:
    """Missing migrations, after a backup, and the act that vouches for their changes: one transaction."""
    if versie == len(scripts):
        return
    if voor_migratie is None:
        raise storingen.OudereVersie
    if journaal.controleer_zegels(log.v, log.zegelaar).fouten:
        raise storingen.JournaalWijktAf
    voor_migratie()
    with log.v.in_ruimte(Ruimte.BOUW):
        log.v.doe("BEGIN IMMEDIATE")
        try:
            schema.voer_migraties_uit(log.v, scripts[versie:])
            schema.controleer_schema(log.v, scripts)
            log.leer_tabellen()
            with log.handeling(Handeling.SYSTEEM_MIGRATIE) as w:
                journaal.schrijf_verschillen(log.v, log.zegelaar, w.n)
        except BaseException:
            log.v.rol_terug()
            raise
