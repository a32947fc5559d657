"""All facts that a result is written from."""

from typing import NamedTuple

from caremgr_desktop.career.handbook import Handbook
from caremgr_desktop.career.requirements import Requirements


class Facts(NamedTuple):
    """What is known of roles, pay and sources, and what credentials ask."""

    handbook: Handbook
    requirements: Requirements
