"""Checks of questions.yaml: every question can be asked, and every option picked."""

from caremgr_desktop.content.bundle import Part
from caremgr_desktop.content.document import TreePath
from caremgr_desktop.content.known import Known
from caremgr_desktop.content.links import Links
from caremgr_desktop.content.schema import (
    OptionItem,
    QuestionItem,
    QuestionsFile,
    SectionItem,
    TraitItem,
)

FEWEST_OPTIONS = 2
MOST_OPTIONS = 9
"""There are nine number keys to pick with."""
MANY_OPTIONS = 5
MOST_POSITIONS = 12
MOST_ITEMS = {"sections": 20, "traits": 100, "questions": 100}
MOST_WEIGHT = 10
LABEL_WORDS = 6
SHORT_WORDS = 6
NORMAL_WEIGHT = 1
PERCENT = 100
ROUNDING = 1e-9


def check_questions(part: Part[QuestionsFile], known: Known) -> None:
    """Note every fault of the questions, sections and traits that have the right shape."""
    links = Links(part.document, known)
    for key, limit in MOST_ITEMS.items():
        items = part.document.at((key,))
        if isinstance(items, list):
            links.filled((key,), items)
            if len(items) > limit:
                part.document.add((key, limit), "too_many_items", key=key, limit=limit)
    questions = list(part.sound.every(QuestionItem))
    links.unique((path, item.id) for path, item in part.sound.every(SectionItem))
    links.unique((path, item.id) for path, item in part.sound.every(TraitItem))
    links.unique((path, item.id) for path, item in questions)
    for path, question in questions:
        _QuestionCheck(links, path, question).run()
    for path, option in part.sound.every(OptionItem):
        _check_option(links, path, option)
    _check_use(part)


def _check_use(part: Part[QuestionsFile]) -> None:
    """Warn of traits that no option stands on, and note sections without questions."""
    file = part.value
    if file is None:
        return
    asked = {
        trait for item in file.questions for option in item.options for trait in option.positions
    }
    for index, trait in enumerate(file.traits):
        if trait.id not in asked:
            part.document.warn(("traits", index), "unasked_trait", id=trait.id)
    used = {item.section for item in file.questions}
    for index, section in enumerate(file.sections):
        if section.id not in used:
            part.document.add(("sections", index), "empty_section", id=section.id)
    limits = file.verdict
    if limits.leaning < limits.close_call:
        path = ("verdict", "leaning")
        place = path if part.document.at(path) is not None else path[:1]
        part.document.add(
            place, "limits_crossed", close_call=limits.close_call, leaning=limits.leaning
        )


def _check_option(links: Links, path: TreePath, option: OptionItem) -> None:
    document = links.document
    if not option.text.strip():
        document.add((*path, "text"), "empty_option", id=option.id)
    if not option.positions:
        document.add((*path, "positions"), "option_without_position", id=option.id)
    if len(option.positions) > MOST_POSITIONS:
        document.add((*path, "positions"), "too_many_positions", limit=MOST_POSITIONS)
    for trait in option.positions:
        links.id((*path, "positions", trait), trait, links.known.traits, "unknown_trait")
    links.few_words((*path, "short"), option.short, SHORT_WORDS)


class _QuestionCheck:
    """Checks one question."""

    def __init__(self, links: Links, path: TreePath, question: QuestionItem) -> None:
        self._links = links
        self._document = links.document
        self._path = path
        self._question = question

    def run(self) -> None:
        """Note every fault of the question."""
        question = self._question
        section = (*self._path, "section")
        self._links.id(section, question.section, self._links.known.sections, "unknown_section")
        self._links.few_words((*self._path, "label"), question.label, LABEL_WORDS)
        self._check_weight()
        self._check_options()
        self._check_picks()
        if question.is_shuffled and question.kind == "scale":
            self._document.add((*self._path, "is_shuffled"), "shuffled_scale", id=question.id)

    def _check_weight(self) -> None:
        weight = self._question.weight
        path = (*self._path, "weight")
        percent = weight * PERCENT
        if (
            not 1 <= round(percent) <= MOST_WEIGHT * PERCENT
            or abs(percent - round(percent)) > ROUNDING
        ):
            self._document.add(path, "bad_weight", weight=weight, limit=MOST_WEIGHT)
        elif weight != NORMAL_WEIGHT and not self._question.weight_reason.strip():
            self._document.add(path, "weight_without_reason", weight=weight)

    def _check_options(self) -> None:
        options = self._question.options
        path = (*self._path, "options")
        if len(options) < FEWEST_OPTIONS:
            self._document.add(path, "too_few_options", limit=FEWEST_OPTIONS)
        elif len(options) > MOST_OPTIONS:
            self._document.add(path, "too_many_options", limit=MOST_OPTIONS, found=len(options))
        elif len(options) > MANY_OPTIONS and self._question.kind != "many":
            self._document.warn(path, "many_options", limit=MANY_OPTIONS, found=len(options))
        self._links.unique(((*path, index), option.id) for index, option in enumerate(options))
        self._check_texts()

    def _check_texts(self) -> None:
        """Note cards that nobody can tell apart; empty ones have a fault of their own."""
        seen: set[str] = set()
        for index, option in enumerate(self._question.options):
            text = " ".join(option.text.casefold().split())
            if text and text in seen:
                self._document.add((*self._path, "options", index, "text"), "same_text")
            seen.add(text)

    def _check_picks(self) -> None:
        most = self._question.max_picks
        path = (*self._path, "max_picks")
        count = len(self._question.options)
        if self._question.kind != "many":
            if most is not None:
                self._document.add(path, "unused_max_picks", kind=self._question.kind)
        elif most is None:
            self._document.add(self._path, "missing_key", key="max_picks")
        elif not 1 <= most <= count:
            self._document.add(path, "bad_max_picks", found=most, limit=count)
