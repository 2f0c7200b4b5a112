"""Here is a URL; show the page."""
