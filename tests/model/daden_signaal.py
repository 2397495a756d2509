# SPDX-License-Identifier: EUPL-1.2
"""Acts on telephone notes, signals and what lies around them, each beside the rule that it must keep."""

from dataclasses import replace
from datetime import timedelta

from gemeente_pga.domain.bericht import BerichtBijlage
from gemeente_pga.domain.handeling import Handeling as Act
from gemeente_pga.domain.notitie import Telefoonnotitie, Terugbellen
from gemeente_pga.domain.persoon import Persoon
from gemeente_pga.domain.signaal import Correctie, Vergelijking
from gemeente_pga.domain.signaal import Signaal as Invoer
from gemeente_pga.domain.signaalstap import (
    Agendering,
    FormeleControle,
    Melderbericht,
    Overdracht,
    Sluiting,
    Spoed,
)
from gemeente_pga.handelingen import notitie as noteren
from gemeente_pga.handelingen import signaal as doen
from tests.model import orakel
from tests.model.daad import daad
from tests.model.daden_los import Los, dichte_notities
from tests.model.dingen import Aanbod, Dossier, Signaal
from tests.model.model import Keus, Model, Poging

KERN = ("gemeente", "om", "politie")
WIE = Persoon(voornamen="Tjitske", geslachtsnaam="Hoekema", plaats="Waterhoven")
INVOER = Invoer(
    soort="melding", kanaal="telefoon", ontvangen_op="", ontvangen_door="S. Aydın", gebeurd_op=None,
    bron_soort="burger", bron_organisatie="", melder_naam="", melder_functie="", melder_contact="",
    naam_noemen="nee", bron_kennis="gehoord", zelf_waargenomen="",
    van_anderen="De buurman hoorde geschreeuw.",
    interpretatie="", eigen_opmerking="", acuut=False, eerder_besproken="nee",
    eerder_besproken_toelichting="",
)  # fmt: skip
TEKSTEN = ("Er lag een brief.", "Er lag een tweede brief.", "De brief was van een ander.")


def moment(m: Model) -> str:
    """Now, as the program writes it."""
    return orakel.lokaal(m.nu).isoformat(timespec="seconds")


@daad(Act.NOTITIE_VASTLEGGEN)
def noteer(m: Model, k: Keus) -> Poging:
    """A call comes in."""
    acuut = k.uit((False, True))
    blad = Telefoonnotitie("Wijkagent belt.", "K. Brouwer", "", acuut, moment(m))
    return Poging(
        lambda: noteren.register_notitie(m.store, blad), na=lambda i: m.notities.append([i, "open", None])
    )


@daad(Act.NOTITIE_TERUGBELLEN)
def bel_terug(m: Model, k: Keus) -> Poging | None:
    """The caller is called back."""
    blad = m.kies(k, m.notities)
    terug = Terugbellen("ja", moment(m), "nummer van de organisatie")
    return None if blad is None else Poging(lambda: noteren.call_back(m.store, blad[0], terug))


@daad(Act.NOTITIE_AFHANDELEN)
def handel_af(m: Model, k: Keus) -> Poging | None:
    """No signal comes of it."""
    blad = k.beste(m.notities, lambda n: n[1] == "open")
    if blad is None:
        return None

    def na(_: object) -> None:
        blad[1] = "dicht"
        dichte_notities(m)[blad[0]] = Los("telefoonnotitie", blad[0], nu.date(), gemeld=False)

    belet = "" if blad[1] == "open" else "al uitgewerkt of afgehandeld"
    nu = orakel.lokaal(m.nu)
    return Poging(lambda: noteren.close_notitie(m.store, blad[0], "geen_persoon", nu), belet, na)


