"""The tables as peewee knows them; ``schema`` makes them."""

from typing import NamedTuple

from peewee import SQL, CompositeKey, Field, ForeignKeyField, IntegerField, Model, TextField


class VisitTable(Model):
    """One row for each visit; its id is the visit's seed."""

    id = IntegerField(primary_key=True)
    quiz_id = TextField()
    quiz_version = TextField()
    begun = TextField()
    changed = TextField()
    trail = TextField()
    have = TextField(null=True)
    answered = IntegerField()
    skipped = IntegerField()
    name = TextField(constraints=[SQL("DEFAULT ''")])

    class Meta:
        """Its name in the file, and the index that the last changed is found by."""

        table_name = "visit"
        indexes = ((("quiz_id", "changed"), False),)


class AnswerTable(Model):
    """One row for each question that was answered or skipped."""

    visit = ForeignKeyField(VisitTable, on_delete="CASCADE", index=False)
    question_id = TextField()
    picks = TextField()

    class Meta:
        """Its name in the file, and its key."""

        table_name = "answer"
        primary_key = CompositeKey("visit", "question_id")
        without_rowid = True


class ImportanceTable(Model):
    """One row for each section that was given an importance."""

    visit = ForeignKeyField(VisitTable, on_delete="CASCADE", index=False)
    section_id = TextField()
    halves = IntegerField()

    class Meta:
        """Its name in the file, and its key."""

        table_name = "importance"
        primary_key = CompositeKey("visit", "section_id")
        without_rowid = True


class ResultTable(Model):
    """One row for each visit of whose present answers a result was shown."""

    visit = ForeignKeyField(VisitTable, primary_key=True, on_delete="CASCADE")
    verdict = TextField()
    leaders = TextField()
    setting = TextField()
    fits = TextField()

    class Meta:
        """Its name in the file."""

        table_name = "result"


TABLES: tuple[type[Model], ...] = (VisitTable, AnswerTable, ImportanceTable, ResultTable)
"""All of them."""


class KeyedTable(NamedTuple):
    """A table by its name in the file, with its columns; the first says whose rows they are."""

    name: str
    table: type[Model]
    columns: tuple[Field, ...]


VISIT_COLUMNS = (
    VisitTable.id,
    VisitTable.quiz_id,
    VisitTable.quiz_version,
    VisitTable.begun,
    VisitTable.changed,
    VisitTable.trail,
    VisitTable.have,
    VisitTable.answered,
    VisitTable.skipped,
    VisitTable.name,
)
ANSWER_COLUMNS = (AnswerTable.visit, AnswerTable.question_id, AnswerTable.picks)
IMPORTANCE_COLUMNS = (ImportanceTable.visit, ImportanceTable.section_id, ImportanceTable.halves)
RESULT_COLUMNS = (
    ResultTable.visit,
    ResultTable.verdict,
    ResultTable.leaders,
    ResultTable.setting,
    ResultTable.fits,
)
KEYED_TABLES = (
    KeyedTable("visit", VisitTable, VISIT_COLUMNS),
    KeyedTable("answer", AnswerTable, ANSWER_COLUMNS),
    KeyedTable("importance", ImportanceTable, IMPORTANCE_COLUMNS),
    KeyedTable("result", ResultTable, RESULT_COLUMNS),
)
"""All of them, each after those that it refers to."""
