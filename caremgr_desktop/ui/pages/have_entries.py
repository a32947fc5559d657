"""One thing that a person already has: a degree, studies, a job or courses, to fill in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caremgr_desktop.core.person import Course, Education, Work
from caremgr_desktop.ui.widgets.elided import ElidedButton
from caremgr_desktop.ui.widgets.field import FieldWidget
from caremgr_desktop.ui.widgets.flow import FlowWidget
from caremgr_desktop.ui.widgets.frame import Frame
from caremgr_desktop.ui.widgets.id_chooser import IdChooser
from caremgr_desktop.ui.widgets.number_field import NumberField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caremgr_desktop.reporting.have_views import Choice
    from caremgr_desktop.ui.theme import Theme

MONTHS_PER_YEAR = 12
MOST_YEARS = 30
MONTHS_LEFT = range(1, 121)
MONTHS_WORKED = range(0, 601, 6)
HOURS_A_WEEK = range(1, 81)
COURSE_HOURS = range(0, 1001, 5)
UNKNOWN = ""

Item = TypeVar("Item")


class Entry(Frame, Generic[Item]):
    """A box with fields; ``name`` tells it from its like for screen readers.

    Signals: ``changed()`` after a field was changed by a person, ``removed(entry)``.
    """

    changed = Signal()
    removed = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "inset", parent)
        self.setAccessibleName(name)
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(10), px(14), px(10))
        self._fields = FlowWidget(px(14), is_low=True)
        self._controls: list[QWidget] = []
        column.addWidget(self._fields)

    def show_item(self, item: Item) -> None:
        """Show what is kept."""
        raise NotImplementedError  # Each kind says it; Qt's metaclass leaves ABC no room.

    def item(self, before: Item) -> Item:
        """Return what the fields say, on top of what was kept before."""
        raise NotImplementedError  # Each kind says it; Qt's metaclass leaves ABC no room.

    def add_chooser(self, label: str, pairs: Sequence[Choice]) -> IdChooser:
        """Add a list to choose from, and return it."""
        control = IdChooser(self.theme, self._spoken(label), pairs)
        control.changed.connect(self.changed)
        self._controls.append(control)
        self._fields.add(FieldWidget(self.theme, label, control))
        return control

    def add_number(self, label: str, numbers: range) -> NumberField:
        """Add a number, and return it."""
        control = NumberField(self.theme, self._spoken(label), numbers)
        control.changed.connect(self.changed)
        self._controls.append(control)
        self._fields.add(FieldWidget(self.theme, label, control))
        return control

    def take_focus(self) -> None:
        """Begin at the first field."""
        self._controls[0].setFocus(Qt.FocusReason.TabFocusReason)

    def add_remove(self) -> None:
        """Add the link that takes the entry away, at the end."""
        remove = ElidedButton(self.theme, self.tr("Remove"), "link")
        remove.setAccessibleName(self._spoken(self.tr("Remove")))
        remove.clicked.connect(self._on_remove)
        self._fields.add(remove)

    def _on_remove(self) -> None:
        self.removed.emit(self)

    def _spoken(self, label: str) -> str:
        return f"{self.accessibleName()}: {label}"

    def years_ago(self, first: Choice) -> tuple[Choice, ...]:
        """Return choices of years, each with its months as id, after a first choice."""
        years = (
            (str(MONTHS_PER_YEAR * year), self.tr("{years} years ago").format(years=year))
            for year in range(2, MOST_YEARS + 1)
        )
        return (first, (str(MONTHS_PER_YEAR), self.tr("a year ago")), *years)


class DegreeEntry(Entry[Education]):
    """A degree that is done."""

    def __init__(self, theme: Theme, name: str, choices: Sequence[Choice]) -> None:
        super().__init__(theme, name)
        none = (UNKNOWN, self.tr("Choose a degree"))
        self._kind = self.add_chooser(self.tr("Degree"), (none, *choices))
        years = self.years_ago(("0", self.tr("this year")))
        when = ((UNKNOWN, self.tr("not said")), *years)
        self._when = self.add_chooser(self.tr("Finished"), when)
        self.add_remove()

    def show_item(self, item: Education) -> None:
        """Show a degree."""
        self._kind.show_id(item.id)
        ago = item.finished_months_ago
        self._when.show_id(UNKNOWN if ago is None else _whole_years(ago))

    def item(self, before: Education) -> Education:
        """Return what the fields say, on top of what was there before."""
        ago = int(self._when.id) if self._when.id else None
        return replace(before, id=self._kind.id, finished_months_ago=ago)


class StudyEntry(Entry[Education]):
    """Studies that are under way."""

    def __init__(self, theme: Theme, name: str, choices: Sequence[Choice]) -> None:
        super().__init__(theme, name)
        none = (UNKNOWN, self.tr("Choose what you study"))
        self._kind = self.add_chooser(self.tr("Program"), (none, *choices))
        self._left = self.add_number(self.tr("Months left"), MONTHS_LEFT)
        self.add_remove()

    def show_item(self, item: Education) -> None:
        """Show studies."""
        self._kind.show_id(item.id)
        self._left.show_number(item.months_left)

    def item(self, before: Education) -> Education:
        """Return what the fields say."""
        return replace(before, id=self._kind.id, months_left=self._left.number)


class JobEntry(Entry[Work]):
    """A job, past or present."""

    def __init__(self, theme: Theme, name: str, choices: Sequence[Choice]) -> None:
        super().__init__(theme, name)
        none = (UNKNOWN, self.tr("Choose a kind of work"))
        self._kind = self.add_chooser(self.tr("Work"), (none, *choices))
        self._months = self.add_number(self.tr("Months in all"), MONTHS_WORKED)
        self._hours = self.add_number(self.tr("Hours a week"), HOURS_A_WEEK)
        self._supervision = self.add_chooser(
            self.tr("Supervisor"),
            (
                ("none", self.tr("none for this work")),
                ("some", self.tr("yes, not a CCM")),
                ("ccm", self.tr("yes, a CCM")),
            ),
        )
        still = ("0", self.tr("I still work there"))
        self._ended = self.add_chooser(self.tr("Until"), self.years_ago(still))
        self._paid = self.add_chooser(
            self.tr("Pay"),
            (("paid", self.tr("paid")), ("unpaid", self.tr("intern or volunteer"))),
        )
        self.add_remove()

    def show_item(self, item: Work) -> None:
        """Show a job."""
        self._kind.show_id(item.kind)
        self._months.show_number(item.months)
        self._hours.show_number(item.hours_a_week)
        self._supervision.show_id(item.supervision)
        self._ended.show_id(_whole_years(item.ended_months_ago))
        self._paid.show_id("paid" if item.is_paid else "unpaid")

    def item(self, before: Work) -> Work:
        """Return what the fields say."""
        return replace(
            before,
            kind=self._kind.id,
            months=self._months.number,
            hours_a_week=self._hours.number,
            supervision=self._supervision.id,
            ended_months_ago=int(self._ended.id),
            is_paid=self._paid.id == "paid",
        )


class CourseEntry(Entry[Course]):
    """Hours of courses on one topic."""

    def __init__(self, theme: Theme, name: str, choices: Sequence[Choice]) -> None:
        super().__init__(theme, name)
        none = (UNKNOWN, self.tr("Choose a topic"))
        self._topic = self.add_chooser(self.tr("Courses"), (none, *choices))
        self._hours = self.add_number(self.tr("Hours"), COURSE_HOURS)
        this_year = ("0", self.tr("this year"))
        self._when = self.add_chooser(self.tr("When"), self.years_ago(this_year))
        self.add_remove()

    def show_item(self, item: Course) -> None:
        """Show courses."""
        self._topic.show_id(item.topic)
        self._hours.show_number(item.hours)
        self._when.show_id(_whole_years(item.months_ago))

    def item(self, before: Course) -> Course:
        """Return what the fields say."""
        when = int(self._when.id)
        return replace(before, topic=self._topic.id, hours=self._hours.number, months_ago=when)


def _whole_years(months: int) -> str:
    """Return the months of the years that have begun: what lapses never counts too long."""
    return str(-(-months // MONTHS_PER_YEAR) * MONTHS_PER_YEAR)
