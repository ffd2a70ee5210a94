"""Tables beside what is known, and the choice of their columns, which is remembered."""

from __future__ import annotations

from pathlib import Path

from planner.actions.imports.columns import Meaning, remembered_columns
from planner.actions.imports.files import Review, review, save
from planner.exchange.csv_table.columns import chosen
from planner.exchange.csv_table.table import Table
from planner.library import Library
from tests.conftest import NOW, TODAY
from tests.dump import dump

DATA = Path(__file__).parents[1] / "data" / "csv"
FREE = "Name,Firma,E-Mail\nAna Ferreira,Contoso,ana@contoso.example\n"


def looked_at(
    library: Library, *paths: Path, columns: dict[str, dict[str, list[str]]] | None = None
) -> Review:
    return review(library, paths, today=TODAY, columns=columns)


def written(folder: Path, text: str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def with_company_as_tag(table: Table) -> dict[str, dict[str, list[str]]]:
    columns = [
        chosen(table.heading(1), Meaning.TAGS, each) if n == 1 else each
        for n, each in enumerate(table.columns)
    ]
    return {table.key: table.under(columns).choices()}


def test_every_program_s_table_comes_in_once(library: Library) -> None:
    paths = sorted(DATA.glob("*.csv"))
    found = looked_at(library, *paths)
    assert not any(table.asks for _, table in found.tables)
    done = save(library, found, now=NOW)
    assert done.people_added == 16
    before = dump(library)
    again = save(library, looked_at(library, *paths), now=NOW)
    assert (again.nothing, again.people_unchanged) == (True, 16)
    assert dump(library) == before


def test_somebody_on_linkedin_who_changed_jobs_is_the_same_person(library: Library, tmp_path: Path) -> None:
    path = written(tmp_path, (DATA / "linkedin.csv").read_text("utf-8"), "Connections.csv")
    save(library, looked_at(library, path), now=NOW)
    path.write_text(path.read_text("utf-8").replace("Meridia", "Contoso"), "utf-8")
    found = looked_at(library, path)
    assert [each.reason for each in found.people] == ["", ""]
    changed = {each.field: (each.old, each.new) for each in found.people[0].differences}
    assert changed["organisation"] == ("Meridia", "Contoso")


def test_columns_are_guessed_first_and_asked_about(library: Library, tmp_path: Path) -> None:
    found = looked_at(library, written(tmp_path, FREE))
    ((name, table),) = found.tables
    assert (name, table.asks) == ("list.csv", True)
    assert found.people[0].draft.organisation == "Contoso"


def test_chosen_columns_are_remembered_with_the_import_and_forgotten_with_its_undo(
    library: Library, tmp_path: Path
) -> None:
    path = written(tmp_path, FREE)
    columns = with_company_as_tag(looked_at(library, path).tables[0][1])
    found = looked_at(library, path, columns=columns)
    assert (found.people[0].draft.tags, found.tables[0][1].asks) == (("Contoso",), False)
    assert remembered_columns(library) == {}, "nothing is remembered before anything is imported"
    save(library, found, now=NOW)
    assert library.next_labels()[0] == "Import list.csv: 1 person"
    other = written(tmp_path, "E-Mail;Firma;Name\nrui@x.example;Fabrikam;Rui Costa\n", "other.csv")
    again = looked_at(library, other)
    assert (again.people[0].draft.tags, again.tables[0][1].asks) == (("Fabrikam",), False)
    library.undo()
    assert remembered_columns(library) == {}
    assert looked_at(library, other).people[0].draft.organisation == "Fabrikam"


def test_a_table_without_headings_is_read_as_chosen_but_not_remembered(
    library: Library, tmp_path: Path
) -> None:
    path = written(tmp_path, "Ana Ferreira;Contoso;ana@contoso.example\nRui Costa;Contoso;rui@x.example\n")
    columns = with_company_as_tag(looked_at(library, path).tables[0][1])
    found = looked_at(library, path, columns=columns)
    assert found.people[1].draft.tags == ("Contoso",)
    save(library, found, now=NOW)
    assert remembered_columns(library) == {}
