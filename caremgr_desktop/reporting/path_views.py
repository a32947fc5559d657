"""The ways to a credential as ordered steps with months, fees and sources."""

from caremgr_desktop.career.credential import Credential, Route, Span, Step, span_of
from caremgr_desktop.career.handbook import CredentialUse, Handbook
from caremgr_desktop.core.ports import Formats, Translate
from caremgr_desktop.reporting.citations import Citations
from caremgr_desktop.reporting.views import PathView, StepView

MONTHS_PER_YEAR = 12


class PathWriter:
    """Writes the paths to the credentials that a role uses."""

    def __init__(
        self, handbook: Handbook, citations: Citations, formats: Formats, translate: Translate
    ) -> None:
        self._handbook = handbook
        self._citations = citations
        self._formats = formats
        self._translate = translate
        self._known: dict[tuple[CredentialUse, ...], tuple[PathView, ...]] = {}

    def _tr(self, text: str) -> str:
        return self._translate("Path", text)

    def views(self, uses: tuple[CredentialUse, ...]) -> tuple[PathView, ...]:
        """Return a path for each use, the usual one first; each is written once."""
        if uses not in self._known:
            self._known[uses] = self._new(uses)
        return self._known[uses]

    def _new(self, uses: tuple[CredentialUse, ...]) -> tuple[PathView, ...]:
        return tuple(
            self._path(self._handbook.credentials[use.credential], self._handbook.route_of(use))
            for use in uses
        )

    def _path(self, credential: Credential, route: Route) -> PathView:
        steps = self._steps(route)
        statements = [credential.rule, *credential.excludes]
        statements += [item for item in (credential.exam, credential.renewal) if item is not None]
        notes = [*(item.text for item in credential.excludes)]
        if credential.exam is not None:
            notes.append(self._tr("Exam: {text}").format(text=credential.exam.text))
        if credential.renewal is not None:
            notes.append(self._tr("Renewal: {text}").format(text=credential.renewal.text))
        return PathView(
            credential_id=credential.id,
            title=credential.name,
            issuer=credential.issuer,
            route=route.title,
            summary=self._summary(span_of(route)),
            rule=self._tr("What it asks for: {text}").format(text=credential.rule.text),
            notes=tuple(notes),
            steps=steps,
            total_months=steps[-1].end_month if steps else 0,
            sources=self._citations.of(id_ for item in statements for id_ in item.sources),
        )

    def _steps(self, route: Route) -> tuple[StepView, ...]:
        views, month = [], 0
        for number, step in enumerate(route.steps, start=1):
            views.append(
                StepView(
                    number=number,
                    title=step.title,
                    kind=step.kind,
                    months=self._months(step.months_low, step.months_high),
                    cost=self._cost(step),
                    why=step.why,
                    start_month=month,
                    end_month=month + step.months_high,
                    confidence=step.confidence,
                    sources=self._citations.of(step.sources),
                )
            )
            month += step.months_high
        return tuple(views)

    def _months(self, low: int, high: int) -> str:
        if high == 0:
            return ""
        if low == high:
            return self._tr("{months} months").format(months=high)
        return self._tr("{low} to {high} months").format(low=low, high=high)

    def _cost(self, step: Step) -> str:
        if step.cost_low_usd is None or step.cost_high_usd is None or step.cost_high_usd == 0:
            return step.cost_note
        return f"{self._money(step.cost_low_usd, step.cost_high_usd)}. {step.cost_note}".strip()

    def _money(self, low: int, high: int) -> str:
        if low == high:
            return self._formats.money(low)
        words = self._tr("{low} to {high}")
        return words.format(low=self._formats.money(low), high=self._formats.money(high))

    def _summary(self, span: Span) -> str:
        time = self._tr("From high school, one step after the other: {time}.").format(
            time=self._years(span.months_low, span.months_high)
        )
        words = (
            self._tr("School and fees that were found: {cost}.")
            if span.is_cost_whole
            else self._tr("School and fees that were found: {cost}; some were not found.")
        )
        return f"{time} {words.format(cost=self._money(span.cost_low_usd, span.cost_high_usd))}"

    def _years(self, low: int, high: int) -> str:
        if low == high:
            return self._tr("about {years} years").format(years=self._year_number(low))
        return self._tr("about {low} to {high} years").format(
            low=self._year_number(low), high=self._year_number(high)
        )

    def _year_number(self, months: int) -> str:
        years = months / MONTHS_PER_YEAR
        return self._formats.number(years, decimals=0 if months % MONTHS_PER_YEAR == 0 else 1)
