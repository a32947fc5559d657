"""What a part of a page offers so that it can be made anew as the person had it."""


class Keeper:
    """A widget with something that a person opened or chose in it; comes before the Qt class."""

    def keeper_name(self) -> str:
        """Return what tells this part from others of its class on the page."""
        return ""

    def kept(self) -> str:
        """Return what was opened or chosen; empty where all is as at first."""
        return ""

    def take_back(self, state: str) -> None:
        """Open or choose again what ``kept`` told of; a state without sense does nothing."""
