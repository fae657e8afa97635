"""The store on disk: a folder of chunks, each written whole or not at all and never changed."""

import secrets
import shutil
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from time import time
from typing import Final, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from annual_reports.store.columns import TABLES

_UNFINISHED: Final = ".part"
_ABANDONED_SECONDS: Final = 3600


class Known(NamedTuple):
    """A reading in the store: of which file, with which bytes, and when."""

    key: str
    path: str
    sha256: str
    read_at: datetime
    chunk: str


class FactStore:
    """The readings kept under a folder. Several writers may add to it at once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def add(self, read: Mapping[str, pa.Table]) -> None:
        """Keep readings (``tables_of``); a process killed on the way leaves nothing that counts."""
        if not read["heads"].num_rows:
            return
        name = secrets.token_hex(8)
        unfinished = self.folder / f"{name}{_UNFINISHED}"
        unfinished.mkdir(parents=True)
        for table, rows in read.items():
            pq.write_table(rows, unfinished / f"{table}.parquet", compression="zstd")
        unfinished.rename(self.folder / name)

    def chunks(self) -> list[Path]:
        """The whole chunks."""
        found = self.folder.glob("*") if self.folder.exists() else ()
        return sorted(path for path in found if path.is_dir() and path.suffix != _UNFINISHED)

    def known(self) -> list[Known]:
        """Every reading, the oldest first."""
        columns = ["key", "path", "sha256", "read_at"]
        found = [
            Known(row["key"], row["path"], row["sha256"], row["read_at"], chunk.name)
            for chunk in self.chunks()
            for row in pq.read_table(chunk / "heads.parquet", columns=columns).to_pylist()
        ]
        return sorted(found, key=lambda reading: (reading.read_at, reading.path, reading.key))

    def files(self) -> dict[str, list[str]]:
        """The Parquet files of each table."""
        return {
            name: [(chunk / f"{name}.parquet").as_posix() for chunk in self.chunks()]
            for name in TABLES
        }

    def drop(self, chunks: Iterable[str]) -> None:
        """Forget chunks that no longer hold anything of use."""
        for name in chunks:
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def drop_unfinished(self) -> None:
        """Clear away what writers killed a while ago have left; one still at work is let be."""
        for path in self.folder.glob(f"*{_UNFINISHED}"):
            if time() - path.stat().st_mtime > _ABANDONED_SECONDS:
                shutil.rmtree(path, ignore_errors=True)
