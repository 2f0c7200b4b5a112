"""Which pages of an archive are near-copies of each other, and how alike they are."""
