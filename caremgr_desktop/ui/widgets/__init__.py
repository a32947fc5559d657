"""Small things that pages are made of."""
