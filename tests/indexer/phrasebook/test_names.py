"""Places in labels: countries and provinces have French names, cities keep theirs."""

import pytest

from archive.document import Place
from indexer.phrasebook import country_name, label_name, place_label, region_name


@pytest.mark.parametrize(
    ("label", "kind", "french"),
    [
        ("Toronto, Ontario", "city", "Toronto, Ontario"),
        ("Québec, Quebec", "city", "Québec, Québec"),
        ("Victoria, British Columbia", "city", "Victoria, Colombie-Britannique"),
        ("London, United Kingdom", "city", "London, Royaume-Uni"),
        ("Quebec, Canada", "region", "Québec, Canada"),
        ("Washington, D.C., United States", "city", "Washington, D.C., États-Unis"),
        ("New York, United States", "region", "New York, États-Unis"),
        ("Georgia, United States", "region", "Géorgie, États-Unis"),
        ("Georgia", "country", "Géorgie"),
        ("Ivory Coast", "country", "Côte d’Ivoire"),
        ("England", "country", "England"),
        ("Nowhere, Atlantis", "city", "Nowhere, Atlantis"),
        ("", "city", ""),
    ],
)
def test_a_label_is_told_in_french(label: str, kind: str, french: str) -> None:
    assert label_name(label, "fr", kind) == french
    assert label_name(label, "en", kind) == label


def test_a_city_that_is_called_as_a_province_keeps_its_name() -> None:
    assert label_name("Nova Scotia, Nova Scotia", "fr") == "Nova Scotia, Nouvelle-Écosse"


def test_a_place_of_a_document_has_its_label_in_french() -> None:
    place = Place(6173331, "Vancouver", "city", "British Columbia", "Canada")
    assert place_label(place, "fr") == "Vancouver, Colombie-Britannique"
    assert place_label(place, "en") == "Vancouver, British Columbia"


def test_every_country_of_the_gazetteer_has_a_french_name() -> None:
    from indexer.metadata.places.atlas import atlas

    same = [
        sense.name
        for sense in atlas().countries.values()
        if country_name(sense.name, "fr") == sense.name and len(sense.name) > 5
    ]
    assert "Canada" in same
    assert len(same) < 110
    assert country_name("Germany", "fr") == "Allemagne"


def test_a_region_is_known_within_its_country_only() -> None:
    assert region_name("Georgia", "United States", "fr") == "Géorgie"
    assert region_name("Georgia", "Canada", "fr") == "Georgia"
