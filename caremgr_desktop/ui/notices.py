"""What the person has to know, for as long as it is true and they have not put it away."""

from PySide6.QtCore import QObject

from caremgr_desktop.errors import CareMgrError
from caremgr_desktop.ui.presenter import Presenter
from caremgr_desktop.ui.widgets.notice import NoticeWidget
from caremgr_desktop.ui.words import translated


class Notices(QObject):
    """Says the presenter's troubles in whichever notice the window has now."""

    def __init__(self, presenter: Presenter) -> None:
        super().__init__(presenter)
        self._widget: NoticeWidget | None = None
        self._said = ""
        self._put_away = ""
        presenter.trouble.connect(self._on_trouble)
        presenter.recovered.connect(self._on_recovered)

    def show_in(self, widget: NoticeWidget) -> None:
        """Go on in another widget."""
        self._widget = widget
        widget.put_away.connect(self._on_put_away)
        if self._said:
            widget.say(self._said)

    def _on_trouble(self, error: CareMgrError) -> None:
        """Say it; what was put away is not said at every answer again."""
        from caremgr_desktop.reporting.error_sentences import error_sentence

        words = error_sentence(error, translated)
        if words == self._put_away or self._widget is None:
            return
        self._said = words
        self._widget.say(words)

    def _on_recovered(self) -> None:
        self._said = self._put_away = ""
        if self._widget is not None:
            self._widget.hide()

    def _on_put_away(self) -> None:
        self._put_away, self._said = self._said, ""
