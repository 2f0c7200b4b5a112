"""The places that a page names: cities, regions, countries, with GeoNames ids and evidence."""

from indexer.metadata.places.find import find_places
from indexer.metadata.places.gazetteer import gazetteer, is_built
from indexer.metadata.places.named import named

__all__ = ["find_places", "gazetteer", "is_built", "named"]
