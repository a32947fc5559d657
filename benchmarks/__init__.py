"""Speed and memory, measured side by side with a bare window; run by ``make bench``."""
