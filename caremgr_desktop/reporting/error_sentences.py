"""The sentence for each error: what, where, and what to do."""

from caremgr_desktop.core.ports import Translate
from caremgr_desktop.errors import CareMgrError
from caremgr_desktop.reporting import table_sentences
from caremgr_desktop.reporting.plain import LONGEST, short_line

SENTENCES = {
    **table_sentences.SENTENCES,
    "unknown_question": (
        "There is no question “{question}”. See the ids with: caremgr-desktop questions."
    ),
    "unknown_option": (
        "Question “{question}” has no option “{option}”. See the ids with: caremgr-"
        "desktop questions."
    ),
    "too_many_picks": (
        "Question “{question}” takes {limit} at most, and {picks} are picked. Take some off."
    ),
    "unknown_importance": "An importance is 0.5, 1 or 2, and this one is {importance}.",
    "importance_not_a_number": "The importance of {section} has to be a number: 0.5, 1 or 2.",
    "unknown_section": (
        "There is no section “{section}”. See the ids with: caremgr-desktop questions."
    ),
    "unknown_part": (
        "“{part}” means nothing here. Answers have the parts “answers”, “importance”, “have” and"
        " “area”."
    ),
    "not_answers": ('This holds no answers. They look like: {{"answers": {{QUESTION: OPTION}}}}.'),
    "not_options": (
        "The answer to “{question}” must be an option's id, a list of ids, or null for a skip."
    ),
    "bad_have": "What you already have can't be read: {fault}",
    "unknown_area": (
        "There is no pay for “{area}”. Take a state or territory, by its name or by two letters"
        " such as CA, or US for all of them."
    ),
    "stdin_twice": "Only one of the two can come from the standard input. Name a file for one.",
    "answers_too_large": (
        "These answers are larger than {limit} characters. One person's answers are far smaller."
    ),
    "bad_json": (
        "This is no JSON, from line {line}, column {column} on. Check brackets, commas "
        "and quotes there."
    ),
    "bad_number": "{number} is no number that can be used here.",
    "duplicate_key": "“{key}” stands there twice. Keep one of them.",
    "bad_utf8": "This is no UTF-8 text. Save it as UTF-8 and try again.",
    "unknown_goal": "There is no credential or role “{goal}”. There are: {known}.",
    "no_file": "There is no file {path} that can be read. Check its name.",
    "broken_content": (
        "The content in {folder} has {faults} faults, the first at {first}. "
        "See them all with: caremgr-desktop check {folder}"
    ),
    "unknown_platform": (
        "No window can be opened, because QT_QPA_PLATFORM asks for {platform}, "
        "which Qt does not have here. Take it out of the environment."
    ),
    "no_output": "The result can't be written ({reason}). Check where the output goes.",
    "not_written": "{path} can't be written ({reason}). Check its folder and its name.",
    "wrong_suffix": "{path} does not end in {known}. Give it such a name, so that it opens.",
    "unknown_format": (
        "Nothing says what {path} should be. Let its name end in {known}, or name it with --format."
    ),
    "not_set": (
        "The report can't be set ({reason}). Its letters may be missing in the font. Use"
        " caremgr-desktop export instead."
    ),
    "not_saved": (
        "Your answers are not being saved: {path} can't be written. Check its folder "
        "and the free space. The quiz goes on."
    ),
    "not_changed": (
        "Nothing was changed: {path} can't be written. Check its folder and the free space, and"
        " try again."
    ),
    "partly_damaged": (
        "The file of your results was damaged. What could be read of it is here ({count} in all);"
        " the damaged file was set aside as {path}."
    ),
    "damaged": (
        "The file of your results was damaged, and no answer in it could be read. It was set aside"
        " as {path}, and you start anew."
    ),
    "damaged_stays": (
        "The file of your results is damaged and can't be moved away, so nothing that you answer"
        " here is saved. Check who may write into the folder of {path}."
    ),
    "newer": (
        "Your results were saved by a newer version of this program and are left as they are, so"
        " nothing that you answer here is saved. To go on with them, start the newer version."
        " To save answers here, move {path} away."
    ),
    "unreadable": (
        "Your results can't be read and are left as they are. Check who may open {path}."
    ),
    "answers_dropped": (
        "The quiz has changed since you stopped: {dropped} of your answers no longer "
        "fit and were left out."
    ),
    "code_character": (
        "“{character}” in group {group} is no character of a code. A code has digits and the "
        "letters A to Z alone."
    ),
    "code_too_short": (
        "This code has {found} characters and needs {wanted}: {groups} groups of 5. Look for"
        " characters that are missing."
    ),
    "code_too_long": (
        "This code has {found} characters and needs {wanted}: {groups} groups of 5. Look for"
        " characters that stand there twice."
    ),
    "code_group_wrong": (
        "Group {group} of this code, “{text}”, is mistyped. Compare its 5 characters; 5 and S, "
        "2 and Z, 8 and B look alike."
    ),
    "code_groups_wrong": (
        "Groups {groups} of this code are mistyped: “{text}”. Compare their characters and their"
        " order; 5 and S, 2 and Z, 8 and B look alike."
    ),
    "code_groups_exchanged": (
        "Groups {first} and {second} of this code stand in each other's place. Exchange them."
    ),
    "code_damaged": (
        "This code is mistyped in two or more places. Compare all its characters, or copy it again."
    ),
    "code_other_quiz": (
        "This code belongs to another quiz, not to “{quiz}”, and nothing of it can be used here."
        " Open it with the quiz that it was made with."
    ),
    "code_other_version": (
        "This code was made with another version of this quiz, whose questions are not known "
        "here, so nothing of it can be used. Open it with that version, or answer anew."
    ),
    "other_quiz": (
        "These answers are to the quiz “{quiz}”, and this one is “{present}”. Name the folder of"
        " that quiz with --content."
    ),
    "no_display": (
        "No window can be opened, because there is no display. Start the program on a "
        "desktop, or use: caremgr-desktop quiz --text."
    ),
    "missing_library": (
        "No window can be opened, because the system library {library} is missing. "
        "Install the package {package}."
    ),
    "display_refused": (
        "No window can be opened, because the display {display} refuses the connection."
        " Check DISPLAY and who may use it."
    ),
}
"""The English sentences by code; ``{name}`` stands for a parameter of the error."""

LONGEST_LIST = 2000
"""A list of what there is helps only as a whole."""


def error_sentence(error: CareMgrError, translate: Translate) -> str:
    """Return the sentence for an error; an unknown code is named as it is."""
    params = {
        key: short_line(value, LONGEST_LIST if key == "known" else LONGEST)
        if isinstance(value, str)
        else value
        for key, value in error.params.items()
    }
    sentence = SENTENCES.get(error.code)
    if sentence is None:
        return translate("Errors", "Something went wrong ({code}).").format(code=error.code)
    return translate("Errors", sentence).format(**params)
