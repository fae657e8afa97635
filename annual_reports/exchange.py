"""Facts as Parquet, taken out of a warehouse, and a warehouse made of them elsewhere."""

import shutil
from pathlib import Path

from annual_reports.errors import AnnualReportsError
from annual_reports.pipeline import BUILDS, DATA, imports_in
from annual_reports.recipe import Recipe
from annual_reports.releasing import Terms, gate_for, release, switching, writing
from annual_reports.warehouse import (
    MEMORY,
    Build,
    Warehouse,
    facts_path,
    open_warehouse,
    publish_facts,
    write_facts,
)


def build_of_facts(
    folder: Path,
    *,
    to: Path = BUILDS,
    memory: int = MEMORY,
    terms: Terms = Terms(),  # noqa: B008 immutable
) -> Build:
    """Publish a warehouse made of facts in Parquet (``export_facts``), with so many MB to work in.

    Raises like a build, and AnnualReportsError where the facts are not whole.
    """
    recipe = Recipe(facts=folder.absolute())
    with switching(to, terms.wait):
        gate = gate_for(to, imports_in(to), recipe, terms, DATA, [])
        build = release(to, terms.who, lambda: publish_facts(to, folder, gate=gate, memory=memory))
        recipe.write(to)
    return build


def export_facts(folder: Path, *, of: Path = BUILDS) -> Warehouse:
    """Write the facts of the warehouse in place as Parquet; which warehouse that is.

    Raises AnnualReportsError where ``folder`` is there already or cannot be written.
    """
    held = open_warehouse(of)
    if folder.exists():
        raise AnnualReportsError("facts-folder-taken", file=folder.as_posix())
    unfinished = folder.with_name(f"{folder.name}.part")
    with writing(folder):
        shutil.rmtree(unfinished, ignore_errors=True)
        kept = facts_path(of, held.build_id)
        if kept.exists():
            shutil.copytree(kept, unfinished)
        else:
            write_facts(held.connection.cursor(), unfinished)
        unfinished.rename(folder)
    return held
