"""One self-contained page of a week: no script, no request, light and dark.

It knows the answer that the private page gets, and puts it on paper.
"""

from datetime import date
from html import escape
from typing import Any

from fallow.figures.marks import Picture
from fallow.figures.svg import draw_svg, draw_table, read_stylesheet

_STYLE = """
:root { color-scheme: light dark; --paper: light-dark(#faf6ee, #1f1c18);
  --ink: light-dark(#3b342b, #e6ddcd); --line: light-dark(#e2d8c6, #3a352d); }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 44rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.6 "Source Sans 3", system-ui, sans-serif; }
h1, h2 { font-family: "Source Serif 4", Georgia, serif; font-weight: 500; line-height: 1.25; }
.lead { font: 1.375rem/1.45 "Source Serif 4", Georgia, serif; }
dl { display: grid; grid-template-columns: 1fr auto; gap: .35rem 1.5rem; }
dt, dd { margin: 0; padding-block: .2rem; border-bottom: 1px solid var(--line); }
dd { text-align: right; } small { display: block; opacity: .85; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; }
th, td { text-align: left; padding: .25rem .5rem .25rem 0; border-bottom: 1px solid var(--line); }
figure { margin: 2rem 0; } summary { cursor: pointer; padding-block: .4rem; }
"""


def write_page(answer: dict[str, Any], pictures: tuple[Picture, ...], *, monday: date) -> str:
    """This will give the page's HTML for an answer of `write_week` and its pictures."""
    said = "".join(
        f'<p class="lead">{escape(h["sentence"])}</p><p>{escape(h["counterpart"])}</p>'
        for h in answer["headlines"]
    )
    title = f"The week of {monday.day} {monday:%B %Y}"
    drawn = "".join(_figure(picture) for picture in pictures)
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}{read_stylesheet()}</style></head><body><main>"
        f"<h1>{title}</h1>{said}<p>{escape(answer['coverage']['sentence'])}</p>{drawn}"
        f"<h2>Every figure</h2><dl>{_figures(answer)}</dl>"
        "<p><small>Weights and limits are starting values, not evidence, where they say so. "
        "Made on your own machine; nothing was sent anywhere.</small></p></main></body></html>"
    )


def _figure(picture: Picture) -> str:
    return (
        f"<figure>{draw_svg(picture)}<figcaption>{escape(picture.sentence)}"
        f"<details><summary>The same as a table</summary>{draw_table(picture)}</details>"
        "</figcaption></figure>"
    )


def _figures(answer: dict[str, Any]) -> str:
    return "".join(
        f"<dt>{escape(f['label'])}{_small(f['note'])}</dt>"
        f"<dd>{escape(f['value'])}{_small(f['usual'])}</dd>"
        for f in answer["figures"]
    )


def _small(text: str) -> str:
    return f"<small>{escape(text)}</small>" if text else ""
