"""The engine on Tantivy: fast, from a wheel, without a server."""
