"""Here is a sentence that Fonds made, in English: how is it said in another language?

`said` is asked at the edge (site, terminal). What is stored and raised stays English, so that old
archives are read in any language and programs find one wording.
"""

from indexer.phrasebook.names import country_name, label_name, place_label, region_name
from indexer.phrasebook.phrases import Said, said, told

__all__ = ["Said", "country_name", "label_name", "place_label", "region_name", "said", "told"]
