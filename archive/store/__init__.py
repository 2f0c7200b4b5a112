"""How the archive is kept: tables, rows, transactions. Nothing outside asks for this."""
