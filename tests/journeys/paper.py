"""What must hold of a private page on paper, asked of the page itself while it is set for print."""

from playwright.sync_api import Page

A4_WIDTH, MARGINS = 794, 2 * 53  # CSS pixels of 210 mm, and of 14 mm on either side
ASK = """() => {
  const main = document.querySelector("main"), seen = (node) => node.checkVisibility();
  const letter = main.querySelector(":scope > .letterhead");
  const tapped = [...main.querySelectorAll("button, select, input")].filter(seen);
  const folded = [...main.querySelectorAll(".picture table")].filter((table) => !seen(table));
  const color = getComputedStyle(document.body).backgroundColor;
  const said = letter && seen(letter) ? letter.innerText : "";
  const isHeaded = /on my own device, \\d+ \\w+ \\d{4}\\..*not legally privileged/.test(said);
  return [
    isHeaded ? null : `head: ${said}`,
    tapped.length ? `to tap: ${tapped[0].outerHTML}` : null,
    folded.length ? `a table is folded: ${folded[0].caption.innerText}` : null,
    main.innerText.includes("[object") ? "an object in place of words" : null,
    document.documentElement.scrollWidth > innerWidth ? "wider than the sheet" : null,
    ["rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"].includes(color) ? null : `paper is ${color}`,
  ].filter(Boolean);
}"""


def list_wrong_on_paper(page: Page) -> list[str]:
    """This will set the page for an A4 sheet, from dark as well, and name what is not right."""
    size = page.viewport_size
    page.set_viewport_size({"width": A4_WIDTH - MARGINS, "height": 1000})
    page.emulate_media(media="print", color_scheme="dark")
    found: list[str] = page.evaluate(ASK)
    page.emulate_media(media="screen", color_scheme="light")
    if size:
        page.set_viewport_size(size)
    return found
