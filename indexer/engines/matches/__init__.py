"""What every engine does once it knows which documents match: order, fold, page and count."""
