"""Words of the language that are also names of places: "Reading", "Mobile", "Nice", "Sale".

Sources: the words of SCOWL's small American list (public domain) that GeoNames also has as a
city, with English words for days, months, parties, papers, and the commonest French words that
open a sentence. Folded: lower case, no accents.
"""

COMMON_WORDS = frozenset(
    """
abbey abridge accord ace acre act add ado adobes advance agency aid ainsi airport akin albino
ales alga alley allez alliance along alors alpha altar alto altos amazon amble amen ampere
anchovy anew anger angered angers angles annex ant antelope anthem antlers aout ape apex apple
apples apres april apt arcade arch archer arches archway are arena arenas ares aria arias ark
aroma aromas arrest arrive arsenal as ascension ash ask aspen assent assis assumption atlas
auburn aucun auditorium august aura auras aussi autre autres aux avant avec avez avoir avons
avril awe axe axis ay aye bacon bad bade badger bag bail bailing bake baker bale baling balk
ball ballast ballots balm bamboo ban banana band bang bangs bani bank banks banning bar barber
barbing bard bare barge baring bark barking barley baron barrage basic basin basing bat bath
battle battlefield baud bay baying beach beacon bean bear beau beaucoup beaver bed bee beer
beers beets beg began begun bel bell belle bells belt bend bender bent berry best beta betting
bias bib bible bicker bid bien big biking bile bin bingo bishop bison biting blacksmiths blades
bland bled blessing bliss blond blossom bluff bluffs boa bode bog bolder bologna bolt bon bone
bonne bonnes bons bony boo boom boos boot booth bop bord bore born borne bossier botany boulder
boundary bountiful bourbon bow bowling box boy bra brains bran branch brand bras brassy bravo
bray breakwater brick bride bridge bright brilliant broach broke brook brooks browning brush
brusque bud buffalo bug bugle bullet bullion bulls bully bum bun bungalow burden burns burst
bury bus bush busing busy but butler butte butterfly buttes buy bye cab cabaret cacao cache
cactus cad calcium caller callow callus came can canals canaries candor cane canes canning canoe
canon canyon cap caper car cardigan carefree cargo caribou carnation carp carpenter cars cascade
cash cashmere casino casinos cassino cast cat cathedral catholic cavalier cave caves caw ce
cedar cela celebration celle celles celui centennial center central centre cents century ces cet
cette ceux chair chamber champagne champion change chaque charge chars chase chez chi chile
chili chilly chin china chinese chinking chipping chop chore christian church ci circa circle
citrus clans claret clay clemency clever climax clones clover coaling coats cocoa cognac coin
college collie colon coma comas combine come comet comfort comme comment commerce commonwealth
communal con conception concession concise concord concrete condom condor confederation confines
congress conservation conservative conservatives contest continental contre convent converse
conversion convoy coo cook cool cooling cooper cordon cork corn cornea cornier corning
coronation corpus corral cot cote cottage cottonwood couches council countryside cour court cove
coves cow coward cox coyote crane crater creek crescent crest cricket crook crooks crystal cube
cue cults cum cumming cup cur curry cut cuts cypress dab dad dam dame damp dandy dans dare dares
darling date day daze de deal december decembre defiance deli delis delta delve democrat
democrats den dent deport deposit depuis des deux devant diamond die dig dike dill dim dimanche
din dire dit dix do docking dodge dog dogwood dole dollar dome dominion don donc dont doom dooms
dosing dour downs downtown drain drama dresser drew driver dross drug drum dry du dual dub dud
due dug dunes dung duping eagle ear early earth east eastern ebb ebbs echo eclectic economy
effort egg ego eke elbow elf elk elle elles elm emblem emerald eminence empire emporia emporium
en encore energy enfin engineer english enigma ensuite enter enterprise entre equality era erode
err essay est et ete etre eureka eux evergreen excel exhibition experiment export eye facebook
faire fait faith falcon fang far fare farmland fat fate faut february federal felines fell
felling ferns fertile fevrier fez fiche fig fin finale fines fiscal fisher flee fleet flint
flocking flora floss flushing fog font for force ford fords fore foreman fores forest forges
forks forth fortune forum fossil foster fountain four fours fowling freedom freer french
freshwater friday friend friendly friendship front frost fry fully fuming fussy gala gale
gallant gals gaming gamut gander gang gap gardenia gare garland garnet garnish garrison gas
gassing gates gateway gay gees gel general genes gent gentry german gill give glad gland glen
glide globe go gob god goes going gold golden golf gondola gonna goodwill google gore gorges
goring gosh got grab grabs grace graces graft grain gram grand grande grands grandson granite
grant grants grapevine grave gray grays green greenback grenade grill grimes grins groom gros
grottoes grove groves grub guise gunning gut guy gym ha hackney had hag hail hale hales halfway
halls ham hamlet hang happy harbor hard hardy harmony harrow hart harts harvest has haste hat
hatch hatting haut haute haven hay hays hazard headland headlands headstone healing heath
heather heel hell helper hem hemlock her herald heritage heron hey hickory hideaway hier
highland highlands highways hill hillier hills hillside hims hinge hinges hire hit ho hobo
hocking hog holder holiday holler holly home homeland homestead homme hone honey hook hooks hope
horde horn hors hose hospital hot hour house hove hub hue hug hull human humble hums hunt hunter
hunting hurricane hurt hut ici ifs ii il ils imp imperial independence indian industry inn ins
intercourse international internet iota irate ire is isle ivy jab jack jackpot jade jam jamais
january janvier jar jars jaw jay je jelling jesus jeudi jeune jewish jingling job jog jot jour
journal jours jubilee juillet juin july junction june junior juntas jury justice keener ken key
keys keystone kill kiln kilo kin kinder kindred king kingfisher kissing knock la lab laces
lacrosse lad lag lakes lame lancing lander landing landmark lap lapel laps larva lash laurel
lavender law lawn lax lay lazy le lead leader led lee leech leek leer leers legacy lend lens
lent les leur leurs level lever liberal liberals liberation liberty lice licking lids lieu limbo
lime limerick limestone liming limit line linen linger lint lion lip lire list lit liter lively
lives lizard llama loans lob locking locust log loi lone long lookout loon loop loose lop lord
lorry lors loss lot loving loyal luck lucky lug lui lundi lunge lupin lure luring luster lvi lye
lynch ma mace mad madam made magazine magenta magnet magnolia mahogany mai maiden maidens
mailing mais maize mal male malgre mallet mama mammoth man manage mane mange manger mango manly
manning manor mansion mantel many mar marathon marble march marches mardi mares maria marina
marine marines mark marks mars mart martin mas mascara mascot mason massacre massing mat matador
matin may maze me meadow meadows media medias medley meeker melon men mentor mer merci mercredi
mercury mere meres meridian mermaid mes meshed messy met metes metro metropolis mew midstream
midway mien mieux mile miles mill miller mills mine miner mining minor mire mission mite mob
mobile mod moi moins mold mole mon monday monde monster monument moo moody moos mop mope moping
more moron moss mosses most moth motley mound mounds mow mu much mud muddy muff muse mush muslim
mussel mustang muting mutters mystic nag name nap narrows nasal national naval nay ne needles
net never newborn newton ni nice nine nit no noble nods noisy nom non none nord normal north
northeast northern northward northwest nos not notre nous nouveau nouvelle november novembre nul
oak oar oasis oblong october octobre odder ode of officer ogre ohs okay omega on one onset opal
opera opportunity or oracle oral orange orchard orchards ore ores orient oriental otter ou oui
oust outer outing outlook over overland owe ox pa pace pacific pacing pack pact pad page pail
pains paint pal pale palling pals pan panacea panda pane pang panhandle panic panorama pant pap
papa papaya paper par parachute paradise paragon paramount parc parches parchment pare parent
pares parfois parks parkway parler parliament parmi parole parse parsons part partizan partout
pas passe pasta pastas paste pat patrol pavilion pawing pay pea pearl peck peculiar peel peer
peg pelican pelves pen penal pencil penguin peninsula per perches perk perseverance pert pest
pet petal peters pets petting peu peut peuvent pew phoenix piano pierce pigeon piles pill pin
pinch pine pines pining pink pinnacle pioneer pipes piranhas pis pit place plain plains
plaisance plan planes plantation plaque plate plateau plenty plum plunge plus point police poll
polling polo ponder pont pool pop pope poplar porches porcupine pore port portal porter poses
posing post postal potting pouch pound pour pourquoi pout pouvez powers pram pray premier pres
presque presto prey price principal proclamation progress promontory prospect prosper prosperity
prosperous proven providence pry pub puck pueblo puis puke puma pun punch purchase pure pus
quack quand quart quarter quatre que quel quelle qui quoi race raiding rail rain rainbow rainier
rake ran ranger rap rapid rapids rate ravel ravels raven ravine ray rayon razes re reading real
ream receiving rector red redemption redhead reek reform rein reis reliance republic republican
republicans research reserve reservoir rest retreat revel revere rib rice rich rid riddle ridge
rien rifle rig rim rind ring ringlet ripe rivers robe robins rock rod rode rodeo roe roes roles
roman root rose roses rot rote rots rotunda rouge roulette rouse rude rue rugby rule rum run
rung ruse rush rust rustic rye sa sabres sac sack sad sag saga sagas saint sainte saints sake
saki sale sales salmon salon salt salve same samedi sand sandstone sandwich sandy sane sans sap
sapphire sari saris sassier sat saturday sauce saucier sauf savage save say scenic scissors
scurry se sea seaman searchlight seaside sec secretary section sector sedan see seem seen sees
sells selon senate send sent september septembre sera servant ses set settle seul seule
severance shading shaft shamrock shaping share sharpness she sheering shell shepherd sherry
shields shin shoals shone shy si sic side siding sigma silly silo silos silt simmering sin sine
sins sip sir sire siren sissy sisters sitters situe ski skyline slaughter smile smith smock snow
snowflake snug soars sober sod soda soir soit sole soli solo son song sont sore sort soul sour
sours sous south southeast southern southwest sox spa spanish sparks spas spay spire spires
split spoken spring springs spry spur spy stagecoach stains stall stamps staple staples star
stark start stave steadfast steep sterling still stilling stock stoke stone store story stow
strand strawberry street strong strum sub success sud sue sues suite sulphur sultan summit
sunday sundown sunflower sunning sunrise sunset sunshine sup superior supreme sur surprise
surtout sway swisher swords ta tab tabu tactic tag tailing tale talent tales talisman tall
tallow talon tame tamest tan tangent tangerine tango tank tanner tant tap tape tapes taping
tapping tar tars tartar tasty taut te tea tee tel tell telle temperance tempi temple temps ten
termini terminus terrace tes than thatcher the them thermal thorn thunderbolt thursday thy tiara
tie tiling till time times ting tip tire tires tiring tit to toast toga toi toll tomahawk
tombstone tome ton tong tool tooting top tore torn tornado torrent tost totes tour tours tous
tout toute toutes tow tower toy trail train trainer tranquillity trente tres trial triangle
tribune trim trinity trip trois trooper trop tu tub tuba tubas tube tuesday tug tumble tunas
tundra tune tunes turn turner tussling tweed twist twitter un une union unity university uptown
us usage used usher valentine valley valor van varsity vary vase vendredi venus verges vers
verve veteran veut vex vi via vicar vice victor victory vie vieux vii villa village villas ville
villes vine vineyard vineyards vingt viola violet virgin vise vista vogue voici voir volcano vos
votre voyez vrai vue wade wail wake walker wall walls walnut wan wanna war ward warden warns
warren warrior was washer waterproof waterways waxing ways we wean weasel weaver wed wedding
wednesday weed weer wees welcome well welling wells welt were west westerly western wetter
wheeling white wick wilder wilderness willow willows windfall wines wing wink winner winters
wise withers woe woken woodland woodlands wool worms worth wrangle wrens wright wrist yam yen
yens yes yoga young zebra zone zoo
""".split()  # noqa: SIM905
)
