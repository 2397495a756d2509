# SPDX-License-Identifier: EUPL-1.2
"""Acts on a signal, from registering it to handing it to the weegploeg.

Each asks again inside the act whether the signal may take this step; domain.stappen says why not.
"""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime

from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.bijlage import Bijlage
from gemeente_pga.domain.gebrek import Storing
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.moment import read_moment
from gemeente_pga.domain.overdracht import Aanbod
from gemeente_pga.domain.persoon import Persoon, adresregel, volledige_naam
from gemeente_pga.domain.poort import Deur
from gemeente_pga.domain.signaal import Correctie, Signaal, Vergelijking, changed_fields
from gemeente_pga.domain.signaalstap import (
    Agendering,
    FormeleControle,
    Melderbericht,
    Overdracht,
    Sluiting,
    Spoed,
)
from gemeente_pga.domain.stappen import ontbreekt_voor_signaal
from gemeente_pga.domain.staten import SignaalStaat
from gemeente_pga.domain.tekst import datum_kort
from gemeente_pga.handelingen.beperking import refuse_beperkt
from gemeente_pga.handelingen.dossier import write_dossier
from gemeente_pga.handelingen.heropening import ask, decide
from gemeente_pga.handelingen.overdracht import write_aanbod
from gemeente_pga.handelingen.overgang import move_signaal
from gemeente_pga.handelingen.persoon import write_persoon
from gemeente_pga.handelingen.poort import require, require_open
from gemeente_pga.store.queries.dossiers import is_gesloten
from gemeente_pga.store.queries.signaal import lees_signaal, notitie, partij_bij_bron
from gemeente_pga.store.queries.signaalfeiten import signaalfeiten
from gemeente_pga.store.store import Store, Writer

# What was closed without the weegploeg: the rows of which she must hear.
_ZONDER_WEGING = {
    "telefoonnotitie": "SELECT 1 FROM telefoonnotitie WHERE id = ? AND afgehandeld_op IS NOT NULL",
    "signaal": "SELECT 1 FROM signaal s WHERE s.id = ? AND s.gesloten_op IS NOT NULL AND NOT EXISTS ("
    "SELECT 1 FROM weging_signaal t JOIN weging w ON w.id = t.weging_id "
    "WHERE t.signaal_id = s.id AND w.status = 'vastgesteld' AND w.soort <> 'voorlopig')",
}
CONCEPT = "nieuw_signaal"
BIJLAGECONCEPT = "nieuw_signaal_bijlage"


def deelconcept(signaal_id: int, deel: str) -> tuple[str, str]:
    """Where the typing of one part of the page of a signal is kept: soort and sleutel."""
    return "signaal", f"{signaal_id}:{deel}"


def register_signaal(
    store: Store,
    signaal: Signaal,
    persoon: Persoon,
    *,
    gemeente_id: int,
    dossier_id: int | None = None,
    vergelijkingen: Collection[Vergelijking] = (),
    bijlagen: Sequence[BerichtBijlage] = (),
    notitie_id: int | None = None,
) -> int:
    """Record a signal, with its person, candidates and attachments.

    dossier_id: the open dossier of a confirmed candidate, which the signal joins. A confirmed candidate whose
    dossier is closed gives a new dossier that only refers to it: closed data waits for the weegploeg.
    """
    with store.write(Handeling.SIGNAAL_REGISTREREN) as w:
        jaar = read_moment(signaal.ontvangen_op).year
        if dossier_id is not None:
            _check_joining(w, dossier_id, vergelijkingen)
            vandaag = date.fromisoformat(w.vastgelegd_op[:10])
            require(w, dossier_id, Deur.INTAKE, vandaag, acuut=signaal.acuut)
        else:
            dossier_id = write_dossier(w, gemeente_id=gemeente_id, jaar=jaar, acuut=signaal.acuut)
            write_persoon(w, dossier_id, persoon)
        signaal_id = write_signaal(w, dossier_id, signaal, gemeld_als=gemeld_als(persoon))
        for vergelijking in vergelijkingen:
            w.insert("vergelijking", vergelijking, dossier_id=dossier_id, signaal_id=signaal_id)
        for vergelijking in vergelijkingen:
            ander = vergelijking.ander_dossier_id
            if vergelijking.uitkomst == "bevestigd" and ander != dossier_id and is_gesloten(w, ander):
                ask(w, signaal_id, ander, op=read_moment(signaal.ontvangen_op).date())
        write_bijlagen(w, dossier_id, ("signaal", signaal_id), bijlagen)
        sleutel = "" if notitie_id is None else str(notitie_id)
        if notitie_id is not None:
            _close_notitie(w, notitie_id, dossier_id, signaal_id)
        w.onderwerp, w.dossier_id = ("signaal", signaal_id), dossier_id
        w.discard_concept(CONCEPT, sleutel)
        w.discard_concept(BIJLAGECONCEPT, sleutel)
    return signaal_id


