"""What a source repeats from page to page, learned from its pages."""