@daad(Act.SIGNAAL_REGISTREREN)
def registreer(m: Model, k: Keus) -> Poging:
    """A report about somebody: new, known here and open, or known here and closed."""
    acuut = k.uit((False, False, True))
    buiten = k.fout()  # the municipality that is not ready for use
    gemeente = m.ids["elders" if buiten else "gemeente_id"]
    ander = k.uit((None, None, None, *m.dossiers)) if m.dossiers else None
    erbij = ander is not None and k.uit((not ander.gesloten, True, False))
    bevestigd = erbij is False or not k.fout()
    blad = m.kies(k, [n for n in m.notities if n[1] == "open"]) if k.uit((False, True)) else None
    invoer = replace(INVOER, ontvangen_op=moment(m), acuut=acuut)
    gelijk: tuple[Vergelijking, ...] = ()
    if ander is not None:
        gelijk = (Vergelijking(ander.id, "bevestigd" if bevestigd else "niet_dezelfde", "naam"),)

    def doe() -> int:
        return doen.register_signaal(
            m.store, invoer, WIE, gemeente_id=gemeente, dossier_id=ander.id if erbij and ander else None,
            vergelijkingen=gelijk, notitie_id=blad[0] if blad else None,
        )  # fmt: skip

    def na(signaal_id: int) -> None:
        if erbij and ander:
            d = ander
        else:
            d = Dossier(*_nieuw(m, signaal_id), gereed=not buiten)
            m.dossiers.append(d)
        s = Signaal(signaal_id, d, m.vandaag, acuut)
        d.signalen.append(s)
        if ander is not None and bevestigd and d is not ander:
            ander.elders.append(s)
            if ander.gesloten:
                ander.gevraagd.append(s)
                for casus in ander.casussen:
                    if casus.staat == "gesloten":
                        casus.staat = "heropening_gevraagd"
        if blad:
            blad[1], blad[2] = "uitgewerkt", d

    bij = ander if erbij else None
    return Poging(doe, mist_registratie(bij, bevestigd=bevestigd, zonder=not acuut, buiten=buiten), na)


def mist_registratie(bij: Dossier | None, *, bevestigd: bool, zonder: bool, buiten: bool) -> str:
    """Why a signal cannot be recorded so. zonder: there is no acute danger."""
    if bij and (not bevestigd or bij.gesloten):
        return "een signaal komt alleen bij een open dossier van een bevestigde persoon"
    gereed = bij.gereed if bij else not buiten
    return "voor de ingebruikname alleen acuut gevaar" if zonder and not gereed else ""


def _nieuw(m: Model, signaal_id: int) -> tuple[int, str, int]:
    dossier_id = m.rij("SELECT dossier_id FROM signaal WHERE id = ?", signaal_id)
    nummer = m.rij("SELECT nummer FROM dossier WHERE id = ?", dossier_id)
    return dossier_id, nummer, m.rij("SELECT id FROM persoon WHERE dossier_id = ?", dossier_id)


@daad(Act.SIGNAAL_CORRIGEREN)
def corrigeer(m: Model, k: Keus) -> Poging | None:
    """Something was written down wrong."""
    s = m.kies(k, m.signalen())
    if s is None:
        return None
    nieuw = k.uit(TEKSTEN)
    oud = m.rij("SELECT interpretatie FROM signaal WHERE id = ?", s.id)
    rij = m.rij("SELECT ontvangen_op FROM signaal WHERE id = ?", s.id)
    correctie = Correctie(
        "schrijffout", replace(INVOER, ontvangen_op=rij, acuut=s.acuut, interpretatie=nieuw)
    )
    if s.dossier.overgenomen:
        return None
    belet = "er is niets veranderd" if nieuw == oud else ""
    return Poging(lambda: doen.correct_signaal(m.store, s.id, correctie), belet, dossier=s.dossier)


@daad(Act.SIGNAAL_SPOED)
def meld_spoed(m: Model, k: Keus) -> Poging | None:
    """Police or OM were called."""
    s = k.beste(m.signalen(), lambda s: s.acuut and not s.spoed)
    if s is None:
        return None
    gebeld = Spoed("politie", "meldkamer", moment(m), "Wat er gezegd is.", "avg_6_1_e")

    def na(_: object) -> None:
        s.spoed = True
        if s.staat == "formele_controle":
            s.staat = "spoed_gemeld"

    return Poging(lambda: doen.register_spoed(m.store, s.id, gebeld), na=na, dossier=s.dossier)


