CREATE TABLE change (
  change INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES version,
  kind TEXT NOT NULL,
  earlier INTEGER REFERENCES quotation,
  later INTEGER REFERENCES quotation,
  detail TEXT NOT NULL,
  CHECK (earlier IS NOT NULL OR later IS NOT NULL)
) STRICT;
CREATE INDEX change_earlier ON change (earlier) WHERE earlier IS NOT NULL;
CREATE INDEX change_later ON change (later) WHERE later IS NOT NULL;
CREATE INDEX change_version ON change (version);
CREATE TABLE document (
  document INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE grading (
  grading INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE CHECK (length(address) = 64),
  quotation INTEGER NOT NULL REFERENCES quotation,
  reference INTEGER NOT NULL REFERENCES version,
  type TEXT NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  words TEXT NOT NULL,
  reason TEXT NOT NULL,
  grade TEXT NOT NULL,
  rank INTEGER NOT NULL,
  extent TEXT NOT NULL,
  rule TEXT NOT NULL,
  flags TEXT NOT NULL,
  differences TEXT NOT NULL,
  reference_words INTEGER NOT NULL,
  printed_words INTEGER NOT NULL,
  word_edits INTEGER NOT NULL,
  recorded TEXT NOT NULL
) STRICT;
CREATE INDEX grading_quotation ON grading (quotation);
CREATE INDEX grading_reference ON grading (reference);
CREATE VIEW latest AS
  SELECT * FROM version WHERE NOT EXISTS (
    SELECT 1 FROM version AS later
    WHERE later.document = version.document AND later.number > version.number);
CREATE TABLE outlet (
  outlet INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIEW printing AS
  SELECT
    quotation.quotation AS quotation,
    substr(version.address, 1, 12) || '-q' || quotation.number AS id,
    outlet.name AS outlet,
    version.id AS document,
    version.number AS version,
    NOT EXISTS (
      SELECT 1 FROM version AS later
      WHERE later.document = version.document
        AND later.number > version.number) AS latest,
    EXISTS (
      SELECT 1 FROM version AS later
      JOIN quotation AS again ON again.version = later.version
      WHERE later.document = version.document
        AND later.number > version.number
        AND again.words = quotation.words) AS repeated,
    version.url AS url,
    version.title AS title,
    version.published AS published,
    version.recorded AS recorded,
    version.lang AS lang,
    quotation."start" AS "start",
    quotation."end" AS "end",
    quotation.line AS line,
    quotation.open AS open,
    quotation.words AS words,
    quotation.close AS close,
    quotation.kind AS kind,
    quotation.block AS block,
    quotation.depth AS depth,
    speaker.name AS speaker,
    quotation.mention AS mention,
    quotation.candidates AS candidates,
    quotation.role AS role,
    quotation.cue AS cue,
    quotation.medium AS medium,
    quotation.addressee AS addressee,
    rule.name AS rule,
    rule.at AS "at",
    quotation.flags AS flags,
    verdict.grade AS grade,
    verdict.extent AS extent,
    verdict.differences AS differences,
    reference.id AS reference,
    verdict.type AS reference_type,
    verdict.words AS reference_words
  FROM quotation
  JOIN version ON version.version = quotation.version
  LEFT JOIN outlet ON outlet.outlet = version.outlet
  LEFT JOIN speaker ON speaker.speaker = quotation.speaker
  LEFT JOIN rule ON rule.rule = quotation.rule
  LEFT JOIN verdict ON verdict.quotation = quotation.quotation
  LEFT JOIN version AS reference ON reference.version = verdict.reference;
CREATE TABLE quotation (
  quotation INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES version,
  number INTEGER NOT NULL CHECK (number >= 1),
  utterance INTEGER NOT NULL,
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  line INTEGER NOT NULL,
  segments TEXT,
  open TEXT,
  close TEXT,
  words TEXT NOT NULL,
  folded TEXT,
  kind TEXT NOT NULL,
  block TEXT NOT NULL,
  depth INTEGER NOT NULL,
  speaker INTEGER REFERENCES speaker,
  mention TEXT,
  candidates TEXT,
  role TEXT,
  cue TEXT,
  medium TEXT,
  addressee TEXT,
  rule INTEGER REFERENCES rule,
  flags TEXT,
  UNIQUE (version, number)
) STRICT;
CREATE INDEX quotation_speaker ON quotation (speaker)
  WHERE speaker IS NOT NULL;
CREATE TABLE rule (
  rule INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  UNIQUE (name, at)
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
  words,
  content = 'searched',
  content_rowid = 'quotation',
  tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TABLE 'search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'search_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'search_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE VIEW searched AS
  SELECT quotation, coalesce(folded, words) AS words FROM quotation;
CREATE TABLE speaker (
  speaker INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  folded TEXT NOT NULL
) STRICT;
CREATE INDEX speaker_folded ON speaker (folded);
CREATE VIEW verdict AS
  SELECT * FROM grading WHERE NOT EXISTS (
    SELECT 1 FROM grading AS better
    WHERE better.quotation = grading.quotation
      AND (CASE better.type WHEN 'transcript' THEN 0
             WHEN 'official_transcript' THEN 1 WHEN 'release' THEN 2
             WHEN 'agency_copy' THEN 3 ELSE 4 END,
           -better.reference, grading.recorded, -better.rank, -better.grading)
        < (CASE grading.type WHEN 'transcript' THEN 0
             WHEN 'official_transcript' THEN 1 WHEN 'release' THEN 2
             WHEN 'agency_copy' THEN 3 ELSE 4 END,
           -grading.reference, better.recorded, -grading.rank,
           -grading.grading));
CREATE TABLE version (
  version INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document,
  number INTEGER NOT NULL CHECK (number >= 1),
  address TEXT NOT NULL UNIQUE CHECK (length(address) = 64),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  id TEXT NOT NULL,
  url TEXT,
  outlet INTEGER REFERENCES outlet,
  title TEXT,
  byline TEXT,
  published TEXT,
  modified TEXT,
  lang TEXT,
  wire TEXT,
  reference TEXT,
  recorded TEXT NOT NULL,
  UNIQUE (document, number)
) STRICT;
CREATE INDEX version_id ON version (id);
CREATE INDEX version_outlet ON version (outlet);
