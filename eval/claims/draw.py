#!/usr/bin/env python3
"""Draws the sentences that eval/claims/labels.jsonl labels: where they stand, not their words.

A third is drawn from all sentences alike. Most kinds of claim are rare in these, so the rest is
drawn in strata, each of sentences with some word or mark that is common and broad (any word in
-est, any "no", any question mark), much broader than what the program takes for a cue: about half
of them make no claim of the kind, and test that it stays silent. At most one sentence a document;
the halves `dev` and `held` take turns within each stratum.

    draw.py DIRECTORY [--show]     # the directory of the clean texts; --show prints the words
"""

import json
import pathlib
import random
import re
import sys

SEED = 20261128
LENGTH = range(50, 321)
ALIKE = 100
STRATA = [
    r"\w{2,}est\b|\bmost\b|\bbest\b|\bworst\b|\bun(equal|rival|parallel|preced|match)",
    r"\ball\b|\bevery|\balways\b|\beach\b|\bwhole\b|\bentire",
    r"\bonly\b|\bsole|\balone\b|\bexclusive|\bbut\b",
    r"\bno\b|\bnone\b|\bnothing\b|\bnobody\b|\bnot an?\b|\bwithout\b|\bnowhere\b",
    r"\bfirst\b|\blast\b|\bnever\b|\bever\b",
    r"\bbecause\b|\bcaus|\bresult|\bthus\b|\btherefore\b|\bdue\b|\bowing\b|\bled\b|\bconsequen",
    r"\bbeliev|\bthought|\bintend|\bwish|\bhope|\bfear|\bknew\b|\bfelt\b|\bdesir|\bpurpose|\bmind",
    r"\baccording|\bclaim|\bargu|\bhistorians?\b|\bknown\b|\bsuppos|\brumou?r|\bsaid\b|\bagree",
    r"\?",
    r"\bcoinciden|\bchance|\baccident|\bhappen|\bcurious|\bstrange",
    "[\"“”]",
    r"\bplan|\border|\bwould\b|\bif\b|\bmight\b|\bmust\b|\bpropos",
]
SENTENCE = re.compile(r"[A-Z\"“(].*?[.?!][\"”)]?(?=\s+[A-Z\"“(]|\s*$)", re.S)
ABBREVIATION = re.compile(r"\b([A-Z]|[A-Z][a-z]{1,3}|[a-z]{1,2}|vol|viz|etc)\.[\"”)]?$")


def sentences(text):
    """The sentences of the paragraphs of a text, as spans of its bytes."""
    for paragraph in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", text):
        for found in SENTENCE.finditer(text, *paragraph.span()):
            if not ABBREVIATION.search(found[0]) and len(found[0]) in LENGTH:
                yield found.span()


def draw(directory):
    random.seed(SEED)
    paths = sorted(pathlib.Path(directory).glob("*.txt"))
    random.shuffle(paths)
    paths = iter(paths)
    left = {name: ALIKE if name is None else 17 for name in [*STRATA, None]}
    left[STRATA[-1]] = left[STRATA[-2]] = left[STRATA[-3]] = left[STRATA[-4]] = 16
    for name, count in left.items():
        while count:
            path = next(paths)
            text = path.read_text(encoding="utf-8")
            fits = [s for s in sentences(text) if not name or re.search(name, text[slice(*s)], re.I)]
            if fits:
                count -= 1
                yield path.stem, text, random.choice(fits), "held" if count % 2 else "dev"


def main():
    for doc, text, (start, end), half in draw(sys.argv[1]):
        span = [len(text[:at].encode()) for at in (start, end)]
        row = {"doc": doc, "half": half, "span": span}
        if "--show" in sys.argv:
            row["text"] = re.sub(r"\s+", " ", text[start:end])
            row["next"] = re.sub(r"\s+", " ", text[end:end + 60])
            row["before"] = re.sub(r"\s+", " ", text[max(0, start - 60):start])
        print(json.dumps(row, ensure_ascii=False))


main()