@daad(Act.SIGNAAL_CONTROLEREN)
def controleer(m: Model, k: Keus) -> Poging | None:
    """The three formal questions."""
    s = k.beste(m.signalen(), lambda s: s.staat == "ontvangen" and not s.dossier.beperkt)
    if s is None:
        return None
    persoon = "nee" if k.fout() else "ja"

    def na(_: object) -> None:
        s.controle = persoon
        if s.staat == "ontvangen":
            s.staat = "spoed_gemeld" if s.spoed else "formele_controle"

    belet = "" if s.staat in ("ontvangen", "formele_controle", "spoed_gemeld") else "al een stap verder"
    belet = belet or beperkt(s)
    antwoord = FormeleControle(persoon, "ja", "ja", "Zo is het.")
    nu = orakel.lokaal(m.nu)
    return Poging(lambda: doen.check_signaal(m.store, s.id, antwoord, nu), belet, na, dossier=s.dossier)


@daad(Act.SIGNAAL_AGENDEREN)
def agendeer(m: Model, k: Keus) -> Poging | None:
    """On the list of the weegploeg, with all three invited."""
    s = k.beste(
        m.signalen(), lambda s: s.staat in ("formele_controle", "spoed_gemeld") and not mist_agenda(s)
    )
    if s is None:
        return None
    genodigd = KERN[1:] if k.fout() else KERN
    wanneer = Agendering(m.vandaag + timedelta(days=7), tuple(m.ids[p] for p in genodigd))

    def na(_: object) -> None:
        s.staat = "geagendeerd"

    belet = mist_agenda(s) or ("" if genodigd == KERN else "de drie kernpartijen wegen samen")
    return Poging(
        lambda: doen.schedule_signaal(m.store, s.id, wanneer, m.vandaag), belet, na, dossier=s.dossier
    )


def mist_agenda(s: Signaal) -> str:
    """What stands between a signal and the list."""
    if s.dossier.beperkt:
        return beperkt(s)
    if s.staat != "geagendeerd" and not orakel.mag("signaal", s.staat, "geagendeerd"):
        return f"van {s.staat} niet naar geagendeerd"
    if s.controle != "ja":
        return "het gaat niet over een persoon"
    return "acuut gevaar dat niet is gemeld" if s.acuut and not s.spoed else ""


@daad(Act.SIGNAAL_AFSLUITEN)
def sluit_signaal(m: Model, k: Keus) -> Poging | None:
    """A formal fault: closed before any weging."""
    begin = ("ontvangen", "formele_controle", "geagendeerd")
    s = k.beste(m.signalen(), lambda s: s.staat in begin and not beperkt(s))
    if s is None:
        return None
    open_ = orakel.mag("signaal", s.staat, "afgesloten") and s.staat not in ("in_weging", "nadere_informatie")
    sluiting = Sluiting("geen_persoon", "Het gaat over een pand.")
    op = m.vandaag

    def na(_: object) -> None:
        eindigt(m, s, "afgesloten", opgenomen=False)

    return Poging(
        lambda: doen.close_signaal(m.store, s.id, sluiting, op),
        beperkt(s) if open_ else f"van {s.staat} niet door de coördinator af te sluiten", na,
        dossier=s.dossier,
    )  # fmt: skip


def eindigt(m: Model, s: Signaal, staat: str, *, opgenomen: bool) -> None:
    """A signal has its outcome: what it asked elsewhere is answered too."""
    s.staat = s.uitkomst = staat
    s.uitkomst_op = m.vandaag
    for d in m.dossiers:
        if s in d.gevraagd:
            d.gevraagd.remove(s)
            d.heropend = d.heropend or opgenomen
            for casus in () if d.gevraagd else d.casussen:
                if casus.staat == "heropening_gevraagd":
                    casus.staat = "gesloten"


