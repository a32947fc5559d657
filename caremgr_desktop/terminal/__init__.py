"""The same quiz in a terminal: the second skin, without Qt."""
