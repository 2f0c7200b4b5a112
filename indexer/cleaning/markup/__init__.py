"""From HTML to lines, each with what the tags say of it."""
