"""Wording that lies: brought in as a file, or kept and changed. It is refused, or made harmless.

Each lie succeeds against a copy of the reader from which the one check that stops it was taken out.
In a browser, tests/journeys/test_own_room_forms.py shows that what is let through stays text.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date
from types import ModuleType
from typing import Any

import pytest
from tests.weakened import Patch, copy_weakened

from fallow.base.errors import FallowError
from fallow.individual.instruments import outside_text, wording
from fallow.individual.instruments.catalog import find_instrument
from fallow.individual.instruments.instrument import License

CBI = find_instrument("cbi")
CANARY = "Heron"  # stands in every text, and in no refusal
KEYS = [item.key for item in CBI.items]
SOUND = {key: f"{CANARY} in question {place}" for place, key in enumerate(KEYS)}
ANSWERS = "Always|Often|Sometimes|Seldom|Never"
GIVEN = wording.Attestation(basis="Permission of the owner", given_date=date(2026, 3, 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Lie:
    """What is tried with the reader, what it says, and the check of which module stops it."""

    succeeds: Callable[[ModuleType], bool]
    of: ModuleType
    weak: tuple[Patch, ...]
    said: str = ""


def table(rows: dict[str, str] | list[tuple[str, ...]]) -> bytes:
    told = list(rows.items()) if isinstance(rows, dict) else rows
    quoted = (",".join(f'"{cell}"' for cell in row) for row in told)
    return "\n".join(["key,text", *quoted]).encode()


def read(m: ModuleType, rows: dict[str, str] | list[tuple[str, ...]]) -> Any:
    return m.read_wording(table(rows), instrument=CBI, attestation=GIVEN)


def kept(m: ModuleType, **changes: object) -> dict[str, Any]:
    """A record as it lies in the room, with something in it changed."""
    told: dict[str, Any] = json.loads(json.dumps(asdict(read(m, SOUND)), default=str))
    return told | changes


def says(text: str) -> Callable[[ModuleType], bool]:
    """The first question of a file says something else, and would be shown."""
    told = f"{CANARY}: {text}"
    return lambda m: told in dict(read(m, SOUND | {"p1": told}).texts).values()


def answers(told: str) -> Callable[[ModuleType], bool]:
    return lambda m: bool(read(m, SOUND | {"answers": told}).answers)


def brings(*rows: tuple[str, ...]) -> Callable[[ModuleType], bool]:
    """A file with rows of its own beside the sound ones is taken."""
    return lambda m: bool(read(m, [*SOUND.items(), *rows]))


def has_the_same_hash(m: ModuleType, other: dict[str, str]) -> bool:
    one, two = read(m, SOUND), read(m, other)
    return bool(one.digest == two.digest and one.texts != two.texts)


def under_each_others_key(m: ModuleType) -> bool:
    """The last of the seven about work is the one that counts the other way round."""
    return has_the_same_hash(m, SOUND | {"w7": SOUND["w1"], "w1": SOUND["w7"]})


def moves_over_the_edge(m: ModuleType) -> bool:
    """With a line end in it, a text could take the next question's key and words into itself."""
    taken = {"p1": f"{SOUND['p1']}\np2\t{SOUND['p2']}", "p2": "Another one"}
    turned = {"p1": SOUND["p1"], "p2": f"{SOUND['p2']}\np2\tAnother one"}
    return bool(read(m, SOUND | taken).digest == read(m, SOUND | turned).digest)


def shown_in_another_order(m: ModuleType) -> bool:
    turned = read(m, dict(reversed(SOUND.items())))
    return [key for key, _ in turned.texts] != KEYS


def kept_in_another_order(m: ModuleType) -> bool:
    told = kept(m, texts=[[key, SOUND[key]] for key in reversed(KEYS)])
    lines = "".join(f"{key}\t{text}\n" for key, text in told["texts"])
    told["digest"] = hashlib.sha256(f"{lines}answers\t".encode()).hexdigest()
    return bool(m.recall_wording(told, instrument=CBI))


def changed_after_its_word_was_given(m: ModuleType) -> bool:
    told = kept(m, texts=[[key, f"{text}, really"] for key, text in SOUND.items()])
    return bool(m.recall_wording(told, instrument=CBI))


def kept_without_anyones_word(m: ModuleType) -> bool:
    told = kept(m, attestation={"basis": " ", "given_date": "2026-03-02"})
    return bool(m.recall_wording(told, instrument=CBI))


def other_words_than_before(m: ModuleType) -> bool:
    """The hash agrees with the words; it is not the hash of what was answered before."""
    before = read(m, SOUND | {"p1": "What was asked before"}).digest
    return not m.explain_other_words(read(m, SOUND), answered=before)


def of_a_form_that_is_sold(m: ModuleType) -> bool:
    sold = replace(CBI, license=License.PAID)
    return bool(m.read_wording(table(SOUND), instrument=sold, attestation=GIVEN))


def check(of: ModuleType, there: str, instead: str = "if False:", *, said: str) -> dict[str, Any]:
    return {"of": of, "weak": ((there, instead),), "said": said}


