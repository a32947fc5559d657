"""Each fault, sown into a copy of the small quiz, is found at its line and column."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from caremgr_desktop.reporting.fault_sentences import fault_sentence
from tests.content.kitchen import copy_of_kitchen, faults_of, sow

QUESTIONS = "questions.yaml"
BAKER = "resources/roles/baker.yaml"
CAKE = "resources/roles/cake_studio.yaml"
SOURCES = "resources/sources.yaml"
STEPS = "resources/steps.yaml"
CREDENTIALS = "resources/credentials.yaml"
REQUIREMENTS = "resources/requirements.yaml"
PAY = "resources/pay.yaml"
ARTICLE = "resources/article.yaml"
TABLE = "resources/pay/kitchens.csv"
SCHOOL = 'weight_reason: "The two paths differ most in how they start."'
LOAVES = '{id: loaves, text: "Warm loaves of bread", short: "Loaves", positions: {product: -2}}'
CAKES = '{id: cakes, text: "A cake for a wedding", short: "A cake", positions: {product: 2}}'
BUNS = '{id: buns, text: "Sweet buns for breakfast", short: "Sweet buns", positions: {product: 0}}'
DOUGH = 'text: "What would you like to have on your table?"'
GUILD_ROW = "bakers,bakeries,3118,90000,25000,29000,35000,39000,46000"


FEE = 'cost_low_usd: null, cost_high_usd: null, cost_note: "Fee not found; check with the school."'
PRODUCT = "product: {at: -2, sources: [guild]}"


@dataclass(frozen=True)
class Seed:
    """A fault: the text that it replaces, and what stands there then, with a mark at its place."""

    code: str
    file: str
    old: str
    new: str
    is_warning: bool = field(default=False)


def options(count: int) -> str:
    """Return that many options in a list."""
    return "".join(
        f'\n      - {{id: more{number}, text: "Bread", short: "Bread", positions: {{product: 0}}}}'
        for number in range(count)
    )


SEEDS = (
    # What the strict reader refuses.
    Seed("directive", PAY, "source: guild", "»%TAG ! tag:example.org,2026:\nsource: guild"),
    Seed("bad_yaml", QUESTIONS, "short_title:", "»]short_title:"),
    Seed("second_document", PAY, "release:", "»--- 1\nrelease:"),
    Seed("too_deep", PAY, '"May 2026"', "[" * 19 + "»[]" + "]" * 19),
    Seed("alias", QUESTIONS, '"Baker or pastry chef?"', "»*title"),
    Seed("anchor", QUESTIONS, '"Baker or pastry chef?"', '»&title "Baker or pastry chef?"'),
    Seed("tag", QUESTIONS, '"Baker or pastry chef?"', "»!!str Baker"),
    Seed("key_not_text", PAY, "employers:", "»12: true\nemployers:"),
    Seed("duplicate_key", PAY, 'chefs: "Pastry chefs"', 'chefs: "Chefs"\n  »chefs: "Cooks"'),
    Seed("bad_number", BAKER, "order: 1", "order: »1000000000000000000"),
    Seed("control_character", PAY, '"May 2026"', '»"May \\0 2026"'),
    Seed(
        "no_schema_line",
        PAY,
        "# yaml-language-server: $schema=../../../../resources/schema/pay.schema.json\n",
        "»",
        is_warning=True,
    ),
    # What the shapes ask for.
    Seed("wrong_kind", QUESTIONS, 'version: "1"', "version: »1"),
    Seed("not_allowed", QUESTIONS, "kind: scale", "kind: »slider"),
    Seed("unknown_key", QUESTIONS, 'label: "Joys"', '»lable: "Joys"\n    label: "Joys"'),
    Seed("missing_key", QUESTIONS, "- id: joys\n    section: craft\n", "- »id: joys\n"),
    Seed("out_of_range", QUESTIONS, "positions: {product: -2}", "positions: {product: »-3}"),
    Seed("empty_text", QUESTIONS, 'label: "Joys"', 'label: »" "'),
    Seed("too_long", BAKER, '"Mix and knead the dough"', f'»"{"knead " * 200}"'),
    Seed("bad_form", QUESTIONS, "id: joys", "id: »Joys!"),
    # What questions need.
    Seed(
        "empty_list",
        BAKER,
        'next_steps:\n  - "Ask a baker for one night at work"',
        "next_steps: »[]",
    ),
    Seed("duplicate_id", QUESTIONS, "{id: cakes,", "{id: »loaves,"),
    Seed("same_text", QUESTIONS, '"A cake for a wedding"', '»"warm loaves of bread "'),
    Seed("unknown_section", QUESTIONS, "section: day", "section: »days"),
    Seed("unknown_trait", QUESTIONS, "positions: {product: -2}", "positions: {bread: »-2}"),
    Seed(
        "unasked_trait",
        QUESTIONS,
        "questions:",
        '  - »{id: smell, low: "plain", high: "rich"}\n\nquestions:',
        is_warning=True,
    ),
    Seed("limits_crossed", QUESTIONS, "traits:", "verdict: {leaning: »0}\n\ntraits:"),
    Seed("limits_crossed", QUESTIONS, "traits:", "verdict: »{close_call: 9}\n\ntraits:"),
    Seed("out_of_range", QUESTIONS, "traits:", "verdict: {one_in: »0}\n\ntraits:"),
    Seed("empty_section", QUESTIONS, "traits:", '  - »{id: end, title: "The end"}\n\ntraits:'),
    Seed("empty_option", QUESTIONS, '"Warm loaves of bread"', '»""'),
    Seed("option_without_position", QUESTIONS, "positions: {product: 0}", "positions: »{}"),
    Seed(
        "too_many_positions",
        QUESTIONS,
        "positions: {product: 0}",
        "positions: »{" + ", ".join(f"t{number}: 0" for number in range(13)) + "}",
    ),
    Seed(
        "too_few_options",
        QUESTIONS,
        f"- {LOAVES}\n      - {CAKES}\n      - {BUNS}",
        f"»- {LOAVES}",
    ),
    Seed("too_many_options", QUESTIONS, f"- {LOAVES}", f"»- {LOAVES}{options(7)}"),
    Seed("many_options", QUESTIONS, f"- {LOAVES}", f"»- {LOAVES}{options(3)}", is_warning=True),
    Seed("bad_max_picks", QUESTIONS, "max_picks: 2", "max_picks: »5"),
    Seed("bad_max_picks", QUESTIONS, "max_picks: 2", "max_picks: »0"),
    Seed("unused_max_picks", QUESTIONS, DOUGH, f"{DOUGH}\n    max_picks: »1"),
    Seed(
        "missing_key",
        QUESTIONS,
        "id: finish\n    section: craft\n    kind: scale",
        "»id: finish\n    section: craft\n    kind: many",
    ),
    Seed("shuffled_scale", QUESTIONS, "kind: scale", "kind: scale\n    is_shuffled: »true"),
    Seed("bad_weight", QUESTIONS, "weight: 1.5", "weight: »0"),
    Seed("bad_weight", QUESTIONS, "weight: 1.5", "weight: »1.005"),
    Seed("weight_without_reason", QUESTIONS, f"weight: 1.5\n    {SCHOOL}", "weight: »1.5"),
    Seed("too_many_words", CAKE, '"Cake studio"', '»"A studio of cakes"', is_warning=True),
    Seed(
        "hard_to_read",
        QUESTIONS,
        '"Warm loaves of bread"',
        '»"Interdisciplinary fermentation characteristics of traditional cereals"',
        is_warning=True,
    ),
    Seed("negation", QUESTIONS, DOUGH, 'text: »"What wouldn\'t you like?"', is_warning=True),
    # What roles need.
    Seed("wrong_file_name", BAKER, "id: baker", "id: »bakers"),
    Seed("unknown_family", CAKE, "family: pastry_chef", "family: »pastry"),
    Seed("missing_position", BAKER, f"positions:\n  {PRODUCT}", "»positions:"),
    Seed("no_basis", BAKER, PRODUCT, "product: »{at: -2}"),
    Seed(
        "two_bases",
        BAKER,
        PRODUCT,
        'product: »{at: -2, sources: [guild], inferred: "So they say."}',
    ),
    Seed("no_source", BAKER, "sources: [guild], confidence", "sources: »[], confidence"),
    Seed("unknown_source", BAKER, "sources: [guild], confidence", "sources: [»gild], confidence"),
    Seed("no_pay", CAKE, "pay: {", "pay: »null\n# {"),
    Seed(
        "family_with_pay",
        BAKER,
        "summary:",
        'pay: »{occupation: bakers, employer: "", note: "-"}\nsummary:',
    ),
    Seed("unknown_occupation", CAKE, "occupation: chefs", "occupation: »cooks"),
    Seed("unknown_employer", CAKE, "employer: bakeries", "employer: »ships"),
    Seed(
        "no_wage",
        CAKE,
        "{occupation: chefs, employer: bakeries",
        "»{occupation: bakers, employer: hotels",
    ),
    Seed("unknown_credential", BAKER, "credentials: [CB]", "credentials: [»CBX]"),
    # What facts need.
    Seed("old_source", SOURCES, '"2026-05"', '»"2024-10"', is_warning=True),
    Seed("future_source", SOURCES, '"2026-05"', '»"2031-05"', is_warning=True),
    Seed("bad_date", SOURCES, '"2026-05"', '»"2026-13"'),
    Seed("unknown_step", REQUIREMENTS, "apply: bread_exam", "apply: »bread"),
    Seed("bad_rule", REQUIREMENTS, "- {holds: [pastry],", "- »{holds: [pastry], work: oven,"),
    Seed("no_amount", REQUIREMENTS, "- {work: oven, months: 12,", "- »{work: oven,"),
    Seed("unknown_held", REQUIREMENTS, "- {holds: [pastry]", "- {holds: [»bread]"),
    Seed("unknown_work", REQUIREMENTS, "- {work: oven", "- {work: »stove"),
    Seed(
        "unknown_course",
        REQUIREMENTS,
        "- {holds: [pastry],",
        "- {course: icing, hours: 9, step: »icing,",
    ),
    Seed("no_rule", REQUIREMENTS, "credentials:\n  CB:", "credentials:\n  »CPX:"),
    Seed("low_over_high", STEPS, "months_low: 10", "months_low: »61"),
    Seed("low_over_high", STEPS, "cost_low_usd: 120", "cost_low_usd: »190"),
    Seed("half_a_cost", STEPS, "cost_low_usd: 120", "cost_low_usd: »null"),
    Seed("cost_unexplained", STEPS, FEE, "cost_low_usd: »null, cost_high_usd: null"),
    Seed(
        "uncovered_row",
        ARTICLE,
        "{questions: [], roles: [], facts: [pay]}",
        "»{questions: [], roles: [], facts: []}",
    ),
    Seed("unknown_question", ARTICLE, "[dough, joys]", "[dough, »joy]"),
    Seed("unknown_role", ARTICLE, "roles: [baker,", "roles: [»cook,"),
    # What the wage table needs.
    Seed("bad_csv", TABLE, "Ohio,", '»"Ohio"s,'),
    Seed("wrong_columns", TABLE, "Ohio,51-3011,", "»Ohio,"),
    Seed("bad_cell", TABLE, "Ohio,51-3011,", "»,51-3011,"),
    Seed("not_a_number", TABLE, GUILD_ROW, GUILD_ROW.replace("25000", "»25.5")),
    Seed("percentiles_fall", TABLE, GUILD_ROW, GUILD_ROW.replace("25000", "»30000")),
    Seed("duplicate_row", TABLE, "Ohio,", f"»United States,51-3011,{GUILD_ROW}\nOhio,"),
    Seed("unnamed_code", TABLE, "Ohio,51-3011,bakers", "»Ohio,51-3011,millers"),
)


def test_the_small_quiz_is_sound(tmp_path: Path) -> None:
    assert faults_of(copy_of_kitchen(tmp_path)) == []


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.code)
def test_a_seeded_fault_is_found_where_it_stands(seed: Seed, tmp_path: Path) -> None:
    folder = copy_of_kitchen(tmp_path)
    line, column = sow(folder, seed.file, seed.old, seed.new)
    found = [fault for fault in faults_of(folder) if fault.code == seed.code]
    assert [fault.place for fault in found] == [f"{seed.file}:{line}:{column}"]
    assert found[0].is_warning == seed.is_warning
    assert "{" not in fault_sentence(seed.code, found[0].params)
