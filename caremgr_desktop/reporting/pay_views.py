"""What roles pay, with place, year and source; nothing that was not released is guessed."""

from caremgr_desktop.career.handbook import Handbook
from caremgr_desktop.career.pay import NATION, ArticlePay, Outlook, PayFound, PayKey, Wage
from caremgr_desktop.career.source import Statement
from caremgr_desktop.core.ports import Formats, Translate
from caremgr_desktop.core.quiz import Role
from caremgr_desktop.reporting.citations import Citations
from caremgr_desktop.reporting.views import PayView


class PayWriter:
    """Writes the pay of roles."""

    def __init__(
        self, handbook: Handbook, citations: Citations, formats: Formats, translate: Translate
    ) -> None:
        self._handbook = handbook
        self._citations = citations
        self._formats = formats
        self._translate = translate
        self._areas = handbook.pay.areas
        self._known: dict[tuple[str, str], tuple[PayView, ...]] = {}

    def _tr(self, text: str) -> str:
        return self._translate("Pay", text)

    @property
    def areas(self) -> tuple[str, ...]:
        """The areas that can be chosen, the nation first."""
        return self._areas

    def known_area(self, area: str) -> str:
        """Return the area, or the nation where the table has none of that name."""
        return area if area in self._areas else NATION

    def views(self, settings: list[Role], area: str = NATION) -> tuple[PayView, ...]:
        """Return the settings' pay in that order, then the article's averages.

        What a setting pays is written once: results differ in the order alone.
        """
        found = [view for role in settings for view in self._of(role, area)]
        article = ("", "")
        if article not in self._known:
            self._known[article] = tuple(self._article(item) for item in self._handbook.pay.article)
        return (*found, *self._known[article])

    def _of(self, role: Role, area: str) -> tuple[PayView, ...]:
        key = (role.id, area)
        if key not in self._known:
            facts = self._handbook.roles[role.id]
            own = () if facts.pay is None else (self._setting(role, facts.pay, area),)
            others = (self._other(role, item) for item in facts.pay_other)
            self._known[key] = (*own, *others)
        return self._known[key]

    def _gap(self, gap: str, area: str) -> str:
        if gap == "not_released":
            words = self._tr("Not released for {area}. This is the figure for the United States.")
        elif gap == "not_listed":
            words = self._tr(
                "The table here has none for {area}. This is the figure for the United States."
            )
        else:
            return ""
        return words.format(area=area)

    def _setting(self, role: Role, key: PayKey, area: str) -> PayView:
        table = self._handbook.pay
        found = table.closest(key, area)
        wage = found.wage
        place = self._place(key, found)
        gap = self._gap(found.gap, area)
        median, spread = self._money(wage.median_usd if wage else None), self._spread(wage)
        expected = table.outlook_of(key.occupation)
        growth = self._outlook(key, expected)
        text = self._tr(
            "{role}: {median} a year in the middle; {spread}. {place}. {gap}{note} {growth}"
        )
        return PayView(
            title=role.title,
            short_title=self._short(role, gap),
            family=role.family or role.id,
            place=place,
            p10_usd=wage.p10_usd if wage else None,
            median_usd=wage.median_usd if wage else None,
            p90_usd=wage.p90_usd if wage else None,
            median_text=median,
            range_text=spread,
            text=text.format(
                role=role.title,
                median=median,
                spread=spread,
                place=place,
                gap=f"{gap} " if gap else "",
                note=key.note,
                growth=growth,
            ).strip(),
            is_article=False,
            sources=self._citations.of((table.source, *(expected.sources if expected else ()))),
            gap=gap,
            outlook=growth,
        )

    def _place(self, key: PayKey, found: PayFound) -> str:
        table = self._handbook.pay
        jobs = found.wage.employment if found.wage is not None else None
        words = self._tr("{occupation}, {employer}, {area}, {release}")
        if jobs is not None:
            words = self._tr("{occupation}, {employer}, {area}, {jobs} jobs, {release}")
        return words.format(
            occupation=table.occupations[key.occupation],
            employer=table.employers.get(found.employer, self._tr("all employers")),
            area=found.area,
            jobs="" if jobs is None else self._formats.number(jobs, decimals=0),
            release=table.release,
        )

    def _short(self, role: Role, gap: str) -> str:
        """Return a name of few words, which says where the figure is not the area's own."""
        return self._tr("{name} (US)").format(name=role.short_title) if gap else role.short_title

    def _money(self, usd: int | None) -> str:
        return self._formats.money(usd) if usd is not None else self._tr("not released")

    def _spread(self, wage: Wage | None) -> str:
        if wage is None or wage.p10_usd is None or wage.p90_usd is None:
            return self._tr("the range was not released")
        return self._tr("eight in ten earn {low} to {high}").format(
            low=self._formats.money(wage.p10_usd), high=self._formats.money(wage.p90_usd)
        )

    def _outlook(self, key: PayKey, outlook: Outlook | None) -> str:
        """Return how the occupation is expected to grow; empty where that was not found."""
        if outlook is None:
            return ""
        words = self._tr(
            "{occupation} from 2024 to 2034: {percent}% more jobs, {openings} openings a year."
        )
        return words.format(
            occupation=self._handbook.pay.occupations[key.occupation],
            percent=self._formats.number(outlook.growth_percent, decimals=1),
            openings=self._formats.number(outlook.openings_a_year, decimals=0),
        )

    def _sure(self, confidence: str) -> str:
        """Return how sure a figure from outside the table is."""
        words = {
            "high": self._tr("How sure: high."),
            "medium": self._tr("How sure: medium."),
            "low": self._tr("How sure: low."),
        }
        return words.get(confidence, "")

    def _other(self, role: Role, item: Statement) -> PayView:
        text = f"{item.text} {self._sure(item.confidence)}".strip()
        return PayView(
            title=self._tr("{role}, outside the table").format(role=role.title),
            short_title=role.short_title,
            family=role.family or role.id,
            place="",
            p10_usd=None,
            median_usd=None,
            p90_usd=None,
            median_text="",
            range_text=text,
            text=text,
            is_article=False,
            sources=self._citations.of(item.sources),
        )

    def _article(self, item: ArticlePay) -> PayView:
        average = self._formats.money(item.mean_usd)
        text = self._tr("{label}: {average}, a US average of {year}. {note}")
        return PayView(
            title=item.label,
            short_title=item.label,
            family=item.family,
            place=self._tr("US average, {year}, given by the founding article").format(
                year=item.year
            ),
            p10_usd=None,
            median_usd=item.mean_usd,
            p90_usd=None,
            median_text=average,
            range_text=item.text,
            text=text.format(label=item.label, average=average, year=item.year, note=item.text),
            is_article=True,
            sources=self._citations.of(item.sources),
        )
