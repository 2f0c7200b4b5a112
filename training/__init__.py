"""Training: commands that make the weights which Fonds ships, and measure them."""
