"""The drawings of the result: whole at any width, true to scale, and text for those who listen."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from caremgr_desktop.ui.formats import QtFormats
from caremgr_desktop.ui.theme import LIGHT, THEMES, Theme, Tokens, load_fonts
from caremgr_desktop.ui.widgets.article import ArticleDrawing
from caremgr_desktop.ui.widgets.bars import FitDrawing
from caremgr_desktop.ui.widgets.contrast import ContrastDrawing, ContrastHead, ContrastRow, Pull
from caremgr_desktop.ui.widgets.drawing import Drawing, Figure, Lettering, Words
from caremgr_desktop.ui.widgets.items import ItemDrawing
from caremgr_desktop.ui.widgets.timeline import TimelineDrawing
from caremgr_desktop.ui.widgets.traits import Stand, TraitDrawing
from caremgr_desktop.ui.widgets.wages import PayDrawing, WageDrawing, scale_for
from caremgr_desktop.ui.widgets.years import YearsDrawing, steps_for
from tests.ui import sample_views
from tests.ui.stage import FAMILIES, FONTS
from tests.ui.stage import theme as make_theme

WIDTHS = (300, 420, 640, 1200)
"""Widths at 100 % text: a card in the smallest window at 200 %, up to the widest column."""
ROOM = 8
SLACK = 1
"""A line on the edge is half outside; its smoothing may reach one pixel further."""
RATIO_OF_TEXT = 4.5
RATIO_OF_SHAPES = 3.0


@pytest.fixture(autouse=True)
def bundled_fonts(qapp: object) -> None:
    assert qapp is not None
    load_fonts(FONTS)


def pull(side: int, share: float = 1.0) -> Pull:
    family = FAMILIES[0] if side < 0 else FAMILIES[1]
    return Pull("Sit with them at home", "Care plan", family, side, share, "+14.2")


def drawings(theme: Theme) -> Iterator[tuple[str, Drawing]]:
    """Yield every kind of drawing, with plain words and with words that fit no line."""
    for tell in (str, sample_views.foreign):
        view = sample_views.retold(sample_views.result_view(), tell)
        for bar in (view.families[0], view.settings[0]):
            yield "bar", FitDrawing(theme, Lettering(theme), bar, bar.title, is_strong=True)
        scale = scale_for(view.pay)
        for item in view.pay:
            yield "wage", WageDrawing(Lettering(theme), item)
        yield "pay", PayDrawing(Lettering(theme), view.pay, scale, QtFormats())
        years = ("now", *(f"{year} yr" for year in range(1, 8)))
        yield "path", TimelineDrawing(theme, view.paths[0].plans[0], "CMC", "care", years)
        yield "ahead", YearsDrawing(theme, view.years or sample_views.years(), QtFormats(), years)
        names = (tell("toward case manager"), tell("toward care manager"))
        yield "head", ContrastHead(theme, FAMILIES, names)
        for side in (-1, 0, 1):
            told = replace(pull(side), title=tell("Near"), subtitle=tell("Place"))
            yield "contrast", ContrastDrawing(theme, Lettering(theme), told)
        basis = view.reasons_for[0].bases[0]
        stands = (Stand("Your answer", "", 2), Stand(basis.role_title, "case", -2))
        yield "trait", TraitDrawing(theme, basis.low, basis.high, stands)
        setting = sample_views.retold(sample_views.role(), tell)
        yield "item", ItemDrawing(theme, 3, setting.summary)
        cells = (("Case manager", setting.summary), ("Sources today", view.pay_note))
        yield "article", ArticleDrawing(theme, setting.title, cells)


def painted(drawing: Drawing, width: int, *, ground: str = "#FFFFFF") -> QImage:
    image = QImage(width, drawing.height_for(width), QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    drawing.draw(painter, width)
    painter.end()
    return image


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_drawing_cuts_any_of_its_words(
    monkeypatch: pytest.MonkeyPatch, scale: int, width: int
) -> None:
    cut: list[str] = []
    draw = Words.draw
    across = width * scale // 100
    here = ("", 0)

    def watched(words: Words, painter: QPainter, left: int, top: int, room: int) -> int:
        bottom = draw(words, painter, left, top, room)
        is_inside = left >= 0 and left + words.width_for(room) <= across + 1
        if not is_inside or words.width_for(room) > room + 1 or top < 0 or bottom > here[1] + 1:
            cut.append(f"{here[0]}: {words.text}")
        return bottom

    monkeypatch.setattr(Words, "draw", watched)
    for kind, drawing in drawings(make_theme(scale)):
        here = (kind, drawing.height_for(across))
        painted(drawing, across)
    assert cut == []


def edges_of(drawing: Drawing, width: int) -> list[QImage]:
    """Paint with room on all sides and return what lies outside the drawing's own place."""
    height = drawing.height_for(width)
    image = QImage(width + 2 * ROOM, height + 2 * ROOM, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(ROOM, ROOM)
    drawing.draw(painter, width)
    painter.end()
    beyond = ROOM + SLACK
    return [
        image.copy(0, 0, image.width(), ROOM - SLACK),
        image.copy(0, height + beyond, image.width(), ROOM - SLACK),
        image.copy(0, 0, ROOM - SLACK, image.height()),
        image.copy(width + beyond, 0, ROOM - SLACK, image.height()),
    ]


def blank(image: QImage) -> QImage:
    """Return an image of the same size on which nothing was painted."""
    empty = QImage(image.size(), image.format())
    empty.fill(QColor("#FFFFFF"))
    return empty


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_drawing_paints_beyond_its_place(scale: int, width: int) -> None:
    outside = {
        kind
        for kind, drawing in drawings(make_theme(scale))
        for edge in edges_of(drawing, width * scale // 100)
        if edge != blank(edge)
    }
    assert outside == set()


def columns_of(image: QImage, color: QColor) -> set[int]:
    """Return the columns in which a color is seen."""
    return {
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) == color for y in range(image.height()))
    }


