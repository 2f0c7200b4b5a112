"""Readers: a path in, captures out; one format a file."""
