"""Sentences, and the places that a careful reader finds in them."""

import pytest

from indexer.metadata.places import find_places

ENGLISH = [
    ("London, Ont., passed a motion.", {"London, Ontario", "Ontario, Canada"}),
    ("The council of London, Ontario met.", {"London, Ontario", "Ontario, Canada"}),
    ("He flew to London to meet the British cabinet.", {"London, United Kingdom"}),
    ("Fredericton, London, Ottawa and Regina consider it.",
     {"Fredericton, New Brunswick", "London, Ontario", "Ottawa, Ontario", "Regina, Saskatchewan"}),
    ("The Canadian author left Toronto for Paris.", {"Toronto, Ontario", "Paris, France"}),
    ("Regina Smith was pleased. Regina lives here.", set()),
    ("Regina's city council voted.", {"Regina, Saskatchewan"}),
    ("John London spoke. London said the vote was close.", set()),
    ("Mr. Houston said that Mrs. Lincoln would come.", set()),
    ("Paris Hilton arrived at the party.", set()),
    ("The Washington Post reported the story.", set()),
    ("Ryerson University published a report.", set()),
    ("Victoria Day is in Canada.", {"Canada"}),
    ("Reading is good. Nice people live here. Mobile phones ring. Orange is a colour.", set()),
    ("He lives in Reading, England.", {"Reading, United Kingdom", "England, United Kingdom"}),
    ("Toronto Police said the man fled.", {"Toronto, Ontario"}),
    ("Hamilton said that the plan would go ahead.", set()),
    ("In May they march. March 3 and April 5.", set()),
    ("She moved from L.A. to NYC.", {"Los Angeles, California", "New York City, New York"}),
    ("The governor of Georgia met Canada, the U.S. and the UK.",
     {"Georgia, United States", "Canada", "United States", "United Kingdom"}),
    ("Kingston, Jamaica is not Kingston, Ontario.",
     {"Kingston, Jamaica", "Jamaica", "Kingston, Ontario", "Ontario, Canada"}),
    ("Halifax, Dartmouth and Sydney in Nova Scotia voted.",
     {"Halifax, Nova Scotia", "Dartmouth, Nova Scotia", "Sydney, Nova Scotia",
      "Nova Scotia, Canada"}),
    ("Sydney is the largest city of Australia.", {"Sydney, New South Wales", "Australia"}),
    ("California, Ohio and Texas agreed.",
     {"California, United States", "Ohio, United States", "Texas, United States"}),
    ("Torontonians and Montrealers love Canadian winters.", set()),
    ("Asia, Africa and North America are continents.", set()),
    ("Saint John, N.B., is not St. John's, N.L.",
     {"Saint John, New Brunswick", "New Brunswick, Canada",
      "St. John's, Newfoundland and Labrador", "Newfoundland and Labrador, Canada"}),
    ("MONTREAL DECLARES ITSELF A SANCTUARY CITY", {"Montréal, Quebec"}),
    ("The province of Quebec differs from Quebec City.", {"Quebec, Canada", "Québec, Quebec"}),
    ("The harbour of Hamilton Street is closed.", set()),
    ("They crossed the fields near Emerson, Man., on foot. Emerson is small.", set()),
    ("The mayor of Emerson, N.J., was there.",
     {"Emerson, New Jersey", "New Jersey, United States"}),
]  # fmt: skip

FRENCH = [
    ("À London, en Ontario, la police a dit non.", {"London, Ontario", "Ontario, Canada"}),
    ("Les élus se réunissent à Québec.", {"Québec, Quebec"}),
    ("Au Québec, la loi est claire.", {"Quebec, Canada"}),
    ("Le maire de Moncton, au Nouveau-Brunswick.",
     {"Moncton, New Brunswick", "New Brunswick, Canada"}),
    ("Un homme d’Ottawa vit à Gatineau.", {"Ottawa, Ontario", "Gatineau, Quebec"}),
    ("Les États-Unis, l’Allemagne et la Corée du Sud.",
     {"United States", "Germany", "South Korea"}),
    ("Il a quitté Londres pour Genève, en Suisse.",
     {"London, United Kingdom", "Geneva, Switzerland", "Switzerland"}),
    ("La rue Sherbrooke est fermée.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "labels"), ENGLISH, ids=[row[0] for row in ENGLISH])
def test_an_english_sentence_names_these_places(sentence: str, labels: set[str]) -> None:
    assert {place.label for place in find_places(sentence)} == labels


@pytest.mark.parametrize(("sentence", "labels"), FRENCH, ids=[row[0] for row in FRENCH])
def test_a_french_sentence_names_these_places(sentence: str, labels: set[str]) -> None:
    assert {place.label for place in find_places(sentence, language="fr")} == labels
