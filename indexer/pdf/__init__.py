"""PDF as text: read by PDFium, in a process of its own that a hostile file can only end."""
