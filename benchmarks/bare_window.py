"""The floor: an empty window of PySide6, which says when it is painted and ends."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.report import say, say_peak


class BareWindow(QWidget):
    """An empty window as large as the program's."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when all of this paint is done."""
        super().paintEvent(event)
        QTimer.singleShot(0, self._end)

    def _end(self) -> None:
        say("painted")
        QApplication.quit()


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = BareWindow()
    window.resize(1280, 800)
    window.show()
    application.exec()
    say_peak()
