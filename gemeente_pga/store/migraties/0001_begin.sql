-- SPDX-License-Identifier: EUPL-1.2
-- First schema. Ids are random 62-bit integers made by the store; log tables alone count up.
-- A table with a column dossier_id belongs to that dossier: its row seals use the dossier's salt (zout),
-- and it is destroyed with the dossier. gebeurd_op / *_op = when it happened; vastgelegd_op = when it was recorded.

-- A CHECK on three words or more is a chain of OR: for IN, SQLite makes a table of its own on every row, which
-- in memory that is wiped makes an act and the check on opening three times as slow.

-- The log: what was done, by whom, to what. Never contents, never names.
CREATE TABLE handeling (
  n INTEGER PRIMARY KEY,                 -- 1, 2, 3 … without gaps
  code TEXT NOT NULL,                    -- domain/handeling.py
  tijd TEXT NOT NULL,                    -- UTC, ISO 8601 with milliseconds
  gebruiker_id INTEGER,                  -- who; the name stands in gebruiker, not here
  slot TEXT NOT NULL,                    -- kind of key slot that opened the kluis
  onderwerp_soort TEXT,
  onderwerp_id INTEGER,
  dossier_id INTEGER,
  reden TEXT,                            -- a code from the kader, never free text
  resultaat TEXT NOT NULL,
  herkomst TEXT NOT NULL,                -- random id of this installation
  versie TEXT NOT NULL                   -- program version
) STRICT;
CREATE INDEX handeling_dossier ON handeling (dossier_id, n);
CREATE INDEX handeling_code ON handeling (code, n);

CREATE TABLE wijziging (
  id INTEGER PRIMARY KEY,
  -- The act's own row comes last, when its subject is known: hence checked at COMMIT.
  handeling INTEGER NOT NULL REFERENCES handeling (n) DEFERRABLE INITIALLY DEFERRED,
  tabel TEXT NOT NULL,
  rij INTEGER NOT NULL,
  soort TEXT NOT NULL CHECK (soort = 'nieuw' OR soort = 'gewijzigd' OR soort = 'verwijderd'),
  velden TEXT NOT NULL                   -- 'gewijzigd': names of changed columns, comma separated; else empty
) STRICT;
CREATE INDEX wijziging_handeling ON wijziging (handeling);
CREATE INDEX wijziging_rij ON wijziging (tabel, rij, id);

CREATE TABLE zegel (
  wijziging INTEGER PRIMARY KEY REFERENCES wijziging (id),
  tabel TEXT NOT NULL,
  rij INTEGER NOT NULL,
  mac BLOB                               -- NULL for a removed row
) STRICT;
CREATE INDEX zegel_rij ON zegel (tabel, rij, wijziging);

CREATE TABLE ketting (
  n INTEGER PRIMARY KEY REFERENCES handeling (n),
  h BLOB NOT NULL
) STRICT;

-- The id of the running act; filled by the write door inside the transaction, empty outside it.
CREATE TABLE lopend (id INTEGER NOT NULL) STRICT;

-- A row as long as an act that took texts away has left its traces on the disk: moved rows leave old bytes
-- behind in the gaps of a page. Emptied as soon as the file has been written anew.
CREATE TABLE sporen (sinds TEXT NOT NULL) STRICT;

-- Unfinished typing. Not an act, so not in the log; inside the encrypted file all the same.
CREATE TABLE concept (
  soort TEXT NOT NULL,
  sleutel TEXT NOT NULL,
  inhoud TEXT NOT NULL,
  bewaard_op TEXT NOT NULL,
  PRIMARY KEY (soort, sleutel)
) STRICT;

