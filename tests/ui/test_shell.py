"""The window: errors, sizes, hostile text, and settings that last."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea, QWidget

from caremgr_desktop.core.visit import Visit
from caremgr_desktop.errors import StorageError
from caremgr_desktop.settings import Settings, load_settings
from caremgr_desktop.ui.app import Failures, scale_for
from caremgr_desktop.ui.context import WindowContext
from caremgr_desktop.ui.pages.problem import ProblemPage
from caremgr_desktop.ui.pages.question import QuestionPage
from caremgr_desktop.ui.shell import MainWindow
from caremgr_desktop.ui.widgets.notice import NoticeWidget
from caremgr_desktop.ui.widgets.text import TextLabel
from caremgr_desktop.ui.widgets.wrap import BREAK, breakable
from tests.ui.stage import OpenWindow, ShelfStore, quiz, retold_quiz


def test_an_error_in_a_slot_shows_a_plain_page_with_a_way_back(
    open_window: OpenWindow, context: WindowContext
) -> None:
    window = open_window()
    failures = Failures(context)
    failures.attach(window)
    window.presenter.start()
    window.presenter.answer("place", ("near",))
    failures(ValueError, ValueError("the answer is near"), None)
    assert isinstance(window.page, ProblemPage)
    window.page.back_requested.emit()
    assert isinstance(window.page, QuestionPage)
    assert window.presenter.visit.answers == {"place": ("near",)}


def test_the_log_says_where_and_never_what_was_answered(context: WindowContext) -> None:
    answer = "sit with them at home"
    try:
        int(answer)
    except ValueError as error:
        context.log_failure(error)
    log = context.log_file.read_text(encoding="utf-8")
    assert "ValueError" in log
    assert "test_shell.py" in log
    assert answer not in log


def answer(window: MainWindow, option: str) -> None:
    """Answer the first question, and let it be written at once."""
    window.presenter.answer("place", (option,))
    window.presenter.safe.write()


def test_no_store_keeps_the_person_from_the_quiz(open_window: OpenWindow) -> None:
    window = open_window()
    store = window.context.store
    assert isinstance(store, ShelfStore)
    window.presenter.start()
    store.is_full = True
    answer(window, "near")
    shown = [label.text() for label in window.findChildren(TextLabel) if label.isVisible()]
    assert any("not being saved" in text for text in shown)


def notices(window: MainWindow) -> list[str]:
    """Return the sentences in the notice that is on screen."""
    notice = window.findChildren(NoticeWidget)[-1]
    return [it.text() for it in notice.findChildren(TextLabel) if notice.isVisible()]


def test_a_notice_goes_when_saving_works_again(open_window: OpenWindow) -> None:
    window = open_window()
    store = window.context.store
    assert isinstance(store, ShelfStore)
    window.presenter.start()
    store.is_full = True
    answer(window, "near")
    assert notices(window)
    store.is_full = False
    answer(window, "far")
    assert notices(window) == []


def test_a_notice_that_was_put_away_is_not_said_at_every_answer_again(
    open_window: OpenWindow,
) -> None:
    window = open_window()
    store = window.context.store
    assert isinstance(store, ShelfStore)
    window.presenter.start()
    store.is_full = True
    answer(window, "near")
    window.findChildren(NoticeWidget)[-1].findChildren(QPushButton)[0].click()
    answer(window, "far")
    assert notices(window) == []


def full_window(open_window: OpenWindow) -> MainWindow:
    """Return a window with an answer that can't be saved, of which the notice was put away."""
    window = open_window()
    store = window.context.store
    assert isinstance(store, ShelfStore)
    window.presenter.start()
    store.is_full = True
    answer(window, "near")
    window.findChildren(NoticeWidget)[-1].findChildren(QPushButton)[0].click()
    return window


def test_answers_that_could_not_be_saved_are_not_lost_by_one_press(
    open_window: OpenWindow,
) -> None:
    window = full_window(open_window)
    assert not window.close()
    assert window.isVisible()
    assert "Quit once more to leave without saving." in notices(window)[0]
    assert window.close()


def test_an_answer_given_after_the_warning_is_warned_of_again(open_window: OpenWindow) -> None:
    window = full_window(open_window)
    window.close()
    window.presenter.answer("place", ("far",))
    assert not window.close()


