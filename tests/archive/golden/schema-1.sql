BEGIN TRANSACTION;
CREATE TABLE bodies (
	digest TEXT NOT NULL, 
	bytes_count BIGINT NOT NULL, 
	bytes_stored BIGINT NOT NULL, 
	packed BLOB NOT NULL, 
	PRIMARY KEY (digest)
);
INSERT INTO "bodies" VALUES('76fc236447be36e1232d03e4d7ea14a14c498ed4e35d25fda69b999cca8077ce',18,27,X'28B52FFD20129100003C703E54726565732066656C6C2E3C2F703E');
CREATE TABLE captures (
	id INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	digest TEXT NOT NULL, 
	captured TEXT, 
	seen_last TEXT, 
	ingested TEXT NOT NULL, 
	run INTEGER NOT NULL, 
	url TEXT, 
	media_type TEXT NOT NULL, 
	charset TEXT, 
	origin TEXT NOT NULL, 
	stated TEXT NOT NULL, 
	removed_count INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (document_id, digest), 
	FOREIGN KEY(digest) REFERENCES bodies (digest), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
INSERT INTO "captures" VALUES(1,'7adba3a6b3698494','76fc236447be36e1232d03e4d7ea14a14c498ed4e35d25fda69b999cca8077ce','2017-02-01T12:00:00+00:00','2017-02-01T12:00:00+00:00','2026-11-22T04:46:56.741879+00:00',1,'https://city.example/news/1','text/html','utf-8','pages/1.html','{"lang":"en"}',2);
CREATE TABLE corrections (
	id INTEGER NOT NULL, 
	document_id TEXT NOT NULL, 
	field TEXT NOT NULL, 
	value TEXT NOT NULL, 
	note TEXT NOT NULL, 
	who TEXT NOT NULL, 
	made TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(document_id) REFERENCES documents (id)
);
INSERT INTO "corrections" VALUES(1,'7adba3a6b3698494','title','"Corrected"','A slip.','archivist','2017-02-05T12:00:00+00:00');
CREATE TABLE documents (
	id TEXT NOT NULL, 
	sequence BIGINT NOT NULL, 
	capture INTEGER NOT NULL, 
	title TEXT NOT NULL, 
	url TEXT, 
	source TEXT, 
	language TEXT NOT NULL, 
	earliest TEXT, 
	latest TEXT, 
	date_evidence TEXT, 
	date_quote TEXT, 
	same_text TEXT, 
	authors TEXT NOT NULL, 
	years_mentioned TEXT NOT NULL, 
	flags TEXT NOT NULL, 
	evidence TEXT NOT NULL, 
	places TEXT NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (sequence), 
	FOREIGN KEY(capture) REFERENCES captures (id)
);
INSERT INTO "documents" VALUES('7adba3a6b3698494',2,1,'Trees fell','https://city.example/news/1','The Daily Example','en','2017-02-01','2017-02-01','dateline','Feb. 1','00ff00ff00ff00ff','["Ann Roy","Li Wei"]','[1998,2017]','["short"]','[{"field":"title","value":"Trees fell","finder":"meta og:title","quote":"Trees fell"}]','[{"geonames_id":6167865,"name":"Toronto","kind":"city","region":"Ontario","country":"Canada","mentions":2,"spans":[[0,7],[20,27]],"confidence":0.75,"evidence":"followed by Ont."}]','<p>Trees fell.</p>');
CREATE TABLE refusals (
	"key" TEXT NOT NULL, 
	origin TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	mend TEXT NOT NULL, 
	"offset" BIGINT, 
	digest TEXT, 
	first_seen TEXT NOT NULL, 
	last_seen TEXT NOT NULL, 
	run INTEGER NOT NULL, 
	PRIMARY KEY ("key"), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
INSERT INTO "refusals" VALUES('b78cd072bf0d2057ff8f0dc239b8d7d2aa9b4cfadf937845cf083ca826b16d5e','x.png','It is a picture.','Leave it out.',NULL,NULL,'2026-11-22T04:46:56.811200+00:00','2026-11-22T04:46:56.811200+00:00',1);
CREATE TABLE removed_lines (
	capture INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	text TEXT NOT NULL, 
	rule TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	score FLOAT, 
	PRIMARY KEY (capture, position), 
	FOREIGN KEY(capture) REFERENCES captures (id)
)
 WITHOUT ROWID

;
INSERT INTO "removed_lines" VALUES(1,0,1,'Skip to content','skip-link','It leads past the menu.',0.5);
INSERT INTO "removed_lines" VALUES(1,1,9,'Share','share-bar','It is a share bar.',NULL);
CREATE TABLE runs (
	id INTEGER NOT NULL, 
	started TEXT NOT NULL, 
	finished TEXT, 
	command TEXT NOT NULL, 
	inputs TEXT NOT NULL, 
	new INTEGER NOT NULL, 
	changed INTEGER NOT NULL, 
	same INTEGER NOT NULL, 
	refused INTEGER NOT NULL, 
	passed_over INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "runs" VALUES(1,'2026-11-22T04:46:56.739355+00:00','2026-11-22T04:46:56.827370+00:00','fonds ingest pages','["pages"]',1,0,0,1,0);
CREATE TABLE schema_versions (
	version INTEGER NOT NULL, 
	made TEXT NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "schema_versions" VALUES(1,'2026-11-22T04:46:56.713083+00:00');
CREATE INDEX captures_by_digest ON captures (digest);
CREATE INDEX ix_documents_same_text ON documents (same_text);
CREATE INDEX ix_documents_source ON documents (source);
CREATE INDEX ix_documents_language ON documents (language);
CREATE INDEX documents_by_date ON documents (earliest, latest, date_evidence);
CREATE INDEX ix_corrections_document_id ON corrections (document_id);
COMMIT;