def write_signaal(w: Writer, dossier_id: int, signaal: Signaal, *, gemeld_als: str) -> int:
    """A signal inside a running act, in its first state. The partner that is its source is looked up."""
    kader_id = w.value("SELECT kader_id FROM dossier WHERE id = ?", dossier_id)
    signaal_id = w.insert(
        "signaal",
        signaal,
        dossier_id=dossier_id,
        kader_id=kader_id,
        status=SignaalStaat.ONTVANGEN,
        gemeld_als=gemeld_als,
        partij_id=partij_bij_bron(w, signaal.bron_soort, signaal.bron_organisatie),
    )
    overgang = {
        "onderwerp_soort": "signaal",
        "onderwerp_id": signaal_id,
        "van": "",
        "naar": SignaalStaat.ONTVANGEN,
    }
    ontvangen = read_moment(signaal.ontvangen_op).date()
    w.insert("statusovergang", overgang, dossier_id=dossier_id, op=ontvangen)
    return signaal_id


def write_bijlagen(
    w: Writer,
    dossier_id: int,
    onderwerp: tuple[str, int],
    bijlagen: Sequence[BerichtBijlage],
    gegevens: Bijlage | None = None,
) -> None:
    """Attachments inside a running act. gegevens: what was typed beside them, when they came alone."""
    extra = asdict(gegevens) if gegevens else {}
    for bijlage in bijlagen:
        w.insert(
            "bijlage",
            bijlage,
            dossier_id=dossier_id,
            onderwerp_soort=onderwerp[0],
            onderwerp_id=onderwerp[1],
            grootte=len(bijlage.inhoud),
            sha256=hashlib.sha256(bijlage.inhoud).hexdigest(),
            **extra,
        )


def gemeld_als(persoon: Persoon) -> str:
    """The person in the words of this reporter: it stays as it was reported, also when it proves misspelt."""
    geboren = f"geboren {datum_kort(persoon.geboortedatum)}" if persoon.geboortedatum else ""
    return "; ".join(deel for deel in (volledige_naam(persoon), geboren, adresregel(persoon)) if deel)


def add_bijlagen(store: Store, signaal_id: int, bijlagen: Sequence[BerichtBijlage]) -> None:
    """Attachments that came after the signal was recorded."""
    with store.write(Handeling.BIJLAGE_TOEVOEGEN, onderwerp=("signaal", signaal_id)) as w:
        dossier_id = _dossier_of(w, signaal_id)
        require_open(w, dossier_id)
        refuse_beperkt(w, dossier_id)
        write_bijlagen(w, dossier_id, ("signaal", signaal_id), bijlagen)


def correct_signaal(store: Store, signaal_id: int, correctie: Correctie) -> None:
    """Change what was wrong. The old text stays with the dossier; the log has the names of fields."""
    with store.write(
        Handeling.SIGNAAL_CORRIGEREN, onderwerp=("signaal", signaal_id), reden=correctie.reden
    ) as w:
        dossier_id = _dossier_of(w, signaal_id)
        oud = lees_signaal(w.row("SELECT * FROM signaal WHERE id = ?", signaal_id) or {})
        velden = changed_fields(oud, correctie.signaal)
        if not velden:
            raise Storing("Er is niets veranderd.", "Wijzig eerst wat niet klopt.")
        for veld in velden:
            waarde = getattr(oud, veld)
            tekst = waarde.isoformat() if isinstance(waarde, date) else str(waarde or "")
            versie = {"veld": veld, "oude_waarde": tekst, "reden": correctie.reden}
            w.insert("signaal_versie", versie, dossier_id=dossier_id, signaal_id=signaal_id)
        nieuw: dict[str, object] = {veld: getattr(correctie.signaal, veld) for veld in velden}
        if {"bron_soort", "bron_organisatie"} & set(nieuw):
            bron = correctie.signaal
            nieuw["partij_id"] = partij_bij_bron(w, bron.bron_soort, bron.bron_organisatie)
        w.update("signaal", signaal_id, nieuw)
        w.discard_concept(*deelconcept(signaal_id, "correctie"))


