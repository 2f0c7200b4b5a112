"""Here is an id; give me the page and its history."""
