"""Full text on Whoosh: its files, locks and commits; our postings, facets and scores."""