def test_a_bar_is_as_long_as_its_fit() -> None:
    theme = make_theme()
    bar = sample_views.bar("case", "case", "", 1, 0.5)
    seen = columns_of(
        painted(FitDrawing(theme, Lettering(theme), bar, "", is_strong=False), 400),
        theme.family_color("case"),
    )
    assert max(seen) == pytest.approx(200, abs=2)


def test_a_reason_points_to_the_side_of_its_family() -> None:
    theme = make_theme()
    width = 600
    for side, family in ((-1, "case"), (1, "care")):
        seen = columns_of(
            painted(ContrastDrawing(theme, Lettering(theme), pull(side)), width),
            theme.family_color(family),
        )
        middle = (width - theme.px(28)) / 2
        assert all((x - middle) * side >= -2 for x in seen)


def test_half_the_points_are_half_the_bar() -> None:
    theme = make_theme()
    lengths = [
        len(
            columns_of(
                painted(ContrastDrawing(theme, Lettering(theme), pull(1, share)), 800),
                theme.family_color("care"),
            )
        )
        for share in (1.0, 0.5)
    ]
    assert lengths[0] == pytest.approx(2 * lengths[1], abs=4)


@pytest.mark.parametrize(("width", "begin", "length"), [(1000, 360, None), (400, 0, 400)])
def test_pay_stands_at_its_place_on_the_axis(width: int, begin: int, length: int | None) -> None:
    theme = make_theme()
    item = sample_views.pay("Home care manager", "care", 50_000)._replace(short_title="")
    scale = scale_for((item,))
    image = painted(PayDrawing(Lettering(theme), (item,), scale, QtFormats()), width)
    seen = columns_of(image, theme.family_color("care")) - set(range(20))
    long = length or round((max(seen) - min(seen)) * scale.end_usd / 50_000)
    assert min(seen) == pytest.approx(begin + 40_000 / scale.end_usd * long, abs=3)
    assert max(seen) == pytest.approx(begin + 90_000 / scale.end_usd * long, abs=3)


def test_the_axis_holds_every_figure_on_round_ticks() -> None:
    for most in (9_000, 64_000, 120_001, 239_200, 2_000_000):
        scale = scale_for((sample_views.pay("A role", "case", most),))
        assert scale.end_usd >= most
        assert len(scale.ticks_usd) <= 7
        assert scale.step_usd % 10_000 == 0 or most > 1_500_000


def test_the_years_stand_on_round_amounts_with_room_for_every_line() -> None:
    for low, high in ((-48_000, 664_160), (0, 0), (-900, 9_000), (-3_000_000, 12_000_000)):
        steps = steps_for(low, high)
        assert steps[0] <= low
        assert steps[-1] >= high
        assert len(steps) <= 8


def test_lines_of_years_are_told_apart_without_their_colours() -> None:
    drawing = YearsDrawing(make_theme(), sample_views.years(), QtFormats(), ("now", "1 yr"))
    styles = {drawing._pen(place).style() for place in range(2)}
    assert len(styles) == 2


