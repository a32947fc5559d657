"""What the person has to know, for as long as it is true and they have not put it away."""

from PySide6.QtCore import QObject

from caremgr_desktop.core.visit import WELCOME
from caremgr_desktop.errors import CareMgrError
from caremgr_desktop.ui.presenter import Presenter
from caremgr_desktop.ui.widgets.notice import NoticeWidget
from caremgr_desktop.ui.words import translated


class Notices(QObject):
    """Says the presenter's troubles in whichever notice the window has now."""

    def __init__(self, presenter: Presenter) -> None:
        super().__init__(presenter)
        self._presenter = presenter
        self._widget: NoticeWidget | None = None
        self._said = ""
        self._put_away = ""
        self._trouble = ""
        presenter.changed.connect(self._on_changed)
        presenter.trouble.connect(self._on_trouble)
        presenter.recovered.connect(self._on_recovered)

    def show_in(self, widget: NoticeWidget) -> None:
        """Go on in another widget."""
        self._widget = widget
        widget.put_away.connect(self._on_put_away)
        if self._said:
            widget.say(self._said)

    def fit(self) -> None:
        """Fit the notice to the window's new height."""
        if self._widget is not None:
            self._widget.fit()

    def warn_before_the_end(self) -> None:
        """Say, put away or not, that what could not be saved is lost at the end."""
        self._say(f"{self._trouble} {self.tr('Quit once more to leave without saving.')}")

    def tell(self, words: str) -> None:
        """Say something that is true once, in place of what was said before."""
        self._say(words)

    def _say(self, words: str) -> None:
        self._said, self._put_away = words, ""
        if self._widget is not None:
            self._widget.say(words)

    def _on_changed(self) -> None:
        """Say it again on the first page, which counts answers that are not saved."""
        if self._presenter.has_trouble and self._presenter.visit.place == WELCOME:
            self._say(self._trouble)

    def _on_trouble(self, error: CareMgrError) -> None:
        """Say it; what was put away is not said at every answer again."""
        from caremgr_desktop.reporting.error_sentences import error_sentence

        words = error_sentence(error, translated)
        self._trouble = words
        if words != self._put_away:
            self._say(words)

    def _on_recovered(self) -> None:
        self._said = self._put_away = ""
        if self._widget is not None:
            self._widget.hide()

    def _on_put_away(self) -> None:
        self._put_away, self._said = self._said, ""
