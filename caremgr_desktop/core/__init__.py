"""What the quiz is made of: frozen values, no input or output, no Qt."""
