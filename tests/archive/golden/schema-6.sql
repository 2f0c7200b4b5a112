BEGIN TRANSACTION;
CREATE TABLE bodies (
	digest TEXT NOT NULL, 
	bytes_count BIGINT NOT NULL, 
	bytes_stored BIGINT NOT NULL, 
	packed BLOB NOT NULL, 
	PRIMARY KEY (digest)
);
INSERT INTO "bodies" VALUES('83d2d259e81e516a48ccb754452b2b96b0ddf556c30ffd2d8d832a0a562e15d0',117,103,X'28B52FFD2075F50200B2C61417A0276D8034898597FD5F96BE4DD4E83602F89781AA3246004DDCD2429C3830E1EA12ADED3FC9BAE5C35FB059255B1D87F030575C24C51C1A3EF4255C5C1B43B596E43C52E99F7522B05919FC1320087437020200774A785E930C');
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
	supplied TEXT NOT NULL, 
	removed_count INTEGER NOT NULL, 
	ledger_seal TEXT, 
	PRIMARY KEY (id), 
	UNIQUE (document_id, digest), 
	FOREIGN KEY(digest) REFERENCES bodies (digest), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
INSERT INTO "captures" VALUES(1,'b87aabb05a6290d9','83d2d259e81e516a48ccb754452b2b96b0ddf556c30ffd2d8d832a0a562e15d0','2017-02-01T12:00:00+00:00','2017-02-01T12:00:00+00:00','2026-12-01T02:31:56.143701+00:00',1,'https://mill.example/1','text/plain',NULL,'mill/1.txt','{}',1,'1973194ee5b24938');
INSERT INTO "captures" VALUES(2,'15e9d7639cdf7d63','83d2d259e81e516a48ccb754452b2b96b0ddf556c30ffd2d8d832a0a562e15d0','2017-02-01T12:00:00+00:00','2017-02-01T12:00:00+00:00','2026-12-01T02:31:56.144991+00:00',1,'https://mill.example/2','text/plain',NULL,'mill/2.txt','{}',1,'1973194ee5b24938');
CREATE TABLE copy_bands (
	band BIGINT NOT NULL, 
	leads BOOLEAN NOT NULL, 
	"key" TEXT NOT NULL, 
	PRIMARY KEY (band, leads, "key")
)
 WITHOUT ROWID

;
CREATE TABLE copy_texts (
	"key" TEXT NOT NULL, 
	sketch BLOB NOT NULL, 
	phrases INTEGER NOT NULL, 
	leader TEXT, 
	share FLOAT NOT NULL, 
	PRIMARY KEY ("key")
)
 WITHOUT ROWID

;
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
	seal TEXT, 
	PRIMARY KEY (id), 
	UNIQUE (sequence), 
	FOREIGN KEY(capture) REFERENCES captures (id)
);
INSERT INTO "documents" VALUES('b87aabb05a6290d9',1,1,'The mill by the river was sold to the town on Monday, and the council will keep its wheel turning for visitors.','https://mill.example/1','mill.example','en',NULL,NULL,NULL,NULL,'a90146915454ffac','[]','[]','[]','[{"field":"source","value":"mill.example","finder":"url","quote":"https://mill.example/1"},{"field":"language","value":"en","finder":"detected","quote":"1.00 of 1"}]','[]','The mill by the river was sold to the town on Monday, and the council will keep its wheel turning for visitors.','580172b966123d87');
INSERT INTO "documents" VALUES('15e9d7639cdf7d63',2,2,'The mill by the river was sold to the town on Monday, and the council will keep its wheel turning for visitors.','https://mill.example/2','mill.example','en',NULL,NULL,NULL,NULL,'a90146915454ffac','[]','[]','[]','[{"field":"source","value":"mill.example","finder":"url","quote":"https://mill.example/2"},{"field":"language","value":"en","finder":"detected","quote":"1.00 of 1"}]','[]','The mill by the river was sold to the town on Monday, and the council will keep its wheel turning for visitors.','e655dd4a183612de');
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
INSERT INTO "removed_lines" VALUES(1,0,1,'Menu','menu-label','The name of a menu or its button.',NULL);
INSERT INTO "removed_lines" VALUES(2,0,1,'Menu','menu-label','The name of a menu or its button.',NULL);
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
INSERT INTO "runs" VALUES(1,'2026-12-01T02:31:55.506300+00:00','2026-12-01T02:31:56.158229+00:00','fonds ingest mill','["mill"]',2,0,0,0,0);
CREATE TABLE schema_versions (
	version INTEGER NOT NULL, 
	made TEXT NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "schema_versions" VALUES(6,'2026-12-01T02:31:55.496062+00:00');
CREATE TABLE source_lines (
	document_id TEXT NOT NULL, 
	source TEXT NOT NULL, 
	lines BLOB NOT NULL, 
	PRIMARY KEY (document_id), 
	FOREIGN KEY(document_id) REFERENCES source_pages (document_id)
);
INSERT INTO "source_lines" VALUES('b87aabb05a6290d9','mill.example',X'920297BC524C7C2167AA505F55AAE7C061D2C203FA957BE50116');
INSERT INTO "source_lines" VALUES('15e9d7639cdf7d63','mill.example',X'2A96BC218ECF571167AA505F55AAE7C061D2C203FA957BE50116');
CREATE TABLE source_pages (
	document_id TEXT NOT NULL, 
	source TEXT NOT NULL, 
	run INTEGER, 
	PRIMARY KEY (document_id), 
	FOREIGN KEY(document_id) REFERENCES documents (id), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
INSERT INTO "source_pages" VALUES('b87aabb05a6290d9','mill.example',NULL);
INSERT INTO "source_pages" VALUES('15e9d7639cdf7d63','mill.example',NULL);
CREATE TABLE source_profiles (
	source TEXT NOT NULL, 
	pages INTEGER NOT NULL, 
	profile BLOB NOT NULL, 
	PRIMARY KEY (source)
);
INSERT INTO "source_profiles" VALUES('mill.example',0,X'0000000000000000');
CREATE TABLE waiting_texts (
	"key" TEXT NOT NULL, 
	PRIMARY KEY ("key")
)
 WITHOUT ROWID

;
CREATE INDEX ix_copy_texts_leader ON copy_texts (leader);
CREATE INDEX captures_by_digest ON captures (digest);
CREATE INDEX ix_documents_source ON documents (source);
CREATE INDEX ix_documents_same_text ON documents (same_text);
CREATE INDEX ix_documents_language ON documents (language);
CREATE INDEX documents_by_date ON documents (earliest, latest, date_evidence);
CREATE INDEX ix_corrections_document_id ON corrections (document_id);
CREATE INDEX source_pages_by_source ON source_pages (source, document_id);
CREATE INDEX source_lines_by_source ON source_lines (source, document_id);
COMMIT;
