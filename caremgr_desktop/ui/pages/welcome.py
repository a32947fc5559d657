"""The first page: what this is, how long it takes, and how it should look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from caremgr_desktop.core.flow import SECONDS_PER_MINUTE, SECONDS_PER_QUESTION
from caremgr_desktop.ui.pages.page import Page
from caremgr_desktop.ui.theme import (
    LARGEST_SCALE_PERCENT,
    SCALE_STEP_PERCENT,
    SMALLEST_SCALE_PERCENT,
    Theme,
)
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.roads import RoadsWidget
from caremgr_desktop.ui.widgets.text import TextLabel
from caremgr_desktop.ui.widgets.wrap import WrapLabel

if TYPE_CHECKING:
    from caremgr_desktop.core.kept import Bookmark
    from caremgr_desktop.core.ports import Route

ROADS_FROM = 900
"""The width, at 100 % text, from which there is room for the picture."""


class WelcomePage(Page):
    """Begins a visit, or goes on with the one that was saved.

    Signals: ``start_requested()``, ``resume_requested()``, ``history_requested()``,
    ``code_requested()``, ``about_requested()``, ``scale_chosen(percent)``,
    ``theme_chosen(name)``.
    """

    start_requested = Signal()
    resume_requested = Signal()
    history_requested = Signal()
    code_requested = Signal()
    about_requested = Signal()
    scale_chosen = Signal(int)
    theme_chosen = Signal(str)

    def __init__(
        self, theme: Theme, route: Route, theme_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, widest=1240, parent=parent)
        quiz = route.quiz
        self._quiz = quiz
        self.setAccessibleName(quiz.title)
        self._heading = WrapLabel(theme, quiz.title, "hero")
        self._lead = TextLabel(theme, self._lead_text(route), "answer")
        self._saved = TextLabel(theme, role="answer")
        self._resume = TextButton(theme, self.tr("Go on where I stopped"), "primary")
        self._start = TextButton(theme, self.tr("Start"), "primary")
        self._history = TextButton(theme, self.tr("My results"), "link")
        self._code = TextButton(theme, self.tr("I have a code"), "link")
        self._about = TextButton(theme, self.tr("About the numbers"), "link")
        self._roads = RoadsWidget(theme, quiz.families)
        self._scale_group = QButtonGroup(self)
        self._theme_group = QButtonGroup(self)
        self._fill(theme_name)
        self._connect()
        self.show_saved(None, has_history=False)

    def _lead_text(self, route: Route) -> str:
        minutes = -(-route.most * SECONDS_PER_QUESTION // SECONDS_PER_MINUTE)
        length = self.tr("about a minute") if minutes == 1 else self.tr("about {minutes} minutes")
        words = self.tr(
            "{count} questions, {length}. See which role is closest to your"
            " answers, in which setting, what it pays and how to get there."
            " Your answers stay on this computer."
        )
        if route.ends_early:
            words = self.tr(
                "The quick edition: up to {count} of {all} questions, {length}. It is less sure"
                " than all of them. Your answers stay on this computer."
            )
        told = {"count": route.most, "all": len(self._quiz.questions)}
        return words.format(length=length.format(minutes=minutes), **told)

    def _fill(self, theme_name: str) -> None:
        px = self.theme.px
        left = QVBoxLayout()
        left.setSpacing(px(14))
        left.addStretch(1)
        left.addWidget(self._heading)
        left.addWidget(self._lead)
        left.addWidget(self._saved)
        left.addSpacing(px(6))
        left.addWidget(FlowWidget(px(12), self._resume, self._start))
        self._links = FlowWidget(px(20), self._history, self._code, self._about)
        left.addWidget(self._links)
        left.addStretch(1)
        self._across = QHBoxLayout()
        self._across.setSpacing(px(32))
        self._across.addLayout(left, 3)
        self._across.addWidget(self._roads, 2)
        self.body.addLayout(self._across, 1)
        self.body.addWidget(self._scale_row())
        self.body.addWidget(self._theme_row(theme_name))

    def _scale_row(self) -> FlowWidget:
        row = FlowWidget(self.theme.px(8), self._row_name(self.tr("Text size")))
        self._scale_group.setExclusive(True)
        for percent in range(SMALLEST_SCALE_PERCENT, LARGEST_SCALE_PERCENT + 1, SCALE_STEP_PERCENT):
            pill = TextButton(self.theme, self.tr("{percent}%").format(percent=percent), "pill")
            pill.make_choice()
            pill.setChecked(percent == self.theme.scale_percent)
            pill.setAccessibleName(self.tr("Text size {percent}%").format(percent=percent))
            self._scale_group.addButton(pill, percent)
            row.add(pill)
        return row

    def _theme_row(self, theme_name: str) -> FlowWidget:
        row = FlowWidget(self.theme.px(8), self._row_name(self.tr("Colors")))
        self._theme_names = ("light", "dark", "contrast")
        titles = (self.tr("Light"), self.tr("Dark"), self.tr("High contrast"))
        for index, (name, title) in enumerate(zip(self._theme_names, titles, strict=True)):
            pill = TextButton(self.theme, title, "pill")
            pill.make_choice()
            pill.setChecked(name == theme_name)
            self._theme_group.addButton(pill, index)
            row.add(pill)
        return row

    def _row_name(self, name: str) -> TextLabel:
        label = TextLabel(self.theme, name, "secondary")
        label.setWordWrap(False)
        label.setMinimumWidth(self.theme.px(76))
        label.setMinimumHeight(self.theme.px(40))
        return label

    def _connect(self) -> None:
        self._start.clicked.connect(self.start_requested)
        self._resume.clicked.connect(self.resume_requested)
        self._history.clicked.connect(self.history_requested)
        self._code.clicked.connect(self.code_requested)
        self._about.clicked.connect(self.about_requested)
        self._scale_group.idClicked.connect(self.scale_chosen)
        self._theme_group.idClicked.connect(self._on_theme)

    def show_saved(self, saved: Bookmark | None, *, has_history: bool) -> None:
        """Offer to go on with the saved visit, and to look at all that are kept."""
        self._resume.setVisible(saved is not None)
        self._saved.setVisible(saved is not None)
        self._saved.setText(self._saved_text(saved) if saved is not None else "")
        self._start.set_label(self.tr("Start") if saved is None else self.tr("Start again"))
        self._start.set_kind("primary" if saved is None else "secondary")
        self._history.setVisible(has_history)

    def _saved_text(self, saved: Bookmark) -> str:
        _, answered, skipped = saved
        total = len(self._quiz.questions)
        words = self.tr("You have answered {answered} of {total} questions.")
        if skipped:
            words = self.tr("You have answered {answered} of {total} questions, skipped {skipped}.")
        return words.format(answered=answered, total=total, skipped=skipped)

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Begin at the button that goes on."""
        (self._start if self._resume.isHidden() else self._resume).setFocus(reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture out where there is no room for it."""
        super().resizeEvent(event)
        has_room = self.width() * 100 >= ROADS_FROM * self.theme.scale_percent
        self._roads.setVisible(has_room)
        self._heading.set_role("heading" if self.is_narrow else "hero")

    def _on_theme(self, index: int) -> None:
        self.theme_chosen.emit(self._theme_names[index])