def test_a_window_closes_at_once_when_saving_works_again(open_window: OpenWindow) -> None:
    window = full_window(open_window)
    store = window.context.store
    assert isinstance(store, ShelfStore)
    store.is_full = False
    assert window.close()
    assert store.visit is not None


def test_the_first_page_says_again_that_nothing_is_saved(open_window: OpenWindow) -> None:
    window = full_window(open_window)
    window.presenter.forward()
    assert notices(window) == []
    window.presenter.restart()
    assert notices(window)


@pytest.mark.parametrize("size", [QSize(640, 480), QSize(800, 600), QSize(1280, 800)])
def test_a_long_notice_leaves_room_for_the_page_and_can_be_read_whole(
    open_window: OpenWindow, qapp: QApplication, size: QSize
) -> None:
    window = open_window(200, size)
    path = "/home/someone/.local/share/caremgr-desktop/" + "visit" * 12 + ".json"
    window.presenter.trouble.emit(StorageError("newer", path=path))
    for _ in range(5):
        qapp.processEvents()
    notice = window.findChildren(NoticeWidget)[-1]
    assert window.size() == size
    assert notice.height() * 2 <= size.height()
    area = notice.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    text = area.widget()
    assert isinstance(text, TextLabel)
    assert text.height() >= text.heightForWidth(text.width())
    is_whole = text.height() <= area.viewport().height()
    assert is_whole != (area.focusPolicy() == Qt.FocusPolicy.StrongFocus)


def test_a_notice_fits_a_window_that_grows(open_window: OpenWindow, qapp: QApplication) -> None:
    window = open_window(200, QSize(640, 480))
    path = "/home/someone/.local/share/caremgr-desktop/visit.json"
    window.presenter.trouble.emit(StorageError("newer", path=path))
    window.resize(1920, 1080)
    for _ in range(5):
        qapp.processEvents()
    area = window.findChildren(NoticeWidget)[-1].findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    text = area.widget()
    assert isinstance(text, QWidget)
    assert area.verticalScrollBar().maximum() == 0
    assert area.height() == text.height()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "short words stay as they are, however many",
            "short words stay as they are, however many",
        ),
        (
            "/home/someone/.local/share/caremgr-desktop",
            "/home/someone/.local/share/caremgr-desktop",
        ),
        ("x" * 30, f"{'x' * 12}{BREAK}{'x' * 12}{BREAK}{'x' * 6}"),
        ("1/2/3/4/5/6/7/8/9/1/2/3/4/5", f"1/2/3/4/5/6/{BREAK}7/8/9/1/2/3/{BREAK}4/5"),
    ],
)
def test_only_words_without_a_place_to_break_get_one(text: str, expected: str) -> None:
    assert breakable(text) == (expected or text)


def test_what_was_dropped_from_a_saved_visit_is_said_until_it_is_put_away(
    open_window: OpenWindow, context: WindowContext
) -> None:
    saved = Visit("small", "0", 1).with_answer("place", ("near",)).with_answer("gone", ("x",))
    context.store.save(saved)
    window = open_window()
    window.presenter.resume()
    window.presenter.answer("place", ("far",))
    assert notices(window) != []


def test_the_welcome_tells_skips_from_answers(open_window: OpenWindow) -> None:
    window = open_window()
    window.presenter.start()
    window.presenter.skip()
    window.presenter.answer("travel", ("near",))
    window.presenter.restart()
    shown = [label.text() for label in window.findChildren(TextLabel) if label.isVisible()]
    assert "You have answered 1 of 4 questions, skipped 1." in shown


HOSTILE = '<b>bold</b> & <img src="{path}"> file://{path} &amp;'


def test_hostile_text_shows_its_characters_and_loads_nothing(
    open_window: OpenWindow, tmp_path: Path, qapp: QApplication
) -> None:
    red = tmp_path / "red.png"
    image = QImage(300, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(red))
    text = HOSTILE.format(path=red)
    window = open_window(asked=quiz(text=text))
    window.presenter.start()
    labels = window.findChildren(QLabel)
    assert text in [label.text().replace(BREAK, "") for label in labels]
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    qapp.processEvents()
    shot = window.grab().toImage()
    colors = {shot.pixel(x, y) for x in range(0, 1280, 8) for y in range(0, 800, 8)}
    assert image.pixel(5, 5) not in colors


