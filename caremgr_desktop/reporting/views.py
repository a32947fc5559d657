"""What the result says, as values that a skin only has to lay out.

Every text is plain text, already in the person's language and locale. Numbers
that a skin draws to scale are beside their text.
"""

from typing import NamedTuple


class SourceView(NamedTuple):
    """A source as it is cited: ``line`` names publisher, title, release and licence.

    ``age`` is empty for a fresh source, else a few words such as "older than 24 months".
    """

    id: str
    line: str
    url: str
    age: str
    note: str


class Bar(NamedTuple):
    """A role's fit: ``fit`` from 0 to 1 and the same as ``text``, such as "82%".

    ``family`` is the role's family, or its own id for a family. ``is_first``
    marks every role that shares rank 1. ``was`` is the same role's bar in the
    result that this one is compared with, where it has moved, and ``was_text``
    that in words. ``short_title`` is a name of few words, for where there is little room.
    """

    role_id: str
    family: str
    title: str
    rank: int
    fit: float
    text: str
    is_first: bool
    was: "Bar | None" = None
    was_text: str = ""
    short_title: str = ""


class BasisView(NamedTuple):
    """Where a role stands on a trait and why.

    ``position`` runs from -2 (``low``) to +2 (``high``); ``answer`` is where the
    person's answer stands. ``reason`` is the inference in words, empty where
    sources say it.
    """

    role_title: str
    family: str
    low: str
    high: str
    position: int
    answer: int
    reason: str
    sources: tuple[SourceView, ...]


class ReasonView(NamedTuple):
    """One answer as a reason: it adds ``points`` (percentage points of fit) to ``toward``.

    ``toward`` is a family's id, empty where the answer treats both alike.
    ``text`` is the points with sign; ``bases`` are shown on demand. ``was`` names
    the person's own answer where this one is only tried out.
    """

    question_id: str
    label: str
    question: str
    answer: str
    toward: str
    points: float
    text: str
    bases: tuple[BasisView, ...]
    was: str = ""


class PayView(NamedTuple):
    """What one role or one article figure pays, in dollars a year.

    The percentiles are None for a figure that is a single average, and so is
    everything that was not released. ``place`` names area, employer and
    occupation; ``gap`` says that it is not the chosen area's own figure, where that is
    so; ``outlook`` how the occupation is expected to grow; ``text`` is the whole as a
    sentence for reading aloud. ``short_title`` is a name of few words.
    """

    title: str
    short_title: str
    family: str
    place: str
    p10_usd: int | None
    median_usd: int | None
    p90_usd: int | None
    median_text: str
    range_text: str
    text: str
    is_article: bool
    sources: tuple[SourceView, ...]
    gap: str = ""
    outlook: str = ""


class StepView(NamedTuple):
    """One step of a plan: ``when`` and ``cost`` as text, the months for the drawing.

    ``start_month`` and ``end_month`` count from now, each step at the shortest that the
    sources give.
    """

    number: int
    title: str
    kind: str
    when: str
    cost: str
    why: str
    start_month: int
    end_month: int
    confidence: str
    sources: tuple[SourceView, ...]


class PlanView(NamedTuple):
    """One plan: ``name`` says what it is best at, ``choice`` what it takes too.

    That is "Soonest" and "Soonest: 4 years, $46,440". ``this_month`` says what to do now;
    ``total_months`` is what the drawing spans; ``leaving`` are studies that it does without.
    """

    name: str
    choice: str
    summary: str
    this_month: tuple[str, ...]
    steps: tuple[StepView, ...]
    total_months: int
    leaving: tuple[str, ...] = ()


class PathView(NamedTuple):
    """What stands between a person and one credential, and what it asks for.

    ``mark`` says what sets it apart from others, such as that it is the usual one; it may
    be empty. ``lead`` says that the person is eligible now or why there is no way, else
    nothing; ``start`` where the plans begin, which ``is_from_nothing`` where nothing was
    said of what the person has. ``warnings`` are what does not count, ``assumed`` what the
    plans take as given.
    """

    credential_id: str
    title: str
    issuer: str
    mark: str
    lead: str
    start: str
    is_from_nothing: bool
    warnings: tuple[str, ...]
    plans: tuple[PlanView, ...]
    rule: str
    notes: tuple[str, ...]
    sources: tuple[SourceView, ...]
    assumed: tuple[str, ...] = ()


