"""What a page says, for every skin alike: the window, the terminal and the files."""
