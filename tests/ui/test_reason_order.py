"""Which reasons are shown first, and in which order."""

from caremgr_desktop.ui.pages.result_why import first_of, ordered
from tests.ui import sample_views


def test_reasons_against_are_shown_as_much_as_reasons_for() -> None:
    view = sample_views.result_view()
    many = tuple(sample_views.reason(f"for{place}", "care", 9.0 - place) for place in range(9))
    few = tuple(sample_views.reason(f"not{place}", "case", 1.0 - place / 9) for place in range(9))
    both = first_of(view._replace(reasons_for=many, reasons_against=few))
    assert both == {"for0", "for1", "for2", "not0", "not1", "not2"}
    one_way = first_of(view._replace(reasons_for=many, reasons_against=few[:1]))
    assert one_way == {"for0", "for1", "for2", "for3", "for4", "not0"}


def test_reasons_come_largest_first_whatever_their_direction() -> None:
    points = [reason.points for reason in ordered(sample_views.result_view())]
    assert points == [14.0, 8.0, 5.0]
