BEGIN TRANSACTION;
CREATE TABLE bodies (
	digest TEXT NOT NULL, 
	bytes_count BIGINT NOT NULL, 
	bytes_stored BIGINT NOT NULL, 
	packed BLOB NOT NULL, 
	PRIMARY KEY (digest)
);
INSERT INTO "bodies" VALUES('df14c3e630b2b79b65d4147c2e37fd236b9bc16dd2d9bc7ec1bc905416950584',250,182,X'28B52FFD20FA6D0500C20C241C70A76D03E62F575B489F76FFB7BF55E0130011C54514090CD0A35303E50C53E7C4FEAD21412927A0634E3CABBBE38AC907679C5CB39712454C734A33EC77A8E2AFA346074A2104180A002FF446CA55ACE7DAEFFCB983ED2889842871B60FF63A6592F2E9947E59F311CAE4857E11356BF8C37E1BF679197F2553054A7CED5EF1C343297B0709BCED77B28F6DF8E12109007910D0A8609801A6064D30839B5578618A1EA56E08EAA0A2');
INSERT INTO "bodies" VALUES('4005fb80f39360311b936a965b7b83670eab8942ef4a65c83ca5a6f0000a5c73',266,193,X'28B52FFD600A00BD0500324D251C70A76D03E62F575B489FB67D4C32CF854F404042E138BEC0007A8435E687ADF5D3908131C4130F8CCAE74C7D0213E9AA87ACEB478C4831E1C7B92CAE144C8A557576988FE0522F070B2C3086100800281CEA72291EE37ACFE7889AD3192A41C36A26E4579DA2CEEA0BBDD8AA533AC507742658A4211FADD7D05A17532FCAD6011A5E327FF091C198FC49035EF3CFADD1167C64080B00360DCFC3814619C318107C230483F8AC36A46061982242A96B833AA828');
INSERT INTO "bodies" VALUES('9997f1e8b4470f9a849047b6553dc03b3e89ef964c1697fe665471062a29c81c',250,182,X'28B52FFD20FA6D0500C20C241C70A76D03E62F575B489F76FFB7BF55E013001141224268C0A57F0F35E50C53E7C4FEADA141292FA0634E3CABBBE38AC909679C5CB39712454C734A33EC77A8E2AFA3460B4A290C0018025EE88D94AB58CFB5DFF97307DB51120951E26C27EC75CA24E5D329FDB2E62394C90BFD226AD6F087FD36ECF332FE4AA60E94F8DABDE2878752F60E2278DBEF641F5BE0878709007910D0A8609801A6064D30839B5578618A1EA56E08EAA0A2');
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
INSERT INTO "captures" VALUES(1,'3aa9a6de183306a1','df14c3e630b2b79b65d4147c2e37fd236b9bc16dd2d9bc7ec1bc905416950584',NULL,NULL,'2026-11-22T15:23:33.475330+00:00',1,'https://alder.example/1','text/plain',NULL,'pages/1.txt','{}',1);
INSERT INTO "captures" VALUES(2,'a7ae393915859cb8','4005fb80f39360311b936a965b7b83670eab8942ef4a65c83ca5a6f0000a5c73',NULL,NULL,'2026-11-22T15:23:33.477204+00:00',1,'https://alder.example/2','text/plain',NULL,'pages/2.txt','{}',1);
INSERT INTO "captures" VALUES(3,'85b3ac11adbec6d9','9997f1e8b4470f9a849047b6553dc03b3e89ef964c1697fe665471062a29c81c',NULL,NULL,'2026-11-22T15:23:33.477436+00:00',1,'https://alder.example/3','text/plain',NULL,'pages/3.txt','{}',1);
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
	PRIMARY KEY (id), 
	UNIQUE (sequence), 
	FOREIGN KEY(capture) REFERENCES captures (id)
);
INSERT INTO "documents" VALUES('3aa9a6de183306a1',1,1,'The 1th tide at Alder','https://alder.example/1','alder.example','en',NULL,NULL,NULL,NULL,'a178413316d9ae25','[]','[2016]','[]','[{"field":"title","value":"The 1th tide at Alder","finder":"first line","quote":"The 1th tide at Alder"},{"field":"source","value":"alder.example","finder":"url","quote":"https://alder.example/1"},{"field":"language","value":"en","finder":"detected","quote":"1.00 of 1"}]','[]','The 1th tide at Alder

The ferry company says that the harbour of Alder will stay open in the winter, as council asked it to do in the spring of 2016.

Nobody spoke against it but the owner of the bridge, who keeps his own counsel.');
INSERT INTO "documents" VALUES('a7ae393915859cb8',2,2,'The 2th tide at Alder','https://alder.example/2','alder.example','en',NULL,NULL,NULL,NULL,'33ce0e5ff04cbe0d','[]','[2016]','[]','[{"field":"title","value":"The 2th tide at Alder","finder":"first line","quote":"The 2th tide at Alder"},{"field":"source","value":"alder.example","finder":"url","quote":"https://alder.example/2"},{"field":"language","value":"en","finder":"detected","quote":"1.00 of 1"}]','[]','The 2th tide at Alder

The ferry company says that the harbour of Alder will stay open in the winter, as council asked it to do in the spring of 2016.

Nobody spoke against it but the owner of the bridge, who keeps his own counsel. He said no more.');
INSERT INTO "documents" VALUES('85b3ac11adbec6d9',3,3,'The 3th tide at Alder','https://alder.example/3','alder.example','en',NULL,NULL,NULL,NULL,'7bd23d80477465fe','[]','[2016]','[]','[{"field":"title","value":"The 3th tide at Alder","finder":"first line","quote":"The 3th tide at Alder"},{"field":"source","value":"alder.example","finder":"url","quote":"https://alder.example/3"},{"field":"language","value":"en","finder":"detected","quote":"1.00 of 1"}]','[]','The 3th tide at Alder

The ferry company says that the harbour of Alder will stay open in the winter, as council asked it to do in the spring of 2016.

Nobody spoke against it but the owner of the bridge, who keeps his own counsel.');
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
INSERT INTO "removed_lines" VALUES(1,0,7,'Share this page','share-bar','It asks to share the page.',NULL);
INSERT INTO "removed_lines" VALUES(2,0,7,'Share this page','share-bar','It asks to share the page.',NULL);
INSERT INTO "removed_lines" VALUES(3,0,7,'Share this page','share-bar','It asks to share the page.',NULL);
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
INSERT INTO "runs" VALUES(1,'2026-11-22T15:23:32.838348+00:00','2026-11-22T15:23:33.491258+00:00','fonds ingest pages','["pages"]',3,0,0,0,0);
CREATE TABLE schema_versions (
	version INTEGER NOT NULL, 
	made TEXT NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "schema_versions" VALUES(4,'2026-11-22T15:23:32.836171+00:00');
CREATE TABLE source_lines (
	document_id TEXT NOT NULL, 
	source TEXT NOT NULL, 
	lines BLOB NOT NULL, 
	PRIMARY KEY (document_id), 
	FOREIGN KEY(document_id) REFERENCES source_pages (document_id)
);
INSERT INTO "source_lines" VALUES('3aa9a6de183306a1','alder.example',X'2F0D6BF07763A7C44AB92B6476FC632D473C34F51D5EE12F22D7BFF9C4A21DC4CD3EC6E2DD96DDE705030F1A');
INSERT INTO "source_lines" VALUES('a7ae393915859cb8','alder.example',X'39023FCAA45757A4473C34F51D5EE12FE4394F08F773E68BF682450981D51D91CD3EC6E2DD96DDE70305131A');
INSERT INTO "source_lines" VALUES('85b3ac11adbec6d9','alder.example',X'60AC201CC9D537EDC1BE2F465AE92624473C34F51D5EE12F22D7BFF9C4A21DC4CD3EC6E2DD96DDE705030F1A');
CREATE TABLE source_pages (
	document_id TEXT NOT NULL, 
	source TEXT NOT NULL, 
	run INTEGER, 
	PRIMARY KEY (document_id), 
	FOREIGN KEY(document_id) REFERENCES documents (id), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
INSERT INTO "source_pages" VALUES('3aa9a6de183306a1','alder.example',NULL);
INSERT INTO "source_pages" VALUES('a7ae393915859cb8','alder.example',NULL);
INSERT INTO "source_pages" VALUES('85b3ac11adbec6d9','alder.example',NULL);
CREATE TABLE source_profiles (
	source TEXT NOT NULL, 
	pages INTEGER NOT NULL, 
	profile BLOB NOT NULL, 
	PRIMARY KEY (source)
);
INSERT INTO "source_profiles" VALUES('alder.example',0,X'0000000000000000');
CREATE TABLE waiting_texts (
	"key" TEXT NOT NULL, 
	PRIMARY KEY ("key")
)
 WITHOUT ROWID

;
CREATE INDEX ix_copy_texts_leader ON copy_texts (leader);
CREATE INDEX captures_by_digest ON captures (digest);
CREATE INDEX documents_by_date ON documents (earliest, latest, date_evidence);
CREATE INDEX ix_documents_language ON documents (language);
CREATE INDEX ix_documents_source ON documents (source);
CREATE INDEX ix_documents_same_text ON documents (same_text);
CREATE INDEX ix_corrections_document_id ON corrections (document_id);
CREATE INDEX source_pages_by_source ON source_pages (source, document_id);
CREATE INDEX source_lines_by_source ON source_lines (source, document_id);
COMMIT;
