"""Measures comparing two documents: how right it is, and how fast.

Right means: as judged by reading (`judged_pairs.toml`), on the sample corpus, on texts
that nothing was tuned on and, where they are, on the seeds and on speeches. A pair that
is doubtful does not count. Fast is measured on texts of 300 KB, beside RapidFuzz, which
scores each sentence with each.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench import ROOT, report
from big_corpus import documents
from judged_pairs import Tally, read_judgments

from workbench.model.alignments import Pair
from workbench.model.spans import Span
from workbench.operations.importing import import_paths
from workbench.project import Project
from workbench.text.blocks import split_blocks
from workbench.text.comparing.aligning import aligned
from workbench.text.comparing.statements import Statements, statements_of

HELD_OUT = ROOT / "packaging" / "held_out"
LENGTH = 300_000
FUZZY_PART = 10
LONGEST_SHOWN = 70
RUNS = 3

Texts = dict[str, Statements]
Done = TypeVar("Done")


def main() -> None:
    """Print precision and recall of each collection, then times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=Path, help="the folder of the seeds")
    parser.add_argument("--corpora", type=Path, help="a folder of folders of speeches")
    given = parser.parse_args()
    print("statements found, as judged by reading")
    judge("corpus", read_folder(ROOT / "corpus"), whole=True)
    judge("held_out", read_folder(HELD_OUT), whole=True)
    if given.seeds:
        texts = {name[:3]: it for name, it in read_folder(given.seeds).items()}
        judge("seeds", texts, whole=True)
    if given.corpora:
        judge("corpora", read_judged_files(given.corpora), whole=False)
    measure(*texts_to_measure(given.corpora))


def read_folder(folder: Path) -> Texts:
    """Import a folder as a person would, and prepare its texts."""
    with (
        tempfile.TemporaryDirectory() as scratch,
        Project.create(Path(scratch) / "judged.workbench") as project,
    ):
        import_paths(project, [folder])
        texts = project.documents
        return {
            it.name: statements_of(texts.text(it.id), texts.blocks(it.id))
            for it in texts.all()
            if it.name != "README"
        }


def read_judged_files(folder: Path) -> Texts:
    """Prepare the speeches that were judged."""
    judged = read_judgments("corpora")
    names = {name for it in judged for name in (it.a, it.b)}
    return {it: prepared((folder / f"{it}.txt").read_text("utf-8")) for it in names}


def prepared(text: str) -> Statements:
    """Prepare a plain text for comparing."""
    return statements_of(text, split_blocks(text))


def judge(folder: str, texts: Texts, *, whole: bool) -> None:
    """Print what was found in a collection, and what is wrong or missing."""
    tally = Tally()
    for judged in read_judgments(folder, sorted(texts) if whole else None):
        tally.count(judged, aligned(texts[judged.a], texts[judged.b]))
    print(f"  {folder:10} precision {tally.precision:.2f} of {tally.pairs},"
          f" recall {tally.recall:.2f} of {tally.related}")  # fmt: skip
    for a, b, pair in tally.wrong:
        print(f"    wrong   {a} {pair.a.start} {b} {pair.b.start} {pair.kind}")
        print(f"            {shown(texts[a], pair.a)} | {shown(texts[b], pair.b)}")
    for a, b, (one, other) in tally.missed:
        print(f"    missed  {a} {one.start} {b} {other.start}")
        print(f"            {shown(texts[a], one)} | {shown(texts[b], other)}")


def shown(text: Statements, span: Span) -> str:
    """Return the beginning of a stretch, on one line."""
    return " ".join(span.of(text.text).split())[:LONGEST_SHOWN]


def texts_to_measure(corpora: Path | None) -> tuple[str, str]:
    """Return two texts of 300 KB that have nothing to do with each other."""
    if corpora and corpora.is_dir():
        speeches = [
            it.read_text("utf-8", "replace") for it in sorted(corpora.rglob("*.txt"))
        ]
        whole = "\n\n".join(speeches)
        return whole[:LENGTH], whole[-LENGTH:]
    one, other = ("".join(documents(LENGTH // 500, seed)) for seed in (1, 2))
    return one, other


def measure(one: str, other: str) -> None:
    """Time two unrelated texts, one with an edited copy, and hostile ones."""
    print(f"\ncomparing two documents of {len(one) / 1000:.0f} KB")
    fuzzy = fuzzy_seconds(prepared(one), prepared(other))
    report("RapidFuzz, each sentence with each", fuzzy, "s")
    for name, text in (("unrelated", other), ("an edited copy", edited(one))):
        seconds, pairs = timed(lambda it=text: compared(one, it))
        report(f"{name}: {len(pairs):,} pairs", seconds, "s", seconds / fuzzy,
               "of RapidFuzz")  # fmt: skip
    seconds, _ = timed(lambda: prepared(one))
    report("of which preparing one of them takes", seconds, "s")
    for name, text in hostile().items():
        start = time.thread_time()
        pairs = compared(text, text)
        seconds = time.thread_time() - start
        report(f"{name} with itself: {len(pairs):,} pairs", seconds, "s")


def compared(one: str, other: str) -> list[Pair]:
    """Compare two texts that were not prepared."""
    return aligned(prepared(one), prepared(other))


def timed(act: Callable[[], Done]) -> tuple[float, Done]:
    """Do something three times; return the best time and what came of it."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.thread_time()
        done = act()
        best = min(best, time.thread_time() - start)
    return best, done


def fuzzy_seconds(one: Statements, other: Statements) -> float:
    """Return how long RapidFuzz would take to score each sentence with each."""
    from rapidfuzz import fuzz

    left, right = plain_sentences(one), plain_sentences(other)
    part = left[::FUZZY_PART]
    start = time.thread_time()
    for sentence in part:
        for against in right:
            fuzz.token_set_ratio(sentence, against)
    return (time.thread_time() - start) * len(left) / len(part)


def plain_sentences(text: Statements) -> list[str]:
    """Return the words of each sentence."""
    return [" ".join(text.forms[a:b]) for a, b in pairwise(text.firsts)]


def edited(text: str) -> str:
    """Replace, drop and add a word in twenty."""
    chance = random.Random(3)
    words = text.split(" ")
    for at in chance.sample(range(len(words)), len(words) // 20):
        words[at] = chance.choice(("", "indeed", f"{words[at]} truly"))
    return " ".join(words)


def hostile() -> dict[str, str]:
    """Return texts that would take for ever if each were compared with each."""
    chance = random.Random(4)
    words = ["".join(chance.choices("etaoinshrdlu", k=8)) for _ in range(30)]
    return {
        "one sentence of 1 MB, 30 words": " ".join(chance.choices(words, k=111_000)),
        "1 MB of one word": "word " * 200_000,
        "100,000 equal sentences": "The same group meets in Alder.\n\n" * 100_000,
        "1 MB of words that differ": " ".join(f"w{it:x}" for it in range(160_000)),
        "one KB of paragraphs, 300 times": (
            "".join(documents(2, 5)).replace(". ", ".\n") + "\n\n"
        )
        * 300,
    }


if __name__ == "__main__":
    main()
