"""Cleaning: what is boilerplate, and why."""
