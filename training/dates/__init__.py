"""The chooser of publication dates: its training pages, folds, weights."""
