"""The plans on a result: where they begin, what comes when, and what to do this month."""

from caremgr_desktop.compose import Workshop
from caremgr_desktop.core.person import Course, Education, Have, Work
from caremgr_desktop.reporting.result import ResultReporter
from tests.reporting.portraits import like

RN = frozenset({"rn"})


def test_the_steps_of_a_plan_begin_in_order_and_end_with_the_credential(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    for path in reporter.result(like(workshop.quiz(), "geriatric")).paths:
        for plan in path.plans:
            begins = [step.start_month for step in plan.steps]
            assert begins == sorted(begins)
            assert [step.number for step in plan.steps] == list(range(1, len(begins) + 1))
            assert plan.total_months == max(step.end_month for step in plan.steps)
            assert plan.steps[-1].kind in ("apply", "exam")


def test_where_nothing_is_said_a_plan_starts_from_high_school_and_says_so(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    visit = like(workshop.quiz(), "geriatric")
    for have in (None, Have()):
        path = reporter.result(visit.with_have(have)).paths[0]
        assert "high school" in path.start
        assert all("sign up" in words for plan in path.plans for words in plan.this_month)
    nurse = Have((Education("bsn"),), frozenset({"rn"}))
    path = reporter.result(visit.with_have(nurse)).paths[0]
    assert "high school" not in path.start
    words = "Look for a job: Work in case or care management, with a supervisor."
    assert path.plans[0].this_month == (words,)


def test_what_one_has_changes_no_fit_and_no_word_but_those_on_path_and_years(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    visit = like(workshop.quiz(), "hospital")
    nurse = Have((Education("bsn"),), frozenset({"rn"}))
    before, after = reporter.result(visit), reporter.result(visit.with_have(nurse))
    assert before.paths != after.paths
    assert before._replace(paths=(), years=None) == after._replace(paths=(), years=None)


def test_who_is_eligible_is_told_so_and_what_to_do_this_month(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    work = Work("nurse_case_management", 36, supervision="ccm")
    nurse = Have((Education("bsn"),), frozenset({"rn"}), (work,))
    path = next(
        it
        for it in reporter.result(like(workshop.quiz(), "hospital").with_have(nurse)).paths
        if it.credential_id == "CCM"
    )
    assert path.lead == "You are eligible now."
    assert "eligible now" in path.mark
    assert path.plans[0].this_month == ("Apply for the CCM and pass its exam.",)


def test_a_choice_says_where_a_price_was_not_found(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    nurse = Have((Education("bsn"),), frozenset({"rn"}))
    by_id = {
        path.credential_id: path
        for path in reporter.result(like(workshop.quiz(), "home_hospice").with_have(nurse)).paths
    }
    assert by_id["CMC"].plans[-1].choice.endswith("fee not found")  # It takes no school.
    assert by_id["CCM"].plans[-1].choice.endswith(", $420")
    fresh = reporter.result(like(workshop.quiz(), "home_hospice")).paths
    assert "from $" in next(it for it in fresh if it.credential_id == "CMC").plans[-1].choice


def test_of_several_credentials_the_usual_one_comes_first_and_the_soonest_is_marked(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    for found in workshop.quiz().roles:
        paths = reporter.result(like(workshop.quiz(), found.id)).paths if found.family else ()
        if len(paths) < 2:
            continue
        assert paths[0].mark.startswith("the usual one")
        soonest = min(path.plans[0].total_months for path in paths)
        for path in paths:
            is_marked = "reached first" in path.mark or "as soon as any" in path.mark
            assert is_marked == (path.plans[0].total_months == soonest)
        assert sum("reached first" in path.mark for path in paths) < 2


def test_what_one_has_already_is_said_to_be_and_not_called_open(
    workshop: Workshop, reporter: ResultReporter
) -> None:
    visit = like(workshop.quiz(), "hospital").with_have(Have((), frozenset({"ccm"})))
    path = next(it for it in reporter.result(visit).paths if it.credential_id == "CCM")
    assert path.lead == "You have this already."
    assert "yours already" in path.mark
    assert "eligible" not in path.mark


def test_plans_that_are_as_soon_say_what_they_take_at_the_most(reporter: ResultReporter) -> None:
    plans = reporter.paths(["C-ASWCM"], Have())[0].plans
    assert [plan.choice for plan in plans] == [
        "Soonest: 7 years, from $58,280",
        "Cheapest: 7 to 8.8 years, from $43,240",
    ]


def test_a_plan_of_courses_alone_says_how_long_they_may_take(reporter: ResultReporter) -> None:
    work = (Work("nurse_case_management", 24),)
    courses = (Course("nursing_case_management", 29),)
    plan = reporter.paths(["CMGT-BC"], Have((), RN, work, courses))[0].plans[0]
    assert plan.summary.startswith("Up to 12 months from now. ")
    assert plan.choice.startswith("Soonest and cheapest: up to 12 months, ")
    step = plan.steps[0]
    assert step.title.endswith(" (1 hour is left)")
    assert step.when == "Begin now. It takes up to 12 months."
    assert step.cost == "Price not found; ask the school. They can be taken beside work."
    courses = (Course("nursing_case_management", 12),)
    plan = reporter.paths(["CMGT-BC"], Have((), RN, work, courses))[0].plans[0]
    assert plan.steps[0].title.endswith(" (18 hours are left)")


def test_a_program_under_way_is_never_left_for_itself(reporter: ResultReporter) -> None:
    plan = reporter.paths(["CCM"], Have((Education("adn", 30),)))[0].plans[0]
    title = "Associate degree in nursing"
    assert plan.this_month[0] == f"Ask your school how to finish in 2 years: {title}."
    assert plan.leaving == (
        (
            f"It takes this at its shortest: {title}. At the pace that you gave it takes 3.5 years"
            " and $8,600, which is 6 months more."
        ),
    )


def test_what_is_not_known_of_degrees_is_said(reporter: ResultReporter) -> None:
    licence = Have((), frozenset({"sw_master"}))
    assert reporter.paths(["C-ASWCM"], licence)[0].assumed == (
        (
            "You named a license or a certificate and no degree. If you have a degree, add it: that"
            " may make the plan shorter."
        ),
    )
    work = (
        Work("case_management", 36, supervision="some"),
        Work("direct", 24, ended_months_ago=36),
    )
    assumed = reporter.paths(["CMC"], Have((), RN, work))[0].assumed
    assert not any("your degree" in words for words in assumed)


def test_a_price_that_is_estimated_has_its_most(reporter: ResultReporter) -> None:
    work = (Work("case_management", 24),)
    plan = reporter.paths(["CCM"], Have((Education("bachelor_other"),), frozenset(), work))[0]
    assert "$11,062 to $17,845" in plan.plans[0].summary
    assert (
        plan.plans[0]
        .steps[0]
        .cost.startswith("About $10,642 to $17,415, counted at the average tuition.")
    )


def test_finishing_studies_says_where_a_price_was_not_found(reporter: ResultReporter) -> None:
    studies = Have((Education("msw_advanced", 30),), RN)
    said = [
        words
        for path in reporter.paths(["CMC", "ACM-RN", "CCM"], studies)
        for plan in path.plans
        for words in plan.leaving
    ]
    assert any("and prices that were not found" in words for words in said)


def test_one_hour_of_courses_is_one(reporter: ResultReporter) -> None:
    courses = (Course("nursing_case_management", 1, 40),)
    path = reporter.paths(["CMGT-BC"], Have((), RN, (), courses))[0]
    assert "1 hour of courses doesn't count." in path.warnings[0]
