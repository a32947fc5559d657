"""What a person may rely on in ``reporting``."""
