"""The fields for what a person already has, in a few cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caremgr_desktop.core.person import Course, Education, Have, Work
from caremgr_desktop.ui.pages.have_group import EntryGroup
from caremgr_desktop.ui.widgets.bed import Bed
from caremgr_desktop.ui.widgets.button import TextButton
from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.focus import follow
from caremgr_desktop.ui.widgets.panel import Panel
from caremgr_desktop.ui.widgets.wrap import WrapLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from caremgr_desktop.reporting.have_views import Choice, HaveChoices
    from caremgr_desktop.ui.pages.have_entries import Entry
    from caremgr_desktop.ui.theme import Theme

FIRST_MONTHS_LEFT = 12
"""What studies that were just added have left."""

Item = TypeVar("Item")


class HaveForm(Bed):
    """Shows what somebody has, and says what they change it to.

    Signal: ``changed()``, when a person changed a field, added something or took it away.
    """

    changed = Signal()

    def __init__(self, theme: Theme, choices: HaveChoices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choices = choices
        self._have = Have()
        self._licences: dict[str, TextButton] = {}
        self._panels: list[Panel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))
        self._add_school()
        self._add_licences(self.tr("Licenses and exams"), choices.licences)
        self._add_licences(self.tr("Certificates"), choices.certificates)
        self._add_work()

    # Lists and numbers are loaded with the first entry: many have nothing to say here.

    def _degree(self, name: str) -> Entry[Education]:
        from caremgr_desktop.ui.pages.have_entries import DegreeEntry

        return DegreeEntry(self._theme, name, self._choices.degrees)

    def _study(self, name: str) -> Entry[Education]:
        from caremgr_desktop.ui.pages.have_entries import StudyEntry

        return StudyEntry(self._theme, name, self._choices.programs)

    def _job(self, name: str) -> Entry[Work]:
        from caremgr_desktop.ui.pages.have_entries import JobEntry

        return JobEntry(self._theme, name, self._choices.jobs)

    def _course(self, name: str) -> Entry[Course]:
        from caremgr_desktop.ui.pages.have_entries import CourseEntry

        return CourseEntry(self._theme, name, self._choices.topics)

    def _add_school(self) -> None:
        done, studied = self.tr("Degree {number}"), self.tr("Studies {number}")
        studies = Education("", FIRST_MONTHS_LEFT)
        self._degrees = self._group(done, self.tr("Add a degree"), Education(""), self._degree)
        self._studies = self._group(studied, self.tr("Add studies under way"), studies, self._study)
        self._add_card(self.tr("School"), self._degrees, self._studies)

    def _add_work(self) -> None:
        job, courses = self.tr("Job {number}"), self.tr("Courses {number}")
        self._jobs = self._group(job, self.tr("Add a job"), Work("", 0), self._job)
        self._courses = self._group(courses, self.tr("Add courses"), Course("", 0), self._course)
        hint = self.tr(
            "Take the most exact kind: nurse case management for a health system also counts as"
            " each of the wider kinds."
        )
        self._add_card(self.tr("Work"), WrapLabel(self._theme, hint, "small"), self._jobs)
        if self._choices.topics:
            self._add_card(self.tr("Courses after school"), self._courses)

    def _group(
        self, name: str, add: str, fresh: Item, make: Callable[[str], Entry[Item]]
    ) -> EntryGroup[Item]:
        group = EntryGroup(self._theme, name, add, fresh, make)
        group.changed.connect(self.changed)
        group.grown.connect(self._lead_focus)
        return group

    def _add_licences(self, title: str, choices: Sequence[Choice]) -> None:
        """Add a card with a pill for each; none where there is nothing to choose."""
        if not choices:
            return
        flow = FlowWidget(self._theme.px(8))
        for licence_id, name in choices:
            pill = ElidedButton(self._theme, name, "pill")
            pill.setCheckable(True)
            pill.clicked.connect(self.changed)
            self._licences[licence_id] = pill
            flow.add(pill)
        self._add_card(title, flow)

    def _add_card(self, title: str, *parts: QWidget) -> None:
        panel = Panel(self._theme, title)
        for part in parts:
            panel.column.addWidget(part)
        self._panels.append(panel)
        self._column.addWidget(panel)

    def _lead_focus(self) -> None:
        """Let Tab go through the fields from top to bottom, those that are new too."""
        follow(self, *self._panels)

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Keep less space around the fields where there is little width."""
        for panel in self._panels:
            panel.set_narrow(is_narrow=is_narrow)

    @property
    def have(self) -> Have:
        """What the fields say; a license that is not asked for stays."""
        unasked = self._have.licences - set(self._licences)
        chosen = {key for key, pill in self._licences.items() if pill.isChecked()}
        return Have(
            education=(*self._degrees.items, *self._studies.items),
            licences=frozenset(unasked | chosen),
            work=self._jobs.items,
            ce=self._courses.items,
        )

    def show_have(self, have: Have) -> None:
        """Show what somebody has; what stays the same keeps its focus."""
        self._have = have
        self._degrees.show_items(tuple(item for item in have.education if item.is_done))
        self._studies.show_items(tuple(item for item in have.education if not item.is_done))
        self._jobs.show_items(have.work)
        self._courses.show_items(have.ce)
        for licence_id, pill in self._licences.items():
            pill.setChecked(licence_id in have.licences)
