"""What credentials ask, and the steps that lead to them."""

from dataclasses import dataclass

from caremgr_desktop.career.source import Statement


@dataclass(frozen=True, slots=True)
class Step:
    """One step on a way to a credential: study, exam, work or apply.

    Costs are None where none was found; ``cost_note`` then says whom to ask.
    """

    id: str
    kind: str
    title: str
    months_low: int
    months_high: int
    cost_low_usd: int | None
    cost_high_usd: int | None
    cost_note: str
    why: str
    sources: tuple[str, ...]
    confidence: str


@dataclass(frozen=True, slots=True)
class Route:
    """One way to a credential, such as through nursing: its steps in order."""

    id: str
    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Credential:
    """A certificate or licence: what it asks, and the ways that lead there."""

    id: str
    name: str
    issuer: str
    rule: Statement
    excludes: tuple[Statement, ...]
    exam: Statement | None
    renewal: Statement | None
    routes: tuple[Route, ...]

    def route(self, route_id: str) -> Route:
        """Return the route of that id; raises KeyError where there is none."""
        for route in self.routes:
            if route.id == route_id:
                return route
        raise KeyError(route_id)


@dataclass(frozen=True, slots=True)
class Span:
    """Months and dollars from the lowest to the highest that the sources give.

    ``is_cost_whole`` is False where the cost of some step was not found.
    """

    months_low: int
    months_high: int
    cost_low_usd: int
    cost_high_usd: int
    is_cost_whole: bool


def span_of(route: Route) -> Span:
    """Return what all steps of a route take, one after the other."""
    lows = [step.cost_low_usd for step in route.steps]
    highs = [step.cost_high_usd for step in route.steps]
    return Span(
        months_low=sum(step.months_low for step in route.steps),
        months_high=sum(step.months_high for step in route.steps),
        cost_low_usd=sum(cost for cost in lows if cost is not None),
        cost_high_usd=sum(cost for cost in highs if cost is not None),
        is_cost_whole=None not in lows and None not in highs,
    )
