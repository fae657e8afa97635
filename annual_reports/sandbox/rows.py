"""The rows of an answer, as many as may come back, in types that tables and files can hold."""

from io import BytesIO
from typing import Final

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from annual_reports.errors import RefusedStatement
from annual_reports.sandbox.task import BYTES, ROWS

_BATCH: Final = 2048
_DISTANT: Final = (OverflowError, ValueError, pa.ArrowException)


def rows_of(con: duckdb.DuckDBPyConnection, sql: str) -> tuple[pa.Table, bool]:
    """The first rows of what the statement gives, and whether there were more.

    Reads no further than it may give back; raises RefusedStatement where one row is too much.
    """
    reader = con.sql(sql).to_arrow_reader(_BATCH)
    batches: list[pa.RecordBatch] = []
    for batch in reader:
        batches.append(batch)
        if sum(kept.num_rows for kept in batches) > ROWS or _size(batches) > BYTES:
            break
    found = pa.Table.from_batches(batches, reader.schema)
    kept = found.slice(0, ROWS)
    while kept.nbytes > BYTES and kept.num_rows > 1:
        kept = kept.slice(0, kept.num_rows // 2)
    if kept.nbytes > BYTES:
        raise RefusedStatement("sql-large", most=BYTES // 1_000_000)
    return _plain(kept), kept.num_rows < found.num_rows


def stream_of(table: pa.Table) -> bytes:
    """The table as bytes that any other process can read."""
    target = BytesIO()
    with pa.ipc.new_stream(target, table.schema) as writer:
        writer.write_table(table)
    return target.getvalue()


def _size(batches: list[pa.RecordBatch]) -> int:
    return sum(batch.nbytes for batch in batches)


def _plain(table: pa.Table) -> pa.Table:
    """Columns as numbers, dates, truth or text; a name that comes again is numbered."""
    names: list[str] = []
    for name in table.column_names:
        again = sum(kept.rpartition(" (")[0] == name or kept == name for kept in names)
        names.append(f"{name} ({again + 1})" if again else name)
    return pa.table([_plain_column(column) for column in table.columns], names=names)


def _plain_column(column: pa.ChunkedArray) -> pa.ChunkedArray:
    kind = column.type
    if pa.types.is_decimal(kind):
        return _number(column)
    if pa.types.is_dictionary(kind):
        return column.cast(pa.string())
    if pa.types.is_temporal(kind) and not pa.types.is_interval(kind):
        return _day(column)
    if pa.types.is_primitive(kind) and not pa.types.is_interval(kind):
        return column
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return column
    words = [None if value is None else str(value) for value in column.to_pylist()]
    return pa.chunked_array([pa.array(words, pa.string())])


def _number(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Whole numbers as such while they fit, others as the nearest float, found by their text."""
    if column.type.scale == 0:
        try:
            return column.cast(pa.int64())
        except pa.ArrowInvalid:
            pass
    return pc.cast(column.cast(pa.string()), pa.float64())


def _day(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """Dates and times; as text where the calendar of Python does not reach."""
    try:
        column.to_pylist()
    except _DISTANT:
        return column.cast(pa.string())
    return column
