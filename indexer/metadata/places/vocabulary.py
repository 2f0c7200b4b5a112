"""Words whose company tells a place from a person, an organisation or a thing.

Our own lists, English and French. Folded: lower case, no accents.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Before a place's name: "in London", "near Hamilton", "a Regina", "dans Montreal".
LOCATIVES = _words("""
in at near from outside inside across throughout around toward towards into leaving visiting via
downtown central north south east west northern southern eastern western northeast northwest
southeast southwest greater metropolitan suburban nearby inner between
a vers pres depuis chez entre jusqu dans hors habitant
""")
# Before a place's name, and before much else.
WEAK_LOCATIVES = _words("to of through for over visit de d en and et with")

# A common noun of a place before "of" or "de": "the city of Regina", "la ville de Laval".
PLACE_NOUNS = _words("""
city town village municipality suburb mayor streets port district capital outskirts neighbourhood
neighborhood people residents borough hamlet township county province state
ville village municipalite banlieue maire mairesse rues arrondissement capitale citoyens quartier
citoyennes habitants residants elus conseil municipal municipale tribunal police policiers region
agglomeration metropole
""")

# Before "of": a thing's own name more often than the place: "St. Thomas", "Christ the King".
NAMESAKE_NOUNS = _words("""
church bank duke duchess earl order feast gospel letter battle treaty member book statue eglise
""")

# After a place's name, said of the place or of what is there: "Hamilton police", "Laval council".
PLACE_FOLLOWERS = _words("""
police mayor council councillor councillors councilman residents resident city airport area suburb
suburbs streets neighborhood neighbourhood metro metropolitan region transit fire firefighters court
courthouse municipal headquarters office offices bureau branch chapter campus convention
bishop archbishop diocese authorities officials stock
market downtown waterfront native man woman teen teenager couple family based born time
conference summit attack attacks bombing shooting riots games olympics marathon cathedral
suburban subway international film festival public library board health
maire mairesse centre""")

# The name is another thing's: "Victoria Day", "Hamilton Street", "Paris Agreement".
THING_FOLLOWERS = _words("""
street avenue ave road rd drive boulevard blvd lane st highway bridge river lake creek bay island
islands county parish mountain mountains hill hills valley beach park falls point forest canyon
ocean
sea strait channel peninsula desert basin day week cup bowl house hall tower inn hotel building
times post star globe herald tribune gazette journal mail guardian telegraph daily chronicle
examiner
sun mirror observer citizen spectator dispatch whig record advertiser intelligencer recorder
reporter argus echo standard evening telegram expositor
enquirer inquirer news press magazine review radio
agreement accord treaty protocol convention declaration syndrome act bill law inc ltd llc corp
corporation company co group holdings plc gmbh sa bank foundation institute trust partners capital
secours rue comte township farm university college united academy
""")
# Where the press puts its papers' names: "London Free Press" has another word between.
SECOND_FOLLOWERS = _words("press times post news journal agreement accord inc ltd corp company")

# Before the name, the name is another thing's: "Lake Ontario", "Fort York", "rue Sherbrooke".
THING_LEADERS = _words("""
lake mount river cape fort camp san santa saint port st gulf bay isle hurricane tropical storm
rue avenue boulevard chemin lac riviere mont hotel pont place parc project operation uss hms
universite college cegep ecole hopital lycee musee theatre institut air
professor king queen prince princess duke duchess pope saint earl baron lady
""")

# The same, written small: "la rue Sherbrooke".
SMALL_THING_LEADERS = _words("""
rue avenue boulevard chemin route autoroute rang lac riviere mont parc pont quai place hotel
""")

# Before "de", "du": a street or a newspaper named after the place: "rue de Paris".
NAMED_AFTER = _words("""
rue avenue boulevard chemin route journal gazette courrier quotidien tribune porte traite accord
""")

# Hyphened before a name: a company or a broadcaster.
HYPHENED_BEFORE = _words("hydro radio loto tele petro via bio auto")

# Things that bear a place's name for good, the place being far: "Brussels sprouts".
NAMESAKES = frozenset({
    "london fog", "london broil", "brussels sprout", "brussels sprouts", "boston cream",
    "boston terrier", "boston lettuce", "dijon mustard", "bath towel", "bath towels", "bath salts",
    "jersey cow", "jersey cows", "china dishes", "china cabinet", "turkey dinner", "turkey soup",
    "turkey sandwich", "panama hat", "manila envelope", "bermuda shorts", "delft tile",
    "berkshire hathaway", "plymouth rock", "stockholm syndrome", "chelsea boots", "chelsea boot",
    "oxford comma", "oxford shirt", "kashmir sweater", "ottawa citizen", "moscow mule",
    "nanaimo bar", "nanaimo bars", "montreal bagel", "montreal bagels", "vienna sausage",
})  # fmt: skip

# Before a person's name.
TITLES = _words("""
mr mrs ms miss dr sir lord lady dame judge justice sen senator rep representative gov governor
president minister chief captain capt officer sgt sergeant constable const lt lieutenant col colonel
gen general maj major cpl corporal pte private det detective insp inspector supt coach
professor prof
rev reverend pastor father sister brother bishop cardinal rabbi imam mayor premier chancellor
secretary
ambassador councillor coun alderman attorney counsel ceo chairman chairwoman director author actor
actress singer striker goalkeeper quarterback midfielder defenseman
m mme mlle me docteur juge ministre maire mairesse senateur depute deputee president presidente
uncle aunt st
""")

# Of these, the ones that end with a point.
SHORT_TITLES = _words("""
mr mrs ms dr sen rep gov capt sgt const lt col gen maj cpl pte det insp supt prof rev coun m mme me
mlle st jr
""")

# After a person's name: "Hamilton said", "Regina a declare".
SPEECH = _words("""
said says told tells added adds wrote writes asked asks replied explained explains recalled recalls
argued argues noted notes thinks thought believes believed laughed smiled joked tweeted testified
declare affirme explique ajoute dit precise raconte soutient soutenait estime
who himself herself
""")

# Short words that open a sentence or a heading with a capital and are no part of a name.
OPENERS = _words("""
in at near from to of for the a an and or but on by with as when while after before since if
that this
these those there here it its his her their our your my he she they we you is are was were has have
had will would can could may might must do does did not no yes so yet also now then today meanwhile
however although though because where which who what why how both either neither between among
during
under over through across around outside inside about against like unlike despite only even
just still
former new old downtown greater north south east west northern southern eastern western central
nearby
a au aux de du des d en et ou mais le la les l un une dans sur sous par pour avec sans vers depuis
entre selon apres avant pendant lors comme quand si que qui ce cette ces son sa ses il elle ils
elles
on nous vous je tu mais donc car ni or pres chez hors
""")

MONTHS_AND_DAYS = _words("""
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday
""")

AGENCIES = _words("ap reuters afp cnn cp pti ians upi ap xinhua cbc bbc efe dpa ansa tass canwest")

# Larger than a country, or no place at all, though GeoNames lists a city under the name.
NO_CITIES = frozenset(
    {
        "america", "north america", "south america", "central america", "latin america", "asia",
        "africa", "north africa", "south asia", "europe", "middle east", "white house", "oceania",
        "amerique", "afrique", "asie", "antarctica", "caribbean", "motown", "old town", "downtown",
        "church street", "main street", "high street", "police", "the city", "the bay", "la ville",
        "city council", "news", "commonwealth", "metro", "hub", "van",
        "east end", "west end", "north end", "south end", "west side",
        "east side", "south side", "north side", "city hall", "town hall", "the village",
    }
)  # fmt: skip

# After "City" these make it the city's own: "Toronto City Council".
CITY_OFFICES = _words("council hall police councillor councillors manager attorney officials mayor")

# Of a place when it has them: "Regina's city council".
CIVIC = _words("""
city mayor council councillors police transit airport downtown residents streets suburbs population
economy harbour harbor waterfront municipal mairesse neighbourhoods neighborhoods
""")

PRONOUNS = _words("he she his her il elle son sa ses")

# Hyphened to a place: "Montreal-based".
HYPHENED = _words("based born area raised bound trained native wide educated bred")