class YearLineView(NamedTuple):
    """What is left of one role's pay after school and fees, in ``months_usd`` from now on.

    ``end_text`` is the last of them in dollars, ``text`` the line for reading aloud.
    """

    role_id: str
    family: str
    short_title: str
    months_usd: tuple[int, ...]
    end_text: str
    text: str


class CrossingView(NamedTuple):
    """Where one line passes another: the month, the dollars there, and both in words."""

    month: int
    usd: int
    text: str


class YearsView(NamedTuple):
    """Ten years ahead for the roles compared: an estimate, with all that it assumes.

    ``study_hours`` a week beside school and ``growth_percent`` a year can be chosen.
    """

    lines: tuple[YearLineView, ...]
    crossings: tuple[CrossingView, ...]
    assumptions: tuple[str, ...]
    study_hours: int
    growth_percent: int


class WeightView(NamedTuple):
    """A section that counts half or double: the factor, and that in words."""

    section_id: str
    title: str
    factor: float
    text: str


class AnswerView(NamedTuple):
    """One question with what was answered; ``answer`` says so where it was skipped.

    ``was`` is the person's own answer where this one is only tried out.
    """

    question_id: str
    section_id: str
    label: str
    question: str
    answer: str
    is_skipped: bool
    was: str = ""


class ChangeView(NamedTuple):
    """Another answer to a question; ``text`` names it and the one that was given."""

    question_id: str
    label: str
    text: str


class FlipView(NamedTuple):
    """One smallest set of other answers that would change what comes first."""

    lead: str
    changes: tuple[ChangeView, ...]


class SureView(NamedTuple):
    """How sure the result is: sentences, and examples of what would change it."""

    statements: tuple[str, ...]
    flips: tuple[FlipView, ...]


class RemarkView(NamedTuple):
    """Something noticed about the answering; ``answers`` are pairs of question id and label."""

    text: str
    answers: tuple[tuple[str, str], ...]


class RoleView(NamedTuple):
    """A role's own card: what the person in it does all day, and what to do next."""

    role_id: str
    family: str
    title: str
    summary: str
    day: tuple[str, ...]
    evidence: tuple[tuple[str, tuple[SourceView, ...]], ...]
    next_steps: tuple[str, ...]


class TrialView(NamedTuple):
    """What is tried out: how the families fit ``now``, and ``before`` with the own answers."""

    now: str
    before: str


class ResultView(NamedTuple):
    """The whole result, top to bottom.

    ``kind`` is the verdict's code, ``leaders`` the families in first place,
    ``setting`` the setting that the rest of the page is about, the closest of
    all; before enough is answered it is None, and ``pay`` and ``paths`` are empty.
    ``settings`` are empty while nothing is answered. ``separating`` are the
    questions that would settle a close call, empty otherwise. ``sure`` is None
    where there is no clear result; ``remarks`` were noticed about the answering.
    ``pay`` is that of ``area``, one of ``areas``; ``years`` looks ten years ahead, None
    while pay and paths are empty. ``trial`` is set where this is the
    result of other answers than the person's own. ``weights`` are the sections that count
    more or less than normally.
    """

    kind: str
    kicker: str
    headline: str
    detail: str
    leaders: tuple[str, ...]
    families: tuple[Bar, ...]
    settings: tuple[Bar, ...]
    setting: RoleView | None
    reasons_for: tuple[ReasonView, ...]
    reasons_against: tuple[ReasonView, ...]
    reasons_note: str
    separating: tuple[ReasonView, ...]
    sure: SureView | None
    remarks: tuple[RemarkView, ...]
    pay: tuple[PayView, ...]
    pay_note: str
    paths: tuple[PathView, ...]
    answers: tuple[AnswerView, ...]
    trial: TrialView | None = None
    area: str = ""
    areas: tuple[str, ...] = ()
    years: YearsView | None = None
    weights: tuple[WeightView, ...] = ()
