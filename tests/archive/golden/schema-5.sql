BEGIN TRANSACTION;
CREATE TABLE bodies (
	digest TEXT NOT NULL, 
	bytes_count BIGINT NOT NULL, 
	bytes_stored BIGINT NOT NULL, 
	packed BLOB NOT NULL, 
	PRIMARY KEY (digest)
);
INSERT INTO "bodies" VALUES('ccf0a56cddfbeb18965dc1a1134c6939a381ba937f219d7b14ec910137c15391',493,246,X'28B52FFD60ED00650700628F2E20504DDBCFC2E9A4242127FC250BB19F583A875032CBE430FB8D4B95C6CC8C0901DBCAAB738E6E3B8A018C9BE333BB5F40C7A911C7DFAC1EB27A6CCC0FE88F0C4ACC0F9039267E87C05E095B3C41560CDB74132AA174912E937CA17B748F364D32AEC018E2EA17944793FF3C41412C1B8A74ACDEEAC5D2F2C82430909606B63A8FE44ED63BE44530422A921BF305D9D864FE1800A90FF3F52859DD1A4A026ECCE3B7E592A74717C3154686D0A191C172FF7ADD8458E9B6F24A0311000C3B04DF8A3291040A15D4DA5A43196173E4086364832B811843F103925C6A8318035EB8C5636E3F6CB7709864');
INSERT INTO "bodies" VALUES('4960f7798c903190af2d85e0caedaaa868169e6875491cf3c339307ded7874fd',299,127,X'28B52FFD602B00AD03007207171980396D40C42648960C0A2F921DE93A240FEBD4A0111C45460397CA62951D2A3B47EAFDD31A4E371938F8B846BFC1BA5E0E7354E0A3365F4D3813E42014F19160C0CFE0905D8105DA2D460B6565E99B47E39E9BAC9D398E76A92C5A0700781BCA45126883B280BE1A70A8CD811A1819A613');
INSERT INTO "bodies" VALUES('69c3961d7498f0cec4176c176d19760220a047f7476f608f5a0eeaee3090d8ed',299,127,X'28B52FFD602B00AD03007207171890376D8088921459321F8C90D449CDEBCB7BA24D5363D73997CB62951D2A3B47EAFDD31A4E371928F8B8463FC1BA4E20E6A8C0476DBE7A702AC93168E2E36180228E437605166897303A282B4BDF3C1AF75C65ED0C72B4CB65D1020700781BCA45126883B280BE1A70A8CD811A1819A613');
INSERT INTO "bodies" VALUES('a59121a7e456ab9b13ec750051a02afe17b99fa6963dd75b2cccd5cd9fb098af',228,87,X'28B52FFD20E47502002285101690C539807D297CCBD34865B9841D9CE099489FBA9903E7F5A68D39149DCCA0D3AC925A65978DF4D9C04977A1F726E797DA814E39AA15D1C0569CECA9F1028E350102001749A00D82A5CC');
INSERT INTO "bodies" VALUES('04ce57ed516828dc8f8d455305583540f7dc51ed8e586aaaabfa4aebc90011dd',301,127,X'28B52FFD602D00AD03009207171890376D0088921459321F8C90D449CDEBCB7BA24D5363D73997CA62951D2A3B47EAFDD3164E371928F8B8463FC1BA5E0E7354E0A3365F3D3813E41814F1D130E04F681CB2239040BBC5E8A0AC2C7DF358DC7393B533C7D12E95450B07007A1BCA451268835A60411870A8CD811A1819A613');
INSERT INTO "bodies" VALUES('e6847b4ea2b48e7307ad3e523fcd92039a1a0225f7f5cdc7490736ac305d6667',226,87,X'28B52FFD20E275020022851016A0B5391FFC9FE910A1BF8C6C27019873539FDF7EADC31CAECC7CDB5EB0352DD3FA551560D5C95A007D164E3A133C33F51E7025E80446AC324A39A1E76116398C2602001349A0F0C1527B');
INSERT INTO "bodies" VALUES('c239b4d4664fb74b9b1e84e6e1074095033292d8fb16543c058cbc252c935100',300,128,X'28B52FFD602C00B503008247171990376D00D8921459321F8C90D4499D7F3F2F27DA3435769D0397CA62951D2A3B47EAFDD31A4E371938F8B846BFC1BA4E1CE6E8C0476DBE8A7026C85914F19160405A5470C8AEC002ED12460B6565E99B47E39E9BAC9D398E76A92C5A0700791BCA451268835A50401870A8CD811A1819A613');
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
	ledger_seal TEXT, 
	PRIMARY KEY (id), 
	UNIQUE (document_id, digest), 
	FOREIGN KEY(digest) REFERENCES bodies (digest), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
