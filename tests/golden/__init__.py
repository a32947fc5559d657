"""People whose results are kept, so that a change of content shows whom it moves."""
