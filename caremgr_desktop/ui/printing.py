"""Puts the pages of a report on paper."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

SIGNATURE = b"\x89PNG\r\n\x1a\n"
A4_RATIO = 1.35
"""A page that is higher than so many times its width is A4: 1.41; Letter is 1.29."""


def images_of(pictures: bytes) -> list[QImage]:
    """Return the pictures that stand one after the other; none where one can't be read."""
    parts = pictures.split(SIGNATURE)[1:]
    images = [QImage.fromData(SIGNATURE + part) for part in parts]
    return [] if any(image.isNull() for image in images) else images


def print_pages(printer: QPrinter, pictures: bytes) -> bool:
    """Print each picture on a sheet of its own; return whether that could be begun."""
    images = images_of(pictures)
    if not images:
        return False
    is_a4 = images[0].height() > A4_RATIO * images[0].width()
    size = QPageSize.PageSizeId.A4 if is_a4 else QPageSize.PageSizeId.Letter
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    for number, image in enumerate(images):
        if number:
            printer.newPage()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(_place(printer, image), image)
    return painter.end()


def _place(printer: QPrinter, image: QImage) -> QRectF:
    """Return the sheet, or the largest part of it with the picture's shape."""
    sheet = QRectF(printer.pageLayout().fullRectPixels(printer.resolution()))
    size = image.size().toSizeF().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF(sheet.topLeft(), size)
