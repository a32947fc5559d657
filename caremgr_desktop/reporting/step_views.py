"""One step of a plan in words: when it begins, how long it takes, what it costs."""

from caremgr_desktop.career.outcome import PlanStep
from caremgr_desktop.career.requirements import STUDY
from caremgr_desktop.career.source import MONTHS_PER_YEAR
from caremgr_desktop.career.under_way import UNDER_WAY
from caremgr_desktop.core.ports import Formats, Translate
from caremgr_desktop.reporting.citations import Citations
from caremgr_desktop.reporting.views import StepView

YEARS_FROM_MONTHS = 24
"""So many months and more are said in years too."""


class StepWriter:
    """Writes steps."""

    def __init__(self, citations: Citations, formats: Formats, translate: Translate) -> None:
        self._citations = citations
        self._formats = formats
        self._translate = translate

    def _tr(self, text: str) -> str:
        return self._translate("Plan", text)

    def view(self, number: int, step: PlanStep) -> StepView:
        """Return a step with its number in the plan."""
        return StepView(
            number=number,
            title=self.title(step),
            kind=step.kind,
            when=self._when(step),
            cost=self._cost(step),
            why=self._why(step),
            start_month=step.start_month,
            end_month=step.end_month,
            confidence=step.confidence,
            sources=self._citations.of(step.sources),
        )

    def _why(self, step: PlanStep) -> str:
        """Return the rule's own words where a step serves a part of it, else the step's own."""
        if not step.asked:
            return step.why
        return self._tr("Asked for: {text}").format(text=" ".join(step.asked))

    def title(self, step: PlanStep) -> str:
        """Return what a step is, a job with its supervisor, courses with the hours left."""
        if step.hours_left:
            text = self._tr("{title} ({hours} hours are left)")
            if step.hours_left == 1:
                text = self._tr("{title} (1 hour is left)")
            return text.format(title=step.title, hours=step.hours_left)
        words = {
            "some": self._tr("{title}, with a supervisor"),
            "ccm": self._tr("{title}, under a CCM"),
        }
        return words.get(step.supervision, "{title}").format(title=step.title)

    def money(self, low: int, high: int) -> str:
        """Return an amount, or the least and the most."""
        if high <= low:
            return self._formats.money(low)
        words = self._tr("{low} to {high}")
        return words.format(low=self._formats.money(low), high=self._formats.money(high))

    def length(self, low: int, high: int) -> str:
        """Return how long something takes, such as "4.5 to 6 years" or "11 months"."""
        if high < YEARS_FROM_MONTHS:
            return self._months(low, high)
        words = (self._tr("{low} years"), self._tr("{low} to {high} years"))
        if not low:
            words = (words[0], self._tr("up to {high} years"))
        return self._span(*words, low / MONTHS_PER_YEAR, high / MONTHS_PER_YEAR)

    def _months(self, low: int, high: int) -> str:
        words = self._tr("1 month") if low == high == 1 else self._tr("{low} months")
        span = self._tr("{low} to {high} months")
        if not low:
            span = self._tr("up to 1 month") if high == 1 else self._tr("up to {high} months")
        return self._span(words, span, low, high)

    def _span(self, one: str, two: str, low: float, high: float) -> str:
        texts = [self._number(value) for value in (low, high)]
        words = one if texts[0] == texts[1] else two
        return words.format(low=texts[0], high=texts[1])

    def _number(self, value: float) -> str:
        return self._formats.number(value, decimals=0 if value == int(value) else 1)

    def _when(self, step: PlanStep) -> str:
        """Return when a step begins and how long it takes; a moment only when it comes."""
        months = step.end_month - step.start_month
        after = self._months(step.start_month, step.start_month)
        if not max(months, step.months_high):
            if not step.start_month:
                return self._tr("Now.")
            return self._tr("After {months}.").format(months=after)
        begin = self._tr("Begin now.")
        if step.start_month:
            begin = self._tr("Begin after {months}.").format(months=after)
        high = max(months, step.months_high)
        takes = self._tr("It takes {months}").format(months=self._months(months, high))
        return f"{begin} {takes}{self._school_years(step, high)}."

    def _school_years(self, step: PlanStep, high: int) -> str:
        """Return study in school years, begun ones counted whole; empty for less than one."""
        low = step.end_month - step.start_month
        if step.kind != STUDY or not low or high < MONTHS_PER_YEAR:
            return ""
        words = (self._tr(" ({low} school years)"), self._tr(" ({low} to {high} school years)"))
        years = [-(-months // MONTHS_PER_YEAR) for months in (low, high)]
        if years == [1, 1]:
            return self._tr(" (1 school year)")
        return self._span(*words, *years)

    def _cost(self, step: PlanStep) -> str:
        note = step.cost_note
        if step.cost_usd is None and note:
            return note  # It says that there is no price, and whom to ask.
        if note and step.id.startswith(UNDER_WAY):
            note = self._tr("That is the share of what is left. {note}").format(note=note)
        return f"{self._price(step)}. {note}".strip()

    def _price(self, step: PlanStep) -> str:
        if step.kind == "work":
            return self._tr("Paid work")
        if step.cost_usd is None:
            return self._tr("Price not found")
        if step.is_estimated:
            words = self._tr("About {cost}, counted at the average tuition")
            return words.format(cost=self.money(step.cost_usd, step.cost_high_usd or 0))
        return self.money(step.cost_usd, step.cost_high_usd or 0)
