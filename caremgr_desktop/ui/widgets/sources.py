"""Sources, one click away from what rests on them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caremgr_desktop.reporting.views import SourceView
from caremgr_desktop.ui.theme import Theme
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.text import TextButton, TextLabel


class SourceLabel(TextLabel):
    """One source as text that can be selected; nothing is ever opened from it."""

    def __init__(self, source: SourceView) -> None:
        parts = [source.line]
        if source.age:
            parts.append(f"({source.age})")
        parts += [part for part in (source.note, source.url) if part]
        super().__init__(" ".join(parts), "small")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )


class SourcesWidget(QWidget):
    """A small link that unfolds the sources of one figure or position."""

    def __init__(
        self,
        theme: Theme,
        sources: tuple[SourceView, ...],
        what: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sources = sources
        self._labels: list[SourceLabel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._link = TextButton(self._words(), "link")
        self._link.setAccessibleName(f"{self._words()}: {what}")
        self._link.clicked.connect(self._on_clicked)
        self._column.addWidget(FlowWidget(0, self._link))
        self.setVisible(bool(sources))

    def _words(self) -> str:
        old = [source for source in self._sources if source.age]
        words = self.tr("Source") if len(self._sources) == 1 else self.tr("Sources")
        return f"{words} ({old[0].age})" if old else words

    def _on_clicked(self) -> None:
        if self._labels:
            for label in self._labels:
                label.hide()
                label.deleteLater()
            self._labels = []
            return
        self._labels = [SourceLabel(source) for source in self._sources]
        for label in self._labels:
            self._column.addWidget(label)
