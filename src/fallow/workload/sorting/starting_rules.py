"""Title rules to start from: words that clinicians commonly write for each kind of work.

They know nothing of any client or condition; every rule can be edited or removed by its owner.
A starting value, not evidence: the words were chosen by the makers of Fallow.
"""

from fallow.workload.appointments import Kind
from fallow.workload.sorting.rules import TitleRule

_WORDS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    (Kind.PROTECTED_TIME, ("protected time", "protected", "do not book", "dnb", "focus time")),
    (Kind.LEAVE, ("leave", "vacation", "holiday", "pto", "annual leave", "sick", "day off")),
    (Kind.LEAVE, ("out of office", "ooo", "urlaub", "vacaciones")),
    (
        Kind.PEER_CONSULTATION,
        ("peer consultation", "peer group", "peer supervision", "intervision"),
    ),
    (Kind.PEER_CONSULTATION, ("consultation group", "consult group", "balint", "consult team")),
    (Kind.SUPERVISION, ("supervision", "supervisor", "clinical supervision", "supervisión")),
    (Kind.INTAKE, ("intake", "initial assessment", "assessment", "evaluation", "erstgespräch")),
    (Kind.CRISIS, ("crisis", "on call contact", "emergency session", "urgent contact")),
    (Kind.ON_CALL, ("on call", "bereitschaft", "de guardia")),
    (Kind.GROUP, ("group therapy", "group session", "process group", "skills group", "group")),
    (Kind.COUPLE_FAMILY, ("couple", "couples", "family therapy", "family session", "family")),
    (Kind.TRAINING, ("training", "workshop", "course", "webinar", "conference", "cpd", "ceu")),
    (Kind.TRAVEL, ("travel", "drive", "driving", "commute", "train to", "flight")),
    (Kind.ADMINISTRATION, ("admin", "notes", "paperwork", "documentation", "billing", "emails")),
    (Kind.ADMINISTRATION, ("team meeting", "staff meeting", "meeting", "phone calls", "reports")),
    (Kind.PERSONAL, ("lunch", "dentist", "doctor", "gym", "school", "birthday", "personal")),
    (Kind.PERSONAL, ("my therapy", "own therapy", "yoga", "childcare", "break")),
    (Kind.INDIVIDUAL, ("session", "therapy", "client", "appointment", "telehealth", "follow up")),
)


def starting_rules() -> tuple[TitleRule, ...]:
    """This will give the rules in the order they are tried; the first that fits decides."""
    return tuple(TitleRule(kind=kind, words=phrase) for kind, words in _WORDS for phrase in words)