def test_pay_that_was_not_released_has_words_and_no_bar() -> None:
    theme = make_theme()
    item = sample_views.pay("Plan case manager", "", None)
    shown = (item._replace(family="case"),)
    drawing = PayDrawing(Lettering(theme), shown, scale_for(shown), QtFormats())
    seen = columns_of(painted(drawing, 800), theme.family_color("case"))
    assert max(seen) <= theme.px(12)
    assert "not released" in item.text


def test_a_figure_is_its_text_for_a_screen_reader(qtbot: QtBot) -> None:
    figure = Figure(
        ContrastHead(make_theme(), FAMILIES, ("left", "right")), "Bars to the left: ..."
    )
    qtbot.addWidget(figure)
    interface = QAccessible.queryAccessibleInterface(figure)
    assert interface.role() == QAccessible.Role.StaticText
    assert interface.text(QAccessible.Text.Name) == "Bars to the left: ..."


def test_a_row_of_the_chart_is_a_button_that_says_all_it_paints(qtbot: QtBot) -> None:
    row = ContrastRow(make_theme(), pull(1), "Place & more: Near. +14 points toward care manager.")
    qtbot.addWidget(row)
    interface = QAccessible.queryAccessibleInterface(row)
    assert interface.role() in (QAccessible.Role.Button, QAccessible.Role.CheckBox)
    assert interface.text(QAccessible.Text.Name).startswith("Place & more: Near.")
    assert row.shortcut().isEmpty()


@pytest.mark.parametrize("scale", [100, 200])
def test_a_row_of_the_chart_is_a_target_of_44_pixels(qtbot: QtBot, scale: int) -> None:
    row = ContrastRow(make_theme(scale), pull(1), "Place")
    qtbot.addWidget(row)
    assert row.heightForWidth(900) >= 44 * scale // 100


def luminance(color: str) -> float:
    """Return the relative luminance that WCAG 2.2 defines."""
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(first: str, second: str) -> float:
    """Return the contrast of two colors."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", THEMES.values(), ids=THEMES)
def test_colors_of_the_result_can_be_told_apart(tokens: Tokens) -> None:
    grounds = (tokens.surface, tokens.ground, tokens.accent_soft)
    texts = [(tokens.ink, ground) for ground in grounds]
    texts += [(tokens.secondary, ground) for ground in grounds]
    texts += [(tokens.accent, ground) for ground in grounds]
    texts += [(family, tokens.surface) for family in tokens.families[:2]]
    texts += [(tokens.on_accent, fill) for fill in (tokens.accent, *tokens.families[:2])]
    texts += [(tokens.ink, tokens.warning_soft)]
    shapes = [(family, tokens.track) for family in tokens.families[:2]]
    shapes += [(family, tokens.accent_soft) for family in tokens.families[:2]]
    assert [pair for pair in texts if ratio(*pair) < RATIO_OF_TEXT] == []
    assert [pair for pair in shapes if ratio(*pair) < RATIO_OF_SHAPES] == []


def test_the_measure_of_contrast_is_that_of_wcag() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert ratio(LIGHT.line, LIGHT.surface) < RATIO_OF_SHAPES


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("title", ["Hospital", "Home health and hospice RN care manager"])
def test_what_has_moved_is_said_in_words_at_every_width(scale: int, width: int, title: str) -> None:
    theme = make_theme(scale)
    bar = sample_views.result_view().settings[0]._replace(was=None)
    images = []
    for was_text in ("", "was no. 5, 58%"):
        told = bar._replace(was_text=was_text)
        drawing = FitDrawing(theme, Lettering(theme), told, title, is_strong=True)
        image = QImage(width * scale // 100, 400, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        drawing.draw(painter, image.width())
        painter.end()
        images.append((drawing.height_for(image.width()), image))
    (height, plain), (told_height, told_image) = images
    assert height == told_height
    assert plain != told_image


def test_a_row_that_unfolds_is_a_button_and_says_whether_it_is_unfolded(qtbot: QtBot) -> None:
    row = ContrastRow(make_theme(), pull(1), "Place of work: at home")
    qtbot.addWidget(row)
    told = QAccessible.queryAccessibleInterface(row)
    assert told.role() == QAccessible.Role.Button
    assert told.text(QAccessible.Text.Description) == "Folded"
    row.show_unfolded(is_unfolded=True)
    assert told.text(QAccessible.Text.Description) == "Unfolded"
