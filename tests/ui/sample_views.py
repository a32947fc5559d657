"""A result and its sources, made up but whole, and the same told in any other words."""

from collections.abc import Callable
from itertools import zip_longest
from typing import TypeVar, cast

from caremgr_desktop.core.visit import Visit
from caremgr_desktop.reporting.about import AboutView, ArticleRowView
from caremgr_desktop.reporting.views import (
    AnswerView,
    Bar,
    BasisView,
    ChangeView,
    CrossingView,
    FlipView,
    PathView,
    PayView,
    PlanView,
    ReasonView,
    RemarkView,
    ResultView,
    RoleView,
    SourceView,
    StepView,
    SureView,
    YearLineView,
    YearsView,
)

IDS = ("id", "role_id", "family", "toward", "question_id", "section_id", "kind", "leaders")
"""Fields that name things and are never shown."""

HOSTILE = "<b>bold</b> & <img src='/etc/logo.png'> file:///etc/passwd &amp; </p>"
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnung"

Told = TypeVar("Told")


def retold(value: Told, tell: Callable[[str], str]) -> Told:
    """Return a view in which every text that is shown was told anew; empty ones stay empty."""
    if isinstance(value, str):
        return cast("Told", tell(value) if value else value)
    if not isinstance(value, tuple):
        return value
    names = getattr(value, "_fields", ())
    told = [
        item if name in IDS else retold(item, tell)
        for name, item in zip_longest(names, value, fillvalue="")
    ]
    return cast("Told", type(value)(*told) if names else tuple(told))


def hostile(text: str) -> str:
    """Return a text with markup, an entity and a file's address in it."""
    return f"{text} {HOSTILE}"


def foreign(text: str) -> str:
    """Return a text three times as long, with a word that fits no line; a number as it is."""
    if not any(letter.isalpha() for letter in text):
        return text
    return f"{LONG_WORD} {text} — {text} ({text})"


def visit() -> Visit:
    """Return a visit of the small quiz with three answers and a skip."""
    begun = Visit("small", "1", 7)
    picks = {"place": ("near",), "travel": ("far",), "bedside": ("near",), "family": ()}
    for question_id, chosen in picks.items():
        begun = begun.with_answer(question_id, chosen)
    return begun


def source(source_id: str = "bls", *, age: str = "") -> SourceView:
    """Return a source of the wage table."""
    return SourceView(
        id=source_id,
        line="Bureau of Labor Statistics: Wage Statistics, May 2025, public domain.",
        url="https://example.org/wages/2025/national.html?table=all-occupations&area=us",
        age=age,
        note="Read from a public copy.",
    )


def bar(role_id: str, family: str, title: str, rank: int, fit: float) -> Bar:
    """Return a bar with its percentage."""
    return Bar(role_id, family, title, rank, fit, f"{fit:.0%}", rank == 1)


def basis(title: str, family: str, position: int, *, reason: str = "") -> BasisView:
    """Return a family's place; without a reason it has a source."""
    sources = () if reason else (source(),)
    return BasisView(
        title, family, "by phone", "face to face", position, 2, reason=reason, sources=sources
    )


def reason(question_id: str, toward: str, points: float) -> ReasonView:
    """Return what one answer does."""
    return ReasonView(
        question_id=question_id,
        label=question_id.title(),
        question=f"How would you like {question_id}?",
        answer="Near" if toward == "care" else "Far",
        toward=toward,
        points=points,
        text=f"+{points}" if points else "0",
        bases=(
            basis("Case manager", "case", -2, reason="Inferred: an office is far from people."),
            basis("Care manager", "care", 2),
        ),
    )


def pay(title: str, family: str, median_usd: int | None, *, is_article: bool = False) -> PayView:
    """Return a figure; without a median it was not released."""
    is_whole = median_usd is not None and not is_article
    median = f"${median_usd:,}" if median_usd is not None else "not released"
    spread = "eight in ten earn $40,000 to $90,000" if is_whole else "the range was not released"
    return PayView(
        title=title,
        short_title=title[:12],
        family=family,
        place="Healthcare social workers, all employers, United States, May 2025",
        p10_usd=40_000 if is_whole else None,
        median_usd=median_usd,
        p90_usd=90_000 if is_whole else None,
        median_text=median,
        range_text=spread,
        text=f"{title}: {median}; {spread}.",
        is_article=is_article,
        sources=(source(age="older than 24 months" if is_article else ""),),
    )


