"""One self-contained page of a week: no script, no request, light and dark, and fit to print.

It knows the answer that the private page gets, and puts it on paper.
"""

from html import escape
from itertools import groupby
from typing import Any

from fallow.cli.closing import basis_lines, day_words, seen_lines
from fallow.cli.measured import MeasuredFile
from fallow.figures.marks import Picture
from fallow.figures.svg import draw_svg, draw_table, read_stylesheet
from fallow.workload.my_week.answers import draw_pictures, write_week

_STYLE = """
:root { color-scheme: light dark; --paper: light-dark(#faf6ee, #1d1b17);
  --ink: light-dark(#2f2a24, #ece5d8); --quiet: light-dark(#625a4f, #b9b0a1);
  --rule: light-dark(#ddd2bf, #413b32); --serif: "Source Serif 4", "Iowan Old Style", Georgia,
  serif; }
body { margin: 0 auto; padding: 3rem 1.25rem 5rem; max-width: 38rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.6 "Source Sans 3", "Segoe UI", system-ui, sans-serif; }
h1, h2, .lead { font-family: var(--serif); font-weight: 500; line-height: 1.3; }
h1 { font-size: 1.25rem; color: var(--quiet); margin: 0 0 1.5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; }
.lead { font-size: 1.6rem; margin: 1.5rem 0 .5rem; text-wrap: pretty; }
.quiet, small, figcaption, caption { color: var(--quiet); }
dl { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); margin: 0; }
dt, dd { margin: 0; padding-block: .4rem; border-bottom: 1px solid var(--rule); }
dd { text-align: right; padding-inline-start: 1.5rem; font-variant-numeric: tabular-nums; }
small { display: block; font-size: .889rem; line-height: 1.4; text-wrap: balance; }
figure { margin: 2.5rem 0; } figcaption p { margin: .75rem 0 .25rem; }
summary { cursor: pointer; padding-block: .5rem; width: fit-content; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
caption { text-align: left; padding-block: .25rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .75rem .35rem 0;
  border-bottom: 1px solid var(--rule); font-weight: 400; }
thead th { color: var(--quiet); }
@media print { body { padding: 0; max-width: none; } details { display: none; } }
"""
_GROUPS = {
    "load": "How much",
    "rhythm": "How unbroken",
    "hours": "When",
    "notes": "Notes",
    "support": "What holds you",
    "rest": "Rest",
    "coverage": "What is not known",
}


def write_page(measured: MeasuredFile) -> str:
    """This will give the HTML of the last known week, held against the ones before it."""
    weeks, appointments = measured.shown, measured.reading.appointments
    setting, now = measured.setting, measured.question.now
    answer = write_week(weeks, appointments, setting=setting, now=now)
    drawn = "".join(map(_figure, draw_pictures(weeks, appointments, setting=setting)))
    seen = " ".join(seen_lines(measured)[1:])  # the first stands below its picture
    title = f"The week of {day_words(weeks[-1])}"
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}{read_stylesheet()}</style></head><body><main>"
        f"<h1>{title}</h1>{_headlines(answer)}{_paragraphs([seen])}{drawn}"
        f"{_groups(answer)}<h2>What this rests on</h2>{_paragraphs(basis_lines(measured))}"
        '<p class="quiet">Made on your own machine. Nothing was sent, and this page asks for '
        "nothing.</p></main></body></html>"
    )


def _headlines(answer: dict[str, Any]) -> str:
    return "".join(
        f'<p class="lead">{escape(h["sentence"])}</p><p>{escape(h["counterpart"])}</p>'
        for h in answer["headlines"]
    )


def _paragraphs(lines: list[str]) -> str:
    return "".join(f'<p class="quiet">{escape(line)}</p>' for line in lines)


def _figure(picture: Picture) -> str:
    return (
        f"<figure>{draw_svg(picture)}<figcaption><p>{escape(picture.sentence)}</p>"
        f'<details><summary>The same as a table</summary><div class="wide">{draw_table(picture)}'
        "</div></details></figcaption></figure>"
    )


def _groups(answer: dict[str, Any]) -> str:
    """Figures in their groups; a group keeps together what its figures say of one thing."""
    grouped = groupby(answer["figures"], key=lambda figure: figure["group"])
    return "".join(
        f"<h2>{_GROUPS.get(group, group)}</h2><dl>{''.join(map(_entry, figures))}</dl>"
        for group, figures in grouped
    )


def _entry(figure: dict[str, Any]) -> str:
    return (
        f"<dt>{escape(figure['label'])}{_small(figure['note'])}</dt>"
        f"<dd>{escape(figure['value'])}{_small(figure['usual'])}</dd>"
    )


def _small(text: str) -> str:
    return f"<small>{escape(text)}</small>" if text else ""
