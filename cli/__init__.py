"""Here is a command; run it."""
