"""Whether a prompt can be answered with one word, as its beginning tells, in Swedish and English.

A prompt is judged by its last question. Open is whatever begins with a question word, asks one further on
(”Har ni varit med om det, och vad hände?”) or invites (”Berätta …”). What is not understood counts as
open: a false alarm costs more trust than a missed one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTED = re.compile('[”“][^”“]*[”“]|"[^"]*"|«[^»]*»|»[^«]*«')
_STAND_IN = "¤"
"""Takes the place of a name, and of words that somebody in the prompt says."""
# Not before a small letter or a figure: ”t.ex. på”, ”kl. 14”.
_SENTENCES = re.compile(r"(?<=[.!?…])\s+(?=[^a-zåäö\d])")
_STOPS = "?!.…"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|¤")
_CLAUSES = re.compile(r"\s*[,;:–—]\s+")


@dataclass(frozen=True)
class _Language:
    conjunctions: frozenset[str]
    """May stand before a question without changing it."""
    question_words: frozenset[str]
    circumstances: frozenset[str]
    """Begin a side clause or a question; with a subject after it a side clause (”När det ringer, …”)."""
    invitations: frozenset[str]
    verbs: frozenset[str]
    """Begin a closed question, whatever follows."""
    subjects: frozenset[str]
    """Words that can follow the verb of a closed question."""
    verb_endings: tuple[str, ...] = ()
    """Of other words that begin a closed question when a subject follows."""
    subject_endings: tuple[str, ...] = ()
    """Of other words that can be a subject: ”telefonen”."""
    no_verbs: frozenset[str] = frozenset()
    """Words with such an ending that are no verbs."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SWEDISH = _Language(
    conjunctions=_words("och men eller så fast då sen sedan för"),
    question_words=_words(
        "vad hur vem vems vilken vilket vilka varför vart varifrån varthän hurdan hurdant hurdana"
    ),
    circumstances=_words("när om var innan ifall medan eftersom sedan"),
    invitations=_words(
        "berätta beskriv ge visa tänk säg förklara nämn skriv läs spela fråga jämför rita lista prova pröva"
        " låt gör ta hitta byt fundera välj återge peka"
    ),
    verbs=_words(
        "är har hade kan kunde ska skall skulle vill ville får fick måste bör borde finns fanns vet visste"
        " behöver behövde brukar brukade törs går gick gör gjorde blir blev ser såg hör hörde tar tog ger gav"
        " kommer kom låter lät står stod ligger låg sitter satt säger känns kändes märks märktes syns syntes"
        " hörs hördes minns mindes tycker tyckte tror trodde känner kände vågar vågade hinner hann orkar"
        " stämmer stämde räcker räckte spelar händer hände gäller gällde duger lönar litar upplever anser"
        " håller höll vore förstår förstod sa sade skrev bad drog svarar pratar talar"
    ),
    subjects=_words(
        "jag du han hon hen den det vi ni de man ingen inget någon något några alla allt alltid båda varje"
        " var en ett min mitt mina din ditt dina er ert era vår vårt våra sin hans hennes deras denna detta"
        " dessa andra folk inte aldrig ofta"
    ),
    verb_endings=("ar", "er", "ör", "år", "ade", "te", "dde", "nde", "s"),
    subject_endings=("en", "et", "an", "na"),
    no_verbs=_words(
        "efter under över mer fler inte för inför utför utanför innanför framför därför utöver vår per"
        " hos tills dess oss hans deras annars alls hennes eders ers ens förr"
    ),
)
_ENGLISH = _Language(
    conjunctions=_words("and but or so then"),
    question_words=_words("what how who whom whose which why where"),
    circumstances=_words("when if before after while once whenever because since"),
    invitations=_words(
        "tell describe give show think say explain name write read act ask compare draw list try let take"
        " find swap choose pick imagine point"
    ),
    verbs=_words(
        "is are am was were do does did has have had can could will would shall should may might must ought"
        " isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't can't cannot couldn't won't"
        " wouldn't shan't shouldn't mightn't mustn't needn't"
    ),
    subjects=_words(
        "i you he she it we they one there this that these those someone somebody anyone anybody everyone"
        " everybody no nobody people my your his her its our their the a an any some all both each every"
        " anything something"
    ),
)
_LANGUAGES = {"sv": _SWEDISH, "en": _ENGLISH}


