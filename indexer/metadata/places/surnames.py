"""Surnames that are also names of places: "Hamilton", "Jackson", "Wilson".

Source: the commonest of the United States census of 1990 (public domain) that GeoNames also has as
a city. Folded: lower case, no accents.
"""

SURNAMES = frozenset(
    """
acevedo ackerman adams aguilar albert aldridge alexander alford allen allison alston alvarado
ames amos anderson andrews anthony archer arellano arias armstrong arnold arrington arroyo
arthur ash ashley atkins atkinson avery avila baca bacon bailey baird baker baldwin ball ballard
banks barber barker barlow barnes barr barrett barron barry bartlett barton battle baxter beach
bean beasley beatty becker bell beltran bender benitez benjamin bennett benson bentley benton
berg berger bernal berry best billings bingham bishop blackburn blackwell blair blanchard blanco
bland bolton bonner booker boone booth boswell bowden bowen bowling bowman boyce boyd boyer
boyle bradford bradley brady branch brandon brantley bray brewer brewster bright britt britton
brooks broussard browning bruce bruno bryan bryant buchanan buckley buckner bullard burke burns
burt burton bush butler byers cabrera calderon caldwell calhoun callahan camacho cameron
campbell campos cantu cardenas carey carlisle carlton carmichael carney carpenter carrillo
carroll carson cartwright carver casey cash castillo castro cervantes chamberlain chandler chang
chapman chappell chase childers childress christopher church cisneros clark clay clayton
cleveland clifton coates cobb cochran coker colbert cole coleman collins colon compton conklin
conley conner connolly connor conrad contreras conway cook cooper copeland corbin cortez
covington cowan cox crabtree craig crane crawford crocker crockett crosby crowder crowley cruz
cuevas cummins cunningham curry curtis dale dalton daniel daniels davenport david davidson
davies davila davis dawson day deal delgado dennis denton dewitt diaz dickens dickinson dickson
dillon dixon dobson douglas downey downs doyle draper drew duarte dubois dudley duffy dumas
dunbar duncan dunham dunlap dunn dupree duran durham dyer eaton edmonds edwards eldridge elkins
elliott ellis ellison elmore emerson england english enriquez erwin esparza espinosa estrada
evans everett ewing farley farrell feliciano felix ferguson fernandez ferris finley fisher
fitzgerald flanagan fletcher flores floyd flynn foley forbes ford foreman forrest foster
fountain fowler francis franco fraser frederick freeman frost fry fuentes fulton galindo
gallegos galvan garcia gardner garland garner garrett garrison gary garza gaston gates gay
gentry george gibbons gibson gilbert gill gillespie gilmore gleason godfrey goldberg golden
gomez gonzales gonzalez goodman gordon gore gorman goss gould grace graham grant gray green
greene greenwood greer gregory griffin griffith grimes groves guerra guerrero gunn gunter
guthrie gutierrez guy guzman hahn haines hale hamilton hamm hammond hampton hancock haney hanna
hansen hanson hardin harding hardy harper harrington harris harrison hart hartley hartman harvey
hastings hatch hatfield hawkins hayden hayes haynes hays heath henderson hendricks henley henry
herbert hernandez herrera hewitt hickman higgins hill hilliard hilton hines hinton ho hobbs
hoffman holbrook holcomb holden holder holland holley holliday hollis holloway holt hooper
hoover hopkins horn horton howard howe howell hubbard hudson huerta hughes hull humphrey hunt
hunter hurley hurst hurt hutchins hutchinson hyde ibarra ingram inman irvin irwin ivey jackson
jarvis jefferson jenkins jennings jensen jewell jimenez johnson johnston jones jordan joseph
joyner justice kane kaplan kaufman keith keller kelly kemp kendall kent key keys kim kimball
king kirby kirkland kline knox ladner lam lambert lancaster landry lang langley lara larkin
latham law lawrence lawson leblanc lee leonard leslie lester lilly lin lindsay livingston lloyd
lockhart logan long lopez lott lovell lucas lucero lugo luna lund lutz lynch lynn lyon lyons
mack madison magee maldonado malone manning manuel marin marino marks marrero marshall martin
martinez mason massey mata mathews mathis matthews maxwell may mayer mayfield maynard mayo
mcallister mcbride mccall mccauley mcclure mcconnell mccord mccormick mcdonald mcfarland mcgill
mcgraw mcintosh mcintyre mckee mckenzie mckinley mckinney mclaughlin mclean mcleod mcmillan
mcpherson mcqueen mead meade meadows mejia melton mendez mendoza mercer meredith merrill merritt
middleton miles miller mills milton miner minor miranda mitchell molina monroe montes montgomery
montoya moody moore mora morales moran moreno morgan morris morrison morrow morse morton moser
moss mullen mullins muniz munoz murphy murray myers nash navarro nelson newell newman newton
nicholson nieves nix nixon noble noel norman norris norton norwood nunez odell oliver olsen
ortega ortiz osborne owen pace pacheco padilla page palacios palmer parker parks parrish parsons
patrick patterson patton paul payne pearce pearson peck pena pennington perez perkins perry
peters phelps phillips pierce pierre pierson pineda pittman plummer polk ponce poole pope porter
post powell powers pratt preston price pritchard proctor pryor quintana quintero ramirez ramos
ramsey randall randolph rangel rankin rasmussen ray raymond reese reid reyes reynolds rhodes
rice rich richardson richmond riddle riley rios ritchie rivas rivera rivers robbins roberts
robertson robinson rocha rodriguez roe rogers rojas roman rosa rosales rose rosenberg ross roth
rouse rowland roy rubio ruiz rush russell rutherford rutledge ryan salas salazar salgado salinas
sanchez sanders sanderson sandoval sanford santana santos sargent savage schmitt schroeder scott
serrano sewell seymour shafer shannon shaw sheffield shelton shepherd sherman shields shirley
silva simon simpson sinclair singleton slater slaughter sloan smiley smith snow snyder solis
solomon sosa soto sparks spence spencer springer stafford stanford stanley stanton stark starks
steele stein stephens stephenson sterling stevens stevenson stewart stone story stover strong
stroud stuart suarez sullivan sutherland sutton swartz tanner tapia tatum taylor teague temple
terrell terry thomas thompson thomson thornton tipton tomlinson torres townsend tracy tran trent
tucker turner tuttle tyler underwood valdez valentine valenzuela vance vang vargas vaughan
vaughn vazquez vega velazquez velez villa villanueva villegas vincent voss wade wagner walden
walker wall wallace waller walls walsh walters walton wang ward ware warner warren washington
watkins watson weaver webb webster welch wells welsh wesley west weston wheeler whitaker white
whitehead whitfield whitley whitney wiggins wilder wilkerson willard williams williamson willis
wilson winston winters wise witt woodruff woodward wright yang york young zamora zimmerman
zuniga
""".split()  # noqa: SIM905
)