def step(number: int, title: str, kind: str, start_month: int, end_month: int) -> StepView:
    """Return a step of a plan."""
    return StepView(
        number=number,
        title=title,
        kind=kind,
        when=f"It takes {end_month - start_month} months.",
        cost="$430. The fee of 2025.",
        why="The rule asks for it.",
        start_month=start_month,
        end_month=end_month,
        confidence="medium",
        sources=(source(),),
    )


def plan(name: str, *steps: StepView) -> PlanView:
    """Return a plan of some steps over seven years."""
    return PlanView(
        name=name,
        choice=f"{name}: 7 years, $46,870",
        summary="7 to 8 years from now. School and fees: $46,870.",
        this_month=("Pick a school and sign up: Bachelor's degree.",),
        steps=steps,
        total_months=84,
    )


def path(credential_id: str, mark: str) -> PathView:
    """Return a path with two plans, in one of which work and school go side by side."""
    return PathView(
        credential_id=credential_id,
        title="Care Manager Certified",
        issuer="National Academy",
        mark=mark,
        lead="There is a sooner plan and one that costs less.",
        start="Nothing is said of what you already have, so it starts from high school.",
        is_from_nothing=True,
        warnings=("An LPN license alone does not count.",),
        plans=(
            plan(
                "Soonest",
                step(1, "Bachelor's degree in a related field", "study", 0, 48),
                step(2, "Two years of supervised care management", "work", 24, 72),
                step(3, "One year of direct client work", "work", 72, 84),
                step(4, "Apply and pass the exam", "apply", 84, 84),
            ),
            plan(
                "Cheapest",
                step(1, "Associate degree", "study", 0, 24),
                step(2, "Five years of work", "work", 24, 84),
                step(3, "Apply and pass the exam", "apply", 84, 84),
            ),
        ),
        rule="What it asks for: a related degree and two years of work.",
        notes=("Internships do not count.", "Renewal: every three years."),
        sources=(source(),),
    )


def answers() -> tuple[AnswerView, ...]:
    """Return the small quiz's answers, the last one skipped."""
    rows = (
        ("place", "where", "The near way"),
        ("travel", "where", "The far way"),
        ("bedside", "people", "The near way"),
        ("family", "people", "Skipped"),
    )
    return tuple(
        AnswerView(
            question_id, section, question_id.title(), f"How about {question_id}?", answer,
            is_skipped=answer == "Skipped",
        )
        for question_id, section, answer in rows
    )  # fmt: skip


def role() -> RoleView:
    """Return the setting that the page is about."""
    return RoleView(
        role_id="home",
        family="care",
        title="Home care manager",
        summary="Visits people at home and plans what they need.",
        day=("Meet a new client at home", "Call the family"),
        evidence=(("Most visits are at home.", (source(),)),),
        next_steps=("Talk with a care manager", "List your courses", "Visit an agency"),
    )


def result_view() -> ResultView:
    """Return a clear result with one answer against it and one question open."""
    return ResultView(
        kind="clear",
        kicker="Your result  ·  3 of 4 answered",
        headline="Care manager is closest to your answers",
        detail="At least 2 answers would have to change before case manager drew level.",
        leaders=("care",),
        families=(
            bar("care", "care", "Care manager", 1, 0.82),
            bar("case", "case", "Case manager", 2, 0.41),
        ),
        settings=(
            bar("home", "care", "Home care manager", 1, 0.8),
            bar("plan", "case", "Health plan case manager", 2, 0.4),
            bar("ward", "case", "Hospital case manager", 2, 0.4),
        ),
        setting=role(),
        reasons_for=(reason("place", "care", 14.0), reason("bedside", "care", 8.0)),
        reasons_against=(reason("travel", "case", 5.0),),
        reasons_note="Points are parts of the fit.",
        separating=(),
        sure=sure(),
        remarks=(),
        pay=(
            pay("Home care manager", "care", 58_920),
            pay("Health plan case manager", "case", None),
            pay("Hospital case manager", "case", 92_670),
            pay("Clinic care manager", "care", 70_000),
            pay("Care manager (the article, 2021)", "care", 58_670, is_article=True),
        ),
        pay_note="Wages in US dollars a year.",
        paths=(path("CMC", "the usual one"), path("CDMS", "reached first")),
        answers=answers(),
        area="United States",
        areas=("United States", "Guam", "Texas"),
        years=years(),
    )