@daad(Act.SIGNAAL_OVERDRAGEN)
def draag_over(m: Model, k: Keus) -> Poging | None:
    """The person lives elsewhere."""
    kan = ("formele_controle", "spoed_gemeld", "geagendeerd")
    s = k.beste(m.signalen(), lambda s: s.staat in kan and not beperkt(s))
    if s is None:
        return None
    over = Overdracht("Gemeente Duinrand", "Het signaal.", "avg_6_1_e", m.vandaag)
    opnieuw = s.staat == "overgedragen"  # what was written about it is put right

    def na(_: object) -> None:
        if not opnieuw:
            eindigt(m, s, "overgedragen", opgenomen=False)
            s.dossier.aanboden.append(Aanbod(nieuw_aanbod(m, s.dossier), s, m.vandaag))

    return Poging(
        lambda: doen.transfer_signaal(m.store, s.id, over),
        mist_overdracht(s, kan, opnieuw=opnieuw), na, dossier=s.dossier,
    )  # fmt: skip


def mist_overdracht(s: Signaal, kan: tuple[str, ...], *, opnieuw: bool) -> str:
    """Why it does not go to another municipality; words about one that went may be put right."""
    if opnieuw:
        return ""
    return beperkt(s) if s.staat in kan else f"van {s.staat} niet over te dragen"


def beperkt(s: Signaal) -> str:
    """AVG 18: a signal of a restricted dossier takes no step. Danger is reported all the same."""
    return "de verwerking is beperkt" if s.dossier.beperkt else ""


def nieuw_aanbod(m: Model, d: Dossier) -> int:
    """The id of the offer that was just made in this dossier."""
    with m.store.reader() as r:
        ids = {rij["id"] for rij in r.rows("SELECT id FROM overdracht WHERE dossier_id = ?", d.id)}
    (nieuw,) = ids - {a.id for a in d.aanboden}
    return int(nieuw)


@daad(Act.SIGNAAL_MELDER_BERICHTEN)
def bericht_melder(m: Model, k: Keus) -> Poging | None:
    """The reporter is told that it was received."""
    s = m.kies(k, m.signalen())
    bericht = Melderbericht("ontvangen", m.vandaag, "telefoon", "")
    return (
        None if s is None else Poging(lambda: doen.inform_melder(m.store, s.id, bericht), dossier=s.dossier)
    )


@daad(Act.WEEGPLOEG_BERICHTEN)
def bericht_weegploeg(m: Model, k: Keus) -> Poging | None:
    """The weegploeg hears of what was closed without it."""
    s = k.beste(m.signalen(), zonder_weging_dicht)
    belet = "" if s and zonder_weging_dicht(s) else "niet zonder weging gesloten"
    return (
        None
        if s is None
        else Poging(
            lambda: doen.inform_weegploeg(m.store, "signaal", s.id, m.vandaag), belet, dossier=s.dossier
        )
    )


def zonder_weging_dicht(s: Signaal) -> bool:
    """Did it end without a decision of the weegploeg?"""
    return s.uitkomst in ("afgesloten", "overgedragen") and s.gewogen_op is None


@daad(Act.BIJLAGE_TOEVOEGEN)
def voeg_bijlage_toe(m: Model, k: Keus) -> Poging | None:
    """A file that came with the signal."""
    s = m.kies(k, m.signalen())
    bijlage = BerichtBijlage("scan.pdf", "application/pdf", b"%PDF-1.7\n" + b"x" * 40)
    if s is None:
        return None
    belet = "beperkt" if s.dossier.beperkt else "gesloten" if s.dossier.gesloten else ""
    return Poging(lambda: doen.add_bijlagen(m.store, s.id, [bijlage]), belet, dossier=s.dossier)
