"""What helps a searcher: pages with the most of the words, what was meant, what to type next."""
