"""The page *Review*: what is read before the first word, sections to look at, the owner's record.

It knows the review next door. Nothing here says whether anyone is fit to work.
"""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from fallow.individual.guidance.review.reflection import Reflection, list_notices, write_record
from fallow.individual.guidance.review.sections import QUESTIONS, About, list_sections_about
from fallow.individual.picture.records import read_day

Json = dict[str, Any]


def answer_review(request: Json) -> Json:
    """This will give notices, questions and sections for a reflection about oneself or another."""
    about = About(request["about"])
    return {
        "notices": list_notices(about),
        "questions": QUESTIONS[about],
        "sections": [asdict(section) for section in list_sections_about(about)],
    }


def answer_record(request: Json) -> Json:
    """This will write the record of dates and topics; the words join only if they are asked for."""
    reflections = [_read(body) for body in request["reflections"]]
    return {"table": write_record(reflections, with_words=bool(request["with_words"]))}


REQUESTS: dict[str, Callable[[Json], Json]] = {
    "review": answer_review,
    "review_record": answer_record,
}


def _read(body: Json) -> Reflection:
    return Reflection(
        written_date=read_day(body["written_date"]),
        notice_read_date=read_day(body["notice_read_date"]),
        about=About(body["about"]),
        sections=tuple(body["sections"]),
        words=body["words"],
    )
