"""The sentence for each fault of content files: what is wrong, and what to do."""

from collections.abc import Mapping

from caremgr_desktop.errors import Param

FILE_SENTENCES = {
    "missing_file": "This file is missing. Put it there.",
    "missing_folder": "This folder is missing. Put it there.",
    "not_a_file": "This is no ordinary file. Put a text file in its place.",
    "file_too_big": "This file is larger than {limit} bytes. Shorten it.",
    "content_too_big": "All files together are larger than {limit} bytes. Shorten some.",
    "unreadable_file": "This can't be opened ({reason}). Check who may read it.",
    "too_many_files": "There are more than {limit} files here. Take some away.",
    "bad_file_name": (
        "The file {name} is not read. Name it after the role's id: small letters, digits and _,"
        " and .yaml at the end."
    ),
    "no_roles": "There is no role here. Each role needs its own file, such as hospital.yaml.",
    "not_utf8": "From here on this is no UTF-8 text. Save the file as UTF-8.",
    "control_character": "The character {character} can't be shown. Take it out.",
    "directive": "A line that starts with % orders the YAML reader about. Take it out.",
    "bad_yaml": "This is no YAML from here on ({problem}). Check indents, quotes and brackets.",
    "empty_file": "Nothing stands in this file. Fill it in.",
    "second_document": "A second document starts here. Keep one in each file.",
    "too_deep": "Lists and keys are nested more than {limit} deep. Flatten them.",
    "too_many_values": "The file has more than {limit} values. Shorten it.",
    "too_many_faults": "There are over {limit} faults in this file. Mend the first ones first.",
    "alias": "The alias *{name} repeats something from elsewhere. Write it out here.",
    "anchor": "The anchor &{name} is not used in these files. Take it out.",
    "tag": "The tag {tag} is not used in these files. Take it out.",
    "key_not_text": "The key {key} is no text. Put quotes around it, or check the indents.",
    "duplicate_key": "The key {key} is in line {first_line} already. Keep one of the two.",
    "bad_number": "The number {number} is too long. Shorten it, or put quotes around a code.",
    "no_schema_line": (
        "The first line should be “# yaml-language-server: $schema=...” with the path of {schema},"
        " so that editors can help."
    ),
}
SHAPE_SENTENCES = {
    "wrong_kind": "This has to be {wanted}, and it is {found}. Text may need quotes.",
    "not_allowed": "This has to be one of: {allowed}. It is {found}.",
    "unknown_key": "The key {key} means nothing here. Perhaps you meant: {meant}.",
    "missing_key": "The key {key} is missing here. Add it.",
    "out_of_range": "This has to be from {low} to {high}, and it is {found}.",
    "empty_text": "This text is empty. Fill it in.",
    "too_long": "This text has {found} characters; {limit} is the most. Shorten it.",
    "bad_form": "“{found}” is no {form_name}.",
    "empty_list": "Nothing stands under {key}. Add at least one.",
    "duplicate_id": "The id {id} stands there twice. Rename one of the two.",
}
FORM_NAMES = {
    "id": "id: an id starts with a small letter and has small letters, digits and _",
    "credential": "credential's id: it has letters, digits, dots and hyphens",
    "date": "date: write “YYYY”, “YYYY-MM” or “YYYY-MM-DD”, in quotes",
    "url": "web address: it has to start with http:// or https://",
    "table": "table's name: it has to be pay/NAME.csv",
    "language": "language: write it as en or en-US",
}
QUIZ_SENTENCES = {
    "unknown_section": "There is no section {id}. Use one of those under sections.",
    "unknown_trait": "There is no trait {id}. Use one of those under traits in questions.yaml.",
    "unasked_trait": "No option stands on the trait {id}. Use it in a question, or take it out.",
    "empty_section": "The section {id} has no question. Add one, or take the section out.",
    "limits_crossed": (
        "A close call goes up to {close_call} changes and leaning up to {leaning}: let leaning "
        "go as far or farther."
    ),
    "too_many_items": "There are more than {limit} {key}. Take some out.",
    "too_many_positions": "An option stands on {limit} traits at most. Take some out.",
    "same_text": "Another option of this question has the same text. Reword one of the two.",
    "empty_option": "Nobody can pick the option {id}: its card is empty. Fill in its text.",
    "option_without_position": "The option {id} stands on no trait. Give it a position.",
    "too_few_options": "A question needs at least {limit} options. Add some.",
    "too_many_options": (
        "Nobody can pick all of these {found} options: there are {limit} number keys. Take some"
        " out."
    ),
    "many_options": "{found} options are many to read; {limit} are the most that work well.",
    "bad_max_picks": "max_picks is {found}; it has to be from 1 to {limit}, the number of options.",
    "unused_max_picks": (
        "A question of the kind {kind} takes one pick. Take max_picks out, or make the kind many."
    ),
    "shuffled_scale": "A scale keeps its order. Take is_shuffled out, or make the kind one.",
    "bad_weight": "The weight {weight} can't be used. Write 0.01 to {limit} in steps of 0.01.",
    "weight_without_reason": "The weight is {weight}. Say why under weight_reason.",
    "too_many_words": "This has {words} words, and there is room for {limit}. Shorten it.",
    "hard_to_read": (
        "This reads like school grade {grade}; {limit} is the most. Use shorter words and"
        " sentences."
    ),
    "negation": "“{word}” is easily overlooked. Say what is so instead of what is not.",
    "unbalanced": (
        "Always taking option {number} hands out a role: {distance}. Place other options there, so"
        " that one changed answer is enough."
    ),
}
ROLE_SENTENCES = {
    "wrong_file_name": "The id {id} is not the file's name. Rename one of the two.",
    "unknown_family": "There is no family {id}. A family's own file says “family: null”.",
    "too_few_families": "There are {found} families, and a quiz needs {limit}: “family: null”.",
    "too_many_families": "There are {found} families; {limit} is the most. Take some out.",
    "family_without_setting": "The family {id} has no setting. Add a role with this family.",
    "missing_position": "The role has no position on the trait {id}. Add it, with its basis.",
    "no_basis": ("The position on {id} has no basis. Add sources, or a reason under inferred."),
    "two_bases": (
        "The position on {id} has sources and an inference. Keep the one that it rests on."
    ),
    "no_source": "This fact has no source. Add one from sources.yaml.",
    "unknown_source": "There is no source {id}. Use one of those in sources.yaml, or add it there.",
    "old_source": (
        "The source {id} is {months} months old; facts that rest on it: {facts}. Look for a newer"
        " one."
    ),
    "future_source": "{date} is still to come. Check the date, or this machine's clock.",
    "bad_date": "{date} is in no calendar. Check year, month and day.",
    "no_pay": "A setting needs pay: an occupation and an employer of the wage table.",
    "family_with_pay": "A family has no pay of its own. Take pay out.",
    "unknown_occupation": "There is no occupation {id}. Use one of those in pay.yaml.",
    "unknown_employer": "There is no employer {id}. Use one of those in pay.yaml.",
    "no_wage": "The wage table has no row for this occupation and employer. Use another pair.",
    "unknown_credential": "There is no credential {id}. Use one of those in credentials.yaml.",
    "unknown_step": "There is no step {id}. Use one of those in steps.yaml.",
    "bad_rule": "A part of a rule has one of these: all, any, holds, work, course. Keep one.",
    "no_amount": "This asks for no months and no hours. Give one of them.",
    "unknown_held": "There is no degree or license {id}. Use one of those under held.",
    "unknown_work": "There is no kind of work {id}. Use one of those under work.",
    "unknown_course": "There is no course {id}. Use one of those under courses.",
    "unknown_topic": "No credential asks for courses on {id}. Use a topic of requirements.yaml.",
    "no_rule": "The credential {id} has no rule here. Add it under credentials.",
    "low_over_high": "The lowest is above the highest. Swap or correct them.",
    "half_a_cost": "One end of the cost is missing. Give both, or null for both.",
    "cost_unexplained": "There is no cost here. Say under cost_note whom to ask.",
    "uncovered_row": "This row lives nowhere. Name questions, roles or facts under covered_by.",
    "unknown_question": "There is no question {id}. Use one of those in questions.yaml.",
    "unknown_role": "There is no role {id}. Use the name of one of the files under roles.",
}
TABLE_SENTENCES = {
    "bad_csv": "This is no CSV from here on ({problem}). Check the quotes.",
    "wrong_columns": "A row has these columns: {columns}. Write them all, in this order.",
    "too_many_rows": "The table has more than {limit} rows. Shorten it.",
    "bad_cell": "The cell “{cell}” can't be used: it is empty, too long or can't be shown.",
    "not_a_number": "“{cell}” is no whole number. Write digits alone, or leave the cell empty.",
    "percentiles_fall": "The wages have to rise from p10 to p90. Check this row.",
    "duplicate_row": "This area, occupation and employer have a row already. Keep one.",
    "unnamed_code": "The code {id} has no name. Give it one in pay.yaml.",
}
SENTENCES: Mapping[str, str] = {
    **FILE_SENTENCES,
    **SHAPE_SENTENCES,
    **QUIZ_SENTENCES,
    **ROLE_SENTENCES,
    **TABLE_SENTENCES,
}
"""The English sentences by code; ``{name}`` stands for a parameter of the fault."""


def fault_sentence(code: str, params: Mapping[str, Param]) -> str:
    """Return the sentence for a fault; an unknown code is named as it is."""
    sentence = SENTENCES.get(code)
    if sentence is None:
        return f"Something is wrong here ({code})."
    return sentence.format_map({**params, **_words(params)})


def _words(params: Mapping[str, Param]) -> dict[str, str]:
    """Return the parameters that sentences need in words."""
    words = {"form_name": FORM_NAMES.get(str(params.get("form")), "text of the right form")}
    if "distance" in params:
        distance = params["distance"]
        words["distance"] = (
            f"{distance} answers would have to change" if distance else "no change takes it away"
        )
    return words
