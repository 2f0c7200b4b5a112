"""Here is a list of names, phrases or queries: how many pages say each?"""

from indexer.terms_list.asking import As
from indexer.terms_list.counting import Counted, Counter, TermCount
from indexer.terms_list.reading import BadList, Kind, Read, TermLine, as_text, kind_of, read_list
from indexer.terms_list.sheet import counts_sheet

__all__ = [
    "As",
    "BadList",
    "Counted",
    "Counter",
    "Kind",
    "Read",
    "TermCount",
    "TermLine",
    "as_text",
    "counts_sheet",
    "kind_of",
    "read_list",
]