def register_spoed(store: Store, signaal_id: int, spoed: Spoed) -> None:
    """Record that police or OM were called. The signal goes on to the weegploeg all the same."""
    with store.write(Handeling.SIGNAAL_SPOED, onderwerp=("signaal", signaal_id)) as w:
        dossier_id = _dossier_of(w, signaal_id)
        w.insert("spoed", spoed, dossier_id=dossier_id, signaal_id=signaal_id)
        if _status(w, signaal_id) == SignaalStaat.FORMELE_CONTROLE:
            move_signaal(w, signaal_id, SignaalStaat.SPOED_GEMELD, op=read_moment(spoed.gebeld_op).date())
        w.discard_concept(*deelconcept(signaal_id, "spoed"))


def check_signaal(store: Store, signaal_id: int, controle: FormeleControle, nu: datetime) -> None:
    """Record the formal check. Spoed that was reported before it is taken along."""
    with store.write(Handeling.SIGNAAL_CONTROLEREN, onderwerp=("signaal", signaal_id)) as w:
        refuse_beperkt(w, _dossier_of(w, signaal_id))
        status = _status(w, signaal_id)
        if status == SignaalStaat.ONTVANGEN:
            move_signaal(w, signaal_id, SignaalStaat.FORMELE_CONTROLE, op=nu.date())
            if w.value("SELECT 1 FROM spoed WHERE signaal_id = ?", signaal_id):
                move_signaal(w, signaal_id, SignaalStaat.SPOED_GEMELD, op=nu.date())
        elif status not in (SignaalStaat.FORMELE_CONTROLE, SignaalStaat.SPOED_GEMELD):
            raise Storing("De formele controle ligt vast: dit signaal is al een stap verder.", "Ga terug.")
        w.update("signaal", signaal_id, controle, gecontroleerd_op=nu)
        w.discard_concept(*deelconcept(signaal_id, "controle"))


def schedule_signaal(store: Store, signaal_id: int, agendering: Agendering, vandaag: date) -> None:
    """Put the signal on the list of the weegploeg; scheduling again replaces date and invitations."""
    with store.write(Handeling.SIGNAAL_AGENDEREN, onderwerp=("signaal", signaal_id)) as w:
        dossier_id = _dossier_of(w, signaal_id)
        require_open(w, dossier_id)
        refuse_beperkt(w, dossier_id)
        w.update("signaal", signaal_id, {"geagendeerd_voor": agendering.geagendeerd_voor})
        for oud in w.rows("SELECT id FROM signaal_uitnodiging WHERE signaal_id = ?", signaal_id):
            w.delete("signaal_uitnodiging", oud["id"])
        for partij_id in agendering.uitgenodigd:
            rij = {"dossier_id": dossier_id, "signaal_id": signaal_id, "partij_id": partij_id}
            w.insert("signaal_uitnodiging", rij)
        if _status(w, signaal_id) != SignaalStaat.GEAGENDEERD:
            move_signaal(w, signaal_id, SignaalStaat.GEAGENDEERD, op=vandaag)
        else:
            _require_agenda(w, signaal_id, vandaag)
        w.discard_concept(*deelconcept(signaal_id, "agenderen"))


def close_signaal(store: Store, signaal_id: int, sluiting: Sluiting, vandaag: date) -> None:
    """Close for a formal reason, before any weighing; the weegploeg hears of it."""
    with store.write(
        Handeling.SIGNAAL_AFSLUITEN, onderwerp=("signaal", signaal_id), reden=sluiting.sluitreden
    ) as w:
        refuse_beperkt(w, _dossier_of(w, signaal_id))
        _refuse_during_weging(w, signaal_id)
        if _status(w, signaal_id) == SignaalStaat.AFGESLOTEN:  # its reason and its day are on record
            raise Storing("Dit signaal is al afgesloten.", "Open het dossier opnieuw.")
        move_signaal(w, signaal_id, SignaalStaat.AFGESLOTEN, op=vandaag, reden=sluiting.sluitreden)
        w.update("signaal", signaal_id, sluiting, gesloten_op=vandaag)
        decide(w, (signaal_id,), opgenomen=False, op=vandaag)
        w.discard_concept(*deelconcept(signaal_id, "afsluiten"))


def transfer_signaal(store: Store, signaal_id: int, overdracht: Overdracht) -> None:
    """Hand the signal to the municipality where the person lives."""
    with store.write(Handeling.SIGNAAL_OVERDRAGEN, onderwerp=("signaal", signaal_id)) as w:
        _dossier_of(w, signaal_id)
        w.update("signaal", signaal_id, overdracht, gesloten_op=overdracht.overgedragen_op)
        if _status(w, signaal_id) != SignaalStaat.OVERGEDRAGEN:
            refuse_beperkt(w, w.dossier_id or 0)
            _refuse_during_weging(w, signaal_id)
            write_aanbod(w, w.dossier_id or 0, ("signaal", signaal_id), _aanbod(overdracht))
            move_signaal(w, signaal_id, SignaalStaat.OVERGEDRAGEN, op=overdracht.overgedragen_op)
            decide(w, (signaal_id,), opgenomen=False, op=overdracht.overgedragen_op)
        w.discard_concept(*deelconcept(signaal_id, "overdragen"))


