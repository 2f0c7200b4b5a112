"""How large a query may be, checked before anything is built from it."""

# A query box, not a document: see "Limits" in docs/query.md.
MOST_CHARACTERS = 1_000
MOST_CLAUSES = 32  # words, phrases, dates
MOST_DEPTH = 20  # parentheses inside parentheses
MOST_EXPANSIONS = 500  # words that one wildcard or fuzzy word stands for
MOST_WORDS_APART = 250  # a page of a book: whoever means more means AND
