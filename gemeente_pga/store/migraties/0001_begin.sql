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
  vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX persoon_dossier ON persoon (dossier_id);
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
CREATE INDEX signaal_dossier ON signaal (dossier_id);
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
  grondslag TEXT NOT NULL DEFAULT '', markering TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX bijlage_dossier ON bijlage (dossier_id);
CREATE INDEX bijlage_onderwerp ON bijlage (onderwerp_soort, onderwerp_id);

CREATE TABLE statusovergang (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  onderwerp_soort TEXT NOT NULL CHECK (onderwerp_soort IN ('signaal', 'casus')), onderwerp_id INTEGER NOT NULL,
  van TEXT NOT NULL, naar TEXT NOT NULL, reden TEXT NOT NULL DEFAULT '', op TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX statusovergang_dossier ON statusovergang (dossier_id);
CREATE INDEX statusovergang_onderwerp ON statusovergang (onderwerp_soort, onderwerp_id);

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
CREATE INDEX weging_status ON weging (status, datum);
CREATE INDEX weging_informeren ON weging (informeren_opnieuw_op, informeren, status, dossier_id);

CREATE TABLE weging_signaal (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id),
  weging_id INTEGER NOT NULL REFERENCES weging (id), signaal_id INTEGER NOT NULL REFERENCES signaal (id),
  UNIQUE (weging_id, signaal_id)
) STRICT;
CREATE INDEX weging_signaal_signaal ON weging_signaal (signaal_id);

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
CREATE INDEX casus_dossier ON casus (dossier_id);
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
  start TEXT, einde TEXT, maat TEXT NOT NULL DEFAULT '', stand TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL
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
  informeren TEXT NOT NULL DEFAULT '', informeren_reden TEXT NOT NULL DEFAULT '', informeren_opnieuw_op TEXT,
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
  kenmerk TEXT NOT NULL, titel TEXT NOT NULL, gegevens TEXT NOT NULL,
  handeling_n INTEGER, controlecode TEXT NOT NULL DEFAULT '', pdf BLOB, sha256 TEXT NOT NULL DEFAULT '',
  -- filed wrongly and taken back: the bytes are gone, what remains says that it was here
  teruggenomen_op TEXT, teruggenomen_reden TEXT NOT NULL DEFAULT '', teruggenomen_door INTEGER REFERENCES gebruiker (id),
  vastgesteld_op TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX document_van_dossier ON document (dossier_id);
CREATE INDEX document_te_maken ON document (id) WHERE sha256 = '';
CREATE INDEX document_onderwerp ON document (onderwerp_soort, onderwerp_id);
CREATE TABLE document_dossier (
  id INTEGER PRIMARY KEY, dossier_id INTEGER NOT NULL REFERENCES dossier (id), document_id INTEGER NOT NULL REFERENCES document (id)
) STRICT;

-- A hit of the leak check that the user let stand, with the reason.
CREATE TABLE lekbesluit (
  id INTEGER PRIMARY KEY, dossier_id INTEGER REFERENCES dossier (id),
  onderwerp_soort TEXT NOT NULL, onderwerp_id INTEGER NOT NULL, documentsoort TEXT NOT NULL,
  vindplaats TEXT NOT NULL, reden TEXT NOT NULL, toelichting TEXT NOT NULL DEFAULT '', vastgelegd_op TEXT NOT NULL
) STRICT;

-- Printed or exported: the only moments that data leave the kluis.
CREATE TABLE uitgifte (
  id INTEGER PRIMARY KEY, dossier_id INTEGER REFERENCES dossier (id), document_id INTEGER NOT NULL REFERENCES document (id),
  wijze TEXT NOT NULL CHECK (wijze IN ('afdruk', 'bestand')), exemplaren INTEGER NOT NULL DEFAULT 1,
  bestemd_voor TEXT NOT NULL DEFAULT '', op TEXT NOT NULL, vastgelegd_op TEXT NOT NULL
) STRICT;
CREATE INDEX uitgifte_document ON uitgifte (document_id);

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
