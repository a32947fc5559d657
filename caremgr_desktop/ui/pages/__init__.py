"""One page a module; each shows a value and says what the person wishes."""
