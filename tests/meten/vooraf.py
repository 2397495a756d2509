# SPDX-License-Identifier: EUPL-1.2
"""What a picture needs and the practice kluis does not have: recorded first, through the same acts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from PySide6 import QtCore, QtGui

from gemeente_pga import documents
from gemeente_pga.domain.afschrift import Oordeel
from gemeente_pga.domain.beperking import Beperking
from gemeente_pga.domain.bewaren import Opschorting
from gemeente_pga.domain.brief import ONTVANGST, Briefopdracht
from gemeente_pga.domain.bsn import Bsngebruik
from gemeente_pga.domain.fg import IN_ORDE, LOGCONTROLE, Toets
from gemeente_pga.domain.handeling import Handeling
from gemeente_pga.domain.huisstijl import Huisstijl
from gemeente_pga.domain.jaarrapportage import Bereik
from gemeente_pga.domain.overdracht import Aanbod
from gemeente_pga.domain.overleg import Reactie, Voortgang
from gemeente_pga.domain.signaal import Vergelijking
from gemeente_pga.domain.signaalstap import FormeleControle
from gemeente_pga.domain.vernietiging import Bevestiging, Machtiging
from gemeente_pga.domain.vernietiging import Oordeel as Lijstoordeel
from gemeente_pga.domain.verzoek import Behandeling, Verzoekstap
from gemeente_pga.domain.zelfevaluatie import VRAGEN, Zelfevaluatie
from gemeente_pga.handelingen import afschrift, jaarrapportage, vernietiging, verzoek, zelfevaluatie
from gemeente_pga.handelingen.beperking import restrict
from gemeente_pga.handelingen.bewaren import suspend
from gemeente_pga.handelingen.brief import write_verzoekbrief
from gemeente_pga.handelingen.bsn import set_gebruik
from gemeente_pga.handelingen.document import store_pdf
from gemeente_pga.handelingen.fg import draw_steekproef, register_toets
from gemeente_pga.handelingen.inrichting import set_huisstijl
from gemeente_pga.handelingen.kader import import_kader
from gemeente_pga.handelingen.overdracht import offer
from gemeente_pga.handelingen.overleg import put_ter_reactie, record_reactie, record_voortgang, take_back
from gemeente_pga.handelingen.signaal import check_signaal, register_signaal
from gemeente_pga.kaderbestand import shipped
from gemeente_pga.store.queries.afschrift import alles_over
from gemeente_pga.store.queries.document import te_maken
from gemeente_pga.store.queries.inrichting import gemeenten
from gemeente_pga.store.queries.kader import is_bewaard
from gemeente_pga.store.queries.overleg import acties_vorige_keer, agenda
from gemeente_pga.store.queries.persoon import betrokkene
from gemeente_pga.store.queries.vernietiging import regels
from gemeente_pga.store.queries.verzoek import verzoek as lees_verzoek
from gemeente_pga.ui.omgeving import Omgeving
from tests.bewaar_hulp import SIGNAAL
from tests.overleg_hulp import maak_compleet
from tests.rechten_hulp import BESLUIT, VERZOEK

_WEEK = timedelta(days=7)
Werk = Callable[[Omgeving, int], object]


def leg_vast(omgeving: Omgeving, wat: str, rij_id: int) -> None:
    """Do this for this row, and make the papers that follow from it."""
    WERK[wat](omgeving, rij_id)
    with omgeving.store.reader() as r:
        stukken = te_maken(r)
    for stuk in stukken:
        store_pdf(omgeving.store, stuk, documents.render(stuk.soort, stuk.stuk, stuk.code))


def _lek(o: Omgeving, dossier_id: int) -> None:
    """A name that may not be known stands in the words of a signal."""
    with o.store.write(Handeling.SIGNAAL_CORRIGEREN, dossier_id=dossier_id) as w:
        signaal_id = w.value("SELECT id FROM signaal WHERE dossier_id = ?", dossier_id)
        tekst = "Marloes van der Wâl zag dat hij zijn paspoort verbrandde."
        w.update("signaal", signaal_id, {"melder_naam": "Marloes van der Wâl", "zelf_waargenomen": tekst})


def _ter_reactie(o: Omgeving, overleg_id: int) -> None:
    """Minutes sent round, to which one participant has answered."""
    maak_compleet(o.store, overleg_id)
    with o.store.write(Handeling.OVERLEG_BIJWERKEN, onderwerp=("overleg", overleg_id)) as w:
        w.update("overleg", overleg_id, {"begin": "13:30", "einde": "14:20", "geheimhouding_besproken": 1})
    with o.store.reader() as r:
        eerder = [
            (actie.id, punt.id) for punt in agenda(r, overleg_id) for actie in acties_vorige_keer(r, punt.id)
        ]
    for actie_id, punt_id in eerder:
        record_voortgang(o.store, actie_id, Voortgang("open", "", None), bespreking_id=punt_id)
    put_ter_reactie(o.store, overleg_id, op=o.vandaag(), reageren_voor=o.vandaag() + _WEEK)
    with o.store.reader() as r:
        eerste = r.value("SELECT id FROM overleg_deelnemer WHERE overleg_id = ? LIMIT 1", overleg_id)
    record_reactie(o.store, overleg_id, eerste, Reactie("akkoord", "", o.vandaag(), "e-mail"))


def _aan_het_werk(o: Omgeving, overleg_id: int) -> None:
    """A meeting that is being worked out."""
    with o.store.reader() as r:
        status = r.value("SELECT status FROM overleg WHERE id = ?", overleg_id)
    if status == "voorbereiding":
        maak_compleet(o.store, overleg_id)
    elif status == "ter_reactie":
        take_back(o.store, overleg_id)


def _gecontroleerd(o: Omgeving, signaal_id: int) -> None:
    """A signal that passed the formal check."""
    check_signaal(o.store, signaal_id, FormeleControle("ja", "ja", "ja", ""), o.nu())


def _beperkt(o: Omgeving, dossier_id: int) -> None:
    with o.store.reader() as r:
        item = r.value("SELECT id FROM informatie WHERE dossier_id = ? LIMIT 1", dossier_id)
        vraag = r.value("SELECT id FROM verzoek WHERE dossier_id = ?", dossier_id)
    reden = "Zij zegt dat dit niet klopt. Tot dat is nagegaan, doet het nergens aan mee."
    restrict(o.store, dossier_id, Beperking(item, vraag, reden, o.vandaag()))


def _bsn(o: Omgeving, _dossier_id: int) -> None:
    set_gebruik(o.store, Bsngebruik(aan=True, wet="Wet algemene bepalingen burgerservicenummer, artikel 10"))


def _kaders(o: Omgeving, _dossier_id: int) -> None:
    """The second kader that ships, beside the one in use."""
    with o.store.reader() as r:
        nieuw = [kader for kader in shipped() if not is_bewaard(r, kader.sha256)]
    for kader in nieuw:
        import_kader(o.store, kader, o.nu())


def _besloten(o: Omgeving, verzoek_id: int) -> None:
    """The request for access, decided on."""
    vandaag = o.vandaag()
    verzoek.update_verzoek(
        o.store, verzoek_id, Behandeling(identiteit_op=vandaag, identiteit_wijze="aan_balie")
    )
    with o.store.reader() as r:
        partijen = [rij["naam"] for rij in r.rows("SELECT naam FROM partij WHERE soort IN ('om', 'politie')")]
    for partij in partijen:
        stap = Verzoekstap("bronhouder_geraadpleegd", vandaag, partij, "Geen bezwaar.")
        verzoek.add_stap(o.store, verzoek_id, stap)
    verzoek.decide(o.store, verzoek_id, replace(BESLUIT, besluit_op=vandaag), o.kader)


def _beoordeeld(o: Omgeving, verzoek_id: int) -> None:
    """Everything as proposed."""
    with o.store.reader() as r:
        regel = lees_verzoek(r, verzoek_id)
        delen = alles_over(r, regel) if regel else ()
    oordelen = {g.sleutel: g.voorstel for deel in delen for g in deel.te_beoordelen}
    afschrift.judge(o.store, verzoek_id, {s: v for s, v in oordelen.items() if isinstance(v, Oordeel)})


def _afschrift(o: Omgeving, verzoek_id: int) -> None:
    afschrift.make_afschrift(o.store, verzoek_id, o.kader, o.vandaag())


def _fg(o: Omgeving, _rij: int) -> None:
    """A sample that was drawn, and a control with points that wait."""
    steekproef = draw_steekproef(o.store, 3)
    assert isinstance(steekproef, int)
    gisteren = o.vandaag() - timedelta(days=1)
    bekeken = "Wie in de laatste drie maanden een dossier inzag."
    register_toets(o.store, Toets(LOGCONTROLE, gisteren, bekeken, steekproef, IN_ORDE, ""))
    toelichting = "Bij twee dossiers ontbreekt de datum waarop de betrokkene is geïnformeerd."
    register_toets(
        o.store, Toets("toets", gisteren, "Informeren", steekproef, "aandachtspunten", toelichting)
    )


def _zelf(o: Omgeving, _rij: int) -> None:
    woorden = "Dit gaat goed. Volgend jaar kijken wij er opnieuw naar, samen met de FG."
    zelfevaluatie.vaststellen(o.store, Zelfevaluatie((woorden,) * len(VRAGEN)), o.kader, op=o.vandaag())


def _brief(o: Omgeving, verzoek_id: int) -> None:
    """Receipt of the request, confirmed with a letter."""
    with o.store.reader() as r:
        wie = str(r.value("SELECT burgemeester FROM gemeente"))
    opdracht = Briefopdracht(ONTVANGST, "Wij nemen contact met u op over uw verzoek.", wie, o.vandaag())
    write_verzoekbrief(o.store, verzoek_id, opdracht, o.kader)


def _jaar(o: Omgeving, _rij: int) -> None:
    """A year with enough requests to show figures, and the report over it."""
    vorig = o.vandaag().year - 1
    with o.store.reader() as r:
        gemeente = int(r.value("SELECT id FROM gemeente"))
    for soort, aantal in (("inzage", 9), ("klacht", 2), ("bezwaar", 6)):
        vraag = replace(VERZOEK, soort=soort, ontvangen_op=date(vorig, 3, 1))
        for _ in range(aantal):
            verzoek.register_verzoek(o.store, vraag, o.kader, gemeente_id=gemeente, dossier_id=None)
    jaarrapportage.vaststellen(o.store, Bereik((gemeente,), (vorig,)), o.kader, op=o.vandaag())


def _opnieuw(o: Omgeving, dossier_id: int) -> None:
    """A new signal about the person of a closed dossier."""
    with o.store.reader() as r:
        wie = betrokkene(r, dossier_id)
        gemeente = int(r.value("SELECT id FROM gemeente"))
    assert wie is not None
    zelfde = [Vergelijking(dossier_id, "bevestigd", "naam_en_adres")]
    register_signaal(o.store, SIGNAAL, wie.persoon, gemeente_id=gemeente, vergelijkingen=zelfde)


def _aangeboden(o: Omgeving, dossier_id: int) -> None:
    wat = "De casus met het plan; zij verhuist daarheen."
    aanbod = Aanbod("Polderwijk", "C. Brinkman, adviseur veiligheid", "avg_6_1_e", wat, o.vandaag())
    offer(o.store, dossier_id, aanbod)


def _opgeschort(o: Omgeving, dossier_id: int) -> None:
    vandaag = o.vandaag()
    wacht = Opschorting("rechtszaak", "Er loopt een schadeclaim.", vandaag, vandaag + timedelta(days=90))
    suspend(o.store, dossier_id, wacht)


def _regel(o: Omgeving, lijst_id: int) -> tuple[int, str]:
    with o.store.reader() as r:
        regel = regels(r, lijst_id)[0]
    return regel.id, regel.nummer


def _gemachtigd(o: Omgeving, lijst_id: int) -> None:
    regel_id, _ = _regel(o, lijst_id)
    vernietiging.judge(o.store, regel_id, Lijstoordeel("akkoord"))
    wie = Machtiging("drs. P. Kuipers", "archivaris", o.vandaag(), "A-114")
    vernietiging.authorise(o.store, lijst_id, wie)


def _bevestigd(o: Omgeving, lijst_id: int) -> None:
    regel_id, nummer = _regel(o, lijst_id)
    vernietiging.confirm(o.store, regel_id, Bevestiging(nummer, "geen_papier"), o.kader, op=o.vandaag())


def _week_later(o: Omgeving, _lijst_id: int) -> None:
    """The clock of the program, not that of the kluis: the days to think it over are gone."""
    vandaag = o.vandaag() + _WEEK + timedelta(days=1)
    o.vandaag = lambda: vandaag


def _vernietigd(o: Omgeving, lijst_id: int) -> None:
    regel_id, _ = _regel(o, lijst_id)
    vernietiging.destroy(o.store, regel_id, "geen_papier", o.kader, nu=o.nu() + _WEEK + timedelta(days=1))


def _verklaard(o: Omgeving, lijst_id: int) -> None:
    vernietiging.declare(o.store, lijst_id, o.kader, op=o.vandaag())


def _huisstijl(o: Omgeving, _rij_id: int) -> None:
    """A colour that is too light, and a logo."""
    with o.store.reader() as r:
        gemeente_id = gemeenten(r)[0].id
    vlak = QtGui.QImage(600, 200, QtGui.QImage.Format.Format_RGB888)
    vlak.fill(QtGui.QColor("#0b6e4f"))
    schilder = QtGui.QPainter(vlak)
    schilder.setBrush(QtGui.QColor("#ffffff"))
    for x in (60, 220, 380):
        schilder.drawEllipse(x, 40, 120, 120)
    schilder.end()
    uit = QtCore.QBuffer()
    uit.open(QtCore.QIODevice.OpenModeFlag.WriteOnly)
    vlak.save(uit, "PNG")  # type: ignore[call-overload] # PySide's own hints know str only
    set_huisstijl(o.store, gemeente_id, Huisstijl("#3fbf7f", bytes(uit.data().data())))


WERK: dict[str, Werk] = {
    "huisstijl": _huisstijl,
    "lek": _lek,
    "ter_reactie": _ter_reactie,
    "aan_het_werk": _aan_het_werk,
    "gecontroleerd": _gecontroleerd,
    "beperkt": _beperkt,
    "bsn": _bsn,
    "kaders": _kaders,
    "besloten": _besloten,
    "beoordeeld": _beoordeeld,
    "afschrift": _afschrift,
    "fg": _fg,
    "zelf": _zelf,
    "brief": _brief,
    "jaar": _jaar,
    "opnieuw": _opnieuw,
    "aangeboden": _aangeboden,
    "opgeschort": _opgeschort,
    "gemachtigd": _gemachtigd,
    "bevestigd": _bevestigd,
    "week_later": _week_later,
    "vernietigd": _vernietigd,
    "verklaard": _verklaard,
}
