"""Runs ``caremgr-desktop report`` and says when the file is there."""

import json
import tempfile
from pathlib import Path

from benchmarks.report import say
from caremgr_desktop import cli

ANSWERS = {
    "answers": {
        "place": "homes",
        "employer": "client",
        "travel": "road",
        "contact": "sit",
        "length": "years",
        "assess": "visit",
        "bedside": "comfort",
        "channel": "face",
        "clinical": "rides",
        "lead": "member",
        "negotiate": "deal",
        "school": "associate",
    }
}


def measure() -> None:
    """Write the report; its answers come from a file."""
    with tempfile.TemporaryDirectory() as folder:
        answers, target = Path(folder) / "answers.json", Path(folder) / "report.pdf"
        answers.write_text(json.dumps(ANSWERS), encoding="utf-8")
        status = cli.main(["report", str(answers), "-o", str(target)])
        assert status == 0 and target.exists()  # noqa: S101, PT018 - else nothing was measured
    say("written")


if __name__ == "__main__":
    measure()
