"""What a role pays, what a credential asks and how to get there; pure."""