NOT_ASKED = check(
    outside_text, "if _NOT_ASKED.search(text):", said="asks about suicide or a diagnosis"
)
ADDRESS = check(outside_text, "if _ADDRESS.search(text):", said="holds an address or a number")
HANDED_ON = check(outside_text, "if _HANDED_ON.search(text):", said="asks you to hand on what")
UNSEEN = check(
    outside_text,
    "one not in _JOINERS for one in text",
    "one == '' for one in text",
    said="characters that cannot be seen or that turn a line around",
)
ORDER = check(
    wording, "if [key for key, _ in pairs] != wanted:", said="questions of this file are not those"
)
MORE = check(
    wording, "if any(cell.strip() for row in rows for cell in row[2:]):", said="says more than"
)
REFUSED = {
    "asks about suicide": Lie(succeeds=says("Did you think of suicide this week?"), **NOT_ASKED),
    "asks about ending one's life": Lie(succeeds=says("I want to end my life"), **NOT_ASKED),
    "asks for a diagnosis": Lie(succeeds=says("Were you ever diagnosed?"), **NOT_ASKED),
    "says where answers go": Lie(succeeds=says("Send your answers to Omar"), **HANDED_ON),
    "says who may see the result": Lie(succeeds=says("Show Omar your results."), **HANDED_ON),
    "leads to an address": Lie(succeeds=says("Go to fallow.example first"), **ADDRESS),
    "carries a script that asks elsewhere": Lie(
        succeeds=says("<script>fetch('//else.example')</script>"), **ADDRESS
    ),
    "gives a number to call": Lie(succeeds=says("Call 555 0100 199 first"), **ADDRESS),
    "turns a line around": Lie(succeeds=says("Never \u202etired"), **UNSEEN),
    "hides a mark between letters": Lie(succeeds=says("Ti\u200bred"), **UNSEEN),
    "rings a bell": Lie(succeeds=says("Tired\x07?"), **UNSEEN),
    "is far too long": Lie(
        succeeds=says("tired " * 80 + "."),
        **check(outside_text, " or len(text) > longest", "", said="is empty or far too long"),
    ),
    "marks a question as reversed": Lie(succeeds=brings(("", "", "reversed")), **MORE),
    "says what an answer counts": Lie(succeeds=brings(("answers", ANSWERS, "0|0|0|0|0")), **MORE),
    "brings a question of its own": Lie(succeeds=brings(("x1", "One more")), **ORDER),
    "says one question twice": Lie(
        succeeds=brings(("w7", "Something else")),
        **check(
            wording,
            "if len(texts) < sum(key in texts for key, _ in pairs):",
            said="stands in this file twice",
        ),
    ),
    "turns the answers round": Lie(
        succeeds=answers("|".join(reversed(ANSWERS.split("|")))),
        **check(wording, "if _LEAST.match(offered[0]):", said="stand the wrong way round"),
    ),
    "leaves an answer out": Lie(
        succeeds=answers("Always|Often|Seldom|Never"),
        **check(wording, " == count", "", said="The answers of this form are 5"),
    ),
    "is kept in another order": Lie(succeeds=kept_in_another_order, **ORDER),
    "is changed after someone's word was given for it": Lie(
        succeeds=changed_after_its_word_was_given,
        **check(wording, 'if wording.digest != told.get("digest"):', said="not as it was when"),
    ),
    "is kept without anyone's word": Lie(
        succeeds=kept_without_anyones_word,
        **check(wording, "if not self.basis.strip():", said="not said on what basis"),
    ),
    "is of a form that is sold": Lie(
        succeeds=of_a_form_that_is_sold,
        **check(wording, "if form.license is License.PAID:", said="may not be brought in here"),
    ),
}
HARMLESS = {
    "gives questions in another order": Lie(
        succeeds=shown_in_another_order,
        of=wording,
        weak=(
            ("for item in instrument.items if item.key in texts]", "for item in ()]"),
            ORDER["weak"][0],
        ),
    ),
    "exchanges two questions under one hash": Lie(
        succeeds=under_each_others_key,
        of=wording,
        weak=(('f"{key}\\t{text}" for key, text in texts', "sorted(text for _, text in texts)"),),
    ),
    "moves words from question to question under one hash": Lie(
        succeeds=moves_over_the_edge,
        of=outside_text,
        weak=(
            ('" ".join(unicodedata.normalize("NFC", told).split())', "told"),
            UNSEEN["weak"][0],
        ),
    ),
    "is not what was answered before": Lie(
        succeeds=other_words_than_before,
        of=wording,
        weak=(('if answered in ("", wording.digest):', "if True:"),),
    ),
}
LIES = REFUSED | HARMLESS


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_a_sentence_is_wording_that(name: str) -> None:
    with pytest.raises(FallowError, match=REFUSED[name].said) as refused:
        REFUSED[name].succeeds(wording)

    assert CANARY not in str(refused.value)


@pytest.mark.parametrize("name", HARMLESS)
def test_harmless_is_wording_that(name: str) -> None:
    assert not HARMLESS[name].succeeds(wording)


@pytest.mark.parametrize("name", LIES)
def test_without_its_check_it_would_be_believed_that(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lie = LIES[name]
    weak = copy_weakened(lie.of, *lie.weak)
    if lie.of is outside_text:
        monkeypatch.setattr(wording, "read_text", weak.read_text)

    assert lie.succeeds(wording if lie.of is outside_text else weak)
