"""The sentence for each error of a published wage table: what, where, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from caremgr_desktop.career.pay_changes import Kind

KINDS = {
    "nation": "the nation's figures",
    "employers": "the nation's figures by employer",
    "areas": "the states and territories",
}

SENTENCES = {
    "no_table": "There is no file {path}. Check its name.",
    "table_is_folder": (
        "{path} is a folder. Name the file in it: oe.data.0.Current, a workbook or its zip."
    ),
    "table_is_no_file": "{path} is no ordinary file. Copy what it holds into one, and name that.",
    "unreadable_table": "{path} can't be read ({reason}). Check who may open it.",
    "empty_table": "{path} is empty. Download it again.",
    "web_page": (
        "{path} is a web page and no table: BLS sends one to programs that it doesn't know. "
        "Download the file with a browser."
    ),
    "old_workbook": "{path} is a workbook of the old form (.xls). Save it as .xlsx.",
    "unknown_table": (
        "{path} is none of the tables that BLS publishes; it begins with “{start}”. "
        "Take oe.data.0.Current, all_data_M_YEAR.xlsx, or the zip with that workbook."
    ),
    "bad_line": (
        "{path}, line {line}: this is no line of oe.data.0.Current (“{value}”). "
        "The file is damaged: download it again."
    ),
    "cut_off": "{path} ends in the middle of line {line}: it was cut off. Download it again.",
    "bad_year": "{path}, line {line}: “{value}” is no year. Download the file again.",
    "two_years": (
        "{path}, line {line}: this figure is of {second}, and earlier ones are of {first}. "
        "Take oe.data.0.Current, which has one year."
    ),
    "bad_figure": (
        "{path}, line {line}: “{value}” is no whole number. Download the file again; if it "
        "stands there too, ask BLS."
    ),
    "no_jobs": "{path}, line {line}: nobody is employed there, which BLS never says. Check it.",
    "absurd_wage": (
        "{path}, line {line}: {value} is no year's wage (they go from {low} to {high}). Check "
        "that its columns are BLS's own."
    ),
    "wages_fall": (
        "{path}, line {line}: the wages of this cell fall from one percentile to the next. "
        "Check that the file is BLS's own."
    ),
    "two_figures": (
        "{path}, line {line}: this figure stands there twice, with different values (the cell "
        "begins in line {first_line}). Download the file again; if it stays, ask BLS."
    ),
    "nothing_found": (
        "{path} has none of the {cells} cells of our table. Take oe.data.0.Current, or the "
        "workbook of all data (all_data_M_YEAR.xlsx)."
    ),
    "broken_workbook": (
        "{path} can't be read as a workbook ({problem}). It may be cut off: download it again."
    ),
    "no_workbook_inside": "{path} has no workbook (.xlsx) in it. Take the zip with all data.",
    "many_workbooks": (
        "{path} has {found} workbooks in it. Unpack it, and name the one that you mean."
    ),
    "workbook_too_big": (
        "{path} unpacks to more than {limit} bytes, far more than BLS's. Download it again."
    ),
    "missing_columns": (
        "{path} has no sheet with all of these columns in its first row: {columns}. "
        "Take all_data_M_YEAR.xlsx."
    ),
    "no_release": (
        "Neither the name of {path} nor its sheet says of which year it is. Say it with "
        '--release "May 2026".'
    ),
    "bad_release": '“{value}” is no release. Write month and year: --release "May 2026".',
    "other_release": (
        "{path} is of {found}, and --release says {said}. Leave --release out, or take the "
        "other file."
    ),
    "older_release": (
        "{path} is of {found}, and the table in use is of {present}, which is newer. To go back, "
        "use git."
    ),
    "kinds_gone": (
        "{path} lacks {kinds}, so nothing was written. Take oe.data.0.Current, or the workbook "
        "of all data (all_data_M_YEAR.xlsx)."
    ),
    "many_gone": (
        "{gone} of {cells} cells are not in {path}, so nothing was written. It may be cut off: "
        "download it again. If BLS has new codes, write them into the columns soc and naics of "
        "{table} first."
    ),
    "no_bls_code": (
        "The table in use has “{value}” under {column}, which is none of BLS's codes. "
        "Mend it, then bring in the new one."
    ),
    "installed_content": (
        "This is the content of an installed program, and the next version would write over "
        "it. Name the folder of your own with --content DIR."
    ),
    "read_only": (
        "{folder} may not be written. Check who owns it, or name another folder of content with "
        "--content DIR."
    ),
    "not_brought_in": (
        "The new table can't be written into {folder} ({reason}). The old one is still in use. "
        "Check the free space and who may write there."
    ),
    "changed_meanwhile": (
        "pay.yaml or its table was changed while the new one was read, so nothing was written. "
        "Start again."
    ),
    "pay_yaml_form": (
        "In pay.yaml “{key}:” has to stand on one line, once, with its value behind it. Set it "
        "right, and start again; it is to become file: {file} and release: {release}."
    ),
    "pay_not_kept": (
        "pay.yaml would say something else than before, so nothing was written. Write its file: "
        "and release: on one line each, and start again."
    ),
    "would_be_broken": (
        "The new table would not pass “caremgr-desktop check”, so nothing was written. The first "
        "fault: {first}."
    ),
    "too_many_tables": (
        "There may be {limit} tables in resources/pay at most. Take the oldest one out first."
    ),
}
"""The English sentences by code; ``{name}`` stands for a parameter of the error."""


def kinds_in_words(kinds: Sequence[Kind]) -> str:
    """Return which kinds of cells are meant, with how many there are."""
    return " and ".join(f"{KINDS[kind.name]} ({kind.cells} cells)" for kind in kinds)
