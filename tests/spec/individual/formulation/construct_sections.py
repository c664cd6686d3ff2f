"""The sections of the page on what this could be, made from the catalog: one for each construct."""

from fallow.individual.formulation.catalog import ConstructPage, list_construct_pages


def write_sections() -> str:
    """This will give every construct as a section with its sources in a table."""
    return "\n".join(_write_section(page) for page in list_construct_pages())


def _write_section(page: ConstructPage) -> str:
    rows = "".join(f"| {one.says} | {one.source} | {one.evidence} |\n" for one in page.sources)
    return (
        f"### {page.label}\n\n{page.what}\n\n"
        f"**How it differs.** {page.differs}\n\n"
        f"**What helps to tell.** {page.tells_apart}\n\n"
        f"**What it asks for.** {page.answer}\n\n"
        f"| What a source says | Source | How sure |\n|---|---|---|\n{rows}"
    )
