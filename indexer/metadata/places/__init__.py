"""The places that a page names: cities, regions, countries, with GeoNames ids and evidence."""

from indexer.metadata.places.find import find_places
from indexer.metadata.places.gazetteer import gazetteer, is_built
from indexer.metadata.places.main_city import MainCity, main_city
from indexer.metadata.places.named import like, named

__all__ = ["MainCity", "find_places", "gazetteer", "is_built", "like", "main_city", "named"]
