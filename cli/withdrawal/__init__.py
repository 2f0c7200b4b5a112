"""What `fonds withdraw` asks and tells."""