CREATE VIRTUAL TABLE zoekindex USING fts5 (
  tekst, dossier_id UNINDEXED, tabel UNINDEXED, rij UNINDEXED,
  tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO zoekindex (zoekindex, rank) VALUES ('secure-delete', 1);

-- Set-up of the kluis.
CREATE TABLE instelling (id INTEGER PRIMARY KEY, sleutel TEXT NOT NULL UNIQUE, waarde TEXT NOT NULL) STRICT;

CREATE TABLE gebruiker (
  id INTEGER PRIMARY KEY, naam TEXT NOT NULL, functie TEXT NOT NULL DEFAULT '',
  telefoon TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '',
  rol TEXT NOT NULL DEFAULT 'coordinator' CHECK (rol = 'coordinator' OR rol = 'vervanger' OR rol = 'fg')
) STRICT;

-- What opens this kluis, as far as the kluis itself knows: whose it is stands here and never in the key header.
-- The header decides what opens; a difference between the two is noticed on opening.
CREATE TABLE sleutel (
  id INTEGER PRIMARY KEY, slot_id TEXT NOT NULL UNIQUE,
  soort TEXT NOT NULL
    CHECK (soort = 'wachtzin' OR soort = 'herstelcode' OR soort = 'vervanger' OR soort = 'sleutelbos' OR soort = 'fg'),
  gebruiker_id INTEGER REFERENCES gebruiker (id), sinds TEXT NOT NULL, tot TEXT
) STRICT;

-- The key of the log before each new main key: acts up to and including tot_en_met were chained under it.
CREATE TABLE logsleutel (
  id INTEGER PRIMARY KEY, tot_en_met INTEGER NOT NULL UNIQUE, k_log BLOB NOT NULL, vervangen_op TEXT NOT NULL
) STRICT;

CREATE TABLE gemeente (
  id INTEGER PRIMARY KEY, naam TEXT NOT NULL, burgemeester TEXT NOT NULL DEFAULT '',
  contactpunt TEXT NOT NULL DEFAULT '', fg TEXT NOT NULL DEFAULT '', zvh TEXT NOT NULL DEFAULT '',
  bronregistratie TEXT NOT NULL DEFAULT 'gemeente' CHECK (bronregistratie IN ('gemeente', 'zvh')),
  logo BLOB, kleur TEXT NOT NULL DEFAULT '', standaard INTEGER NOT NULL DEFAULT 0 CHECK (standaard IN (0, 1))
) STRICT;

CREATE TABLE partij (
  id INTEGER PRIMARY KEY, soort TEXT NOT NULL, naam TEXT NOT NULL, oin TEXT NOT NULL DEFAULT '',
  kernpartij INTEGER NOT NULL DEFAULT 0 CHECK (kernpartij IN (0, 1)),
  contactpersoon TEXT NOT NULL DEFAULT '', functie TEXT NOT NULL DEFAULT '', mandaat TEXT NOT NULL DEFAULT '',
  telefoon TEXT NOT NULL DEFAULT '', email TEXT NOT NULL DEFAULT '',
  actief INTEGER NOT NULL DEFAULT 1 CHECK (actief IN (0, 1))
) STRICT;

CREATE TABLE kader (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL, versie TEXT NOT NULL, titel TEXT NOT NULL,
  sha256 TEXT NOT NULL, tekst TEXT NOT NULL, geactiveerd_op TEXT NOT NULL,
  actief INTEGER NOT NULL DEFAULT 1 CHECK (actief IN (0, 1))
) STRICT;

-- A dossier is about one person, and comes into being only by a signaal.
CREATE TABLE dossier (
  id INTEGER PRIMARY KEY, nummer TEXT NOT NULL UNIQUE,
  gemeente_id INTEGER NOT NULL REFERENCES gemeente (id),
  kader_id INTEGER NOT NULL REFERENCES kader (id),
  ideologie TEXT NOT NULL DEFAULT '', ideologie_op TEXT,
  overgenomen INTEGER NOT NULL DEFAULT 0 CHECK (overgenomen IN (0, 1)),
  zout BLOB NOT NULL,                    -- salt of the row seals; dies with the dossier
  vastgelegd_op TEXT NOT NULL
) STRICT;

CREATE TABLE persoon (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  rol TEXT NOT NULL CHECK (rol IN ('betrokkene', 'naaste')), relatie TEXT NOT NULL DEFAULT '',
  voornamen TEXT NOT NULL DEFAULT '', voorletters TEXT NOT NULL DEFAULT '', voorvoegsel TEXT NOT NULL DEFAULT '',
  geslachtsnaam TEXT NOT NULL, eerdere_namen TEXT NOT NULL DEFAULT '', geboortedatum TEXT,
  straatnaam TEXT NOT NULL DEFAULT '', huisnummer INTEGER, toevoeging TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '', plaats TEXT NOT NULL DEFAULT '',
  grondslag TEXT NOT NULL DEFAULT '', doel TEXT NOT NULL DEFAULT '', bewaren_tot TEXT,  -- of a naaste
  vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX persoon_dossier ON persoon (dossier_id, rol);
CREATE INDEX persoon_rol ON persoon (rol, bewaren_tot, dossier_id, vastgelegd_op);
-- Folded keys for matching; derived from persoon, kept beside it so that a search reads a few hundred rows.
CREATE TABLE persoonsleutel (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  persoon_id INTEGER NOT NULL REFERENCES persoon (id), sleutel TEXT NOT NULL
) STRICT;
CREATE INDEX persoonsleutel_sleutel ON persoonsleutel (sleutel, persoon_id);
CREATE INDEX persoonsleutel_dossier ON persoonsleutel (dossier_id);

-- The call at 16.50. dossier_id is NULL until it has been worked out into a signaal.
CREATE TABLE telefoonnotitie (
  id INTEGER PRIMARY KEY, dossier_id INTEGER REFERENCES dossier (id),
  tekst TEXT NOT NULL, beller TEXT NOT NULL DEFAULT '', terugbelnummer TEXT NOT NULL DEFAULT '',
  -- the caller called back through a number that was known already: '' = not yet
  teruggebeld TEXT NOT NULL DEFAULT '' CHECK (teruggebeld = '' OR teruggebeld = 'ja' OR teruggebeld = 'kan_niet'),
  teruggebeld_op TEXT, teruggebeld_via TEXT NOT NULL DEFAULT '',
  acuut INTEGER NOT NULL DEFAULT 0 CHECK (acuut IN (0, 1)),
  ontvangen_op TEXT NOT NULL, vastgelegd_op TEXT NOT NULL,
  signaal_id INTEGER REFERENCES signaal (id),
  afgehandeld_op TEXT,
  afgehandeld_reden TEXT NOT NULL DEFAULT '',      -- code, when it led to no signaal
  weegploeg_bericht_op TEXT                        -- when the weegploeg heard of that
) STRICT;
CREATE INDEX telefoonnotitie_los ON telefoonnotitie (ontvangen_op, id) WHERE dossier_id IS NULL;

CREATE TABLE signaal (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  kader_id INTEGER NOT NULL REFERENCES kader (id),
  soort TEXT NOT NULL, status TEXT NOT NULL, kanaal TEXT NOT NULL,
  gemeld_als TEXT NOT NULL DEFAULT '',   -- the person as reported, in the spelling of this reporter
  ontvangen_op TEXT NOT NULL, ontvangen_door TEXT NOT NULL DEFAULT '', gebeurd_op TEXT, vastgelegd_op TEXT NOT NULL,
  bron_soort TEXT NOT NULL, bron_organisatie TEXT NOT NULL DEFAULT '', partij_id INTEGER REFERENCES partij (id),
  melder_naam TEXT NOT NULL DEFAULT '', melder_functie TEXT NOT NULL DEFAULT '', melder_contact TEXT NOT NULL DEFAULT '',
  naam_noemen TEXT NOT NULL DEFAULT 'nee' CHECK (naam_noemen IN ('ja', 'nee')),
  bron_kennis TEXT NOT NULL,
  zelf_waargenomen TEXT NOT NULL DEFAULT '', van_anderen TEXT NOT NULL DEFAULT '',
  interpretatie TEXT NOT NULL DEFAULT '', eigen_opmerking TEXT NOT NULL DEFAULT '',
  acuut INTEGER NOT NULL DEFAULT 0 CHECK (acuut IN (0, 1)),
  eerder_besproken TEXT NOT NULL DEFAULT '', eerder_besproken_toelichting TEXT NOT NULL DEFAULT '',
  -- an ambtsbericht is addressed to the burgemeester; what is gerubriceerd does not get in
  geadresseerd_burgemeester TEXT NOT NULL DEFAULT '' CHECK (geadresseerd_burgemeester IN ('', 'ja')),
  gerubriceerd TEXT NOT NULL DEFAULT '' CHECK (gerubriceerd IN ('', 'nee')),
  -- formal check (no substance): S2
  over_persoon TEXT NOT NULL DEFAULT '', gemeente_verblijf TEXT NOT NULL DEFAULT '', bron_bekend TEXT NOT NULL DEFAULT '',
  controle_toelichting TEXT NOT NULL DEFAULT '', gecontroleerd_op TEXT,
  -- S4
  geagendeerd_voor TEXT,
  -- S6
  vraag TEXT NOT NULL DEFAULT '', vraag_aan TEXT NOT NULL DEFAULT '', vraag_grondslag TEXT NOT NULL DEFAULT '', vraag_voor TEXT,
  -- S8–S10
  sluitreden TEXT NOT NULL DEFAULT '', sluit_toelichting TEXT NOT NULL DEFAULT '', gesloten_op TEXT,
  overgedragen_aan TEXT NOT NULL DEFAULT '', overgedragen_wat TEXT NOT NULL DEFAULT '',
  overgedragen_grondslag TEXT NOT NULL DEFAULT '', overgedragen_op TEXT,
  weegploeg_bericht_op TEXT              -- when the weegploeg heard of a closing or handover without weging
) STRICT;
-- What the lists over all dossiers ask stands whole in an index: a row of these tables fills much of a page.
CREATE INDEX signaal_dossier ON signaal (dossier_id, ontvangen_op, status);
CREATE INDEX signaal_ontvangen ON signaal (ontvangen_op, dossier_id, status);
CREATE INDEX signaal_status ON signaal (status, ontvangen_op, acuut, dossier_id);
CREATE INDEX signaal_agenda ON signaal (geagendeerd_voor) WHERE status = 'geagendeerd';
CREATE INDEX signaal_weegploeg ON signaal (gesloten_op, status, dossier_id)
  WHERE weegploeg_bericht_op IS NULL AND gesloten_op IS NOT NULL;

-- What a corrected field said before. The log holds only its name.
CREATE TABLE signaal_versie (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  signaal_id INTEGER NOT NULL REFERENCES signaal (id),
  veld TEXT NOT NULL, oude_waarde TEXT NOT NULL, reden TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX signaal_versie_signaal ON signaal_versie (signaal_id);

-- Who is invited to weigh this signal (S4).
CREATE TABLE signaal_uitnodiging (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  signaal_id INTEGER NOT NULL REFERENCES signaal (id), partij_id INTEGER NOT NULL REFERENCES partij (id),
  UNIQUE (signaal_id, partij_id)
) STRICT;

-- What the reporter was told: received, discussed, closed; never contents.
CREATE TABLE melderbericht (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  signaal_id INTEGER NOT NULL REFERENCES signaal (id),
  soort TEXT NOT NULL, op TEXT NOT NULL, wijze TEXT NOT NULL, tekst TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX melderbericht_signaal ON melderbericht (signaal_id);

-- Acute danger handed over (S3).
CREATE TABLE spoed (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  signaal_id INTEGER NOT NULL REFERENCES signaal (id),
  partij TEXT NOT NULL, persoon TEXT NOT NULL DEFAULT '', gebeld_op TEXT NOT NULL, verteld TEXT NOT NULL,
  grondslag TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX spoed_signaal ON spoed (signaal_id);

-- A candidate found by name matching: confirmed or refused with a reason, never merged silently.
CREATE TABLE vergelijking (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  signaal_id INTEGER NOT NULL REFERENCES signaal (id), ander_dossier_id INTEGER NOT NULL,
  uitkomst TEXT NOT NULL CHECK (uitkomst IN ('bevestigd', 'afgewezen')), reden TEXT NOT NULL,
  toelichting TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX vergelijking_dossier ON vergelijking (dossier_id);

-- Advice that was asked about a situation without naming anybody. dossier_id is NULL while it stands alone:
-- then it is about nobody in this kluis.
CREATE TABLE consultatie (
  id INTEGER PRIMARY KEY, dossier_id INTEGER REFERENCES dossier (id),
  titel TEXT NOT NULL, datum TEXT NOT NULL, organisatie TEXT NOT NULL, functie TEXT NOT NULL,
  gevraagd TEXT NOT NULL, advies TEXT NOT NULL,
  zonder_naam INTEGER NOT NULL CHECK (zonder_naam = 1), vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX consultatie_datum ON consultatie (datum);
CREATE INDEX consultatie_dossier ON consultatie (dossier_id, datum);

CREATE TABLE bijlage (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  onderwerp_soort TEXT NOT NULL, onderwerp_id INTEGER NOT NULL,
  naam TEXT NOT NULL, mediatype TEXT NOT NULL, grootte INTEGER NOT NULL, sha256 TEXT NOT NULL,
  inhoud BLOB NOT NULL, vastgelegd_op TEXT NOT NULL,
  -- typed when a file is added by itself; one that came with a signaal has these there
  omschrijving TEXT NOT NULL DEFAULT '', herkomst TEXT NOT NULL DEFAULT '', ontvangen_op TEXT,
  grondslag_gever TEXT NOT NULL DEFAULT '', doel TEXT NOT NULL DEFAULT '', categorie TEXT NOT NULL DEFAULT '',
  noodzaak TEXT NOT NULL DEFAULT '', verkregen TEXT NOT NULL DEFAULT '',  -- a file is information too
  vinder TEXT NOT NULL DEFAULT '', vindplaats TEXT NOT NULL DEFAULT '', gevonden_op TEXT,  -- of an open source
  grondslag TEXT NOT NULL DEFAULT '', markering TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX bijlage_dossier ON bijlage (dossier_id);
CREATE INDEX bijlage_onderwerp ON bijlage (onderwerp_soort, onderwerp_id);

CREATE TABLE statusovergang (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  onderwerp_soort TEXT NOT NULL CHECK (onderwerp_soort IN ('signaal', 'casus')), onderwerp_id INTEGER NOT NULL,
  van TEXT NOT NULL, naar TEXT NOT NULL, reden TEXT NOT NULL DEFAULT '', op TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX statusovergang_dossier ON statusovergang (dossier_id, op);
CREATE INDEX statusovergang_onderwerp ON statusovergang (onderwerp_soort, onderwerp_id, naar, van, op);

-- Weighing by the three core parties.
CREATE TABLE weging (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  kader_id INTEGER NOT NULL REFERENCES kader (id),
  status TEXT NOT NULL CHECK (status IN ('concept', 'vastgesteld')),
  overgenomen INTEGER NOT NULL DEFAULT 0 CHECK (overgenomen IN (0, 1)),
  soort TEXT NOT NULL DEFAULT 'gewoon' CHECK (soort = 'gewoon' OR soort = 'kort' OR soort = 'voorlopig'), soort_reden TEXT NOT NULL DEFAULT '',
  datum TEXT NOT NULL, begin TEXT NOT NULL DEFAULT '', einde TEXT NOT NULL DEFAULT '', plaats TEXT NOT NULL DEFAULT '',
  voorzitter TEXT NOT NULL DEFAULT '',
  onvolledig_reden TEXT NOT NULL DEFAULT '', onvolledig_toelichting TEXT NOT NULL DEFAULT '', onvolledig_opvolgdatum TEXT,
  bron_weegt_mee_toelichting TEXT NOT NULL DEFAULT '',
  samenhang TEXT NOT NULL DEFAULT '', subsidiariteit TEXT NOT NULL DEFAULT '', proportionaliteit TEXT NOT NULL DEFAULT '',
  bevoegd TEXT NOT NULL DEFAULT '', bevoegd_toelichting TEXT NOT NULL DEFAULT '',
  besluit TEXT NOT NULL DEFAULT '', besluit_reden TEXT NOT NULL DEFAULT '',
  steunt_op_niet_vastgelegd INTEGER NOT NULL DEFAULT 0 CHECK (steunt_op_niet_vastgelegd IN (0, 1)),
  doorgeleid_naar TEXT NOT NULL DEFAULT '', doorgeleid_wat TEXT NOT NULL DEFAULT '', doorgeleid_grondslag TEXT NOT NULL DEFAULT '',
  vraag TEXT NOT NULL DEFAULT '', vraag_aan TEXT NOT NULL DEFAULT '', vraag_grondslag TEXT NOT NULL DEFAULT '', vraag_voor TEXT,
  minderheidsstandpunt TEXT NOT NULL DEFAULT '', vervolg TEXT NOT NULL DEFAULT '',
  informeren TEXT NOT NULL DEFAULT '', informeren_grondslag TEXT NOT NULL DEFAULT '', informeren_reden TEXT NOT NULL DEFAULT '',
  informeren_door TEXT NOT NULL DEFAULT '', informeren_opnieuw_op TEXT,
  vastgesteld_op TEXT, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX weging_dossier ON weging (dossier_id);
CREATE INDEX weging_status ON weging (status, datum, informeren, dossier_id);
CREATE INDEX weging_voorlopig ON weging (datum, status, dossier_id) WHERE soort = 'voorlopig';
CREATE INDEX weging_informeren ON weging (informeren_opnieuw_op, informeren, status, dossier_id);

CREATE TABLE weging_signaal (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  weging_id INTEGER NOT NULL REFERENCES weging (id), signaal_id INTEGER NOT NULL REFERENCES signaal (id),
  UNIQUE (weging_id, signaal_id)
) STRICT;
CREATE INDEX weging_signaal_signaal ON weging_signaal (signaal_id, weging_id);

CREATE TABLE weging_partij (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  weging_id INTEGER NOT NULL REFERENCES weging (id), partij_id INTEGER NOT NULL REFERENCES partij (id),
  aanwezig TEXT NOT NULL DEFAULT '' CHECK (aanwezig = '' OR aanwezig = 'ja' OR aanwezig = 'schriftelijk' OR aanwezig = 'nee'),
  naam TEXT NOT NULL DEFAULT '', functie TEXT NOT NULL DEFAULT '', mandaat TEXT NOT NULL DEFAULT '',
  standpunt TEXT NOT NULL DEFAULT '', standpunt_toelichting TEXT NOT NULL DEFAULT '', standpunt_op TEXT,
  kanaal TEXT NOT NULL DEFAULT '',
  UNIQUE (weging_id, partij_id)
) STRICT;

CREATE TABLE weging_criterium (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  weging_id INTEGER NOT NULL REFERENCES weging (id), criterium TEXT NOT NULL,
  antwoord TEXT NOT NULL DEFAULT '' CHECK (antwoord = '' OR antwoord = 'spreekt_voor' OR antwoord = 'spreekt_tegen' OR antwoord = 'onbekend' OR antwoord = 'niet_van_toepassing'),
  reden TEXT NOT NULL DEFAULT '', vraag TEXT NOT NULL DEFAULT '', vraag_aan TEXT NOT NULL DEFAULT '',
  UNIQUE (weging_id, criterium)
) STRICT;

CREATE TABLE weging_feit (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  weging_criterium_id INTEGER NOT NULL REFERENCES weging_criterium (id),
  informatie_id INTEGER NOT NULL REFERENCES informatie (id),
  richting TEXT NOT NULL CHECK (richting IN ('voor', 'tegen'))
) STRICT;
CREATE INDEX weging_feit_criterium ON weging_feit (weging_criterium_id);

-- Every piece of information that somebody brought, in a weging or in an overleg: one rule for both.
CREATE TABLE informatie (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  weging_id INTEGER REFERENCES weging (id), bespreking_id INTEGER REFERENCES bespreking (id),
  signaal_id INTEGER REFERENCES signaal (id),
  signaal_deel TEXT NOT NULL DEFAULT '',  -- which line of which field of the signaal it came from: 'zelf_waargenomen:2'
  partij_id INTEGER REFERENCES partij (id), gever TEXT NOT NULL DEFAULT '',
  tekst TEXT NOT NULL,                   -- empty when markering = niet_vastleggen
  soort_uitspraak TEXT NOT NULL, bron TEXT NOT NULL DEFAULT '', gebeurd_op TEXT, ontvangen_op TEXT,
  grondslag_gever TEXT NOT NULL, grondslag_ontvanger TEXT NOT NULL, doel TEXT NOT NULL,
  categorie TEXT NOT NULL, noodzaak TEXT NOT NULL DEFAULT '',
  verkregen TEXT NOT NULL, markering TEXT NOT NULL, verder_gebruik INTEGER NOT NULL DEFAULT 0 CHECK (verder_gebruik IN (0, 1)),
  gecontroleerd TEXT NOT NULL DEFAULT '', contactdoel TEXT NOT NULL DEFAULT '',
  vinder TEXT NOT NULL DEFAULT '', vindplaats TEXT NOT NULL DEFAULT '', gevonden_op TEXT,  -- an open source
  einddatum TEXT, geschrapt INTEGER NOT NULL DEFAULT 0 CHECK (geschrapt IN (0, 1)), vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX informatie_dossier ON informatie (dossier_id);
CREATE INDEX informatie_weging ON informatie (weging_id);
CREATE INDEX informatie_bespreking ON informatie (bespreking_id);

CREATE TABLE informatie_deelbaar (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  informatie_id INTEGER NOT NULL REFERENCES informatie (id), partij_id INTEGER NOT NULL REFERENCES partij (id),
  UNIQUE (informatie_id, partij_id)
) STRICT;

CREATE TABLE casus (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  nummer TEXT NOT NULL UNIQUE, status TEXT NOT NULL, weging_id INTEGER NOT NULL REFERENCES weging (id),
  kader_id INTEGER NOT NULL REFERENCES kader (id),
  overgenomen INTEGER NOT NULL DEFAULT 0 CHECK (overgenomen IN (0, 1)),
  casusregisseur TEXT NOT NULL DEFAULT '', geopend_op TEXT NOT NULL, volgende_herbeoordeling TEXT,
  informeren TEXT NOT NULL DEFAULT '', informeren_grondslag TEXT NOT NULL DEFAULT '', informeren_reden TEXT NOT NULL DEFAULT '',
  informeren_door TEXT NOT NULL DEFAULT '', informeren_opnieuw_op TEXT, geinformeerd_op TEXT, geinformeerd_hoe TEXT NOT NULL DEFAULT '',
  gesloten_op TEXT, sluitreden TEXT NOT NULL DEFAULT '', sluit_toelichting TEXT NOT NULL DEFAULT '', resultaat TEXT NOT NULL DEFAULT '',
  partners_bewaren TEXT NOT NULL DEFAULT '',  -- what each partner keeps or gives back, when closing
  vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX casus_dossier ON casus (dossier_id, status);
CREATE INDEX casus_geopend ON casus (geopend_op, gesloten_op, dossier_id);
CREATE INDEX casus_status ON casus (status);
CREATE INDEX casus_herbeoordeling ON casus (volgende_herbeoordeling);
CREATE INDEX casus_informeren ON casus (informeren_opnieuw_op, informeren, geinformeerd_op, status, dossier_id);

CREATE TABLE casusdeelnemer (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  casus_id INTEGER NOT NULL REFERENCES casus (id), partij_id INTEGER NOT NULL REFERENCES partij (id),
  naam TEXT NOT NULL DEFAULT '', functie TEXT NOT NULL DEFAULT '', rol TEXT NOT NULL, grondslag TEXT NOT NULL,
  convenant_getekend TEXT NOT NULL DEFAULT '', geheimhouding TEXT NOT NULL DEFAULT '', vanaf TEXT, tot TEXT,
  vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX casusdeelnemer_casus ON casusdeelnemer (casus_id);

-- Plan van aanpak.
CREATE TABLE plan (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  casus_id INTEGER NOT NULL REFERENCES casus (id), versie INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status = 'concept' OR status = 'vastgesteld' OR status = 'vervangen'),
  bij_verergering TEXT NOT NULL DEFAULT '', bij_verbetering TEXT NOT NULL DEFAULT '',
  herbeoordeling_op TEXT, vastgesteld_op TEXT, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX plan_casus ON plan (casus_id);
CREATE TABLE doel (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), plan_id INTEGER NOT NULL REFERENCES plan (id),
  volgorde INTEGER NOT NULL, tekst TEXT NOT NULL, leefgebied TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX doel_plan ON doel (plan_id);
CREATE TABLE factor (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), plan_id INTEGER NOT NULL REFERENCES plan (id),
  soort TEXT NOT NULL CHECK (soort IN ('risico', 'beschermend')), tekst TEXT NOT NULL, leefgebied TEXT NOT NULL DEFAULT '',
  bron TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX factor_plan ON factor (plan_id);
CREATE TABLE interventie (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), plan_id INTEGER NOT NULL REFERENCES plan (id),
  doel_id INTEGER REFERENCES doel (id), soort TEXT NOT NULL, omschrijving TEXT NOT NULL, leefgebied TEXT NOT NULL DEFAULT '',
  partij_id INTEGER REFERENCES partij (id), eigenaar TEXT NOT NULL, grondslag TEXT NOT NULL,
  vrijwillig INTEGER NOT NULL CHECK (vrijwillig IN (0, 1)), beslisser TEXT NOT NULL DEFAULT '',
  start TEXT, einde TEXT, maat TEXT NOT NULL DEFAULT '', stand TEXT NOT NULL DEFAULT '',
  opnieuw_bekijken_op TEXT, effect TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX interventie_plan ON interventie (plan_id);

-- Casusoverleg: one meeting, several casussen.
CREATE TABLE overleg (
  id INTEGER PRIMARY KEY, nummer TEXT NOT NULL UNIQUE, datum TEXT NOT NULL, begin TEXT NOT NULL DEFAULT '', einde TEXT NOT NULL DEFAULT '',
  plaats TEXT NOT NULL DEFAULT '', voorzitter TEXT NOT NULL DEFAULT '', verslaglegger TEXT NOT NULL DEFAULT '',
  verslag_door TEXT NOT NULL CHECK (verslag_door IN ('gemeente', 'zvh')), kenmerk_zvh TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL CHECK (status = 'voorbereiding' OR status = 'concept' OR status = 'ter_reactie' OR status = 'vastgesteld'),
  vorig_overleg_id INTEGER REFERENCES overleg (id), vorig_verslag TEXT NOT NULL DEFAULT '',
  geheimhouding_besproken INTEGER NOT NULL DEFAULT 0 CHECK (geheimhouding_besproken IN (0, 1)),
  exemplaren_uitgedeeld INTEGER, exemplaren_terug INTEGER, exemplaren_toelichting TEXT NOT NULL DEFAULT '',
  volgend_overleg TEXT, volgend_overleg_tijd TEXT NOT NULL DEFAULT '', volgend_overleg_plaats TEXT NOT NULL DEFAULT '',
  ter_reactie_op TEXT, reageren_voor TEXT, vastgesteld_op TEXT, vastgesteld_wijze TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX overleg_datum ON overleg (datum);

CREATE TABLE overleg_deelnemer (
  id INTEGER PRIMARY KEY, overleg_id INTEGER NOT NULL REFERENCES overleg (id), partij_id INTEGER NOT NULL REFERENCES partij (id),
  naam TEXT NOT NULL, functie TEXT NOT NULL DEFAULT '', rol TEXT NOT NULL DEFAULT '',
  aanwezig TEXT NOT NULL DEFAULT '' CHECK (aanwezig = '' OR aanwezig = 'aanwezig' OR aanwezig = 'afwezig_met_bericht' OR aanwezig = 'schriftelijk' OR aanwezig = 'afwezig'),
  geheimhouding INTEGER NOT NULL DEFAULT 0 CHECK (geheimhouding IN (0, 1)), toelichting TEXT NOT NULL DEFAULT '',
  reactie TEXT NOT NULL DEFAULT '', reactie_tekst TEXT NOT NULL DEFAULT '', reactie_op TEXT, reactie_kanaal TEXT NOT NULL DEFAULT '',
  vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX overleg_deelnemer_overleg ON overleg_deelnemer (overleg_id);

-- One casus on the agenda of one overleg.
CREATE TABLE bespreking (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  overleg_id INTEGER NOT NULL REFERENCES overleg (id), casus_id INTEGER NOT NULL REFERENCES casus (id), volgorde INTEGER NOT NULL,
  doel TEXT NOT NULL DEFAULT '', overwegingen TEXT NOT NULL DEFAULT '',
  informeren TEXT NOT NULL DEFAULT '', informeren_grondslag TEXT NOT NULL DEFAULT '', informeren_reden TEXT NOT NULL DEFAULT '',
  informeren_opnieuw_op TEXT,
  volgende_herbeoordeling TEXT,
  minderheidsstandpunt_van TEXT NOT NULL DEFAULT '', minderheidsstandpunt TEXT NOT NULL DEFAULT '',
  vastgelegd_op TEXT NOT NULL,
  UNIQUE (overleg_id, casus_id)
) STRICT;
CREATE INDEX bespreking_dossier ON bespreking (dossier_id);

-- Who sat at the table for this casus (someone may be there for one casus only).
CREATE TABLE bespreking_deelnemer (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  bespreking_id INTEGER NOT NULL REFERENCES bespreking (id), overleg_deelnemer_id INTEGER NOT NULL REFERENCES overleg_deelnemer (id),
  UNIQUE (bespreking_id, overleg_deelnemer_id)
) STRICT;

CREATE TABLE besluit (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  bespreking_id INTEGER NOT NULL REFERENCES bespreking (id), volgnummer INTEGER NOT NULL, tekst TEXT NOT NULL,
  steunt_op_niet_vastgelegd INTEGER NOT NULL DEFAULT 0 CHECK (steunt_op_niet_vastgelegd IN (0, 1)), vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX besluit_bespreking ON besluit (bespreking_id);

CREATE TABLE actie (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), casus_id INTEGER NOT NULL REFERENCES casus (id),
  bespreking_id INTEGER NOT NULL REFERENCES bespreking (id), volgnummer INTEGER NOT NULL,
  wat TEXT NOT NULL, wie TEXT NOT NULL, partij_id INTEGER REFERENCES partij (id), voor TEXT,
  maat TEXT NOT NULL DEFAULT '', conditie TEXT NOT NULL DEFAULT '', informering TEXT NOT NULL DEFAULT '',
  naar_buiten INTEGER NOT NULL DEFAULT 0 CHECK (naar_buiten IN (0, 1)), buiten_wie TEXT NOT NULL DEFAULT '',
  buiten_wat TEXT NOT NULL DEFAULT '', buiten_grondslag TEXT NOT NULL DEFAULT '',
  zonder_pga_context INTEGER NOT NULL DEFAULT 0 CHECK (zonder_pga_context IN (0, 1)),
  status TEXT NOT NULL DEFAULT 'open', vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX actie_casus ON actie (casus_id);
CREATE INDEX actie_status ON actie (status, voor);

CREATE TABLE actie_voortgang (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), actie_id INTEGER NOT NULL REFERENCES actie (id),
  bespreking_id INTEGER REFERENCES bespreking (id), status TEXT NOT NULL, toelichting TEXT NOT NULL DEFAULT '',
  gebeurd_op TEXT, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX actie_voortgang_actie ON actie_voortgang (actie_id);

-- A frozen document: the data object (gegevens, JSON), the act that froze it (n, code), then its bytes.
-- dossier_id is NULL for a document of a whole meeting; such documents name their dossiers in document_dossier.
CREATE TABLE document (
  id INTEGER PRIMARY KEY, dossier_id INTEGER REFERENCES dossier (id),
  soort TEXT NOT NULL, onderwerp_soort TEXT NOT NULL, onderwerp_id INTEGER NOT NULL,
  partij_id INTEGER REFERENCES partij (id),  -- the one partner that an edition is for
  kenmerk TEXT NOT NULL, titel TEXT NOT NULL, gegevens TEXT NOT NULL,
  handeling_n INTEGER, controlecode TEXT NOT NULL DEFAULT '', pdf BLOB, sha256 TEXT NOT NULL DEFAULT '',
  -- filed wrongly and taken back: the bytes are gone, what remains says that it was here
  teruggenomen_op TEXT, teruggenomen_reden TEXT NOT NULL DEFAULT '', teruggenomen_door INTEGER REFERENCES gebruiker (id),
  vastgesteld_op TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX document_van_dossier ON document (dossier_id);
CREATE INDEX document_te_maken ON document (id) WHERE sha256 = '';
CREATE INDEX document_onderwerp ON document (onderwerp_soort, onderwerp_id);
CREATE INDEX document_soort ON document (soort, vastgelegd_op);
CREATE TABLE document_dossier (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), document_id INTEGER NOT NULL REFERENCES document (id)
) STRICT;
CREATE INDEX document_dossier_dossier ON document_dossier (dossier_id, document_id);
CREATE INDEX document_dossier_document ON document_dossier (document_id, dossier_id);

-- A hit of the leak check that the user let stand, with the reason.
CREATE TABLE lekbesluit (
  id INTEGER PRIMARY KEY, dossier_id INTEGER REFERENCES dossier (id),
  onderwerp_soort TEXT NOT NULL, onderwerp_id INTEGER NOT NULL, documentsoort TEXT NOT NULL,
  vindplaats TEXT NOT NULL, reden TEXT NOT NULL, toelichting TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL
) STRICT;

-- Printed or exported: the only moments that data leave the kluis.
CREATE TABLE uitgifte (
  id INTEGER PRIMARY KEY, dossier_id INTEGER REFERENCES dossier (id), document_id INTEGER REFERENCES document (id),
  bijlage_id INTEGER REFERENCES bijlage (id),  -- an attachment that was saved as a file, in place of a document
  wijze TEXT NOT NULL CHECK (wijze IN ('afdruk', 'bestand')), exemplaren INTEGER NOT NULL DEFAULT 1,
  bestemd_voor TEXT NOT NULL DEFAULT '', op TEXT NOT NULL,
  versleuteld INTEGER NOT NULL DEFAULT 0 CHECK (versleuteld IN (0, 1)),  -- the file opens with a password of its own
  vastgelegd_op TEXT NOT NULL, CHECK ((document_id IS NULL) <> (bijlage_id IS NULL))
) STRICT;
CREATE INDEX uitgifte_document ON uitgifte (document_id);
CREATE INDEX uitgifte_bijlage ON uitgifte (bijlage_id);
CREATE INDEX uitgifte_dossier ON uitgifte (dossier_id);

-- Oversight by the functionaris gegevensbescherming: a random sample of dossiers, drawn by the program, and what
-- was looked at with which outcome. No names in the texts.
CREATE TABLE fg_steekproef (
  id INTEGER PRIMARY KEY, gevraagd INTEGER NOT NULL, uit INTEGER NOT NULL, getrokken_op TEXT NOT NULL
) STRICT;
CREATE TABLE fg_steekproef_dossier (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  steekproef_id INTEGER NOT NULL REFERENCES fg_steekproef (id), UNIQUE (steekproef_id, dossier_id)
) STRICT;
CREATE INDEX fg_steekproef_van_dossier ON fg_steekproef_dossier (dossier_id);
CREATE TABLE fg_toets (
  id INTEGER PRIMARY KEY, soort TEXT NOT NULL CHECK (soort = 'logcontrole' OR soort = 'toets'),
  datum TEXT NOT NULL, bekeken TEXT NOT NULL, steekproef_id INTEGER REFERENCES fg_steekproef (id),
  uitkomst TEXT NOT NULL CHECK (uitkomst = 'in_orde' OR uitkomst = 'aandachtspunten' OR uitkomst = 'niet_in_orde'),
  toelichting TEXT NOT NULL, gebruiker_id INTEGER REFERENCES gebruiker (id), vastgelegd_op TEXT NOT NULL
) STRICT;

-- The journaal written to a file: its hash is vouched for by the chain.
CREATE TABLE journaal_export (
  id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, van_n INTEGER NOT NULL, tot_n INTEGER NOT NULL,
  aantal INTEGER NOT NULL, gemaakt_op TEXT NOT NULL
) STRICT;

-- A backup that was made and verified.
CREATE TABLE reservekopie (
  id INTEGER PRIMARY KEY, plaats TEXT NOT NULL, gemaakt_op TEXT NOT NULL, handeling_n INTEGER NOT NULL,
  grootte INTEGER NOT NULL, sha256 TEXT NOT NULL
) STRICT;

-- A backup that was put back, or put back for practice and looked at. kopie_*: its last act.
-- opzij_*: the last act of the kluis that stood here and was set aside; NULL when there was none.
CREATE TABLE terugzetting (
  id INTEGER PRIMARY KEY, soort TEXT NOT NULL CHECK (soort IN ('echt', 'oefening')),
  op TEXT NOT NULL, kopie_gemaakt_op TEXT NOT NULL, kopie_n INTEGER NOT NULL, kopie_h TEXT NOT NULL,
  opzij_n INTEGER, opzij_h TEXT, goed INTEGER NOT NULL CHECK (goed IN (0, 1)), vastgelegd_op TEXT NOT NULL
) STRICT;

-- One kluis leads; for a while that may be the copy of a waarnemer. The row says what this copy is. herkomst: the
-- installation that gave the kluis out. Which stand means that nothing may be recorded: domain/waarneming.py.
CREATE TABLE waarneming (
  id INTEGER PRIMARY KEY,
  stand TEXT NOT NULL CHECK (stand = 'ingenomen' OR stand = 'afgebroken' OR stand = 'voorbereid' OR
    stand = 'uitgegeven' OR stand = 'begonnen' OR stand = 'teruggegeven' OR stand = 'hervat'),
  waarnemer_id INTEGER NOT NULL REFERENCES gebruiker (id), van TEXT NOT NULL, tot TEXT NOT NULL,
  mandaat TEXT NOT NULL, mandaat_op TEXT NOT NULL, herkomst TEXT NOT NULL, uitgegeven_op TEXT NOT NULL,
  overgedragen_op TEXT, begonnen_op TEXT, teruggegeven_op TEXT, hervat_op TEXT,
  afgerond_op TEXT, leidend TEXT NOT NULL DEFAULT '', gemeenschappelijk INTEGER  -- which copy leads; last act of both
) STRICT;

-- An act that only the copy that does not lead has: for whoever checks, and to be entered again (over_te_doen).
-- dossiernummer only of a dossier that is not in this kluis; otherwise dossier_id, so that it goes with the dossier.
CREATE TABLE waarneming_handeling (
  id INTEGER PRIMARY KEY, waarneming_id INTEGER REFERENCES waarneming (id),
  dossier_id INTEGER REFERENCES dossier (id), dossiernummer TEXT NOT NULL DEFAULT '',
  n INTEGER NOT NULL, code TEXT NOT NULL, tijd TEXT NOT NULL, gebruiker_id INTEGER, slot TEXT NOT NULL,
  reden TEXT NOT NULL DEFAULT '', over_te_doen INTEGER NOT NULL CHECK (over_te_doen IN (0, 1)),
  gedaan TEXT NOT NULL DEFAULT '', gedaan_op TEXT
) STRICT;
CREATE INDEX waarneming_handeling_open ON waarneming_handeling (tijd) WHERE over_te_doen = 1 AND gedaan = '';
CREATE INDEX waarneming_handeling_dossier ON waarneming_handeling (dossier_id);

-- ---- setting up and the kader

-- Ready for use (ingebruikname): one row per point of domain/ingebruikname.py and municipality.
CREATE TABLE ingebruikname (
  id INTEGER PRIMARY KEY, gemeente_id INTEGER NOT NULL REFERENCES gemeente (id), punt TEXT NOT NULL,
  stand TEXT NOT NULL CHECK (stand IN ('gereed', 'niet_van_toepassing')), op TEXT NOT NULL,
  kenmerk TEXT NOT NULL DEFAULT '', toelichting TEXT NOT NULL DEFAULT '',
  bestand_naam TEXT NOT NULL DEFAULT '', bestand_sha256 TEXT NOT NULL DEFAULT '', bestand BLOB, vastgelegd_op TEXT NOT NULL,
  UNIQUE (gemeente_id, punt)
) STRICT;

-- A value of the file that this municipality replaced; the newest row of a (kader, soort, code, veld) counts.
CREATE TABLE kaderwaarde (
  id INTEGER PRIMARY KEY, kader_id INTEGER NOT NULL REFERENCES kader (id),
  soort TEXT NOT NULL, code TEXT NOT NULL, veld TEXT NOT NULL, waarde TEXT NOT NULL,
  reden TEXT NOT NULL, toelichting TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX kaderwaarde_kader ON kaderwaarde (kader_id, soort, code);

-- One sitting in which a named person vouches for texts and terms; tegen: the text it was checked against.
CREATE TABLE vaststellingsronde (
  id INTEGER PRIMARY KEY, kader_id INTEGER NOT NULL REFERENCES kader (id),
  door TEXT NOT NULL, functie TEXT NOT NULL, op TEXT NOT NULL, tegen TEXT NOT NULL,
  toelichting TEXT NOT NULL DEFAULT '', afgerond_op TEXT, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX vaststellingsronde_kader ON vaststellingsronde (kader_id);
-- waarden: the item as it was signed (JSON of its fields); changed afterwards, it no longer counts.
CREATE TABLE vaststelling (
  id INTEGER PRIMARY KEY, ronde_id INTEGER NOT NULL REFERENCES vaststellingsronde (id),
  soort TEXT NOT NULL, code TEXT NOT NULL, waarden TEXT NOT NULL, grond TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL,
  UNIQUE (ronde_id, soort, code)
) STRICT;

-- A dossier goes over to another version, only with a reason.
CREATE TABLE kaderwissel (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  van_kader_id INTEGER NOT NULL REFERENCES kader (id), naar_kader_id INTEGER NOT NULL REFERENCES kader (id),
  reden TEXT NOT NULL, toelichting TEXT NOT NULL, op TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX kaderwissel_dossier ON kaderwissel (dossier_id);

-- A deviation that the law leaves room for. regel: code in domain/afwijking.py; it lands in weegverslag or jaarrapportage.
CREATE TABLE afwijking (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  onderwerp_soort TEXT NOT NULL, onderwerp_id INTEGER NOT NULL, regel TEXT NOT NULL,
  reden TEXT NOT NULL, toelichting TEXT NOT NULL, door TEXT NOT NULL, op TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX afwijking_dossier ON afwijking (dossier_id);

-- ---- a ground for everything

-- Apart from persoon, so that nothing reads it by accident; off unless instelling bsn = aan. Never on paper.
CREATE TABLE persoon_bsn (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  persoon_id INTEGER NOT NULL UNIQUE REFERENCES persoon (id), bsn TEXT NOT NULL, grondslag TEXT NOT NULL,
  noodzaak TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX persoon_bsn_dossier ON persoon_bsn (dossier_id);

-- Who holds parental authority over a minor.
CREATE TABLE gezag (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), persoon_id INTEGER NOT NULL REFERENCES persoon (id),
  naam TEXT NOT NULL, hoedanigheid TEXT NOT NULL, contact TEXT NOT NULL DEFAULT '', bron TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX gezag_dossier ON gezag (dossier_id);

-- An item that proved wrong. What was said before stays in informatie; juist is what must be told to holders.
CREATE TABLE informatiecorrectie (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), informatie_id INTEGER NOT NULL REFERENCES informatie (id),
  soort TEXT NOT NULL CHECK (soort = 'onjuist' OR soort = 'onrechtmatig' OR soort = 'onvolledig'),
  gemeld_door TEXT NOT NULL, gemeld_op TEXT NOT NULL, juist TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX informatiecorrectie_informatie ON informatiecorrectie (informatie_id);
CREATE INDEX informatiecorrectie_dossier ON informatiecorrectie (dossier_id);

-- ---- who has what

-- One numbered copy of what left the kluis.
CREATE TABLE exemplaar (
  id INTEGER PRIMARY KEY, dossier_id INTEGER REFERENCES dossier (id), uitgifte_id INTEGER NOT NULL REFERENCES uitgifte (id),
  nummer INTEGER NOT NULL, houder TEXT NOT NULL, partij_id INTEGER REFERENCES partij (id),
  sha256 TEXT NOT NULL DEFAULT '',  -- of exactly the bytes that were saved, or of the copy that was printed
  -- a saved file has a row too; behouden: it stays with its holder for good (the betrokkene, the OM in its own file)
  stand TEXT NOT NULL DEFAULT 'uitgereikt' CHECK (stand = 'uitgereikt' OR stand = 'teruggenomen' OR stand = 'vernietigd' OR
    stand = 'vermist' OR stand = 'behouden'),
  stand_op TEXT NOT NULL, toelichting TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL,
  UNIQUE (uitgifte_id, nummer)
) STRICT;
CREATE INDEX exemplaar_dossier ON exemplaar (dossier_id);
CREATE INDEX exemplaar_sha256 ON exemplaar (sha256) WHERE sha256 <> '';
CREATE INDEX exemplaar_stand ON exemplaar (stand, stand_op, uitgifte_id, houder, dossier_id);

-- Given outside a meeting and outside a numbered copy: by word of mouth, in a letter, by an action, to another municipality.
-- What was shared in a meeting or on paper follows from bespreking and exemplaar, and is not recorded twice.
CREATE TABLE verstrekking (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), op TEXT NOT NULL,
  ontvanger_soort TEXT NOT NULL CHECK (ontvanger_soort = 'deelnemer' OR ontvanger_soort = 'partij' OR ontvanger_soort = 'buiten' OR
    ontvanger_soort = 'gemeente' OR ontvanger_soort = 'extern' OR ontvanger_soort = 'betrokkene'),
  partij_id INTEGER REFERENCES partij (id), ontvanger TEXT NOT NULL, functie TEXT NOT NULL DEFAULT '',
  wijze TEXT NOT NULL, wat TEXT NOT NULL, doel TEXT NOT NULL, grondslag_gever TEXT NOT NULL,
  grondslag_ontvanger TEXT NOT NULL DEFAULT '', categorie TEXT NOT NULL, noodzaak TEXT NOT NULL DEFAULT '',
  verder_gebruik INTEGER NOT NULL DEFAULT 0 CHECK (verder_gebruik IN (0, 1)),
  zonder_pga_context INTEGER NOT NULL DEFAULT 0 CHECK (zonder_pga_context IN (0, 1)),
  zonder_rol_reden TEXT NOT NULL DEFAULT '', actie_id INTEGER REFERENCES actie (id), vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX verstrekking_dossier ON verstrekking (dossier_id, op);
CREATE TABLE verstrekking_informatie (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  verstrekking_id INTEGER NOT NULL REFERENCES verstrekking (id), informatie_id INTEGER NOT NULL REFERENCES informatie (id),
  UNIQUE (verstrekking_id, informatie_id)
) STRICT;
CREATE INDEX verstrekking_informatie_item ON verstrekking_informatie (informatie_id);

-- The giver agrees that this item goes to this receiver; without it police, justice and care data do not go on.
CREATE TABLE bronakkoord (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), informatie_id INTEGER NOT NULL REFERENCES informatie (id),
  ontvanger TEXT NOT NULL, gevraagd_op TEXT NOT NULL, gevraagd_aan TEXT NOT NULL, kanaal TEXT NOT NULL DEFAULT '',
  antwoord TEXT NOT NULL DEFAULT '' CHECK (antwoord = '' OR antwoord = 'akkoord' OR antwoord = 'onder_voorwaarde' OR antwoord = 'weigert'),
  voorwaarde TEXT NOT NULL DEFAULT '', antwoord_op TEXT, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX bronakkoord_informatie ON bronakkoord (informatie_id);
CREATE INDEX bronakkoord_dossier ON bronakkoord (dossier_id);

-- A notice to one holder: corrected, ended, give back or destroy; and the answer. aanleiding: what it follows from.
CREATE TABLE houderbericht (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  soort TEXT NOT NULL CHECK (soort = 'rectificatie' OR soort = 'sluiting' OR soort = 'teruggave'),
  aanleiding_soort TEXT NOT NULL, aanleiding_id INTEGER NOT NULL,
  houder TEXT NOT NULL, partij_id INTEGER REFERENCES partij (id), heeft TEXT NOT NULL, gevraagd TEXT NOT NULL,
  document_id INTEGER REFERENCES document (id), verstuurd_op TEXT, antwoord_voor TEXT,
  antwoord TEXT NOT NULL DEFAULT '' CHECK (antwoord = '' OR antwoord = 'gedaan' OR antwoord = 'deels' OR antwoord = 'weigert'),
  antwoord_tekst TEXT NOT NULL DEFAULT '', antwoord_op TEXT, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX houderbericht_dossier ON houderbericht (dossier_id);
CREATE INDEX houderbericht_open ON houderbericht (antwoord_voor, dossier_id, verstuurd_op, document_id) WHERE antwoord = '';

-- A data breach. Nothing in this row is about anyone; what it held stands in datalek_dossier and goes with the dossier.
CREATE TABLE datalek (
  id INTEGER PRIMARY KEY, nummer TEXT NOT NULL UNIQUE, ontdekt_op TEXT NOT NULL, gebeurd_op TEXT, aard TEXT NOT NULL,
  wat TEXT NOT NULL, maatregelen TEXT NOT NULL DEFAULT '', aantal_personen INTEGER, bronhouders TEXT NOT NULL DEFAULT '',
  fg_ingelicht_op TEXT, ciso_ingelicht_op TEXT, deelnemers_ingelicht_op TEXT, wie_meldt TEXT NOT NULL DEFAULT '',
  melden_ap TEXT NOT NULL DEFAULT '' CHECK (melden_ap = '' OR melden_ap = 'ja' OR melden_ap = 'nee'),
  melden_ap_reden TEXT NOT NULL DEFAULT '', gemeld_ap_op TEXT, kenmerk_ap TEXT NOT NULL DEFAULT '',
  betrokkenen TEXT NOT NULL DEFAULT '' CHECK (betrokkenen = '' OR betrokkenen = 'ja' OR betrokkenen = 'nee'),
  betrokkenen_reden TEXT NOT NULL DEFAULT '', betrokkenen_op TEXT, les TEXT NOT NULL DEFAULT '', gesloten_op TEXT, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE TABLE datalek_dossier (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), datalek_id INTEGER NOT NULL REFERENCES datalek (id),
  exemplaar_id INTEGER REFERENCES exemplaar (id), inhoud TEXT NOT NULL, UNIQUE (datalek_id, dossier_id)
) STRICT;
CREATE INDEX datalek_dossier_dossier ON datalek_dossier (dossier_id);

-- ---- rights of the betrokkene

-- The decision to inform one person: a betrokkene whose signal was not weighed, or a naaste. For a weging and a casus it
-- stands in their own row. onderwerp: signaal, persoon.
CREATE TABLE informeerbesluit (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), persoon_id INTEGER NOT NULL REFERENCES persoon (id),
  onderwerp_soort TEXT NOT NULL, onderwerp_id INTEGER NOT NULL, besloten_op TEXT NOT NULL,
  informeren TEXT NOT NULL CHECK (informeren = 'ja' OR informeren = 'later' OR informeren = 'nee'),
  informeren_grondslag TEXT NOT NULL DEFAULT '', informeren_reden TEXT NOT NULL, informeren_door TEXT NOT NULL,
  informeren_opnieuw_op TEXT, geinformeerd_op TEXT, geinformeerd_hoe TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX informeerbesluit_dossier ON informeerbesluit (dossier_id);
CREATE INDEX informeerbesluit_opnieuw ON informeerbesluit (informeren_opnieuw_op);
CREATE INDEX informeerbesluit_persoon ON informeerbesluit (persoon_id, besloten_op, vastgelegd_op);
-- How it reaches somebody safely: in person or by post, who else opens the letter, to whom for a minor.
CREATE TABLE bezorging (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), persoon_id INTEGER NOT NULL REFERENCES persoon (id),
  wijze TEXT NOT NULL, aan TEXT NOT NULL, huisgenoten TEXT NOT NULL CHECK (huisgenoten = 'geen_risico' OR huisgenoten = 'risico' OR huisgenoten = 'onbekend'),
  voorzorg TEXT NOT NULL DEFAULT '', document_id INTEGER REFERENCES document (id), gedaan_op TEXT, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX bezorging_dossier ON bezorging (dossier_id);

CREATE TABLE zienswijze (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), persoon_id INTEGER NOT NULL REFERENCES persoon (id),
  ontvangen_op TEXT NOT NULL, wijze TEXT NOT NULL, gegeven_door TEXT NOT NULL DEFAULT '', tekst TEXT NOT NULL,
  reactie TEXT NOT NULL DEFAULT '', besproken_op TEXT, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX zienswijze_dossier ON zienswijze (dossier_id);

-- A request or remedy. dossier_id NULL: nothing about this person was found here, or it is a Woo request.
-- uiterlijk: the last day to decide, as counted on receipt; onherroepelijk_op: until then nothing is destroyed.
CREATE TABLE verzoek (
  id INTEGER PRIMARY KEY, dossier_id INTEGER REFERENCES dossier (id), nummer TEXT NOT NULL UNIQUE,
  gemeente_id INTEGER NOT NULL REFERENCES gemeente (id), over_verzoek_id INTEGER REFERENCES verzoek (id) DEFERRABLE INITIALLY DEFERRED,
  soort TEXT NOT NULL, ontvangen_op TEXT NOT NULL, kanaal TEXT NOT NULL, wat TEXT NOT NULL,
  verzoeker TEXT NOT NULL, contact TEXT NOT NULL DEFAULT '',
  hoedanigheid TEXT NOT NULL CHECK (hoedanigheid = 'betrokkene' OR hoedanigheid = 'vertegenwoordiger' OR hoedanigheid = 'gemachtigde' OR hoedanigheid = 'ander'),
  machtiging_gezien_op TEXT, identiteit_op TEXT, identiteit_wijze TEXT NOT NULL DEFAULT '',
  verwerking TEXT NOT NULL DEFAULT '' CHECK (verwerking = '' OR verwerking = 'casusoverleg' OR verwerking = 'gemeente'),
  politiedelen INTEGER NOT NULL DEFAULT 0 CHECK (politiedelen IN (0, 1)), politie_doorgezonden_op TEXT, politie_besluit_op TEXT,
  doorgezonden_aan TEXT NOT NULL DEFAULT '', doorgezonden_op TEXT,
  uiterlijk TEXT, verlengd_op TEXT, verlengd_reden TEXT NOT NULL DEFAULT '', politie_uiterlijk TEXT,
  besluit TEXT NOT NULL DEFAULT '', besluit_grond TEXT NOT NULL DEFAULT '', besluit_tekst TEXT NOT NULL DEFAULT '',
  ondertekenaar TEXT NOT NULL DEFAULT '', mandaat_id INTEGER REFERENCES mandaat (id), besluit_op TEXT, bekendgemaakt_op TEXT,
  rechtsmiddel_voor TEXT, onherroepelijk_op TEXT, ingetrokken_op TEXT, document_id INTEGER REFERENCES document (id), vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX verzoek_dossier ON verzoek (dossier_id);
CREATE INDEX verzoek_loopt ON verzoek (uiterlijk, ontvangen_op DESC, id)
  WHERE onherroepelijk_op IS NULL AND ingetrokken_op IS NULL;
CREATE INDEX verzoek_los ON verzoek (ontvangen_op, id) WHERE dossier_id IS NULL;
CREATE INDEX verzoek_ontvangen ON verzoek (ontvangen_op, gemeente_id, soort, besluit_op, uiterlijk);
-- What was done for it: receipt confirmed, completion asked, giver consulted, third parties heard, hearing.
CREATE TABLE verzoekstap (
  id INTEGER PRIMARY KEY, dossier_id INTEGER REFERENCES dossier (id), verzoek_id INTEGER NOT NULL REFERENCES verzoek (id),
  soort TEXT NOT NULL, op TEXT NOT NULL, met TEXT NOT NULL DEFAULT '', uitkomst TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX verzoekstap_verzoek ON verzoekstap (verzoek_id);
-- What somebody judged of one column of one row, for the copy that the betrokkene gets. gelezen: hash of the text that
-- was judged; when that text has changed since, it has to be judged again.
CREATE TABLE afschriftregel (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), verzoek_id INTEGER NOT NULL REFERENCES verzoek (id),
  tabel TEXT NOT NULL, rij INTEGER NOT NULL, kolom TEXT NOT NULL, gelezen TEXT NOT NULL,
  uitkomst TEXT NOT NULL CHECK (uitkomst = 'geven' OR uitkomst = 'maskeren' OR uitkomst = 'weglaten'),
  tekst TEXT NOT NULL DEFAULT '', grond TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL,
  UNIQUE (verzoek_id, tabel, rij, kolom)
) STRICT;
CREATE INDEX afschriftregel_dossier ON afschriftregel (dossier_id);

-- Restricted processing (AVG 18): of one item, or of the whole dossier when informatie_id is NULL.
CREATE TABLE beperking (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), informatie_id INTEGER REFERENCES informatie (id),
  verzoek_id INTEGER REFERENCES verzoek (id), reden TEXT NOT NULL, vanaf TEXT NOT NULL,
  opgeheven_op TEXT, opgeheven_reden TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX beperking_dossier ON beperking (dossier_id);

-- ---- gates and holds

-- Waiting at the request of police or OM, never without an end. wat: weging, informeren, overleg, verstrekking.
CREATE TABLE aanhouding (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), wat TEXT NOT NULL,
  partij_id INTEGER NOT NULL REFERENCES partij (id), naam TEXT NOT NULL, functie TEXT NOT NULL, reden TEXT NOT NULL, toelichting TEXT NOT NULL,
  vanaf TEXT NOT NULL, tot TEXT NOT NULL, beeindigd_op TEXT, vervolg TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX aanhouding_dossier ON aanhouding (dossier_id);
CREATE INDEX aanhouding_open ON aanhouding (tot) WHERE beeindigd_op IS NULL;

-- Is the approach still needed? The same criteria again, beside what the last weighing or review answered.
CREATE TABLE herbeoordeling (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), casus_id INTEGER NOT NULL REFERENCES casus (id),
  kader_id INTEGER NOT NULL REFERENCES kader (id), vorige_id INTEGER REFERENCES herbeoordeling (id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL CHECK (status IN ('concept', 'vastgesteld')), datum TEXT NOT NULL,
  uitkomst TEXT NOT NULL DEFAULT '' CHECK (uitkomst = '' OR uitkomst = 'voortzetten' OR uitkomst = 'opschalen' OR uitkomst = 'afschalen' OR uitkomst = 'afsluiten'),
  noodzaak TEXT NOT NULL DEFAULT '', subsidiariteit TEXT NOT NULL DEFAULT '', proportionaliteit TEXT NOT NULL DEFAULT '',
  volgende_op TEXT, vastgesteld_op TEXT, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX herbeoordeling_casus ON herbeoordeling (casus_id, datum);
CREATE TABLE herbeoordeling_criterium (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  herbeoordeling_id INTEGER NOT NULL REFERENCES herbeoordeling (id), criterium TEXT NOT NULL,
  antwoord TEXT NOT NULL, reden TEXT NOT NULL, wat_veranderde TEXT NOT NULL DEFAULT '',
  UNIQUE (herbeoordeling_id, criterium)
) STRICT;
CREATE TABLE actualiteit (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), informatie_id INTEGER NOT NULL REFERENCES informatie (id),
  herbeoordeling_id INTEGER NOT NULL REFERENCES herbeoordeling (id),
  actueel TEXT NOT NULL CHECK (actueel = 'ja' OR actueel = 'nee' OR actueel = 'onbekend'), toelichting TEXT NOT NULL DEFAULT '',
  UNIQUE (herbeoordeling_id, informatie_id)
) STRICT;

CREATE TABLE schaling (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), casus_id INTEGER NOT NULL REFERENCES casus (id),
  richting TEXT NOT NULL CHECK (richting IN ('op', 'af')), datum TEXT NOT NULL, naar TEXT NOT NULL, reden TEXT NOT NULL,
  wat_verhuist TEXT NOT NULL, wat_blijft TEXT NOT NULL, wie_vertelt TEXT NOT NULL, besloten_door TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX schaling_casus ON schaling (casus_id);

-- To another municipality. onderwerp: signaal or casus. Nothing is over before the other side confirms.
CREATE TABLE overdracht (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  onderwerp_soort TEXT NOT NULL CHECK (onderwerp_soort IN ('signaal', 'casus')), onderwerp_id INTEGER NOT NULL,
  gemeente TEXT NOT NULL, contact TEXT NOT NULL, grondslag TEXT NOT NULL, inhoud TEXT NOT NULL, aangeboden_op TEXT NOT NULL,
  bevestigd_op TEXT, bevestigd_door TEXT NOT NULL DEFAULT '', geweigerd_op TEXT, geweigerd_reden TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX overdracht_dossier ON overdracht (dossier_id);

-- A dossier that came in a file from another kluis, accepted or refused. Refused, it holds nothing about anyone:
-- dossier_id is NULL and only the fingerprint of what was offered stays, so that the same file is recognised.
CREATE TABLE overname (
  id INTEGER PRIMARY KEY, dossier_id INTEGER REFERENCES dossier (id),
  uitkomst TEXT NOT NULL CHECK (uitkomst IN ('aanvaard', 'geweigerd')),
  afzender TEXT NOT NULL, nummer TEXT NOT NULL, sha256 TEXT NOT NULL, verzonden_op TEXT NOT NULL,
  grondslag TEXT NOT NULL DEFAULT '', reden TEXT NOT NULL, op TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX overname_dossier ON overname (dossier_id);
CREATE INDEX overname_sha256 ON overname (sha256);

-- A new signal about the person of a closed dossier. dossier_id: the new one; it goes when either of the two goes.
CREATE TABLE heropening (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), oud_dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  signaal_id INTEGER NOT NULL REFERENCES signaal (id), gevraagd_op TEXT NOT NULL, weging_id INTEGER REFERENCES weging (id),
  uitkomst TEXT NOT NULL DEFAULT '' CHECK (uitkomst = '' OR uitkomst = 'heropend' OR uitkomst = 'niet_heropend'), besloten_op TEXT, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX heropening_dossier ON heropening (dossier_id);
CREATE INDEX heropening_oud ON heropening (oud_dossier_id);

-- ---- keeping and destroying

-- The retention of one dossier, once somebody has set it from a term that was vastgesteld.
CREATE TABLE bewaring (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL UNIQUE REFERENCES dossier (id), bewaartermijn TEXT NOT NULL,
  vaststelling_id INTEGER NOT NULL REFERENCES vaststelling (id), waardering TEXT NOT NULL CHECK (waardering IN ('vernietigen', 'bewaren')),
  selectielijst TEXT NOT NULL, grond TEXT NOT NULL, begin TEXT NOT NULL, einde TEXT, herinneren_op TEXT, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX bewaring_einde ON bewaring (einde, waardering, dossier_id, herinneren_op);
CREATE TABLE bewaarverlenging (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), bewaring_id INTEGER NOT NULL REFERENCES bewaring (id),
  van TEXT NOT NULL, naar TEXT NOT NULL, reden TEXT NOT NULL, toelichting TEXT NOT NULL, door TEXT NOT NULL, op TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX bewaarverlenging_dossier ON bewaarverlenging (dossier_id);
-- What keeps a dossier from being destroyed and is no verzoek, signal or heropening: a claim, an inquiry, an archive hotspot.
CREATE TABLE opschorting (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), reden TEXT NOT NULL, toelichting TEXT NOT NULL,
  vanaf TEXT NOT NULL, nakijken_op TEXT NOT NULL, opgeheven_op TEXT, opgeheven_reden TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX opschorting_dossier ON opschorting (dossier_id);

-- The list that is authorised beforehand; kept for good, and about nobody.
CREATE TABLE vernietigingslijst (
  id INTEGER PRIMARY KEY, nummer TEXT NOT NULL UNIQUE, opgesteld_op TEXT NOT NULL, opgesteld_door TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status = 'concept' OR status = 'ter_machtiging' OR status = 'gemachtigd' OR status = 'uitgevoerd' OR status = 'ingetrokken'),
  machtiging_door TEXT NOT NULL DEFAULT '', machtiging_functie TEXT NOT NULL DEFAULT '', machtiging_op TEXT, machtiging_kenmerk TEXT NOT NULL DEFAULT '',
  afgerond_op TEXT, vastgelegd_op TEXT NOT NULL
) STRICT;
-- A dossier on the list, as long as it is there. oordeel: of the archivaris. Typing the number starts the seven days.
CREATE TABLE vernietigingsregel (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), lijst_id INTEGER NOT NULL REFERENCES vernietigingslijst (id),
  volgnummer INTEGER NOT NULL, oordeel TEXT NOT NULL DEFAULT '' CHECK (oordeel = '' OR oordeel = 'akkoord' OR oordeel = 'niet_akkoord'),
  oordeel_reden TEXT NOT NULL DEFAULT '', bevestigd_op TEXT, uitvoeren_vanaf TEXT, ongedaan_op TEXT, ongedaan_reden TEXT NOT NULL DEFAULT '',
  UNIQUE (lijst_id, dossier_id)
) STRICT;
CREATE INDEX vernietigingsregel_dossier ON vernietigingsregel (dossier_id);
-- What stays of a destroyed dossier: no number, no name. steen: the random id, as on the tombstone.
CREATE TABLE vernietiging (
  id INTEGER PRIMARY KEY, lijst_id INTEGER NOT NULL REFERENCES vernietigingslijst (id), volgnummer INTEGER NOT NULL, steen INTEGER NOT NULL,
  soort TEXT NOT NULL, van_jaar INTEGER NOT NULL, tot_jaar INTEGER NOT NULL, bewaartermijn TEXT NOT NULL, grond TEXT NOT NULL, selectielijst TEXT NOT NULL,
  stukken INTEGER NOT NULL, papier INTEGER NOT NULL, wijze TEXT NOT NULL, door TEXT NOT NULL, op TEXT NOT NULL, back_ups_tot TEXT
) STRICT;
CREATE INDEX vernietiging_lijst ON vernietiging (lijst_id);
-- The same for a note or a request without a dossier: what kind, from which year, under which term, who allowed it.
CREATE TABLE losse_vernietiging (
  id INTEGER PRIMARY KEY, soort TEXT NOT NULL CHECK (soort = 'telefoonnotitie' OR soort = 'verzoek'), van_jaar INTEGER NOT NULL,
  bewaartermijn TEXT NOT NULL, grond TEXT NOT NULL, machtiging_door TEXT NOT NULL, machtiging_functie TEXT NOT NULL,
  machtiging_op TEXT NOT NULL, machtiging_kenmerk TEXT NOT NULL, door TEXT NOT NULL, vernietigd_op TEXT NOT NULL
) STRICT;

-- ---- giving account

CREATE TABLE mandaat (
  id INTEGER PRIMARY KEY, gemeente_id INTEGER NOT NULL REFERENCES gemeente (id), gever TEXT NOT NULL, nemer TEXT NOT NULL, bevoegdheid TEXT NOT NULL,
  voorwaarden TEXT NOT NULL DEFAULT '', vanaf TEXT NOT NULL, tot TEXT, kenmerk TEXT NOT NULL, ingetrokken_op TEXT, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE TABLE memo (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), aan TEXT NOT NULL CHECK (aan IN ('burgemeester', 'driehoek')),
  gevraagd TEXT NOT NULL, waarom TEXT NOT NULL, grondslag TEXT NOT NULL, alternatieven TEXT NOT NULL, risico_wel TEXT NOT NULL, risico_niet TEXT NOT NULL,
  antwoord_voor TEXT, document_id INTEGER REFERENCES document (id),
  antwoord TEXT NOT NULL DEFAULT '' CHECK (antwoord = '' OR antwoord = 'akkoord' OR antwoord = 'akkoord_met_voorwaarde' OR antwoord = 'niet_akkoord'),
  antwoord_tekst TEXT NOT NULL DEFAULT '', antwoord_door TEXT NOT NULL DEFAULT '', antwoord_op TEXT, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX memo_dossier ON memo (dossier_id);
CREATE TABLE externe_partij (
  id INTEGER PRIMARY KEY, naam TEXT NOT NULL, waarvoor TEXT NOT NULL, grondslag TEXT NOT NULL, overeenkomst_op TEXT NOT NULL,
  kenmerk TEXT NOT NULL, geheimhouding INTEGER NOT NULL CHECK (geheimhouding IN (0, 1)), vanaf TEXT NOT NULL, tot TEXT NOT NULL, beeindigd_op TEXT, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE TABLE fg_opvolging (
  id INTEGER PRIMARY KEY, toets_id INTEGER NOT NULL REFERENCES fg_toets (id), wat TEXT NOT NULL, door TEXT NOT NULL, op TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
) STRICT;
-- Counts of a year, kept when its jaarrapportage is vastgesteld: later totals need them after dossiers were destroyed.
CREATE TABLE jaarcijfer (
  id INTEGER PRIMARY KEY, gemeente_id INTEGER NOT NULL REFERENCES gemeente (id), jaar INTEGER NOT NULL, maat TEXT NOT NULL, uitsplitsing TEXT NOT NULL DEFAULT '',
  waarde INTEGER NOT NULL, vastgelegd_op TEXT NOT NULL, UNIQUE (gemeente_id, jaar, maat, uitsplitsing)
) STRICT;
