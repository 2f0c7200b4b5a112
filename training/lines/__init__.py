"""The judge of lines: its training pages, labels, features, folds, weights."""
