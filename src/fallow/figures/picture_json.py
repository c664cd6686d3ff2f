"""A picture as plain JSON values, for the renderer on the device.

It knows the fields of marks by name, and nothing of how they are drawn.
"""

from dataclasses import asdict

from fallow.figures.marks import Mark, Picture, round_units

Json = dict[str, object]


def write_picture(picture: Picture) -> Json:
    """This will give a picture as nested dicts, lists, numbers and text."""
    return {
        "name": picture.name,
        "title": picture.title,
        "sentence": picture.sentence,
        "width": picture.width,
        "height": picture.height,
        "marks": [_write_mark(mark) for mark in picture.marks],
        "table": asdict(picture.table),
    }


def _write_mark(mark: Mark) -> Json:
    fields = {name: _write_value(value) for name, value in asdict(mark).items()}
    return {"mark": type(mark).__name__.lower(), **fields}


def _write_value(value: object) -> object:
    return round_units(value) if isinstance(value, float) else value
