# SPDX-License-Identifier: EUPL-1.2
"""Does the betrokkene know of it, and how is he heard: what was decided, what he said, what he asked."""

from datetime import date

from gemeente_pga.domain.informeren import besluitzin, termijnzin
from gemeente_pga.domain.kader import Kader
from gemeente_pga.domain.tekst import datum_lang, midden_in_zin
from gemeente_pga.domain.verzoek import Verzoekregel
from gemeente_pga.store.lezer import Lezer
from gemeente_pga.store.queries.casus import casus_van_dossier
from gemeente_pga.store.queries.informeren import BETROKKENE, betrokkene_stand
from gemeente_pga.store.queries.verzoek import verzoeken_van_dossier

GEEN_ZIENSWIJZE = "Er is geen zienswijze gegeven."
GEEN_VERZOEK = "Er loopt geen verzoek of procedure."


def gehoord(r: Lezer, dossier_id: int, kader: Kader, vandaag: date) -> tuple[str, ...]:
    """The answer in sentences, one to a line."""
    return (
        *_verteld(r, dossier_id, kader, vandaag),
        *_zienswijzen(r, dossier_id),
        *_verzoeken(r, dossier_id, kader),
        _waarheen(r, dossier_id),
    )


def lopende_verzoeken(r: Lezer, dossier_id: int) -> tuple[Verzoekregel, ...]:
    """The requests about the person of this dossier that have not ended."""
    return tuple(v for v in verzoeken_van_dossier(r, dossier_id) if v.loopt)


def _verteld(r: Lezer, dossier_id: int, kader: Kader, vandaag: date) -> tuple[str, ...]:
    """Was he told; and while nobody decided, or it was not done, the last day to do it."""
    nu = betrokkene_stand(r, dossier_id)
    besluit = besluitzin(kader, nu)
    if nu.geinformeerd_op is not None:
        return (f"De betrokkene is geïnformeerd op {datum_lang(nu.geinformeerd_op)}.",)
    if nu.open:
        zin = (
            f"De betrokkene is nog niet geïnformeerd. {besluit}"
            if nu.informeren
            else "Over het informeren van de betrokkene is nog niet besloten."
        )
        return (f"{zin} {termijnzin(kader, nu.sinds, vandaag)}" if nu.sinds else zin,)
    if nu.opnieuw_op is not None:
        opnieuw = f"Op {datum_lang(nu.opnieuw_op)} besluit u daar opnieuw over."
        return (f"De gemeente heeft de betrokkene nog niet geïnformeerd. {besluit} {opnieuw}",)
    return (f"De gemeente heeft de betrokkene niet geïnformeerd. {besluit}".strip(),)


def _zienswijzen(r: Lezer, dossier_id: int) -> tuple[str, ...]:
    rijen = r.rows(
        "SELECT z.ontvangen_op, z.reactie, z.besproken_op, p.rol FROM zienswijze z "
        "JOIN persoon p ON p.id = z.persoon_id WHERE z.dossier_id = ? ORDER BY z.ontvangen_op, z.id",
        dossier_id,
    )
    uit = []
    for z in rijen:
        wie = "de betrokkene" if z["rol"] == BETROKKENE else "een naaste"
        verder = "Daarop is gereageerd" if z["reactie"] else "Daarop is nog niet gereageerd"
        if z["besproken_op"]:
            verder += f", en het is besproken op {datum_lang(date.fromisoformat(z['besproken_op']))}"
        op = datum_lang(date.fromisoformat(z["ontvangen_op"]))
        uit.append(f"Zienswijze van {wie}, {op}. {verder}.")
    return tuple(uit) or (GEEN_ZIENSWIJZE,)


def _verzoeken(r: Lezer, dossier_id: int, kader: Kader) -> tuple[str, ...]:
    uit = []
    for v in lopende_verzoeken(r, dossier_id):
        soort = midden_in_zin(kader.label("verzoeksoort", v.inhoud.soort))
        wat = f"Verzoek {v.nummer}, {soort}, ontvangen op {datum_lang(v.inhoud.ontvangen_op)}"
        if v.besluit is not None:
            uit.append(f"{wat}: besloten. Er kan nog bezwaar of beroep komen.")
        elif v.uiterlijk is not None:
            uit.append(f"{wat}: u besluit uiterlijk {datum_lang(v.uiterlijk)}.")
        else:
            uit.append(f"{wat}: loopt. De laatste dag is niet vastgesteld.")
    return tuple(uit) or (GEEN_VERZOEK,)


def _waarheen(r: Lezer, dossier_id: int) -> str:
    """Of a casus the burgemeester is the contact point (Stb. 2025, 78, art. 2(2)); before it the gemeente."""
    rij = r.row(
        "SELECT g.naam, g.contactpunt FROM dossier d JOIN gemeente g ON g.id = d.gemeente_id WHERE d.id = ?",
        dossier_id,
    )
    naam, via = (rij["naam"], rij["contactpunt"]) if rij else ("", "")
    wie = "de burgemeester van" if casus_van_dossier(r, dossier_id) else "de gemeente"
    hoe = f", via {via}" if via else ""
    return f"De betrokkene kan met vragen en verzoeken terecht bij {wie} {naam}{hoe}."