def is_closed(prompt: str, language: str) -> bool:
    """Whether the prompt asks for a yes, a no or one word. Always False in a language not known here."""
    words = _LANGUAGES.get(language.partition("-")[0])
    if words is None or "?" not in prompt:
        return False
    if prompt.partition(" ")[0].lower() in words.question_words and not _SENTENCES.search(prompt):
        return False  # Nearly every prompt; the rest of this takes ten times as long.
    for sentence in reversed(_sentences(prompt)):
        if sentence.endswith("?"):
            return _is_closed_question(sentence, words)
        if _first(sentence) in words.invitations:
            return False
    return False


def _sentences(prompt: str) -> list[str]:
    """The prompt's sentences with a stand-in for what is quoted; a quotation may end its sentence."""

    def stand_in(quote: re.Match[str]) -> str:
        last, rest = quote.group()[-2:-1], prompt[quote.end() :].strip()
        return _STAND_IN + (last if last in _STOPS and (not rest or rest[0].isupper()) else "")

    sentences = _SENTENCES.split(_QUOTED.sub(stand_in, prompt))
    return [sentence.strip(" '’()") for sentence in sentences if sentence.strip()]


def _first(sentence: str) -> str:
    found = _WORD.search(sentence)
    return found.group().lower() if found else ""


def _is_closed_question(question: str, words: _Language) -> bool:
    clauses = [_heard(clause, words) for clause in _CLAUSES.split(question)]
    clauses = [clause for clause in clauses if clause]
    if not clauses:
        return False
    first = clauses[0]
    if _asks(first, words) or any(_asks(clause, words) for clause in clauses[1:]):
        return False
    if first[0] in words.invitations and not _is_verb_first(first, words):
        return False
    if _is_verb_first(first, words):
        return True
    # ”När det ringer, svarar vi då?” and ”Hos oss, finns det någon som …?”: the main clause comes last.
    return len(clauses) > 1 and _is_verb_first(clauses[-1], words)


def _heard(clause: str, words: _Language) -> list[str]:
    """A clause's words in lower case, names stood in for, without the conjunctions that it begins with."""
    found = [word.replace("’", "'") for word in _WORD.findall(clause)]
    heard = [word.lower() if i == 0 or word.islower() else _STAND_IN for i, word in enumerate(found)]
    while len(heard) > 1 and heard[0] in words.conjunctions:
        heard = heard[1:]
    return heard


def _asks(clause: list[str], words: _Language) -> bool:
    """Whether a clause begins with a question word, a preposition or two aside (”På vilket sätt …”)."""
    if clause[0] in words.circumstances:
        return _circumstance_asks(clause, words)
    for word in clause[:3]:
        if word in words.question_words:
            return True
        if word in words.verbs or _is_subject(word, words):
            return False
    return False


def _circumstance_asks(clause: list[str], words: _Language) -> bool:
    following = clause[1] if len(clause) > 1 else ""
    if clause[0] in ("när", "when", "var"):  # ”var” is where, or was.
        return not _is_subject(following, words)
    return False


def _is_verb_first(clause: list[str], words: _Language) -> bool:
    first, following = clause[0], clause[1] if len(clause) > 1 else ""
    if first == "var":
        return not _circumstance_asks(clause, words)
    if first in words.verbs:
        return True
    if first in words.no_verbs or first in words.question_words or not first.endswith(words.verb_endings):
        return False
    return _is_subject(following, words) or following.endswith(words.subject_endings)


def _is_subject(word: str, words: _Language) -> bool:
    return word in words.subjects or word == _STAND_IN
