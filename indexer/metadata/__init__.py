"""Metadata: one field a file, each fact with its evidence."""
