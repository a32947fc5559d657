"""Answer cards: the whole card is the target, keys pick, and nothing is read as markup."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from pytestqt.qtbot import QtBot

from caremgr_desktop.core.quiz import Option
from caremgr_desktop.ui.widgets.cards import ManyCard, OneCard
from caremgr_desktop.ui.widgets.options import OptionsWidget
from tests.ui.stage import question, theme


def options_widget(qtbot: QtBot, kind: str = "one", picks: tuple[str, ...] = ()) -> OptionsWidget:
    asked = question("place", "where", kind=kind)
    widget = OptionsWidget(theme(), asked, asked.options, picks)
    qtbot.addWidget(widget)
    widget.resize(600, 300)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


@pytest.mark.parametrize("card_class", [OneCard, ManyCard])
def test_a_press_anywhere_on_a_card_counts(qtbot: QtBot, card_class: type) -> None:
    card = card_class(theme(), 1, "A day in people's homes")
    qtbot.addWidget(card)
    card.resize(600, 60)
    corners = [QPoint(1, 1), QPoint(598, 1), QPoint(1, 58), QPoint(598, 58), QPoint(300, 30)]
    assert all(card.hitButton(corner) for corner in corners)
    assert not card.hitButton(QPoint(601, 30))


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_a_card_is_a_target_of_at_least_44_pixels(qtbot: QtBot, scale: int) -> None:
    card = OneCard(theme(scale), 1, "Short")
    qtbot.addWidget(card)
    assert card.heightForWidth(400) >= 44 * scale // 100


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("width", [260, 400, 900])
def test_a_card_is_as_high_as_its_whole_text(qtbot: QtBot, scale: int, width: int) -> None:
    text = "Sit with them at home, hear what they want, and write it down together " * 3
    card = OneCard(theme(scale), 1, text)
    qtbot.addWidget(card)
    metrics = QFontMetrics(theme(scale).font(18, is_bold=True))
    lines = metrics.horizontalAdvance(text) / width
    assert card.heightForWidth(width) >= lines * metrics.height()


def test_picking_a_card_does_not_change_its_height(qtbot: QtBot) -> None:
    card = OneCard(theme(), 1, "A text that is long enough to wrap at this small width")
    qtbot.addWidget(card)
    before = card.heightForWidth(300)
    card.setChecked(True)
    assert card.heightForWidth(300) == before


def test_an_ampersand_stays_a_character_and_makes_no_shortcut(qtbot: QtBot) -> None:
    card = OneCard(theme(), 1, "Cats & dogs")
    qtbot.addWidget(card)
    assert card.shortcut().isEmpty()
    interface = QAccessible.queryAccessibleInterface(card)
    assert interface.text(QAccessible.Text.Name) == "Cats & dogs"


@pytest.mark.parametrize(
    ("kind", "role"),
    [("one", QAccessible.Role.RadioButton), ("many", QAccessible.Role.CheckBox)],
)
def test_a_card_tells_screen_readers_what_it_is(
    qtbot: QtBot, kind: str, role: QAccessible.Role
) -> None:
    widget = options_widget(qtbot, kind)
    assert QAccessible.queryAccessibleInterface(widget.cards[0]).role() == role


def test_the_question_names_its_group_of_answers(qtbot: QtBot) -> None:
    widget = options_widget(qtbot)
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface.role() == QAccessible.Role.Grouping
    assert interface.text(QAccessible.Text.Name) == "How would you like place?"


def test_a_number_picks_the_card_of_that_number(qtbot: QtBot) -> None:
    widget = options_widget(qtbot)
    with qtbot.waitSignal(widget.picked) as caught:
        assert widget.press(2)
    assert caught.args == [("middle",)]
    assert not widget.press(4)


def test_arrows_move_the_pick_and_go_round(qtbot: QtBot) -> None:
    widget = options_widget(qtbot, picks=("near",))
    widget.focus_first(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(widget.cards[0], Qt.Key.Key_Down)
    assert widget.picks == ("middle",)
    qtbot.keyClick(widget.cards[1], Qt.Key.Key_Up)
    qtbot.keyClick(widget.cards[0], Qt.Key.Key_Up)
    assert widget.picks == ("far",)


def test_arrows_only_move_the_focus_where_several_may_be_picked(qtbot: QtBot) -> None:
    widget = options_widget(qtbot, "many", picks=("near",))
    widget.focus_first(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(widget.cards[0], Qt.Key.Key_Down)
    assert widget.focusWidget() is widget.cards[1]
    assert len(widget.picks) == 1
    qtbot.keyClick(widget.cards[1], Qt.Key.Key_Space)
    assert set(widget.picks) == {"near", "middle"}


def test_one_pick_too_many_is_refused_and_says_the_limit(qtbot: QtBot) -> None:
    widget = options_widget(qtbot, "many", picks=("near", "middle"))
    with qtbot.waitSignal(widget.refused) as caught, qtbot.assertNotEmitted(widget.picked):
        widget.press(3)
    assert caught.args == [2]
    assert widget.picks == ("near", "middle")


def test_picks_come_in_the_question_s_order_however_they_are_shown(qtbot: QtBot) -> None:
    asked = question("place", "where", kind="many")
    shown: list[Option] = list(reversed(asked.options))
    widget = OptionsWidget(theme(), asked, shown, ())
    qtbot.addWidget(widget)
    widget.press(1)
    widget.press(3)
    assert widget.picks == ("near", "far")


def test_a_question_with_fewer_answers_begins_at_its_first_card(qtbot: QtBot) -> None:
    widget = options_widget(qtbot, picks=("far",))
    asked = question("place", "where")
    fewer = asked._replace(id="other", options=asked.options[:2])
    widget.show_question(fewer, fewer.options, ())
    widget.focus_first(Qt.FocusReason.TabFocusReason)
    assert widget.focusWidget() is widget.cards[0]
    assert widget.picks == ()


def test_a_digit_picks_wherever_the_cards_stand(qtbot: QtBot) -> None:
    widget = options_widget(qtbot)
    widget.focus_first(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(widget.cards[0], Qt.Key.Key_3)
    assert widget.picks == ("far",)
    qtbot.keyClick(widget.cards[2], Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(widget.cards[2], Qt.Key.Key_9)
    assert widget.picks == ("far",)
