"""What a person may rely on in ``career``."""
