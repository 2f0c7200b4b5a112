"""Names of great cities in other languages: "Genève", "Pékin", "Munich", "Wien".

GeoNames lists them among hundreds of other names without telling their language; here they count
as much as the city's own. Where several cities bear the name, the one with most people is meant.
Source: our own list. Folded as `words.key_of` makes keys: lower case, no accents, spaces.
"""

_LINES = """
londres | geneve | bruxelles | pekin | le caire | alger | moscou | munich | cologne | hambourg
francfort | francfort sur le main | varsovie | athenes | lisbonne | barcelone | seville | venise
florence | genes | copenhague | edimbourg | douvres | anvers | gand | bruges | la haye | berne
bucarest | beyrouth | damas | alep | bagdad | teheran | jerusalem | bethleem | la mecque | medine
le cap | addis abeba | mogadiscio | la havane | la nouvelle orleans | philadelphie | canton
bombay | calcutta | katmandou | kaboul | tachkent | tbilissi | erevan
bakou | kiev | kyiv | odessa | kharkiv | lviv | saint petersbourg | cracovie | aix la chapelle
mayence | treves | ratisbonne | salzbourg | nuremberg | dresde | hanovre | breme | brunswick
saint jacques de compostelle | saragosse | cordoue | cadix | palerme | bologne | padoue | sienne
pise | livourne | verone | manille | nicosie | alexandrie | marrakech | fes | tanger | ispahan
rome | milan | turin | naples | warsaw | prague | vienna | vienne | lisbon | seville
venice | genoa | copenhagen | antwerp | ghent | the hague | bern | basel | basle | bucharest
belgrade | athens | moscow | cairo | algiers | beirut | damascus | aleppo | baghdad | tehran
mecca | medina | cape town | havana | peking | saigon | canton | rangoon | calcutta | bangalore
seoul | tokyo | brasilia | brussels | geneva | cracow | krakow | gothenburg | goteborg | zurich
tripoli | tunis | carthagene | bogota | sao paulo | la paz | port au prince | saint domingue
santo domingo | djeddah | riyad | riyadh | doha | sanaa | aden | amman
abou dabi | abu dhabi | dubai | doubai | ouagadougou | ndjamena | yaounde | leopoldville
reykjavik | helsinki | stockholm | oslo | dublin | cardiff | belfast | ljubljana | zagreb
wien | munchen | nurnberg | roma | milano | torino | napoli | firenze | venezia | genova | lisboa
praha | warszawa | moskva | den haag | kobenhavn | athinai | beograd | bucuresti | zaragoza
ciudad de mexico | la habana | nueva york | sevilla | geneve | genf | brussel | antwerpen
bratislava | budapest | sofia | skopje | tirana | chisinau | vilnius | riga | tallinn | minsk
"""

EXONYMS = frozenset(name.strip() for line in _LINES.splitlines() for name in line.split("|")) - {""}
