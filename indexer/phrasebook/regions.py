"""Provinces, states and nations whose French names differ, by country, as GeoNames has both.

Source: Commission de toponymie du Québec; Unicode CLDR's subdivision names.
"""

FRENCH_REGIONS: dict[str, dict[str, str]] = {
    "Canada": {
        "British Columbia": "Colombie-Britannique",
        "New Brunswick": "Nouveau-Brunswick",
        "Newfoundland and Labrador": "Terre-Neuve-et-Labrador",
        "Northwest Territories": "Territoires du Nord-Ouest",
        "Nova Scotia": "Nouvelle-Écosse",
        "Prince Edward Island": "Île-du-Prince-Édouard",
        "Quebec": "Québec",
    },
    "United States": {
        "California": "Californie",
        "District of Columbia": "district de Columbia",
        "Florida": "Floride",
        "Georgia": "Géorgie",
        "Hawaii": "Hawaï",
        "Louisiana": "Louisiane",
        "New Mexico": "Nouveau-Mexique",
        "North Carolina": "Caroline du Nord",
        "North Dakota": "Dakota du Nord",
        "Pennsylvania": "Pennsylvanie",
        "South Carolina": "Caroline du Sud",
        "South Dakota": "Dakota du Sud",
        "Virginia": "Virginie",
        "West Virginia": "Virginie-Occidentale",
    },
    "Australia": {
        "Australian Capital Territory": "Territoire de la capitale australienne",
        "New South Wales": "Nouvelle-Galles du Sud",
        "Northern Territory": "Territoire du Nord",
        "South Australia": "Australie-Méridionale",
        "Tasmania": "Tasmanie",
        "Western Australia": "Australie-Occidentale",
    },
    "United Kingdom": {
        "England": "Angleterre",
        "Northern Ireland": "Irlande du Nord",
        "Scotland": "Écosse",
        "Wales": "Pays de Galles",
    },
}
