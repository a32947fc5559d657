"""What is recommended and why; nothing beyond the standard library."""
