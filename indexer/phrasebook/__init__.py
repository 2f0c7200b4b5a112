"""Here is a sentence that Fonds made, in English: how is it said in another language?

`said` is asked at the edge (site, terminal). What is stored and raised stays English.
"""

from indexer.phrasebook.phrases import Said, said

__all__ = ["Said", "said"]
