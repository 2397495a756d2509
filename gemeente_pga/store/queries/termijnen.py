# SPDX-License-Identifier: EUPL-1.2
"""Every open term of all dossiers in one list, the soonest first; dossiers and requests go by number."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from gemeente_pga.domain.informeren import NOG_NIET, informeer_uiterlijk
from gemeente_pga.domain.kader import Kader
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.bewaarlijst import OPEN
from gemeente_pga.store.queries.informeren import BETROKKENE, lopenden, wachtenden

# Of each: the day, what it is about, where the user goes for it. Nothing that has ended.
_VRAGEN = {
    "Besluit op een verzoek": """
        SELECT uiterlijk AS dag, 'Verzoek ' || nummer AS wat, 'verzoek' AS scherm, id, '' AS veld FROM verzoek
         WHERE uiterlijk IS NOT NULL AND besluit_op IS NULL AND ingetrokken_op IS NULL
           AND onherroepelijk_op IS NULL""",
    "Besluit van de politie": """
        SELECT politie_uiterlijk, 'Verzoek ' || nummer, 'verzoek', id, '' FROM verzoek
         WHERE politie_uiterlijk IS NOT NULL AND politie_besluit_op IS NULL AND ingetrokken_op IS NULL
           AND onherroepelijk_op IS NULL""",
    "Tijd om bezwaar te maken": """
        SELECT rechtsmiddel_voor, 'Verzoek ' || nummer, 'verzoek', id, '' FROM verzoek
         WHERE rechtsmiddel_voor IS NOT NULL AND onherroepelijk_op IS NULL AND ingetrokken_op IS NULL""",
    "Wachten op verzoek tot en met": """
        SELECT a.tot, 'Dossier ' || d.nummer, 'dossier', d.id, 'aanhouding:' || a.id
          FROM aanhouding a JOIN dossier d ON d.id = a.dossier_id WHERE a.beeindigd_op IS NULL""",
    "Herbeoordeling": """
        SELECT c.volgende_herbeoordeling, 'Casus ' || c.nummer, 'dossier', c.dossier_id, 'casus'
          FROM casus c WHERE c.volgende_herbeoordeling IS NOT NULL AND c.gesloten_op IS NULL""",
    "Informeren opnieuw bekijken": """
        SELECT b.informeren_opnieuw_op, 'Dossier ' || d.nummer, 'dossier', d.id, 'informeren_persoon'
          FROM informeerbesluit b JOIN dossier d ON d.id = b.dossier_id
         WHERE b.informeren_opnieuw_op IS NOT NULL AND b.geinformeerd_op IS NULL
           AND b.id = (SELECT x.id FROM informeerbesluit x WHERE x.persoon_id = b.persoon_id
                        ORDER BY x.besloten_op DESC, julianday(x.vastgelegd_op) DESC, x.id DESC LIMIT 1)
        UNION ALL
        SELECT c.informeren_opnieuw_op, 'Casus ' || c.nummer, 'dossier', c.dossier_id, 'informeren'
          FROM casus c WHERE c.informeren_opnieuw_op IS NOT NULL AND c.geinformeerd_op IS NULL
           AND c.gesloten_op IS NULL
        UNION ALL
        SELECT w.informeren_opnieuw_op, 'Dossier ' || d.nummer, 'dossier', d.id, 'informeren_persoon'
          FROM weging w JOIN dossier d ON d.id = w.dossier_id
         WHERE w.informeren_opnieuw_op IS NOT NULL AND w.informeren IN ('later', 'nee')
           AND +w.status = 'vastgesteld'
           AND NOT EXISTS (SELECT 1 FROM casus c WHERE c.dossier_id = w.dossier_id)
           AND NOT EXISTS (SELECT 1 FROM informeerbesluit b JOIN persoon p ON p.id = b.persoon_id
                            WHERE b.dossier_id = w.dossier_id AND p.rol = 'betrokkene')
           AND NOT EXISTS (SELECT 1 FROM weging x WHERE x.dossier_id = w.dossier_id
                            AND +x.status = 'vastgesteld' AND (x.datum, x.id) > (w.datum, w.id))""",
    "Datalek: 72 uur om te melden": """
        SELECT date(ontdekt_op, '+72 hours', 'localtime'), 'Datalek ' || nummer, 'datalek', id, 'melden_ap'
          FROM datalek WHERE gesloten_op IS NULL AND gemeld_ap_op IS NULL AND melden_ap <> 'nee'""",
    "Weegploeg bespreekt het signaal": """
        SELECT s.geagendeerd_voor, 'Dossier ' || d.nummer, 'signaal', s.id, ''
          FROM signaal s JOIN dossier d ON d.id = s.dossier_id
         WHERE s.status = 'geagendeerd' AND s.geagendeerd_voor IS NOT NULL""",
    "Antwoord op een vraag van de weegploeg": """
        SELECT s.vraag_voor, 'Dossier ' || d.nummer, 'signaal', s.id, ''
          FROM signaal s JOIN dossier d ON d.id = s.dossier_id
         WHERE s.status = 'nadere_informatie' AND s.vraag_voor IS NOT NULL""",
    "Naaste bewaren tot en met": f"""
        SELECT p.bewaren_tot, 'Dossier ' || d.nummer, 'dossier', d.id, 'persoon:' || p.id
          FROM persoon p JOIN dossier d ON d.id = p.dossier_id
         WHERE p.rol = 'naaste' AND p.bewaren_tot IS NOT NULL AND ({OPEN})""",
    "Antwoord van een houder": """
        SELECT h.antwoord_voor, 'Dossier ' || d.nummer || ', ' || h.houder, 'dossier', d.id,
               'houderbericht:' || h.id
          FROM houderbericht h JOIN dossier d ON d.id = h.dossier_id
         WHERE h.antwoord_voor IS NOT NULL AND h.antwoord = ''""",
    "Opschorting nakijken": """
        SELECT o.nakijken_op, 'Dossier ' || d.nummer, 'dossier', d.id, 'bewaren'
          FROM opschorting o JOIN dossier d ON d.id = o.dossier_id WHERE o.opgeheven_op IS NULL""",
    "Bewaren tot": """
        SELECT b.einde, 'Dossier ' || d.nummer, 'dossier', d.id, 'bewaren'
          FROM bewaring b JOIN dossier d ON d.id = b.dossier_id
         WHERE b.einde IS NOT NULL AND b.waardering = 'vernietigen'""",
}


@dataclass(frozen=True, slots=True)
class Termijn:
    """One open term, and where it is dealt with."""

    dag: date
    soort: str
    wat: str
    scherm: str
    onderwerp_id: int
    veld: str


def open_termijnen(r: Lezer) -> tuple[Termijn, ...]:
    """All of them, the soonest first."""
    return eerste_termijnen(r, -1)[0]


def eerste_termijnen(r: Lezer, hoogstens: int) -> tuple[tuple[Termijn, ...], int]:
    """The soonest, no more than hoogstens; and how many there are in all."""
    uit, aantal = [], 0
    for soort, vraag in _VRAGEN.items():
        rijen = r.rows(f"SELECT *, count(*) OVER () FROM ({vraag}) ORDER BY 1, 2 LIMIT ?", hoogstens)
        for rij in rijen:
            dag, wat, scherm, onderwerp_id, veld, _ = rij.values()
            uit.append(Termijn(date.fromisoformat(str(dag)[:10]), soort, wat, scherm, onderwerp_id, veld))
        aantal += tuple(rijen[0].values())[-1] if rijen else 0
    return op_volgorde(uit, hoogstens), aantal


def informeertermijnen(r: Lezer, kader: Kader, vandaag: date, hoogstens: int = -1) -> tuple[Termijn, ...]:
    """The last day to tell each person about whom there is no last word; none where the kader sets no term.

    Of the longest waiting no more than hoogstens: their days come first.
    """
    wacht = [wie for wie in wachtenden(r, hoogstens) if wie.informeren not in NOG_NIET]
    elders = {wie.dossier_id for wie in wacht if wie.rol == BETROKKENE}
    lopend = [wie for wie in lopenden(r, vandaag, hoogstens) if wie.dossier_id not in elders]
    return tuple(
        Termijn(uiterlijk, f"{wie.rol.capitalize()} informeren", f"Dossier {wie.nummer}", *wie.plek)
        for wie in (*wacht, *lopend)
        if (uiterlijk := informeer_uiterlijk(kader, wie.sinds)) is not None
    )


def op_volgorde(termijnen: Iterable[Termijn], hoogstens: int = -1) -> tuple[Termijn, ...]:
    """The soonest first, no more than hoogstens."""
    uit = sorted(termijnen, key=lambda t: (t.dag, t.soort, t.wat))
    return tuple(uit if hoogstens < 0 else uit[:hoogstens])
