"""Tests of the window; the only ones that need Qt."""
