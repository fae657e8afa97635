"""From a CSV of figures (``table,row,column,value``) to a report on the official form."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn

from annual_reports.errors import InvalidRegistry
from annual_reports.export.official_html import OfficialReport, write_official_html
from annual_reports.export.official_tables import UNIT, CellKey, lawful_cells
from annual_reports.form import Form, all_forms, form_of_year
from annual_reports.registry import MANIFEST, ManifestEntry, Registry

COLUMNS = ("table", "row", "column", "value")
REPRINT_NOTE = "本页由公开的年度报告数据按官方格式重新排印，不含原文叙述。"
ANNEX_NOTE = "本页由公开的年度报告统计表数据重新排印，指标名称按通用名录，不含原文叙述。"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a report says of itself besides its figures; ``note`` is printed at its end."""

    agency_name: str
    year: int
    published_on: date | None = None
    source_url: str = ""
    note: str = ""


def read_figures(path: Path) -> dict[CellKey, str]:
    """The figures of one report by (table, row, column); an empty text is a blank cell.

    Raises InvalidRegistry naming file and line when the header is another or a cell
    stands twice.
    """
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            _refuse(path, 1, ",".join(reader.fieldnames or ()), ",".join(COLUMNS))
        figures: dict[CellKey, str] = {}
        for row in reader:
            key = (row["table"], row["row"], row["column"])
            if key in figures:
                _refuse(path, reader.line_num, f"{'/'.join(key)} ×2", "table, row, column: unique")
            figures[key] = (row["value"] or "").strip()
    return figures


def printed_cells(form: Form, figures: Mapping[CellKey, str]) -> dict[CellKey, str]:
    """The figures as a report prints them: with the unit where the column's label has none."""
    return {key: text + _unit_in_cell(form, key, text) for key, text in figures.items()}


def report_from_figures(figures_csv: Path, imprint: Imprint) -> OfficialReport:
    """The report of that agency and year, tables only.

    Raises InvalidRegistry when no form exists for the year or the form lacks a cell.
    """
    form = form_of_year(imprint.year)
    if form is None:
        _refuse(figures_csv, 0, str(imprint.year), f"≥ {all_forms()[0].first_year}")
    figures = read_figures(figures_csv)
    _check_cells(figures_csv, form, figures)
    return OfficialReport(
        form=form.code,
        agency_name=imprint.agency_name,
        year=imprint.year,
        cells=printed_cells(form, figures),
        published_on=imprint.published_on,
        source_url=imprint.source_url,
        note=imprint.note,
    )


def write_from_figures(figures_csv: Path, imprint: Imprint, target: Path) -> None:
    """Write that report to the file ``target``; its folder is made where it is missing.

    Raises InvalidRegistry as ``report_from_figures`` does.
    """
    document = report_from_figures(figures_csv, imprint)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(write_official_html(document), encoding="utf-8", newline="\n")


def write_manifest_reports(
    registry: Registry, figure_folders: Iterable[Path], target: Path
) -> tuple[Path, ...]:
    """Every HTML report of the manifest, written under ``target`` from the figures of its name.

    The figures are looked for as ``<name>.csv`` or ``<name>.expected.csv`` in the folders.
    Raises FileNotFoundError when there are none, InvalidRegistry when an entry lacks
    agency or year.
    """
    folders = tuple(figure_folders)
    entries = [entry for entry in registry.manifest if entry.file.endswith(".html")]
    return tuple(_write_entry(registry, entry, folders, target) for entry in entries)


def _write_entry(
    registry: Registry, entry: ManifestEntry, folders: tuple[Path, ...], target: Path
) -> Path:
    agency = registry.agency(entry.agency_id or "")
    if agency is None or entry.year is None:
        _refuse(Path(MANIFEST), 0, entry.file, "agency_id, year")
    file = target / entry.file
    form = form_of_year(entry.year)
    is_uniform = form is None or form.is_uniform
    source = f"来源：{entry.source_url}" if entry.source_url else ""
    imprint = Imprint(
        agency.name,
        entry.year,
        entry.published_on,
        entry.source_url or "",
        (REPRINT_NOTE if is_uniform else ANNEX_NOTE) + source,
    )
    write_from_figures(_figures_of(file.stem, folders), imprint, file)
    return file


def _figures_of(name: str, folders: tuple[Path, ...]) -> Path:
    names = (f"{name}.csv", f"{name}.expected.csv")
    candidates = (folder / file for folder in folders for file in names)
    found = next((path for path in candidates if path.exists()), None)
    if found is None:
        raise FileNotFoundError(", ".join(names))
    return found


def _unit_in_cell(form: Form, key: CellKey, text: str) -> str:
    if key[2] == UNIT:
        return ""
    column = form.table(key[0]).column(key[2])
    is_number = text[-1:].isdigit()
    return column.unit if is_number and column.unit not in column.label_zh else ""


def _check_cells(path: Path, form: Form, figures: Mapping[CellKey, str]) -> None:
    lawful = lawful_cells(form)
    for line, key in enumerate(figures, start=2):
        if key not in lawful:
            _refuse(path, line, "/".join(key), form.label_zh)


def _refuse(file: Path, line: int, found: str, expected: str) -> NoReturn:
    raise InvalidRegistry(
        "registry-invalid", file=file.name, line=line, found=found, expected=expected
    )