def years() -> YearsView:
    """Return ten years of two roles whose lines cross once."""
    ahead = (("Home", "care", 5_000), ("Plan", "case", 6_000))
    lines = tuple(
        YearLineView(
            role_id=title.lower(),
            family=family,
            short_title=title,
            months_usd=tuple(
                month * usd - (60_000 if title == "Plan" else 0) for month in range(121)
            ),
            end_text="$600,000",
            text=f"{title} care manager: $600,000 after 10 years.",
        )
        for title, family, usd in ahead
    )
    return YearsView(
        lines=lines,
        crossings=(CrossingView(60, 300_000, "After 5 years Plan passes Home."),),
        assumptions=("Whoever only studies earns nothing.", "Pay does not grow."),
        study_hours=0,
        growth_percent=0,
    )


def sure() -> SureView:
    """Return how sure the result is, with two examples of what would change it."""
    changes = (
        ChangeView("place", "Place", "“The far way” in place of “The near way”"),
        ChangeView("travel", "Travel", "“The near way” in place of “The far way”"),
        ChangeView("bedside", "Bedside", "a skip in place of “The near way”"),
    )
    return SureView(
        statements=(
            "Leave out any one of the 3 answers: care manager still comes first.",
            "Let one section count a step more or less: care manager still comes first twice.",
        ),
        flips=(
            FlipView("With these 3 answers case manager would come level or ahead:", changes),
            FlipView("With this one answer the closest setting could be:", changes[:1]),
        ),
    )


def remarked() -> ResultView:
    """Return a result with two remarks on the answering."""
    pairs = (("place", "Place"), ("travel", "Travel"))
    return result_view()._replace(
        remarks=(
            RemarkView("These answers pull in opposite directions. Both can be true; look:", pairs),
            RemarkView("8 answers in a row were all number 1. Look at some again:", pairs[:1]),
        ),
    )


def close_call() -> ResultView:
    """Return a result in which both families are first."""
    view = result_view()
    families = tuple(item._replace(rank=1, is_first=True) for item in view.families)
    return view._replace(
        kind="close_call",
        headline="Too close to call: care manager and case manager",
        leaders=("care", "case"),
        families=families,
        separating=(view.reasons_for[0], view.reasons_against[0]),
    )


def no_result() -> ResultView:
    """Return what is said before anything was answered."""
    view = result_view()
    return view._replace(
        kind="no_clear_result",
        headline="No clear result yet",
        leaders=(),
        families=tuple(bar(it.role_id, it.family, it.title, 1, 0.0) for it in view.families),
        settings=(),
        setting=None,
        reasons_for=(),
        reasons_against=(),
        reasons_note="",
        sure=None,
        remarks=(),
        pay=(),
        paths=(),
        years=None,
        answers=tuple(item._replace(answer="Skipped", is_skipped=True) for item in view.answers),
    )


def about_view() -> AboutView:
    """Return the page about the numbers with two rows of the article."""
    row = ArticleRowView(
        topic="Contact with patients",
        texts=("Mostly indirect.", "Mostly direct."),
        primary="It depends on the setting.",
        sources=(source(),),
    )
    return AboutView(
        title="About the numbers",
        paragraphs=(
            "Each role stands somewhere on each of 24 lines.",
            "A skip counts for nothing.",
        ),
        affiliation="None of the organizations named here is affiliated with this program.",
        families=("Case manager", "Care manager"),
        article_source=(source("seed", age="older than 24 months"),),
        article_rows=(row, row._replace(topic="Paperwork", primary="", sources=())),
        sources=(source(), source("seed", age="older than 24 months")),
    )
