"""The fit: anybody who recomputes it by the published rule gets the same."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from caremgr_desktop.core.answers import Answers, Importance, Importances
from caremgr_desktop.core.quiz import Quiz, Role
from caremgr_desktop.engine.decide import Decision, Engine
from tests.samples import cases, question, quiz_of, role, small_quiz

Case = tuple[Quiz, dict[str, tuple[str, ...]], dict[str, Importance]]


def decide(quiz: Quiz, answers: Answers, importances: Importances) -> Decision:
    return Engine(quiz).decide(answers, importances)


def fits(decision: Decision) -> dict[str, Fraction]:
    return {standing.role_id: standing.fit for standing in decision.standings}


def by_the_rule(quiz: Quiz, answers: Answers, importances: Importances, of: Role) -> Fraction:
    """Return the fit by the rule in words, with fractions and nothing clever."""
    top = bottom = Fraction(0)
    for asked in quiz.questions:
        picks = answers.get(asked.id) or ()
        parts = [
            1 - Fraction(abs(at - of.positions[trait]), 4)
            for option in asked.options
            if option.id in picks
            for trait, at in option.positions.items()
        ]
        if parts:
            weight = Fraction(asked.weight_percent, 100)
            weight *= Fraction(importances.get(asked.section, Importance.NORMAL), 2)
            top += weight * sum(parts) / len(parts)
            bottom += weight
    return top / bottom if bottom else Fraction(0)


@given(cases())
def test_the_fit_is_what_the_rule_in_words_gives(case: Case) -> None:
    quiz, answers, importances = case
    found = fits(decide(quiz, answers, importances))
    for each in quiz.roles:
        assert found[each.id] == by_the_rule(quiz, answers, importances, each)


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_answering_never_matters(case: Case, random: st.DataObject) -> None:
    quiz, answers, importances = case
    shuffled = list(answers.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis hands out a Random
    assert decide(quiz, dict(shuffled), importances) == decide(quiz, answers, importances)


@given(cases())
def test_a_skip_equals_no_question(case: Case) -> None:
    quiz, answers, importances = case
    reached = {key: picks for key, picks in answers.items() if picks}
    asked = tuple(item for item in quiz.questions if item.id in reached)
    smaller = quiz_of(asked, quiz.roles)
    whole = decide(quiz, answers, importances)
    assert fits(decide(quiz, reached, importances)) == fits(whole)
    assert fits(decide(smaller, reached, importances)) == fits(whole)


@given(cases())
def test_points_add_up_to_the_fit_exactly(case: Case) -> None:
    quiz, answers, importances = case
    decision = decide(quiz, answers, importances)
    for role_id, fit in fits(decision).items():
        points = [item.points for item in decision.reasons if item.role_id == role_id]
        assert sum(points, Fraction(0)) == fit


@given(cases())
def test_contrasts_add_up_to_the_difference_exactly(case: Case) -> None:
    quiz, answers, importances = case
    engine = Engine(quiz)
    decision = engine.decide(answers, importances)
    found = fits(decision)
    contrasts = engine.contrasts(decision, "f0", "f1")
    assert sum((item.points for item in contrasts), Fraction(0)) == found["f0"] - found["f1"]
    sizes = [abs(item.points) for item in contrasts]
    assert sizes == sorted(sizes, reverse=True)


@given(cases())
def test_relabelling_roles_changes_nothing(case: Case) -> None:
    quiz, answers, importances = case
    renamed = tuple(
        Role(f"new_{item.id}", item.family and f"new_{item.family}", "x", "x", item.positions)
        for item in quiz.roles
    )
    before = decide(quiz, answers, importances)
    after = decide(quiz_of(quiz.questions, renamed), answers, importances)
    assert [(f"new_{s.role_id}", s.rank, s.fit) for s in before.standings] == [
        (s.role_id, s.rank, s.fit) for s in after.standings
    ]
    assert before.verdict.flip.distance == after.verdict.flip.distance


@given(cases())
def test_the_order_of_roles_changes_no_rank(case: Case) -> None:
    quiz, answers, importances = case
    turned = quiz_of(quiz.questions, tuple(reversed(quiz.roles)))
    before = {s.role_id: (s.rank, s.fit) for s in decide(quiz, answers, importances).standings}
    after = {s.role_id: (s.rank, s.fit) for s in decide(turned, answers, importances).standings}
    assert before == after


@given(cases())
def test_scaling_all_weights_changes_nothing(case: Case) -> None:
    quiz, answers, _ = case
    normal = decide(quiz, answers, {})
    for importance in Importance:
        every = {section.id: importance for section in quiz.sections}
        scaled = decide(quiz, answers, every)
        assert fits(scaled) == fits(normal)
        assert scaled.verdict == normal.verdict


@settings(max_examples=200)
@given(cases())
def test_raising_a_section_in_which_a_beats_b_never_helps_b(case: Case) -> None:
    quiz, answers, importances = case
    for section in quiz.sections:
        inside = {item.id for item in quiz.questions_of(section.id)}
        alone = fits(decide(quiz, {k: v for k, v in answers.items() if k in inside}, {}))
        low = fits(decide(quiz, answers, {**importances, section.id: Importance.HALF}))
        high = fits(decide(quiz, answers, {**importances, section.id: Importance.DOUBLE}))
        for a in quiz.roles:
            for b in quiz.roles:
                if alone[a.id] > alone[b.id] and low[a.id] > low[b.id]:
                    assert high[a.id] > high[b.id]


def test_ties_share_a_rank_and_the_next_rank_is_left_out() -> None:
    roles = (
        role("tea", None, -2, 0, 0),
        role("coffee", None, 2, 0, 0),
        role("a", "tea", 0, 0, 0),
        role("b", "tea", 0, 1, 1),
        role("c", "coffee", 2, 0, 0),
    )
    quiz = quiz_of((question("one", {"pace": 0}),), roles)
    ranks = {s.role_id: s.rank for s in decide(quiz, {"one": ("o0",)}, {}).standings}
    assert ranks == {"tea": 1, "coffee": 1, "a": 1, "b": 1, "c": 3}


def test_nothing_answered_fits_nothing() -> None:
    decision = decide(small_quiz(), {}, {})
    assert set(fits(decision).values()) == {Fraction(0)}
    assert decision.reasons == ()
