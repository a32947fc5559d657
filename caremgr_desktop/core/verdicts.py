"""The names of what a result can be."""

CLEAR = "clear"
LEANING = "leaning"
CLOSE_CALL = "close_call"
NO_CLEAR_RESULT = "no_clear_result"