def inform_melder(store: Store, signaal_id: int, bericht: Melderbericht) -> None:
    """Record what the reporter was told: never contents."""
    with store.write(Handeling.SIGNAAL_MELDER_BERICHTEN, onderwerp=("signaal", signaal_id)) as w:
        dossier_id = _dossier_of(w, signaal_id)
        w.insert("melderbericht", bericht, dossier_id=dossier_id, signaal_id=signaal_id)
        w.discard_concept(*deelconcept(signaal_id, "melder"))


def inform_weegploeg(store: Store, soort: str, rij_id: int, op: date) -> None:
    """Record that the weegploeg heard of a signal or note that was closed without a weging."""
    if soort not in _ZONDER_WEGING:
        raise LookupError(f"the weegploeg is not told about a {soort}")
    with store.write(Handeling.WEEGPLOEG_BERICHTEN, onderwerp=(soort, rij_id)) as w:
        if w.value(_ZONDER_WEGING[soort], rij_id) is None:
            raise Storing(
                "Dit is niet afgesloten zonder weging.", "Meld de weegploeg alleen wat buiten haar om sloot."
            )
        w.update(soort, rij_id, {"weegploeg_bericht_op": op})


def _check_joining(w: Writer, dossier_id: int, vergelijkingen: Collection[Vergelijking]) -> None:
    """A signal joins a dossier only when the user recognised its person, and the dossier is open."""
    if not any(v.ander_dossier_id == dossier_id and v.uitkomst == "bevestigd" for v in vergelijkingen):
        raise Storing("De persoon is niet bevestigd.", "Geef aan of dit dezelfde persoon is.")
    if is_gesloten(w, dossier_id):
        raise Storing("Dat dossier is intussen gesloten.", "Leg het signaal opnieuw vast.")


def _require_agenda(w: Writer, signaal_id: int, vandaag: date) -> None:
    """Another day for a signal that is on the list already asks the same: no core party drops off it."""
    feiten = signaalfeiten(w, signaal_id)
    if feiten is None:
        return
    terug = replace(feiten, staat=SignaalStaat.FORMELE_CONTROLE)
    punten = ontbreekt_voor_signaal(terug, SignaalStaat.GEAGENDEERD, vandaag)
    if punten:
        raise Storing(punten[0].zin, "Vul dit eerst aan.")


def _close_notitie(w: Writer, notitie_id: int, dossier_id: int, signaal_id: int) -> None:
    blad = notitie(w, notitie_id)
    if blad is None or not blad.is_open:
        raise Storing("Deze telefoonnotitie is al uitgewerkt of afgehandeld.", "Ga terug naar Bureau.")
    w.update("telefoonnotitie", notitie_id, {"dossier_id": dossier_id, "signaal_id": signaal_id})
    for rij in w.rows(
        "SELECT id FROM document WHERE onderwerp_soort = 'telefoonnotitie' AND onderwerp_id = ?", notitie_id
    ):  # the form for the caller goes where its words go, with what was printed of it
        hier = {"dossier_id": dossier_id}
        w.update("document", rij["id"], {**hier, "onderwerp_soort": "signaal", "onderwerp_id": signaal_id})
        for uit in w.rows("SELECT id FROM uitgifte WHERE document_id = ?", rij["id"]):
            w.update("uitgifte", uit["id"], hier)


def _dossier_of(w: Writer, signaal_id: int) -> int:
    dossier_id = w.value("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id)
    if dossier_id is None:
        raise Storing("Dit signaal is er niet meer.", "Ga terug naar Bureau.")
    w.dossier_id = int(dossier_id)
    return int(dossier_id)


def _status(w: Writer, signaal_id: int) -> str:
    return str(w.value("SELECT status FROM signaal WHERE id = ?", signaal_id))


def _aanbod(overdracht: Overdracht) -> Aanbod:
    return Aanbod(
        overdracht.overgedragen_aan,
        "",
        overdracht.overgedragen_grondslag,
        overdracht.overgedragen_wat,
        overdracht.overgedragen_op,
    )


def _refuse_during_weging(w: Writer, signaal_id: int) -> None:
    if _status(w, signaal_id) in (SignaalStaat.IN_WEGING, SignaalStaat.NADERE_INFORMATIE):
        raise Storing(
            "Dit signaal wordt gewogen. Alleen de weegploeg beslist nu wat ermee gebeurt.",
            "Leg de uitkomst vast in de weging.",
        )
