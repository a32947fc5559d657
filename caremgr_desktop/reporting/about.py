"""The page about the numbers: the method, the sources, and the founding article."""

from typing import NamedTuple

from caremgr_desktop.career.handbook import ArticleRow, Handbook
from caremgr_desktop.core.ports import Translate
from caremgr_desktop.core.quiz import Quiz
from caremgr_desktop.reporting.citations import Citations
from caremgr_desktop.reporting.views import SourceView


class ArticleRowView(NamedTuple):
    """A row of the founding article, a text for each family.

    ``primary`` says what a primary source says where it disagrees.
    """

    topic: str
    texts: tuple[str, ...]
    primary: str
    sources: tuple[SourceView, ...]


class AboutView(NamedTuple):
    """What the page about the numbers says; ``families`` name the article's columns."""

    title: str
    paragraphs: tuple[str, ...]
    affiliation: str
    families: tuple[str, ...]
    article_source: tuple[SourceView, ...]
    article_rows: tuple[ArticleRowView, ...]
    sources: tuple[SourceView, ...]


def about_view(
    quiz: Quiz, handbook: Handbook, citations: Citations, translate: Translate
) -> AboutView:
    """Return the page for a quiz and its handbook."""
    return AboutView(
        title=translate("About", "About the numbers"),
        paragraphs=_paragraphs(quiz, translate),
        affiliation=translate(
            "About",
            "None of the organizations named here is affiliated with this program,"
            " nor has any of them reviewed it.",
        ),
        families=tuple(family.title for family in quiz.families),
        article_source=citations.of((handbook.article_source,)),
        article_rows=tuple(_row(row, citations) for row in handbook.article),
        sources=citations.all(),
    )


def _row(row: ArticleRow, citations: Citations) -> ArticleRowView:
    return ArticleRowView(
        topic=row.topic,
        texts=row.texts,
        primary=row.primary.text if row.primary else "",
        sources=citations.of(row.primary.sources) if row.primary else (),
    )


def _paragraphs(quiz: Quiz, translate: Translate) -> tuple[str, ...]:
    version = translate("About", "{title} Version {version}.")
    return (
        translate(
            "About",
            "Each role stands somewhere on each of {traits} lines, such as from {low} to {high}."
            " Each answer stands somewhere on them too. The nearer the two, the better the fit:"
            " right beside each other counts 100%, opposite ends count 0%.",
        ).format(
            traits=len(quiz.traits),
            low=quiz.traits[0].low if quiz.traits else "",
            high=quiz.traits[0].high if quiz.traits else "",
        ),
        translate(
            "About",
            "A role's fit is the mean over the questions that you answered. Every question"
            " counts once, and a part of the quiz counts half or double if you say so."
            " A skipped question counts for nothing and against nothing.",
        ),
        translate(
            "About",
            "Degrees, licenses and years of work that you already have never raise a fit."
            " They matter for the path to a credential.",
        ),
        translate(
            "About",
            "Where a role stands comes from a source, or it was inferred; each reason says which."
            " The result is a starting point for a talk. It says what is close to your answers,"
            " and it is no test of a person.",
        ),
        version.format(title=quiz.title, version=quiz.version),
    )
