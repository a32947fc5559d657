"""Each answer as a reason for one family or the other."""

from caremgr_desktop.career.handbook import Handbook
from caremgr_desktop.core.ports import Formats, Translate
from caremgr_desktop.core.quiz import Question, Quiz, Role
from caremgr_desktop.core.visit import Visit
from caremgr_desktop.engine.reasons import Contrast
from caremgr_desktop.reporting.citations import Citations
from caremgr_desktop.reporting.views import BasisView, ReasonView

PERCENT = 100


class ReasonWriter:
    """Writes reasons of one quiz."""

    def __init__(
        self,
        quiz: Quiz,
        handbook: Handbook,
        citations: Citations,
        formats: Formats,
        translate: Translate,
    ) -> None:
        self._quiz = quiz
        self._handbook = handbook
        self._citations = citations
        self._formats = formats
        self._translate = translate
        self._known_bases: dict[tuple[str, str, int], BasisView] = {}

    def views(
        self, visit: Visit, contrasts: list[Contrast], first: str, second: str
    ) -> tuple[ReasonView, ...]:
        """Return the contrasts between two families as reasons, largest first."""
        found = ((self._quiz.question(item.question_id), item) for item in contrasts)
        return tuple(
            self._view(question, visit, item, (first, second))
            for question, item in found
            if question is not None
        )

    def _view(
        self, question: Question, visit: Visit, contrast: Contrast, roles: tuple[str, str]
    ) -> ReasonView:
        first, second = roles
        toward = first if contrast.points > 0 else second if contrast.points < 0 else ""
        points = abs(float(contrast.points) * PERCENT)
        picks = visit.answers.get(question.id, ())
        shorts = [option.short for option in question.options if option.id in picks]
        return ReasonView(
            question_id=question.id,
            label=question.label,
            question=question.text,
            answer=", ".join(shorts),
            toward=toward,
            points=points,
            text=self._points_text(points),
            bases=self._bases(question, visit, roles),
        )

    def _points_text(self, points: float) -> str:
        if points == 0:
            return "0"
        return f"+{self._formats.number(points, decimals=1)}"

    def _bases(
        self, question: Question, visit: Visit, roles: tuple[str, str]
    ) -> tuple[BasisView, ...]:
        picks = visit.answers.get(question.id, ())
        spots = {
            trait: at
            for option in question.options
            if option.id in picks
            for trait, at in option.positions.items()
        }
        chosen = [role for role in self._quiz.families if role.id in roles]
        return tuple(self._basis(role, trait, at) for trait, at in spots.items() for role in chosen)

    def _basis(self, role: Role, trait_id: str, answer: int) -> BasisView:
        """Return why a role stands where it does; one result after another asks for the same."""
        key = (role.id, trait_id, answer)
        if key not in self._known_bases:
            self._known_bases[key] = self._new_basis(role, trait_id, answer)
        return self._known_bases[key]

    def _new_basis(self, role: Role, trait_id: str, answer: int) -> BasisView:
        trait = self._quiz.trait(trait_id)
        basis = self._handbook.roles[role.id].bases[trait_id]
        inferred = self._translate("Reasons", "Inferred: {reason}")
        return BasisView(
            role_title=role.title,
            family=role.family or role.id,
            low=trait.low if trait else "",
            high=trait.high if trait else "",
            position=role.positions[trait_id],
            answer=answer,
            reason=inferred.format(reason=basis.inferred) if basis.is_inferred else "",
            sources=self._citations.of(basis.sources),
        )
