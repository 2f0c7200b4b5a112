BEGIN TRANSACTION;
CREATE TABLE bodies (
	digest TEXT NOT NULL, 
	bytes_count BIGINT NOT NULL, 
	bytes_stored BIGINT NOT NULL, 
	packed BLOB NOT NULL, 
	PRIMARY KEY (digest)
);
INSERT INTO "bodies" VALUES('f7a11f4936242747cc021d5885416c85c9d05aa1885475aa93356ae9740279c4',2144,724,X'28B52FFD6060075516003611311E80A76903A0BFB7BF94368C428C2C59D10807B71D7A8D3166526A53B1EA0127002A002800FC3E7EEC88AA4B604ED4891CC6B0BD25676399DA98B9C1986C15B96DF33022D64BF291A1DB16019D088C8A1952AF9E45CB8599B50353985C18C50E5D4D8E448EB2C1995036CE7460B6258249A289D4DA585D50CE089F800AFA2ADA398A0B1254DDBB40F45543D571F66A73A8BA8369A0EA123D96F97130D93BC73704AA0E8F505B4DD7E2B607A83AC382AA3B1CFD99107D6F5075E8FB42D56D51754640D5618109A8E11609494A6A64D80D2104080251282FEE0111E024B556D134070C51554EA9D8F353F383BD656C86215289F599E12C93E0817C4D7AB40B426DCA1B0C0A73BA776E2C4F51C74EDF18291D8FC68E0E46E7467541C99E843130B67C2C76CC02554B720A58DC7848362B86163DDBC6996DD0B0F871179624011DF3B322B238164691580066E517802AF64A5492EE830FB01A7381C525D20BFB434663B818EC90648243A2FB0041514ADB72FEBBD57ED195341B8B98FCDFDB082062DF05956A51C97D12503E89049288F4BB82F02D5809EBAC458DEE9015B9704780D3155725769B833C52549FDB5468915982249FC14F04C5D65A4478016F3D6E4FAA56488A94ACA8EC5C18293C3B1AD1BF01B7BD253853F4C5C3655FBF41252E4238CF8D98566B8E94941C119366FD644F6EEA4E11D6D5E5AAEDCE6B0836B533B894520B9105D68C7348F5F4FF211BC1344339559B03F0896A68E94852CA201105252B7E3DE427541ACC25C66F557532ACF97BACD7DFA7279B9752E605760EAD17572E3110103E1FB1BAC2038E662C250CBDBAC19FDD83C613C5233D68B4424192782D336EC8D7092D006B95718930CC8848C16A31A32914F5D55796D6577A205AE90E13AC9C7C90E0B5C88D05C6F6C14A5A4491B8362C6FBA0CE62AA13DE92205AA12BFB0042D803048730ED1880BA16EB0B2BE07543A2BF560DC30778DF440864323AA9FAC60AB');
INSERT INTO "bodies" VALUES('e2d1d9a70b63d76bc663dd3837be94a7b7df0b39457c4bf39be6bba5b1baab7b',1747,615,X'28B52FFD60D305ED1200B6902F1D7049D306E0DFD61A4CA9295A626413E58999FF076810030435050CF48C2600280027009DC7590CDB5B72262C531B2F371893AD22B76D1EC6C35A493E3274DB4395C25BB1B72D306711960A2F6B08962CA92C89195D454C1E47D9E044281B6732986D7920822822B5268CDFE6C76E507528E7282A485075EF03A2AF1655C7D9AB0943D51D4C035587A8D9E5E660B2776702636245EAD5B318B7B73D40D51916549DE1E8CF84E8FB83AA43DFBFCF10A83AEC80AA4BCE08932F6082BE8A1680D2A8D15609494A0A95653B20024288612E3D1030C5CC26490755040053D9CB5119B8A73F50D5A808E2B845C2616D086964177D1FC91A1C98EEE1823EA963CBF8D736E5B359496D73A8C9EDBD998348F12E55698B23775B43FE8921D08BB0BF1CC4B35048F0B2D66842870F911AB704545FE155E56EA39E871295B97531C29F25599209BA2208DB5211DFE5BDD5B8B5A59A859828CB10CABA0B3486CB2263FE0F10F3DDA440EB2ED248BFFA067D2C2939AFE0DDB9AF3E8E37E91A7E93E33B37EC3102484E09C6EA7255F2CE39C89E7633264A7748048145E3F354A75F19B22398661B38F33612402055AF8967392532E6BA0A588FFAC92A59933E86B7EA744AC6ED3BD6D2FFD0139D9F69E47576A3E06D5745DC04087C8DECA090832B66BA120DFD6EC2CF44437B89BA4303286ADD80C4CADAC938100EA7B800345FEE3FB2311B84125C9E09308968157A7999F47ACF873698C301DB271DA4E13502BA8567A3C076EB058AF706F3F2EB655A0BF8D3594C00AAE11732610D540E12708E28F257D81C28D90606493AABFFA9DC5177436839998422302D0AE460A15401');
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
INSERT INTO "captures" VALUES(1,'7adba3a6b3698494','f7a11f4936242747cc021d5885416c85c9d05aa1885475aa93356ae9740279c4','2017-02-01T12:00:00+00:00','2017-02-01T12:00:00+00:00','2026-11-22T11:03:40.801151+00:00',1,'https://city.example/news/1','text/html','utf-8','pages/1.html','{"lang":"en"}',2);
INSERT INTO "captures" VALUES(2,'fb00b8b7420a6a25','e2d1d9a70b63d76bc663dd3837be94a7b7df0b39457c4bf39be6bba5b1baab7b','2017-02-02T12:00:00+00:00','2017-02-02T12:00:00+00:00','2026-11-22T11:03:40.851185+00:00',1,'https://bay.example/2','text/html','utf-8','pages/1.html','{"lang":"en"}',2);
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
INSERT INTO "documents" VALUES('7adba3a6b3698494',1,1,'On of forest garden train harbour the were on budget the ferry.','https://city.example/news/1','The Daily Example','en','2017-02-01','2017-02-01','dateline','Feb. 1','197310aa9f5ef90b','["Ann Roy","Li Wei"]','[1998,2017]','["short"]','[{"field":"title","value":"Trees fell","finder":"meta og:title","quote":"Trees fell"}]','[{"geonames_id":6167865,"name":"Toronto","kind":"city","region":"Ontario","country":"Canada","mentions":2,"spans":[[0,7],[20,27]],"confidence":0.75,"evidence":"followed by Ont."}]','On of forest garden train harbour the were on budget the ferry.

To doctor for with doctor doctor village teacher river garden were bridge.

To clinic museum judge nurse and budget forest judge in forest the.

Ferry market harbour and teacher to had garden council village with river.

Harbour river market market the harbour budget garden council were budget had.

Market and bridge in market budget winter train ferry teacher forest winter.

Forest ferry river in village doctor were ferry of budget a river.

Of for judge in market council to the harbour with river judge.

Nurse for forest that budget said museum clinic teacher council to with.

Had a village bridge with nurse clinic in were of of garden.

Museum doctor mayor council teacher train mayor doctor river winter harbour teacher.

Teacher for judge to museum harbour a museum winter from forest garden.

Budget museum river bridge and for winter to doctor forest had a.

Clinic teacher forest garden train budget doctor nurse harbour market train from.

On to budget train from mayor bridge council with said bridge said.

Bridge nurse garden clinic clinic had on teacher had teacher council of.

Village on nurse of had village ferry budget teacher and and bridge.

Budget market ferry train budget bridge council a from from council bridge.

The budget that harbour on for winter to from garden clinic a.

Nurse for garden market nurse clinic river teacher river bridge budget of.

Clinic council on market of budget village harbour mayor market harbour for.

Mayor council clinic and teacher mayor from that nurse teacher forest garden.

Said ferry train a in harbour said clinic council that for village.

And that had a in with judge budget forest said on on.

On for to train the in teacher that budget doctor that council.

Market judge of garden budget the for to judge the bridge council.

And from nurse that were were clinic on harbour museum judge bridge.

Nurse harbour that ferry budget winter the doctor clinic were in in.

To were garden were a a forest market that to train train.

Doctor harbour said council forest from with budget forest museum winter for.');
INSERT INTO "documents" VALUES('fb00b8b7420a6a25',2,2,'Ferry to stop','https://bay.example/2','The Daily Example','en','2017-02-01','2017-02-01','dateline','Feb. 1','56bcbcfe80db06ad','["Ann Roy","Li Wei"]','[1998,2017]','["short"]','[{"field":"title","value":"Trees fell","finder":"meta og:title","quote":"Trees fell"}]','[{"geonames_id":6167865,"name":"Toronto","kind":"city","region":"Ontario","country":"Canada","mentions":2,"spans":[[0,7],[20,27]],"confidence":0.75,"evidence":"followed by Ont."}]','Ferry to stop

On of forest garden train harbour the were on budget the ferry.

To doctor for with doctor doctor village teacher river garden were bridge.

To clinic museum judge nurse and budget forest judge in forest the.

Ferry market harbour and teacher to had garden council village with river.

Harbour river market market the harbour budget garden council were budget had.

Market and bridge in market budget winter train ferry teacher forest winter.

Forest ferry river in village doctor were ferry of budget a river.

Of for judge in market council to the harbour with river judge.

Nurse for forest that budget said museum clinic teacher council to with.

Had a village bridge with nurse clinic in were of of garden.

Museum doctor mayor council teacher train mayor doctor river winter harbour teacher.

Teacher for judge to museum harbour a museum winter from forest garden.

Budget museum river bridge and for winter to doctor forest had a.

Clinic teacher forest garden train budget doctor nurse harbour market train from.

On to budget train from mayor bridge council with said bridge said.

Bridge nurse garden clinic clinic had on teacher had teacher council of.

Village on nurse of had village ferry budget teacher and and bridge.

Budget market ferry train budget bridge council a from from council bridge.

The budget that harbour on for winter to from garden clinic a.

Nurse for garden market nurse clinic river teacher river bridge budget of.

Clinic council on market of budget village harbour mayor market harbour for.

Mayor council clinic and teacher mayor from that nurse teacher forest garden.

Said ferry train a in harbour said clinic council that for village.

And that had a in with judge budget forest said on on.');
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
INSERT INTO "refusals" VALUES('08634eed6651a06f5f28e32708f4385496483f3a913af72966c0367e5f8394f1','x.png','It is an image.','Leave it out.',NULL,NULL,'2026-11-22T11:03:40.871012+00:00','2026-11-22T11:03:40.871012+00:00',1);
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
INSERT INTO "removed_lines" VALUES(2,0,1,'Skip to content','skip-link','It leads past the menu.',0.5);
INSERT INTO "removed_lines" VALUES(2,1,9,'Share','share-bar','It is a share bar.',NULL);
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
INSERT INTO "runs" VALUES(1,'2026-11-22T11:03:40.704808+00:00','2026-11-22T11:03:40.887082+00:00','fonds ingest pages','["pages"]',2,0,0,1,0);
CREATE TABLE schema_versions (
	version INTEGER NOT NULL, 
	made TEXT NOT NULL, 
	PRIMARY KEY (version)
);
INSERT INTO "schema_versions" VALUES(2,'2026-11-22T11:03:40.685164+00:00');
CREATE TABLE source_lines (
	document_id TEXT NOT NULL, 
	source TEXT NOT NULL, 
	lines BLOB NOT NULL, 
	PRIMARY KEY (document_id), 
	FOREIGN KEY(document_id) REFERENCES source_pages (document_id)
);
CREATE TABLE source_pages (
	document_id TEXT NOT NULL, 
	source TEXT NOT NULL, 
	run INTEGER, 
	PRIMARY KEY (document_id), 
	FOREIGN KEY(document_id) REFERENCES documents (id), 
	FOREIGN KEY(run) REFERENCES runs (id)
);
INSERT INTO "source_pages" VALUES('7adba3a6b3698494','city.example',NULL);
INSERT INTO "source_pages" VALUES('fb00b8b7420a6a25','bay.example',NULL);
CREATE INDEX captures_by_digest ON captures (digest);
CREATE INDEX ix_documents_language ON documents (language);
CREATE INDEX ix_documents_same_text ON documents (same_text);
CREATE INDEX ix_documents_source ON documents (source);
CREATE INDEX documents_by_date ON documents (earliest, latest, date_evidence);
CREATE INDEX ix_corrections_document_id ON corrections (document_id);
CREATE INDEX source_pages_by_source ON source_pages (source, document_id);
CREATE INDEX source_lines_by_source ON source_lines (source, document_id);
COMMIT;
