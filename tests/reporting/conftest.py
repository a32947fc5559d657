"""The shipped content and its reporter, made once for each module of tests."""

import pytest

from caremgr_desktop.compose import Workshop
from caremgr_desktop.paths import Paths
from caremgr_desktop.reporting.result import ResultReporter


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    base = tmp_path_factory.mktemp("person")
    return Workshop(paths=Paths(*(base / name for name in ("data", "cache", "config", "log"))))


@pytest.fixture(scope="module")
def reporter(workshop: Workshop) -> ResultReporter:
    return workshop.text_reporter()
