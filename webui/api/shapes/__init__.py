"""What each answer of the API looks like."""
