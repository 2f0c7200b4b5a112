"""Here is a raw page; make it findable."""
