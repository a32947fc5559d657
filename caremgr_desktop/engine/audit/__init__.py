"""What a quiz does over all combinations of answers, for its author."""
