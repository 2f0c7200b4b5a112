"""The query language: grammar, nodes, errors, the plain-words echo."""
