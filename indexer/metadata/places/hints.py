"""Names of areas that tell where a page is at home, though they are no first-level division.

"West Yorkshire", "Vancouver Island", "la Mayenne": such a name counts for its country, and its
region where it lies in one of ours; it is never taken for a namesake city abroad. Sources: our own
list of English counties, parts of Canada and the United States, French regions and departments.
Folded as `words.key_of` makes keys; parted by " | ".
"""

from functools import lru_cache

from indexer.metadata.places.sense import Sense

# In place of a GeoNames id: such an area is never told as a place of the page.
NO_ID = 0

_ROWS = {
    ("GB", "ENG"): """
yorkshire | west yorkshire | north yorkshire | south yorkshire | lancashire | essex | sussex
west sussex | east sussex | hertfordshire | hampshire | wiltshire
dorset | gloucestershire | oxfordshire | warwickshire | worcestershire
staffordshire | shropshire | cheshire | merseyside | greater manchester | tyne and wear
west midlands | east midlands | derbyshire | nottinghamshire | leicestershire | lincolnshire
northamptonshire | cambridgeshire | bedfordshire | buckinghamshire | berkshire | cumbria
northumberland | county durham | herefordshire | cotswolds | greater london | teesside
""",
    ("CA", "08"): """
northern ontario | southwestern ontario | eastern ontario | muskoka | haliburton county
waterloo region | niagara region | peel region | durham region | york region | halton region
golden horseshoe | ottawa valley | nord de l ontario | sud de l ontario
""",
    ("CA", "10"): """
eastern townships | cantons de l est | estrie | mauricie | gaspesie | laurentides | lanaudiere
monteregie | outaouais | saguenay lac saint jean | abitibi | abitibi temiscamingue | cote nord
bas saint laurent | chaudiere appalaches | centre du quebec | charlevoix | beauce
""",
    ("CA", "02"): "vancouver island | lower mainland | okanagan | kootenays | haida gwaii"
    " | fraser valley | ile de vancouver",
    ("CA", "07"): "cape breton | cape breton island | annapolis valley | cap breton",
    ("CA", ""): "maritimes | the maritimes | atlantic canada | prairies | les maritimes",
    ("US", "NY"): "long island | hudson valley | finger lakes | catskills",
    ("US", "CA"): "silicon valley | orange county | napa valley | bay area",
    ("US", "MA"): "cape cod | martha s vineyard",
    ("US", ""): "midwest | new england | deep south | appalachia | pacific northwest",
    ("FR", ""): """
bretagne | normandie | ile de france | seine saint denis | hauts de seine | val de marne
essonne | yvelines | val d oise | seine et marne | loire atlantique | maine et loire | morbihan
finistere | ille et vilaine | cotes d armor | sarthe | vendee | gironde | dordogne | landes
haute garonne | herault | bouches du rhone | alpes maritimes | vaucluse | isere | haute savoie
savoie | rhone alpes | puy de dome | bas rhin | haut rhin | moselle | meurthe et moselle
pas de calais | seine maritime | calvados | cote d azur | auvergne | alsace | lorraine | picardie
bourgogne | franche comte | aquitaine | occitanie | languedoc | charente maritime | pays basque
""",
    ("DE", ""): "bavaria | baviere | bayern | saxony | saxe | hesse | north rhine westphalia"
    " | rhineland palatinate | lower saxony | baden wurttemberg",
    ("AU", ""): "outback | gold coast hinterland",
    ("ES", ""): "catalonia | catalogne | andalusia | andalousie | pays basque espagnol",
    ("IT", ""): "tuscany | toscane | sicily | sicile | sardinia | sardaigne | lombardy | lombardie",
}

_HINTS: dict[str, tuple[str, str]] = {
    name: area
    for area, names in _ROWS.items()
    for name in (part.strip() for line in names.splitlines() for part in line.split("|"))
    if name
}


@lru_cache(maxsize=1_024)
def hint_of(key: str) -> tuple[Sense, ...]:
    """The area of this name as something that cities lie in, or nothing."""
    if key not in _HINTS:
        return ()
    country, region = _HINTS[key]
    return (Sense(NO_ID, key, "region" if region else "country", country, region),)
