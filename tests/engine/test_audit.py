"""The audit counts what trying every combination of answers gives."""

import random
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from math import prod, sqrt

import pytest
from hypothesis import given, settings

from caremgr_desktop.core.answers import Answers
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.engine.audit import families as family_audit
from caremgr_desktop.engine.audit import settings as setting_audit
from caremgr_desktop.engine.audit.audit import Audit, Auditor
from caremgr_desktop.engine.audit.counting import Sums
from caremgr_desktop.engine.audit.families import FamilyAudit
from caremgr_desktop.engine.audit.questions import QuestionAudit
from caremgr_desktop.engine.audit.reach import reach
from caremgr_desktop.engine.audit.sampled import FamilySample, standard_error
from caremgr_desktop.engine.audit.settings import SettingAudit
from caremgr_desktop.engine.audit.table import Table
from caremgr_desktop.engine.decide import Engine
from caremgr_desktop.engine.fit import Standing
from caremgr_desktop.engine.flip import pick_sets
from caremgr_desktop.engine.quick import QuickOrder
from tests.samples import question, quiz_of, quizzes, role, small_quiz


def say_nothing(_share: float) -> None:
    """Take the progress and do nothing with it."""


def every_combination(quiz: Quiz) -> Iterator[dict[str, tuple[str, ...]]]:
    """Yield one answer to every question in every way there is."""
    ids = [item.id for item in quiz.questions]
    for picks in product(*(list(pick_sets(item)) for item in quiz.questions)):
        yield dict(zip(ids, picks, strict=True))


def first(standings: tuple[Standing, ...]) -> tuple[str, ...]:
    return tuple(item.role_id for item in standings if item.rank == 1)


@settings(max_examples=60, deadline=None)
@given(quizzes(most_questions=3))
def test_families_are_counted_as_trying_every_combination_does(quiz: Quiz) -> None:
    engine = Engine(quiz)
    alone: Counter[str] = Counter()
    ties, total = 0, 0
    margins: Counter[Fraction] = Counter()
    for answers in every_combination(quiz):
        families = engine.decide(answers, {}).families
        leaders = first(families)
        total += 1
        ties += len(leaders) > 1
        if len(leaders) == 1:
            alone[leaders[0]] += 1
        fits = {item.role_id: item.fit for item in families}
        if len(fits) == 2:
            margins[fits["f0"] - fits["f1"]] += 1
        else:
            best, second, *_ = sorted(fits.values(), reverse=True)
            margins[best - second] += 1
    found = FamilyAudit(Table(quiz)).counts()
    assert found.combinations == total
    assert found.ties == Fraction(ties, total)
    assert found.shares == {item.id: Fraction(alone[item.id], total) for item in quiz.families}
    assert dict(found.margins) == {at: Fraction(count, total) for at, count in margins.items()}


@settings(max_examples=40, deadline=None)
@given(quizzes(most_questions=3))
def test_a_question_s_influence_is_counted_over_every_context(quiz: Quiz) -> None:
    engine = Engine(quiz)
    outcomes = {
        tuple(answers.items()): first(engine.decide(answers, {}).families)
        for answers in every_combination(quiz)
    }
    table = Table(quiz)
    for place, found in enumerate(QuestionAudit(table, FamilyAudit(table)).counts()):
        contexts: dict[tuple[object, ...], set[tuple[str, ...]]] = {}
        for answers, leaders in outcomes.items():
            context = (*answers[:place], *answers[place + 1 :])
            contexts.setdefault(context, set()).add(leaders)
        turned = sum(len(seen) > 1 for seen in contexts.values())
        assert found.influence == Fraction(turned, len(contexts))


@settings(max_examples=40, deadline=None)
@given(quizzes(most_questions=3))
def test_settings_are_counted_by_trying_every_combination(quiz: Quiz) -> None:
    engine = Engine(quiz)
    alone: Counter[str] = Counter()
    reached: Counter[str] = Counter()
    total = 0
    for answers in every_combination(quiz):
        leaders = first(engine.decide(answers, {}).settings)
        total += 1
        reached.update(leaders)
        if len(leaders) == 1:
            alone[leaders[0]] += 1
    for role_id, found in SettingAudit(Table(quiz)).counts(say_nothing).items():
        assert found.alone == pytest.approx(alone[role_id] / total)
        assert found.shared == pytest.approx((reached[role_id] - alone[role_id]) / total)
        assert found.standard_error == 0
        check_witness(engine, role_id, found.witness, is_reached=reached[role_id] > 0)