SIZES = [QSize(800, 600), QSize(1280, 800), QSize(1920, 1080), QSize(3840, 2160)]


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
@pytest.mark.parametrize("kind", ["welcome", "question", "review"])
def test_no_label_and_no_button_is_clipped(
    open_window: OpenWindow, qapp: QApplication, size: QSize, scale: int, kind: str
) -> None:
    window = open_window(scale, size)
    if kind != "welcome":
        window.presenter.start()
    if kind == "review":
        window.presenter.open_review()
    for _ in range(5):
        qapp.processEvents()
    for label in window.findChildren(TextLabel):
        if label.isVisible() and label.text():
            need = label.heightForWidth(label.width()) if label.wordWrap() else 0
            assert label.height() >= need, label.text()
    for button in window.page.buttons():
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
            right = button.mapTo(window, button.rect().bottomRight()).x()
            assert right < size.width(), button.text()


@pytest.mark.parametrize(("size", "pixels"), [(QSize(800, 600), 48), (QSize(1920, 1080), 60)])
def test_a_heading_is_smaller_where_there_is_little_room(
    open_window: OpenWindow, size: QSize, pixels: int
) -> None:
    window = open_window(200, size)
    window.presenter.start()
    asked = window.context.quiz.questions[0].text
    heading = next(item for item in window.findChildren(TextLabel) if item.text() == asked)
    assert heading.font().pixelSize() == pixels


def test_text_size_and_colors_last(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window()
    window.page.scale_chosen.emit(150)  # type: ignore[attr-defined]  # the welcome page's signal
    window.page.theme_chosen.emit("dark")  # type: ignore[attr-defined]
    assert load_settings(tmp_path / "settings.json") == Settings(150, "dark")


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"theme": 7, "text_scale_percent": "big", "area": ["Texas"]}']
)
def test_senseless_settings_are_as_at_first(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    assert load_settings(path) == Settings()


def test_a_high_screen_starts_with_larger_text() -> None:
    assert [scale_for(height) for height in (600, 1080, 1440, 2160)] == [100, 125, 150, 200]


def test_a_page_that_was_left_dies(open_window: OpenWindow, qapp: QApplication) -> None:
    window = open_window()
    window.presenter.start()
    before = len(qapp.allWidgets())
    for _ in range(30):
        window.presenter.answer("place", ("near",))
        window.presenter.forward()
        window.presenter.back()
        qapp.sendPostedEvents(None, 52)
    assert len(qapp.allWidgets()) <= before + 5


@pytest.mark.parametrize(("size", "scale"), [(SIZES[0], 100), (SIZES[0], 200), (SIZES[1], 100)])
@pytest.mark.parametrize("kind", ["welcome", "question", "review"])
def test_words_that_fit_no_line_make_no_page_wider(
    open_window: OpenWindow, qapp: QApplication, size: QSize, scale: int, kind: str
) -> None:
    window = open_window(scale, size, retold_quiz(endless))
    if kind != "welcome":
        window.presenter.start()
    if kind == "review":
        window.presenter.open_review()
        for button in window.page.buttons():
            if button.text() == "Answers":
                button.click()
    for _ in range(5):
        qapp.processEvents()
    assert window.width() == size.width()
    area = window.page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    inside = area.widget()
    assert isinstance(inside, QWidget)
    assert inside.width() <= area.viewport().width()


def endless(text: str) -> str:
    """Return a text with a word of over a hundred characters."""
    return f"{'Verwaltungsvorschrift' * 5} {text}"


def link(window: MainWindow, words: str) -> QPushButton:
    """Return the visible button whose words hold these."""
    found = [it for it in window.page.findChildren(QPushButton) if words in it.text()]
    return next(it for it in found if it.isVisible())


def test_there_is_no_history_at_first(open_window: OpenWindow) -> None:
    window = open_window()
    assert "My results" not in shown_buttons(window)
    window.presenter.start()
    window.presenter.answer("place", ("near",))
    window.presenter.restart()
    assert "My results" in shown_buttons(window)


def shown_buttons(window: MainWindow) -> list[str]:
    """Return the words of the buttons on screen."""
    return [it.text() for it in window.page.findChildren(QPushButton) if it.isVisible()]
