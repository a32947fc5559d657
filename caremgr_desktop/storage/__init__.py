"""Keeps what a person said on this machine; the only room that knows how."""
