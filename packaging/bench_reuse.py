"""Measures comparing all documents with each other, and finding more like a passage.

1,000 generated documents of 4 KB, half of which quote an earlier one: the whole job,
one document more afterwards, how long the window stalls meanwhile; beside aligning
every two of them, without looking which may share something. The same where all have a
paragraph in common, and for copies of one text. Then how near to the top
of the list stands what was judged to be like a passage (`judged_similar.toml`), beside
plain TF-IDF, and how long the answer takes in 20 MB.
"""

from __future__ import annotations

import argparse
import math
import os
import random
import resource
import shutil
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from bench import ROOT, report
from bench_reader import run_script
from big_corpus import documents, write_corpus
from judged_similar import Place, Query, read_queries

DOCUMENTS = 1_000
PARAGRAPHS = 8
"""Of a document; about 4 KB."""
QUOTING, COPYING = 0.5, 0.2
NAIVE_PART = 60
"""So many documents are aligned each with each, to say what all would take."""
IDENTICAL_PART = 5
"""Of the copies of one text, fewer: they take longer than any corpus of real ones."""
BIG_PARAGRAPHS = 40_000
BEST = 20


def main() -> None:
    """Measure everything, each part in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=Path, help="the folder of the seeds")
    parser.add_argument("--corpora", type=Path, help="a folder of folders of speeches")
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        name, path, *numbers = given.child
        print(repr(CHILDREN[name](Path(path), *map(int, numbers))))
        return
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for kind, texts in KINDS.items():
        count = given.documents // (IDENTICAL_PART if texts is identical else 1)
        with tempfile.TemporaryDirectory() as scratch:
            show_corpus(Path(scratch), kind, count)
    show_similar(given.seeds, given.corpora)


def show_corpus(scratch: Path, kind: str, count: int) -> None:
    """Print what comparing a corpus takes."""
    print(f"\nreuse: {count:,} documents of 4 KB, {kind}")
    path = scratch / "reuse.workbench"
    run_script(__file__, "make", path, list(KINDS).index(kind), count)
    naive = run_script(__file__, "naive", path)["seconds"]
    window = run_script(__file__, "window", path)
    found = run_script(__file__, "compare", path)
    report("align every two", naive, "s")
    report("compare all in a job", found["all"], "s", found["all"] / naive, "of that")
    report("  pairs found", found["pairs"], "")
    report("  peak memory", found["memory"], "MB")
    report("  growth of the file", found["growth"], "MB")
    report("  longest stall of the window", window["stall"] * 1e3, "ms")
    report("one document more", found["more"], "s")
    report("read the matrix", found["read"] * 1e3, "ms")


def show_similar(seeds: Path | None, corpora: Path | None) -> None:
    """Print how good “more like this” is, and how fast."""
    print("\nmore like this: mean reciprocal rank of what was judged")
    folders = {"corpus": [ROOT / "corpus"]}
    if seeds and corpora:
        folders["seeds"] = [seeds, *sorted(it for it in corpora.iterdir())]
        folders["corpora"] = folders["seeds"]
    for name, sources in folders.items():
        queries = read_queries(name)
        ours, plain = ranks(sources, queries)
        report(f"{name}, {len(queries)} passages", ours, "", ours / plain, "of TF-IDF")
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "big.workbench"
        slowest = run_script(__file__, "similar", path, BIG_PARAGRAPHS)
        report("in 20 MB, the median", slowest["median"] * 1e3, "ms")
        report("in 20 MB, the slowest", slowest["slowest"] * 1e3, "ms")


def make(path: Path, kind: int, count: int) -> dict[str, Any]:
    """Write a project of so many documents."""
    from workbench.operations.importing import import_paths
    from workbench.project import Project

    folder = path.with_suffix("")
    folder.mkdir()
    texts = list(KINDS.values())[kind](count)
    for number, text in enumerate(texts):
        (folder / f"{number:04}.txt").write_text(text)
    with Project.create(path) as project:
        import_paths(project, [folder])
    return {}


def quoting(count: int) -> Iterator[str]:
    """Yield texts of which half quote an earlier one, and some copy a paragraph."""
    chance = random.Random(3)
    paragraphs: list[str] = []
    for text in _plain(count):
        own = text.split("\n\n")
        if paragraphs and chance.random() < QUOTING:
            said = chance.choice(chance.choice(paragraphs).split(". "))
            own[chance.randrange(PARAGRAPHS)] = f"They said “{said}” in a statement."
        if paragraphs and chance.random() < COPYING:
            own[0] = chance.choice(paragraphs)
        paragraphs += own
        yield "\n\n".join(own)


def with_formula(count: int) -> Iterator[str]:
    """Yield texts that all have one paragraph in common."""
    formula = next(documents(1, seed=7))
    for text in _plain(count):
        yield f"{text}\n\n{formula}"


def identical(count: int) -> Iterator[str]:
    """Yield copies of one text that only differ in a number."""
    text = next(_plain(1))
    for number in range(count):
        yield f"{number}\n\n{text}"


def _plain(count: int) -> Iterator[str]:
    paragraphs = (
        it for text in documents(count * PARAGRAPHS) for it in text.split("\n\n")
    )
    for _ in range(count):
        yield "\n\n".join(next(paragraphs) for _ in range(PARAGRAPHS))


def align_all(path: Path) -> dict[str, Any]:
    """Align some documents each with each; say what all would take."""
    from workbench.operations.comparing import prepared
    from workbench.project import Project
    from workbench.text.comparing.aligning import aligned

    with Project.open(path, read_only=True) as view:
        ids = view.documents.ids()
        start = time.perf_counter()
        texts = [prepared(view, it) for it in ids[:NAIVE_PART]]
        preparing = time.perf_counter() - start
        start = time.perf_counter()
        for a, b in combinations(texts, 2):
            aligned(a, b)
        aligning = time.perf_counter() - start
    part = len(texts)
    pairs = len(ids) * (len(ids) - 1) / (part * (part - 1))
    return {"seconds": preparing * len(ids) / part + aligning * pairs}


def compare(path: Path) -> dict[str, Any]:
    """Compare all documents, then one more, and read what was found."""
    from workbench.operations.importing import import_paths
    from workbench.operations.reuse import reuse_of, update_reuse
    from workbench.project import Project

    before = path.stat().st_size
    with Project.open(path) as project:
        start = time.perf_counter()
        found = update_reuse(project)
        took = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    growth = (path.stat().st_size - before) / 1e6
    with Project.open(path) as project:
        other = path.with_name("more.txt")
        other.write_text(
            "One more.\n\n" + project.documents.text(project.documents.ids()[4])
        )
        import_paths(project, [other])
        start = time.perf_counter()
        update_reuse(project)
        more = time.perf_counter() - start
        start = time.perf_counter()
        reuse_of(project)
        read = time.perf_counter() - start
    return {"all": took, "pairs": found.pairs, "memory": memory, "growth": growth,
            "more": more, "read": read}  # fmt: skip


def stall(path: Path) -> dict[str, Any]:
    """Compare a copy in a job of the window; return the longest time between ticks."""
    from bench_window import StallMeter

    from ui.app import build
    from ui.session import Session
    from workbench.operations.reuse import update_reuse
    from workbench.project import Project

    copy = path.with_name("window.workbench")
    shutil.copy(path, copy)
    session = Session(path.with_suffix(".ini"))
    _app, window = build(dark=False, session=session, analyst="bench")
    runner = window.runner
    with Project.open(copy) as project:
        wall, _ = StallMeter().measure(
            lambda: runner.start(lambda it: update_reuse(project, it), "Comparing"),
            lambda: bool(runner.running),
        )
        runner.cancel_all()
        runner.wait_all()
    copy.unlink()
    return {"stall": wall / 1e3}


def ranks(sources: Sequence[Path], queries: Sequence[Query]) -> tuple[float, float]:
    """Return the mean reciprocal rank of ours, and of plain TF-IDF over sentences."""
    from workbench.model.spans import Span
    from workbench.operations.importing import import_paths
    from workbench.operations.similar import similar_to
    from workbench.project import Project

    ours, plain = [], []
    with (
        tempfile.TemporaryDirectory() as scratch,
        Project.create(Path(scratch) / "judged.workbench") as view,
    ):
        import_paths(view, list(sources))
        ids = {_key(it.path): it.id for it in view.documents.all()}
        names = {own: key for key, own in ids.items()}
        sentences = _Sentences(view)
        for query in queries:
            at = query.passage
            span = Span(at.start, at.end)
            found = similar_to(view, ids[at.text], span, BEST)
            ours.append(query.reciprocal_rank(
                Place(names[it.document_id], it.span.start, it.span.end)
                for it in found))  # fmt: skip
            plain.append(query.reciprocal_rank(
                Place(names[own], span.start, span.end)
                for own, span in sentences.nearest(ids[at.text], span)))  # fmt: skip
    return statistics.mean(ours), statistics.mean(plain)


def _key(path: str) -> str:
    """Return how the judgments name a file: by its folder, if that is of speeches."""
    file = Path(path)
    if file.parent.name in {"inaugural", "state_union"}:
        return f"{file.parent.name}/{file.stem}"
    return file.stem[:3] if file.stem[:3].isdigit() else file.stem


class _Sentences:
    """Plain TF-IDF with cosines, over each sentence of a project."""

    def __init__(self, view: Any) -> None:
        from workbench.search.indexing.folding import words_of
        from workbench.text.sentences import sentences

        self._view, self._words_of = view, words_of
        self._places = []
        for own in view.documents.ids():
            text = view.documents.text(own)
            for span in sentences(text, view.documents.blocks(own)):
                self._places.append((own, span, Counter(words_of(span.of(text)))))
        stand = Counter(word for *_, words in self._places for word in words)
        self._weights = {
            word: math.log(len(self._places) / count) for word, count in stand.items()
        }

    def nearest(self, own: Any, span: Any) -> list[tuple[Any, Any]]:
        """Return the places of the nearest sentences, the nearest first."""
        wanted = Counter(self._words_of(span.of(self._view.documents.text(own))))
        scored = [
            (self._cosine(wanted, words), other, place)
            for other, place, words in self._places
            if other != own or not place.overlaps(span)
        ]
        scored.sort(key=lambda it: -it[0])
        return [(other, place) for _, other, place in scored[:BEST]]

    def _cosine(self, one: Counter[str], other: Counter[str]) -> float:
        product = sum(
            count * other[word] * self._weights.get(word, 0) ** 2
            for word, count in one.items()
        )
        return product / (self._length(one) * self._length(other) or 1)

    def _length(self, words: Counter[str]) -> float:
        return math.sqrt(
            sum((n * self._weights.get(word, 0)) ** 2 for word, n in words.items())
        )


def similar(path: Path, paragraphs: int) -> dict[str, Any]:
    """Ask for more like one sentence of each of many documents."""
    from workbench.model.spans import Span
    from workbench.operations.importing import import_paths
    from workbench.operations.similar import similar_to
    from workbench.project import Project

    folder = write_corpus(path.with_suffix(""), paragraphs)
    with Project.create(path) as project:
        import_paths(project, [folder])
    times = []
    with Project.open(path, read_only=True) as view:
        for own in view.documents.ids()[::20]:
            end = view.documents.text(own).index(".") + 1
            start = time.perf_counter()
            similar_to(view, own, Span(0, end))
            times.append(time.perf_counter() - start)
    return {"median": statistics.median(times), "slowest": max(times)}


KINDS: dict[str, Callable[[int], Iterator[str]]] = {
    "half of them quoting another": quoting,
    "all with one paragraph in common": with_formula,
    "all the same but for a number": identical,
}
CHILDREN: dict[str, Callable[..., dict[str, Any]]] = {
    "make": make,
    "naive": align_all,
    "compare": compare,
    "window": stall,
    "similar": similar,
}

if __name__ == "__main__":
    main()
