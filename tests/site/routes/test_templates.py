"""Every template that another one names is there: a wrong name is met only when it is drawn."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

OURS = sorted(settings.HERE.glob("**/templates/**/*.html"))
NAMED = re.compile(r"{%\s*(?:extends|include)\s+\"([^\"]+)\"")


@pytest.mark.parametrize("template", OURS, ids=lambda path: path.name)
def test_what_a_template_names_is_there(template: Path) -> None:
    for name in NAMED.findall(template.read_text(encoding="utf-8")):
        try:
            get_template(name)
        except TemplateDoesNotExist:
            pytest.fail(f"{template.name} names {name}, which is nowhere.")


def test_there_are_templates_to_look_at() -> None:
    assert len(OURS) > 40