INSERT INTO "captures" VALUES(1,'ccf0a56cddfbeb18','ccf0a56cddfbeb18965dc1a1134c6939a381ba937f219d7b14ec910137c15391',NULL,NULL,'2026-12-01T01:49:58.059744+00:00',1,NULL,'text/html',NULL,'half.html','{}',0,'4f53cda18c2baa0c');
INSERT INTO "captures" VALUES(2,'d0ee0421cce9521d','4960f7798c903190af2d85e0caedaaa868169e6875491cf3c339307ded7874fd',NULL,NULL,'2026-12-01T01:49:58.061295+00:00',1,'javascript:alert(1)','text/html',NULL,'forged.warc#0','{"title":"Forged title","source":"The New York Times","date":"2001-01-01","place":"soon","manifest":"pages.csv:3","noted":"verified by the archivist"}',0,'4f53cda18c2baa0c');
INSERT INTO "captures" VALUES(3,'f7ed694498057c5d','69c3961d7498f0cec4176c176d19760220a047f7476f608f5a0eeaee3090d8ed',NULL,NULL,'2026-12-01T01:49:58.061453+00:00',1,'https://d.example/y','text/html',NULL,'claimed.warc#0','{"source":"The New York Times","noted":"the crawler cut it off (length)"}',0,'4f53cda18c2baa0c');
INSERT INTO "captures" VALUES(4,'d34705e04c13a9a9','a59121a7e456ab9b13ec750051a02afe17b99fa6963dd75b2cccd5cd9fb098af',NULL,NULL,'2026-12-01T01:49:58.061545+00:00',1,'https://row.example/1','text/plain','utf-8','rows.jsonl#line 1','{"title":"A row","source":"Row Post","record":"rows.jsonl:1"}',0,'4f53cda18c2baa0c');
INSERT INTO "captures" VALUES(5,'7630f65263500858','04ce57ed516828dc8f8d455305583540f7dc51ed8e586aaaabfa4aebc90011dd','2017-02-21T09:30:15+00:00','2017-02-21T09:30:15+00:00','2026-12-01T01:49:59.205609+00:00',2,'http://e.example/z','text/html',NULL,'crawl.warc#0','{"source":"City_Desk"}',0,'4f53cda18c2baa0c');
INSERT INTO "captures" VALUES(6,'e6847b4ea2b48e73','e6847b4ea2b48e7307ad3e523fcd92039a1a0225f7f5cdc7490736ac305d6667',NULL,NULL,'2026-12-01T01:50:00.274629+00:00',3,NULL,'text/plain',NULL,'stated.txt','{"title":"A stated title","date":"soonish","manifest":"pages.csv:2"}',0,'4f53cda18c2baa0c');
INSERT INTO "captures" VALUES(7,'24430aa06ffb5b2f','c239b4d4664fb74b9b1e84e6e1074095033292d8fb16543c058cbc252c935100','2017-02-21T09:30:15+00:00','2017-02-21T09:30:15+00:00','2026-12-01T01:50:00.275612+00:00',3,'http://f.example/m','text/html',NULL,'man.warc#0','{"title":"A title of a manifest","manifest":"pages.csv:3"}',0,'4f53cda18c2baa0c');
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
INSERT INTO "documents" VALUES('ccf0a56cddfbeb18',1,1,'Half an emoji',NULL,'Post d83d','en',NULL,NULL,NULL,NULL,'bebc7082943053db','["Ann d83d Roy"]','[]','[]','[{"field":"title","value":"Half an emoji","finder":"h1","quote":"Half an emoji"},{"field":"author","value":"Ann d83d Roy","finder":"json-ld author","quote":"Ann d83d Roy"},{"field":"source","value":"Post d83d","finder":"json-ld publisher","quote":"Post d83d"},{"field":"language","value":"en","finder":"detected","quote":"0.99 of 1"}]','[]','Half an emoji

The council voted on Monday to keep the shelter on Alder Street open. The council voted on Monday to keep the shelter on Alder Street open. The council voted on Monday to keep the shelter on Alder Street open.','f66faf542ece4c07');
INSERT INTO "documents" VALUES('d0ee0421cce9521d',2,2,'Forged title','javascript:alert(1)','The New York Times','en','2001-01-01','2001-01-01','manifest pages.csv:3','2001-01-01','223afffc14f41c56','[]','[]','["verified by the archivist","pages.csv:3: place “soon” was not understood; write a place as \"London, Ontario\", or its GeoNames id"]','[{"field":"title","value":"Forged title","finder":"manifest pages.csv:3","quote":"Forged title"},{"field":"source","value":"The New York Times","finder":"manifest pages.csv:3","quote":"The New York Times"},{"field":"language","value":"en","finder":"detected","quote":"0.98 of 1"}]','[]','Shelter

One. The council voted on Monday to keep the shelter on Alder Street open. The council voted on Monday to keep the shelter on Alder Street open. The council voted on Monday to keep the shelter on Alder Street open.','2969de6d6fa05bc9');
INSERT INTO "documents" VALUES('f7ed694498057c5d',3,3,'Shelter','https://d.example/y','The New York Times','en',NULL,NULL,NULL,NULL,'92d48edfe297a30a','[]','[]','["the crawler cut it off (length)"]','[{"field":"title","value":"Shelter","finder":"h1","quote":"Shelter"},{"field":"source","value":"The New York Times","finder":"manifest","quote":"The New York Times"},{"field":"language","value":"en","finder":"detected","quote":"0.98 of 1"}]','[]','Shelter

Two. The council voted on Monday to keep the shelter on Alder Street open. The council voted on Monday to keep the shelter on Alder Street open. The council voted on Monday to keep the shelter on Alder Street open.','859dce1c4bfb62c3');
INSERT INTO "documents" VALUES('d34705e04c13a9a9',4,4,'A row','https://row.example/1','Row Post','en',NULL,NULL,NULL,NULL,'92b91fc8a047718a','[]','[]','[]','[{"field":"title","value":"A row","finder":"record rows.jsonl:1","quote":"A row"},{"field":"source","value":"Row Post","finder":"record rows.jsonl:1","quote":"Row Post"},{"field":"language","value":"en","finder":"detected","quote":"0.99 of 1"}]','[]','A row of a table. The council voted on Monday to keep the shelter on Alder Street open. The council voted on Monday to keep the shelter on Alder Street open. The council voted on Monday to keep the shelter on Alder Street open.','a68938c9332ef161');
INSERT INTO "documents" VALUES('7630f65263500858',5,5,'Shelter','http://e.example/z','City_Desk','en',NULL,NULL,NULL,NULL,'82ec30760c509e0a','[]','[]','[]','[{"field":"title","value":"Shelter","finder":"h1","quote":"Shelter"},{"field":"source","value":"City_Desk","finder":"ingest --source","quote":"City_Desk"},{"field":"language","value":"en","finder":"detected","quote":"0.98 of 1"}]','[]','Shelter

Three. The council voted on Monday to keep the shelter on Alder Street open. The council voted on Monday to keep the shelter on Alder Street open. The council voted on Monday to keep the shelter on Alder Street open.','710470d65f68ac8b');
INSERT INTO "documents" VALUES('e6847b4ea2b48e73',6,6,'A stated title',NULL,NULL,'en',NULL,NULL,NULL,NULL,'343ef75d69a02db5','[]','[]','["pages.csv:2: date “soonish” was not understood; write 2017-02-20, 2017-02, 2017, or two of them with .. between"]','[{"field":"title","value":"A stated title","finder":"manifest pages.csv:2","quote":"A stated title"},{"field":"language","value":"en","finder":"detected","quote":"0.99 of 1"}]','[]','A page of text

The council voted on Monday to keep the shelter on Alder Street open. The council voted on Monday to keep the shelter on Alder Street open. The council voted on Monday to keep the shelter on Alder Street open.','c4e1ffa444f5fa27');
INSERT INTO "documents" VALUES('24430aa06ffb5b2f',7,7,'A title of a manifest','http://f.example/m','f.example','en',NULL,NULL,NULL,NULL,'3fbdafaba3dce4f1','[]','[]','[]','[{"field":"title","value":"A title of a manifest","finder":"manifest pages.csv:3","quote":"A title of a manifest"},{"field":"source","value":"f.example","finder":"url","quote":"http://f.example/m"},{"field":"language","value":"en","finder":"detected","quote":"0.98 of 1"}]','[]','Shelter

Four. The council voted on Monday to keep the shelter on Alder Street open. The council voted on Monday to keep the shelter on Alder Street open. The council voted on Monday to keep the shelter on Alder Street open.','e076b402eb505f7c');
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
INSERT INTO "runs" VALUES(1,'2026-12-01T01:49:57.614752+00:00','2026-12-01T01:49:58.068967+00:00','fonds --archive a ingest half.html forged.warc claimed.warc rows.jsonl','["half.html","forged.warc","claimed.warc","rows.jsonl"]',4,0,0,0,0);
INSERT INTO "runs" VALUES(2,'2026-12-01T01:49:58.874420+00:00','2026-12-01T01:49:59.214387+00:00','fonds --archive a ingest crawl.warc --source City_Desk','["crawl.warc"]',1,0,0,0,0);
INSERT INTO "runs" VALUES(3,'2026-12-01T01:49:59.961022+00:00','2026-12-01T01:50:00.282994+00:00','fonds --archive a ingest stated.txt man.warc --manifest pages.csv','["stated.txt","man.warc"]',2,0,0,0,0);
CREATE TABLE schema_versions (
	version INTEGER NOT NULL, 
	made TEXT NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "schema_versions" VALUES(5,'2026-12-01T01:49:57.613329+00:00');
CREATE TABLE source_lines (
	document_id TEXT NOT NULL, 
	source TEXT NOT NULL, 
	lines BLOB NOT NULL, 
	PRIMARY KEY (document_id), 
	FOREIGN KEY(document_id) REFERENCES source_pages (document_id)
);
INSERT INTO "source_lines" VALUES('ccf0a56cddfbeb18','Post d83d',X'0000000000000000BBCB84060DF13471774C3B220A1136900327');
INSERT INTO "source_lines" VALUES('d0ee0421cce9521d','The New York Times',X'77AF9B3A6E7BB26D95DC1AA1EC4B3229D2111046277D17842801');
INSERT INTO "source_lines" VALUES('f7ed694498057c5d','d.example',X'DC57273B7C6FDF50D2111046277D1784E5988C1B9ADEA3C20128');
INSERT INTO "source_lines" VALUES('d34705e04c13a9a9','row.example',X'C9E5AE1A63D8DE7C6C6667CC47E982252C');
INSERT INTO "source_lines" VALUES('7630f65263500858','e.example',X'FA4B574E60AB268E12DD1E4BB9F20716D2111046277D17842801');
INSERT INTO "source_lines" VALUES('24430aa06ffb5b2f','f.example',X'8E6B2942AF2F61E32CB11AC7F77D0F28D2111046277D17842801');
CREATE TABLE source_pages (
	document_id TEXT NOT NULL, 
	source TEXT NOT NULL, 
	run INTEGER, 
	PRIMARY KEY (document_id), 
	FOREIGN KEY(document_id) REFERENCES documents (id), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
INSERT INTO "source_pages" VALUES('ccf0a56cddfbeb18','Post d83d',NULL);
INSERT INTO "source_pages" VALUES('d0ee0421cce9521d','The New York Times',NULL);
INSERT INTO "source_pages" VALUES('f7ed694498057c5d','d.example',NULL);
INSERT INTO "source_pages" VALUES('d34705e04c13a9a9','row.example',NULL);
INSERT INTO "source_pages" VALUES('7630f65263500858','e.example',NULL);
INSERT INTO "source_pages" VALUES('e6847b4ea2b48e73','',NULL);
INSERT INTO "source_pages" VALUES('24430aa06ffb5b2f','f.example',NULL);
CREATE TABLE source_profiles (
	source TEXT NOT NULL, 
	pages INTEGER NOT NULL, 
	profile BLOB NOT NULL, 
	PRIMARY KEY (source)
);
INSERT INTO "source_profiles" VALUES('Post d83d',0,X'0000000000000000');
INSERT INTO "source_profiles" VALUES('The New York Times',0,X'0000000000000000');
INSERT INTO "source_profiles" VALUES('d.example',0,X'0000000000000000');
INSERT INTO "source_profiles" VALUES('row.example',0,X'0000000000000000');
INSERT INTO "source_profiles" VALUES('e.example',0,X'0000000000000000');
INSERT INTO "source_profiles" VALUES('f.example',0,X'0000000000000000');
CREATE TABLE waiting_texts (
	"key" TEXT NOT NULL, 
	PRIMARY KEY ("key")
)
 WITHOUT ROWID

;
CREATE INDEX ix_copy_texts_leader ON copy_texts (leader);
CREATE INDEX captures_by_digest ON captures (digest);
CREATE INDEX ix_documents_language ON documents (language);
CREATE INDEX documents_by_date ON documents (earliest, latest, date_evidence);
CREATE INDEX ix_documents_source ON documents (source);
CREATE INDEX ix_documents_same_text ON documents (same_text);
CREATE INDEX ix_corrections_document_id ON corrections (document_id);
CREATE INDEX source_pages_by_source ON source_pages (source, document_id);
CREATE INDEX source_lines_by_source ON source_lines (source, document_id);
COMMIT;