def check_witness(
    engine: Engine, role_id: str, witness: Answers | None, *, is_reached: bool
) -> None:
    """Check that answers bring a setting first, and are there exactly where some do."""
    assert (witness is not None) == is_reached
    if witness is not None:
        assert role_id in first(engine.decide(witness, {}).settings)
        assert set(witness) == {item.id for item in engine.quiz.questions}


@settings(max_examples=100, deadline=None)
@given(quizzes(most_questions=4))
def test_answers_that_bring_a_setting_first_are_found_or_proven_not_to_be(quiz: Quiz) -> None:
    table = Table(quiz)
    columns = [table.columns[item.id] for item in quiz.settings]
    for column in columns:
        leads = table.leads(column, [other for other in columns if other != column])
        found = reach(leads)
        best = max(
            min((sum(parts) for parts in zip(*chosen, strict=True)), default=0)
            for chosen in product(*leads)
        )
        assert (found.answers is not None) == (best >= 0)
        assert found.is_proven
        if found.answers is not None:
            chosen = [leads[place][answer] for place, answer in enumerate(found.answers)]
            assert all(sum(parts) >= 0 for parts in zip(*chosen, strict=True))


def large_quiz(count: int, options: int, families: int = 2) -> Quiz:
    """Return a quiz of many questions, with positions drawn from one seed."""
    chance = random.Random(5)  # noqa: S311 - no secret is made of it
    asked = tuple(
        question(
            f"q{number}",
            *({chance.choice(("pace", "contact", "place")): at} for at in range(-2, options - 2)),
        )
        for number in range(count)
    )
    spots = ((-2, 1, 0), (2, -1, 1), (1, 2, -2))[:families]
    roles = tuple(role(f"f{number}", None, *at) for number, at in enumerate(spots))
    roles += tuple(
        role(f"s{number}", "f0", *(chance.randint(-2, 2) for _ in range(3))) for number in range(4)
    )
    return quiz_of(asked, roles)


@pytest.mark.parametrize("families", [2, 3])
def test_forty_questions_of_five_options_are_counted_exactly(families: int) -> None:
    found = FamilyAudit(Table(large_quiz(40, 5, families))).counts()
    assert found.combinations == 5**40
    assert sum(found.shares.values()) + found.ties == 1
    assert sum(share for _, share in found.margins) == 1


def test_a_margin_is_an_exact_part_of_the_fit() -> None:
    asked = question("one", {"pace": 2}, {"pace": 2}, weight_percent=50)
    roles = (role("tea", None, 1, 0, 0), role("coffee", None, -2, 0, 0))
    found = FamilyAudit(Table(quiz_of((asked,), roles))).counts()
    assert found.margins == ((Fraction(3, 4), Fraction(1)),)


def test_equal_vectors_are_counted_apart() -> None:
    choices = [[(1,), (1,), (-1,)], [(0,), (2,)]]
    assert dict(Sums(choices).all()) == {(-1,): 1, (1,): 3, (3,): 2}


