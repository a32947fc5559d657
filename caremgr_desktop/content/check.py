"""Everything that can be said against a folder's content files, all at once."""

from datetime import date
from pathlib import Path

from caremgr_desktop.content.age import check_age
from caremgr_desktop.content.balance import Judge, check_balance
from caremgr_desktop.content.bundle import read_bundle
from caremgr_desktop.content.earlier import read_earlier
from caremgr_desktop.content.faults import Fault
from caremgr_desktop.content.lint import check_links
from caremgr_desktop.content.wording import check_wording


def check(folder: Path, today: date, judge: Judge) -> list[Fault]:
    """Return every fault and warning, by file and line; never raises for bad content.

    ``judge`` gives the flip distance of answers to a quiz; it is asked only where
    nothing else is wrong.
    """
    bundle = read_bundle(folder)
    check_links(bundle)
    check_wording(bundle)
    check_age(bundle, today)
    read_earlier(folder, bundle.faults)
    if not bundle.faults.errors:
        check_balance(bundle, judge)
    return bundle.faults.found
