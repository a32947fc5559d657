"""The verdict in plain sentences."""

from typing import NamedTuple

from caremgr_desktop.core.ports import Translate
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.core.verdicts import CLEAR, CLOSE_CALL, NO_CLEAR_RESULT
from caremgr_desktop.engine.decide import Decision
from caremgr_desktop.engine.fit import Standing
from caremgr_desktop.engine.verdict import Verdict
from caremgr_desktop.reporting.titles import in_a_sentence


class VerdictWords(NamedTuple):
    """What stands at the top of a result."""

    kicker: str
    headline: str
    detail: str


class VerdictWriter:
    """Writes verdicts on one quiz; those of the quick edition say that they are less sure."""

    def __init__(self, quiz: Quiz, translate: Translate, *, is_quick: bool = False) -> None:
        self._quiz = quiz
        self._is_quick = is_quick
        self._translate = translate

    def words(self, decision: Decision) -> VerdictWords:
        """Return the words for a decision."""
        verdict = decision.verdict
        kicker = self._tr("Your result  ·  {answered} of {asked} answered")
        detail = self._detail(decision)
        if self._is_quick:
            kicker = self._tr("Quick edition  ·  {answered} of {asked} answered")
            less = self._tr("This quick edition is less sure than all {asked} questions.")
            detail = f"{detail} {less.format(asked=verdict.asked)}"
        return VerdictWords(
            kicker=kicker.format(answered=verdict.answered, asked=verdict.asked),
            headline=self._headline(decision),
            detail=detail,
        )

    def _tr(self, text: str) -> str:
        return self._translate("Verdict", text)

    def _title(self, role_id: str) -> str:
        role = self._quiz.role(role_id)
        return role.title if role else role_id

    def _joined(self, role_ids: list[str]) -> str:
        titles = [in_a_sentence(self._title(role_id)) for role_id in role_ids]
        if len(titles) < 2:
            return "".join(titles)
        return self._tr("{some} and {last}").format(some=", ".join(titles[:-1]), last=titles[-1])

    def _headline(self, decision: Decision) -> str:
        verdict = decision.verdict
        if verdict.kind == NO_CLEAR_RESULT:
            return self._tr("No clear result yet")
        if verdict.kind == CLOSE_CALL:
            close = [standing.role_id for standing in close_families(decision)]
            return self._tr("Too close to call: {roles}").format(roles=self._joined(close))
        leader = self._title(verdict.leaders[0])
        if verdict.kind == CLEAR:
            return self._tr("{role} is closest to your answers").format(role=leader)
        return self._tr("Your answers lean toward {role}").format(role=in_a_sentence(leader))

    def _detail(self, decision: Decision) -> str:
        verdict = decision.verdict
        if verdict.kind == NO_CLEAR_RESULT:
            return self._no_result(verdict)
        tied = closest_settings(decision)
        if len(tied) > 1:
            words = self._tr(
                "The closest settings, level with each other, are {roles}."
                " What follows is about the {first}."
            )
            closest = words.format(
                roles=self._joined([item.role_id for item in tied]),
                first=in_a_sentence(self._title(tied[0].role_id)),
            )
        else:
            closest = self._closest(decision, tied[0])
        return f"{self._sureness(decision)} {closest}"

    def _closest(self, decision: Decision, setting: Standing) -> str:
        closest = self._tr("The closest setting is {role}.").format(
            role=in_a_sentence(self._title(setting.role_id))
        )
        if decision.verdict.kind == CLOSE_CALL or setting.family in decision.verdict.leaders:
            return closest
        why = self._tr(
            "It goes by the other title: what a day is like depends on the setting"
            " more than on the title."
        )
        return f"{closest} {why}"

    def _no_result(self, verdict: Verdict) -> str:
        if verdict.answered == 0:
            words = self._tr("No question is answered so far. Answer at least {least} of {asked}.")
            return words.format(least=verdict.least, asked=verdict.asked)
        if not verdict.has_enough:
            words = self._tr("{answered} of {asked} answers are too few to tell.")
            if verdict.answered == 1:
                words = self._tr("One answer of {asked} is too few to tell.")
            advice = self._tr("Answer at least {least} questions.").format(least=verdict.least)
            said = words.format(answered=verdict.answered, asked=verdict.asked)
            return f"{said} {advice}"
        return self._tr(
            "Every answer fits all roles alike. Look at the settings below,"
            " or change the answers that you are least sure of."
        )

    def _sureness(self, decision: Decision) -> str:
        verdict = decision.verdict
        distance = verdict.flip.distance
        if len(verdict.leaders) > 1:
            return self._tr("They come first together, level with each other.")
        rival = in_a_sentence(self._title(close_families(decision)[1].role_id))
        if distance is None:
            words = self._tr("No change of your answers would bring {rival} level.")
            return words.format(rival=rival)
        if distance == 1:
            words = self._tr("One different answer would bring {rival} level or ahead.")
            return words.format(rival=rival)
        words = self._tr("At least {count} answers would have to change before {rival} drew level.")
        return words.format(count=distance, rival=rival)


def close_families(decision: Decision) -> tuple[Standing, ...]:
    """Return the families that a close call is between: the leaders, or the first and its rival.

    The rival is the family that the fewest other answers would bring level: of three it
    may be the third by fit.
    """
    leaders = tuple(item for item in decision.families if item.rank == 1)
    if len(leaders) > 1:
        return leaders
    nearest = decision.verdict.flip.to
    others = decision.families[1:]
    rival = next((item for item in others if item.role_id == nearest), others[0])
    return (leaders[0], rival)


def closest_settings(decision: Decision) -> list[Standing]:
    """Return the settings in first place, those of the leading families before others."""
    tied = [item for item in decision.settings if item.rank == 1]
    return sorted(tied, key=lambda item: item.family not in decision.verdict.leaders)
