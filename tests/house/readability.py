"""How hard a text is to read: the Flesch-Kincaid grade, and the prose of pages without their code.

Kincaid et al. 1975: 0.39 × words a sentence + 11.8 × syllables a word − 15.59. Syllables are
counted by groups of vowels: on our own documents (November 2026, 4,450 words) as the CMU
Pronouncing Dictionary counts them for 98 words of 100; the mean is a tenth of a grade too high.
"""

import re

_VOWELS = re.compile(r"[aeiouy]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SILENT = re.compile(r"(?:[^aeioucghsxz]es|[^dtaeiou]ed|[^aeioul]e|[aeiouy]le|[aeiouy]les)$")
_PARTED = re.compile(
    r"i[ae](?=[lnrtd])|ia|ua|uie|eo|oe(?=[rv])|hours?$"
)  # two vowels, two syllables
_SENTENCE_END = re.compile(r"[.!?:](?=\s|$)")
FEWEST_WORDS = 60  # a grade of a few words says nothing


def find_grade(prose: str) -> float:
    """This will give the school grade of a text; 0.0 for one under 60 words."""
    words = _WORD.findall(prose)
    if len(words) < FEWEST_WORDS:
        return 0.0
    sentences = len([s for s in _SENTENCE_END.split(prose) if _WORD.search(s)])
    syllables = 0
    for word in words:
        syllables += count_syllables(word)
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


def count_syllables(word: str) -> int:
    """This will count groups of vowels, parted where two sound, without a silent ending."""
    plain = re.sub(r"['’].*", "", word.lower())
    groups = len(_VOWELS.findall(plain))
    if groups > 1 and _SILENT.search(plain):
        groups -= 1
    return max(groups + len(_PARTED.findall(plain)), 1)


def prose_of_markdown(text: str) -> str:
    """This will leave sentences: no code, no tables, no headings, no addresses of links."""
    text = re.sub(r"<!--.*?-->|```.*?```", " ", text, flags=re.DOTALL)
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"`[^`]*`", "it", text)
    lines = [line for line in text.splitlines() if not re.match(r"\s*(\||#)", line)]
    ended = re.sub(r"\n\s*(?:[-*>]|\d+\.) ", ".\n", "\n".join(lines))
    return re.sub(r"[*_>]", "", re.sub(r"\n\s*\n", ".\n", ended))


def prose_of_template(text: str) -> str:
    """This will leave what a person reads of a page; each element ends a sentence."""
    text = re.sub(
        r"{#.*?#}|{% comment.*?endcomment %}|<style.*?</style>", " ", text, flags=re.DOTALL
    )
    text = re.sub(r"{%.*?%}", " ", text, flags=re.DOTALL)
    text = re.sub(r"{{.*?}}", "it", text, flags=re.DOTALL)
    text = re.sub(r"</?(a|em|strong|b|i|span|abbr|time)\b[^>]*>", "", text)
    return re.sub(r"<[^>]*>", ". ", text)
