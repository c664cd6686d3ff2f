"""The written page says what the catalog says today, and its figure and tables are there."""

from tests.house.source_tree import ROOT
from tests.spec.individual.formulation.construct_sections import write_sections

PAGE = (ROOT / "docs" / "explanation" / "what-this-could-be.md").read_text(encoding="utf-8")


def between(name: str) -> str:
    begins = f"<!-- {name}: written by bench_formulation -->\n"
    return PAGE.split(begins)[1].split(f"<!-- end of {name} -->")[0]


def test_each_construct_has_its_section_as_the_catalog_has_it() -> None:
    assert between("constructs") == write_sections(), (
        "The page is stale. Run: python3 go.py bench bench_formulation"
    )


def test_where_a_bound_is_held_the_page_shows_an_error_below_it() -> None:
    rows = [row.split("|")[1:-1] for row in between("calibration").splitlines()[2:]]
    held = [row for row in rows if row[3].strip() == ".05"]

    assert len(held) >= 3
    assert [row[0] for row in held if max(float(row[1]), float(row[2])) > 0.05] == []
