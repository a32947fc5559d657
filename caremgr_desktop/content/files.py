"""Which files are content, and their bytes, read without trusting them.

Nothing here imports more than the start of the program needs anyway.
"""

from pathlib import Path
from stat import S_ISREG

from caremgr_desktop.errors import ContentError

MAX_BYTES = 1_000_000
MAX_ROLES = 64
MAX_TABLES = 8

QUESTIONS = "questions.yaml"
SOURCES = "resources/sources.yaml"
CREDENTIALS = "resources/credentials.yaml"
STEPS = "resources/steps.yaml"
REQUIREMENTS = "resources/requirements.yaml"
PAY = "resources/pay.yaml"
ARTICLE = "resources/article.yaml"
EARLIER = "resources/earlier.yaml"
"""May be missing, and no start reads it: only a code of an earlier version needs it."""
ROLES = "resources/roles"
TABLES = "resources/pay"
ROLE_SUFFIXES = (".yaml", ".yml")
SINGLE_FILES = (QUESTIONS, SOURCES, CREDENTIALS, STEPS, REQUIREMENTS, PAY, ARTICLE)


def read_bytes(folder: Path, name: str) -> bytes:
    """Return the bytes of one file of the folder.

    Raises ContentError ``missing_file``, ``not_a_file`` (a folder, a device, a
    pipe), ``file_too_big`` (found out before it is read) or ``unreadable_file``.
    """
    path = folder / name
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise ContentError("not_a_file", file=name)
        if status.st_size > MAX_BYTES:
            raise ContentError("file_too_big", file=name, limit=MAX_BYTES)
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise ContentError("missing_file", file=name) from None
    except OSError as error:
        raise ContentError("unreadable_file", file=name, reason=error.strerror or "") from None
    if len(data) > MAX_BYTES:
        raise ContentError("file_too_big", file=name, limit=MAX_BYTES)
    return data


def names_in(folder: Path, under: str, suffixes: tuple[str, ...], limit: int) -> list[str]:
    """Return the files of a folder's folder by name, relative, with slashes.

    Raises ContentError ``missing_folder``, ``unreadable_file`` or ``too_many_files``.
    """
    names: list[str] = []
    try:
        for path in (folder / under).iterdir():
            if path.suffix.lower() in suffixes:
                names.append(f"{under}/{path.name}")
            if len(names) > limit:
                raise ContentError("too_many_files", file=under, limit=limit)
    except (FileNotFoundError, NotADirectoryError):
        raise ContentError("missing_folder", file=under) from None
    except OSError as error:
        raise ContentError("unreadable_file", file=under, reason=error.strerror or "") from None
    return sorted(names)


def content_names(folder: Path) -> list[str]:
    """Return every content file of the folder, in a fixed order.

    Raises ContentError as ``names_in`` does.
    """
    roles = names_in(folder, ROLES, ROLE_SUFFIXES, MAX_ROLES)
    tables = names_in(folder, TABLES, (".csv",), MAX_TABLES)
    return [*SINGLE_FILES, *roles, *tables]