def test_a_sample_agrees_with_the_whole_within_its_error(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(large_quiz(7, 4))
    whole = SettingAudit(table).counts(say_nothing)
    monkeypatch.setattr(setting_audit, "MOST_COMBINATIONS", 1)
    sampled = SettingAudit(table).counts(say_nothing)
    for role_id, found in sampled.items():
        assert abs(found.alone - whole[role_id].alone) <= 5 * found.standard_error
        assert (found.witness is None) == (whole[role_id].witness is None)


def test_the_stroke_and_the_turns_cover_every_combination(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Table(large_quiz(6, 4))
    before = SettingAudit(table).counts(say_nothing)
    for limit in (1, 20, 300):
        monkeypatch.setattr(setting_audit, "INNER_LIMIT", limit)
        after = SettingAudit(table).counts(say_nothing)
        for role_id, found in before.items():
            assert (after[role_id].alone, after[role_id].shared) == (found.alone, found.shared)


def codes(audit: Audit) -> set[tuple[str, str]]:
    return {(finding.code, finding.about) for finding in audit.findings}


def unfair_quiz() -> Quiz:
    """Return a quiz with a setting that can't win, a dead question and a family with all room."""
    dead = question("dead", {"place": 1}, {"place": 1})
    asked = (question("one", {"pace": -2}, {"pace": -1}), dead)
    roles = (
        role("tea", None, -2, 0, 0),
        role("coffee", None, 2, 0, 0),
        role("green", "tea", -2, 0, 0),
        role("latte", "coffee", 2, 0, 0),
    )
    return quiz_of(asked, roles)


def test_an_unfair_quiz_is_told_all_that_is_wrong_with_it() -> None:
    audit = Auditor(unfair_quiz()).audit(say_nothing)
    assert not audit.is_fair
    assert codes(audit) >= {
        ("family_cannot_win", "coffee"),
        ("family_has_most", "tea"),
        ("setting_cannot_win", "latte"),
        ("dead_question", "dead"),
    }


def test_an_option_that_does_nothing_is_worth_a_look_and_no_fault() -> None:
    asked = (
        question("one", {"pace": -2}, {"pace": 0}, {"pace": 2}),
        question("two", {"pace": -2}, {"pace": 2}),
    )
    audit = Auditor(quiz_of(asked, unfair_quiz().roles)).audit(say_nothing)
    assert codes(audit) == {("dead_option", "one.o1")}
    assert audit.is_fair


def test_roles_that_no_question_tells_apart_are_named() -> None:
    quiz = small_quiz()
    twin = role("twin", "tea", -1, -2, 0)
    audit = Auditor(quiz._replace(roles=(*quiz.roles, twin))).audit(say_nothing)
    assert audit.alike == (("green", "twin"),)


def test_pairs_of_settings_add_up() -> None:
    quiz = large_quiz(6, 4)
    engine = Engine(quiz)
    fits = []
    for answers in every_combination(quiz):
        standings = engine.decide(answers, {}).settings
        fits.append({item.role_id: item.fit for item in standings})
    for pair in Auditor(quiz).audit(say_nothing).pairs:
        ahead = sum(fit[pair.first] > fit[pair.second] for fit in fits)
        level = sum(fit[pair.first] == fit[pair.second] for fit in fits)
        assert (pair.ahead, pair.level) == (Fraction(ahead, len(fits)), Fraction(level, len(fits)))


def test_progress_goes_up_to_the_end() -> None:
    told: list[float] = []
    Auditor(small_quiz()).audit(told.append)
    assert told == sorted(told)
    assert told[-1] == 1


def test_the_number_of_combinations_is_a_product() -> None:
    quiz = small_quiz()
    counts = [len(list(pick_sets(item))) for item in quiz.questions]
    assert Table(quiz).combinations == prod(counts) == 2 * 3 * 2 * 6


def always(quiz: Quiz, place: int) -> dict[str, tuple[str, ...]]:
    """Return the answers of somebody who takes the option of that number, or the last."""
    return {
        item.id: (item.options[min(place, len(item.options)) - 1].id,) for item in quiz.questions
    }


@settings(max_examples=60, deadline=None)
@given(quizzes(most_questions=4))
def test_habits_are_what_always_taking_one_option_gives(quiz: Quiz) -> None:
    habits = Auditor(quiz).audit(say_nothing).habits
    assert [habit.place for habit in habits] == list(
        range(1, 1 + max(len(item.options) for item in quiz.questions))
    )
    for habit in habits:
        verdict = Engine(quiz).decide(always(quiz, habit.place), {}).verdict
        assert (habit.verdict, habit.leaders) == (verdict.kind, verdict.leaders)
        assert habit.distance == verdict.flip.distance


@settings(max_examples=60, deadline=None)
@given(quizzes(most_questions=3))
def test_a_dead_option_does_what_leaving_it_out_does_whatever_else_is_answered(
    quiz: Quiz,
) -> None:
    engine = Engine(quiz)

    def outcome(answers: dict[str, tuple[str, ...]]) -> tuple[object, ...]:
        tally = engine.decide(answers, {}).tally
        columns = {role.id: place for place, role in enumerate(quiz.roles)}
        families = [tally.totals[columns[item.id]] for item in quiz.families]
        leads = [tally.totals[columns[item.id]] for item in quiz.settings]
        first = tuple(place for place, at in enumerate(families) if at == max(families))
        return first, tuple(at - leads[0] for at in leads)

    table = Table(quiz)
    for place, found in enumerate(QuestionAudit(table, FamilyAudit(table)).counts()):
        asked = quiz.questions[place]
        alive = set()
        for answers in every_combination(quiz):
            for option in answers[asked.id]:
                picks = tuple(item for item in answers[asked.id] if item != option)
                if outcome({**answers, asked.id: picks}) != outcome(answers):
                    alive.add(option)
        ids = [option.id for option in asked.options]
        assert list(found.dead_options) == [item for item in ids if item not in alive]


def quick_lengths(quiz: Quiz, visits: int) -> list[int]:
    """Return how many questions the quick edition asks in visits with random answers."""
    chance = random.Random(7)  # noqa: S311 - no secret is made of it
    order, lengths = QuickOrder(Engine(quiz)), []
    for _ in range(visits):
        answers: dict[str, tuple[str, ...]] = {}
        while (asked := order.next_question(answers, {})) is not None:
            answers[asked.id] = chance.choice(list(pick_sets(asked)))
        lengths.append(len(answers))
    return sorted(lengths)


def test_how_early_the_quick_edition_settles_is_near_what_other_visits_show() -> None:
    quiz = large_quiz(9, 3)
    settles = Auditor(quiz).audit(say_nothing).settles
    lengths = quick_lengths(quiz, 1_000)
    assert abs(settles.median - lengths[500]) <= 1
    assert abs(settles.percentile_90 - lengths[900]) <= 1
    assert lengths[500] < lengths[900]
    assert settles.settled <= settles.visits
    share = sum(length < 9 for length in lengths) / 1_000
    assert settles.settled / settles.visits >= share - 0.1


def test_a_quiz_that_one_question_decides_settles_after_it() -> None:
    asked = tuple(question(f"q{number}", {"pace": -2}, {"pace": 2}) for number in range(14))
    roles = (role("tea", None, -2, 0, 0), role("coffee", None, 2, 0, 0))
    heavy = question("last", {"pace": -2}, {"pace": 2}, weight_percent=9_000)
    quiz = quiz_of((*asked, heavy), roles)
    settles = Auditor(quiz).audit(say_nothing).settles
    assert settles.settled == settles.visits  # The heavy question comes first and decides.
    assert settles.median == settles.percentile_90 == 1


@pytest.mark.parametrize(("places", "told"), [((2, 2, 2, -2, -2), []), ((2, 2, 2, -2), ["tea"])])
def test_more_than_sixty_in_a_hundred_combinations_are_too_many(
    places: tuple[int, ...], told: list[str]
) -> None:
    options = question("one", *({"pace": at} for at in places))
    roles = (role("tea", None, 2, 0, 0), role("coffee", None, -2, 0, 0))
    found = codes(Auditor(quiz_of((options,), roles)).audit(say_nothing))
    assert [about for code, about in found if code == "family_has_most"] == told


@pytest.mark.parametrize(("seen", "tried"), [(0, 1_000), (300, 1_000), (1_000, 1_000)])
def test_the_standard_error_is_that_of_a_share_and_never_nothing(seen: int, tried: int) -> None:
    share = (seen + 2) / (tried + 4)
    assert standard_error(seen, tried) == pytest.approx(sqrt(share * (1 - share) / (tried + 4)))
    assert standard_error(seen, tried) > 0


def test_a_sample_of_families_agrees_with_the_whole_within_its_error() -> None:
    table = Table(large_quiz(7, 4, 3))
    whole, sampled = FamilyAudit(table).counts(), FamilySample(table).counts()
    assert sampled.combinations == whole.combinations
    assert 0 < sampled.standard_error < 0.001
    for role_id, share in sampled.shares.items():
        assert abs(share - whole.shares[role_id]) <= 5 * sampled.standard_error
    assert sum(sampled.shares.values()) + sampled.ties == 1
    assert sum(share for _, share in sampled.margins) == 1
    exact = list(QuestionAudit(table, FamilyAudit(table)).counts())
    for mine, theirs in zip(QuestionAudit(table, FamilySample(table)).counts(), exact, strict=True):
        assert abs(mine.influence - theirs.influence) < 0.03
        assert set(mine.dead_options) <= set(theirs.dead_options)


def test_many_families_are_sampled_and_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(family_audit, "MOST_WORK", 1)
    assert Auditor(large_quiz(6, 3, 3)).audit(say_nothing).families.standard_error > 0
    assert Auditor(large_quiz(6, 3, 2)).audit(say_nothing).families.standard_error == 0
