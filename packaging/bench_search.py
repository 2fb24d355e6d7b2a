"""Measures search on 200,000 paragraphs, beside plain FTS5, Whoosh and a scan.

The texts are generated, 100 MB with words as frequent as in real ones. A query is an
ordinary one if its words stand in no more than a fifth of all paragraphs, as those of
a subject do; words like `the` are measured apart. Whoosh gets a fortieth of the texts,
since it needs minutes for all, and the window a tenth. `--judged` names a folder with a
judged collection in TREC's form, for the quality of the ranking. All of it takes three
minutes where nothing else runs; `--paragraphs 20000` takes half of one.
"""

from __future__ import annotations

import argparse
import os
import re
import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bench import line, median, report, timed
from bench_reader import run_script
from big_corpus import PHRASE, documents, stems, write_corpus
from judged import BEST, ndcg, read_judged

PARAGRAPHS = 200_000
WHOOSH_PART, WINDOW_PART = 40, 10
FIRST = 50
RUNS = 5
RARE, MIDDLE, COMMON, EVERYWHERE = (5_000, 9_000), (400, 900), (60, 110), (0, 5)


def main() -> None:
    """Run every measurement, or the one that a child process was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paragraphs", type=int, default=PARAGRAPHS)
    parser.add_argument("--judged", type=Path, help="a judged collection to rank")
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        name, path, *numbers = given.child
        print(repr(CHILDREN[name](Path(path), *map(int, numbers))))
        return
    print(f"Python {sys.version.split()[0]}, SQLite {sqlite3.sqlite_version},"
          f" {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")  # fmt: skip
    if given.judged:
        compare_ranking(given.judged)
    with tempfile.TemporaryDirectory() as scratch:
        measure(Path(scratch), given.paragraphs)


def measure(scratch: Path, paragraphs: int) -> None:
    """Make the texts and measure everything on them."""
    files = write_corpus(scratch / "texts", paragraphs)
    size = sum(path.stat().st_size for path in files.iterdir()) / 1e6
    print(f"\n{paragraphs:,} paragraphs in {len(list(files.iterdir())):,} files,"
          f" {size:.0f} MB")  # fmt: skip
    raw = run_script(__file__, "raw", scratch, paragraphs)["seconds"]
    index = run_script(__file__, "index", scratch, paragraphs)["seconds"]
    whole = run_script(__file__, "import", scratch)["seconds"]
    report("insert the paragraphs into raw FTS5", raw, "s")
    report("index them as the project does", index, "s", index / raw, "of raw")
    report("import the files into a project", whole, "s", whole / raw, "of raw")
    for name in ("open", "search", "add", "scan"):
        for text in run_script(__file__, name, scratch)["lines"]:
            print(text)
    part = max(paragraphs // WHOOSH_PART, 40)
    for text in run_script(__file__, "whoosh", scratch, part)["lines"]:
        print(text)
    part = max(paragraphs // WINDOW_PART, 40)
    for text in run_script(__file__, "window", scratch, part)["lines"]:
        print(text)


def insert_raw(scratch: Path, paragraphs: int) -> dict[str, Any]:
    """Insert the paragraphs into FTS5 and nothing else."""
    rows = [[it] for text in documents(paragraphs) for it in text.split("\n\n")]
    connection = sqlite3.connect(scratch / "raw.db")
    connection.execute(
        "create virtual table raw using"
        " fts5(body, tokenize='unicode61 remove_diacritics 2')"
    )

    def work() -> None:
        connection.executemany("insert into raw values (?)", rows)
        connection.commit()

    return {"seconds": timed(work)}


def index_all(scratch: Path, paragraphs: int) -> dict[str, Any]:
    """Index the same texts as a project does, without keeping them."""
    from workbench.search.indexing.index import Index, create_index
    from workbench.search.indexing.rows import Indexed
    from workbench.text.blocks import split_blocks

    texts = list(documents(paragraphs))
    indexed = [Indexed(text, [it.span for it in split_blocks(text)]) for text in texts]
    connection = sqlite3.connect(scratch / "index.db")
    create_index(connection)
    index = Index(connection)

    def work() -> None:
        for number, document in enumerate(indexed, 1):
            index.add(number, document)
        connection.commit()

    return {"seconds": timed(work)}


def import_all(scratch: Path) -> dict[str, Any]:
    """Import the files as the program does."""
    from workbench.operations.importing import import_paths
    from workbench.project import Project

    with Project.create(scratch / "ours.workbench") as project:
        return {"seconds": timed(lambda: import_paths(project, [scratch / "texts"]))}


def open_project(scratch: Path) -> dict[str, Any]:
    """Open the project, with all the checks."""
    from workbench.project import Project

    path = scratch / "ours.workbench"
    took = median(lambda: Project.open(path).close(), RUNS)
    return {"lines": [line("open the project", took * 1e3, "ms")]}


def ordinary_queries() -> dict[str, list[str]]:
    """Return queries by kind, as analysts write them, of words of all frequencies."""
    known = stems()
    rare, middle, common = (
        [known[rank] for rank in range(start, end, (end - start) // 6)][:6]
        for start, end in (RARE, MIDDLE, COMMON)
    )
    first, second = (known[rank] for rank in PHRASE)
    return {
        "a rare word": rare,
        "a middling word": middle,
        "a common word": common,
        "two words": [f"{it} {other}" for it, other in _pairs(rare, middle, common)],
        "three words": [f"{rare[0]} {middle[0]} {common[0]}",
                        f"{middle[1]} {common[1]} {common[2]}",
                        f"{common[3]} {common[4]} {common[5]}"],
        "a phrase": [f'"{first} {second}"', f'"{common[0]} {middle[0]}"'],
        "OR": [f"{rare[0]} OR {rare[1]}", f"{middle[2]} OR {common[2]}"],
        "NOT": [f"{middle[3]} NOT {common[3]}", f"{common[4]} NOT {rare[4]}"],
        "a prefix": [f"{it[:4]}*" for it in (rare[2], rare[3], middle[4])],
        "capitals": [known[40 * it + 7].upper() for it in (20, 100, 200)],
        "a sign": ["$150", "$750"],
        "a field": [f"doc:000012 {common[0]}", f"title:000013 {middle[0]}"],
    }  # fmt: skip


def _pairs(*groups: Sequence[str]) -> Iterator[tuple[str, str]]:
    for number, group in enumerate(groups):
        yield group[0], group[1]
        yield group[2], groups[number - 1][3]


def search_project(scratch: Path) -> dict[str, Any]:
    """Search with ordinary queries, and as one types."""
    from workbench.project import Project

    kinds = ordinary_queries()
    known = stems()
    typed = {
        f"as one types, {size} letters": [
            f"{known[it][:size]}*" for it in (60, 600, 6_000, 16_000)
        ]
        for size in (2, 3, 4)
    }
    everywhere = [known[it] for it in EVERYWHERE]
    costly = [f"*{known[MIDDLE[0]][1:]}", f"*{known[COMMON[0]][-3:]}",
              f'"{known[COMMON[0]]} {known[COMMON[0]]}"~5']  # fmt: skip
    with Project.open(scratch / "ours.workbench", read_only=True) as project:

        def ask(query: str) -> float:
            return _repeated(lambda: project.first(query, limit=FIRST))

        def ask_anew(query: str) -> float:
            """Ask as the window does: over a connection that has read nothing."""
            with project.reader() as view:
                return timed(lambda: view.first(query, limit=FIRST)) * 1e3

        def count(query: str) -> float:
            return _repeated(lambda: project.search(query, limit=FIRST))

        times = {kind: [ask(it) for it in asked] for kind, asked in kinds.items()}
        prefixes = {kind: [ask(it) for it in asked] for kind, asked in typed.items()}
        stops, patterns = map(ask, everywhere), map(ask, costly)
        others = {"words that stand nearly everywhere": list(stops),
                  "patterns, and near itself": list(patterns)}  # fmt: skip
        queries = [query for asked in kinds.values() for query in asked]
        anew = [ask_anew(it) for it in queries]
        counted = [count(it) for it in queries]
    plain = _plain_times(scratch / "raw.db", kinds["a common word"])
    every = [took for kind in times.values() for took in kind]
    lines = [
        "  the first 50 hits; median and slowest of a kind",
        *(_line(kind, found) for kind, found in (times | prefixes | others).items()),
        _line("a common word, plain FTS5 without counts", plain),
        *_percentiles(f"ordinary queries ({len(every)})", every),
        *_percentiles("the same over a new connection", anew),
        *_percentiles("the same with every hit counted", counted),
        line("a common word, against plain FTS5",
             statistics.median(times["a common word"]), "ms",
             statistics.median(times["a common word"]) / statistics.median(plain),
             "of plain"),
    ]  # fmt: skip
    return {"lines": lines}


def _repeated(ask: Callable[[], object]) -> float:
    ask()
    return median(ask, RUNS) * 1e3


def _percentiles(name: str, times: Sequence[float]) -> Iterator[str]:
    ordered = sorted(times)
    yield line(f"{name}, p50", statistics.median(ordered), "ms")
    yield line(f"{name}, p95", ordered[int(len(ordered) * 0.95)], "ms")


def _line(kind: str, times: Sequence[float]) -> str:
    return f"{line(kind, statistics.median(times), 'ms')}  slowest {max(times):7.1f}"


def _plain_times(path: Path, words: Sequence[str]) -> list[float]:
    connection = sqlite3.connect(path)
    sql = f"select rowid from raw where raw match ? order by rank limit {FIRST}"
    return [
        median(lambda it=it: connection.execute(sql, (it,)).fetchall(), RUNS) * 1e3
        for it in words
    ]


def add_one(scratch: Path) -> dict[str, Any]:
    """Add one document and search for a word that only it has."""
    from workbench.operations.importing import import_paths
    from workbench.project import Project

    times = []
    with Project.open(scratch / "ours.workbench") as project:
        for number in range(RUNS):
            path = scratch / f"added{number}.txt"
            path.write_text(f"{next(documents(40, seed=number))} addedword{number}")

            def work(path: Path = path, number: int = number) -> None:
                import_paths(project, [path])
                assert project.first(f"addedword{number}").documents == 1

            times.append(timed(work) * 1e3)
    return {"lines": [_line("add a document until it is found", times)]}


def scan(scratch: Path) -> dict[str, Any]:
    """Look for words with `re` in all texts, which are in memory already."""
    texts = [path.read_text() for path in sorted((scratch / "texts").iterdir())]
    kinds = ordinary_queries()
    words = [kinds[it][0] for it in ("a rare word", "a middling word", "a common word")]

    def look(word: str) -> int:
        pattern = re.compile(rf"\b{word}(?:s|ed|ing)?\b", re.IGNORECASE)
        return sum(len(pattern.findall(text)) for text in texts)

    times = [timed(lambda it=it: look(it)) * 1e3 for it in words]
    return {"lines": [_line("the same three words, scanned with re", times)]}


def compare_whoosh(scratch: Path, paragraphs: int) -> dict[str, Any]:
    """Ask Whoosh's own index of a part of the texts what ours is asked."""
    from whoosh.fields import STORED, TEXT, Schema
    from whoosh.index import create_in
    from whoosh.qparser import QueryParser

    from workbench.operations.importing import import_paths
    from workbench.project import Project

    folder = write_corpus(scratch / "part", paragraphs)
    (scratch / "whoosh").mkdir()
    index = create_in(scratch / "whoosh", Schema(body=TEXT, path=STORED))

    def fill() -> None:
        writer = index.writer()
        for path in sorted(folder.iterdir()):
            for text in path.read_text().split("\n\n"):
                writer.add_document(body=text, path=path.name)
        writer.commit()

    took = timed(fill)
    kinds = ordinary_queries()
    asked = [query for kind in list(kinds)[:9] for query in kinds[kind]]
    parser = QueryParser("body", index.schema)
    with Project.create(scratch / "part.workbench") as project:
        ours = timed(lambda: import_paths(project, [folder]))
        mine = _median_of(asked, lambda it: project.first(it, limit=FIRST))
    with index.searcher() as searcher:
        theirs = _median_of(
            asked, lambda it: list(searcher.search(parser.parse(it), limit=FIRST))
        )
    return {
        "lines": [
            f"  Whoosh's own index, {paragraphs:,} paragraphs",
            line("Whoosh: index", took, "s"),
            line("ours: import", ours, "s", ours / took, "of Whoosh"),
            line("Whoosh: the ordinary queries, p50", theirs, "ms"),
            line("ours: the same", mine, "ms", mine / theirs, "of Whoosh"),
        ]
    }


def _median_of(queries: Sequence[str], ask: Callable[[str], object]) -> float:
    return statistics.median(timed(lambda it=it: ask(it)) * 1e3 for it in queries)


def stall_window(scratch: Path, paragraphs: int) -> dict[str, Any]:
    """Import a part of the texts in the window and note its longest stall."""
    from bench_window import StallMeter

    from ui.app import build
    from ui.session import Session
    from workbench.project import Project

    folder = write_corpus(scratch / "window", paragraphs)
    path = scratch / "window.workbench"
    Project.create(path).close()
    _app, window = build(path, dark=False, session=Session(scratch / "s.ini"))
    window.show()
    meter = StallMeter()
    meter.measure(lambda: None, lambda: False)  # the window shows itself
    imports = window.workspace.imports
    wall, processor = meter.measure(
        lambda: imports.import_paths([folder]), lambda: bool(window.runner.running)
    )
    window.close_project()
    name = f"longest stall of the window, {paragraphs:,} imported"
    return {
        "lines": [line(name, wall, "ms"), line("  of it processor", processor, "ms")]
    }


def compare_ranking(folder: Path) -> None:
    """Print how good the first ten are, beside plain FTS5."""
    collection = read_judged(folder)
    with tempfile.TemporaryDirectory() as scratch:
        rankers = _rankers(Path(scratch), collection.documents)
        scores = {name: [] for name in rankers}
        for topic, relevance in collection.judgments.items():
            words = re.findall(r"\w+", collection.topics.get(topic, "").lower())
            if words:
                for name, rank in rankers.items():
                    scores[name].append(ndcg(rank(words), relevance))
    means = {name: statistics.mean(found) for name, found in scores.items()}
    print(f"\nranking: nDCG@{BEST}, {len(collection.topics)} topics")
    report("plain FTS5", means["plain"], "")
    report(
        "the workbench", means["ours"], "", means["ours"] / means["plain"], "of plain"
    )


def _rankers(
    scratch: Path, texts: Any
) -> dict[str, Callable[[Sequence[str]], list[str]]]:
    from workbench.operations.importing import import_paths
    from workbench.project import Project

    files = scratch / "files"
    files.mkdir()
    plain = sqlite3.connect(":memory:")
    plain.execute("create virtual table raw using fts5(name unindexed, body)")
    plain.executemany("insert into raw values (?, ?)", texts.items())
    for number, text in texts.items():
        # One paragraph, so that both rank the same pieces of text.
        (files / f"{number}.txt").write_text(f"{' '.join(text.split())} \n")
    project = Project.create(scratch / "judged.workbench")
    import_paths(project, [files])

    def ours(words: Sequence[str]) -> list[str]:
        return [it.name for it in project.search(" OR ".join(words), limit=BEST).hits]

    def theirs(words: Sequence[str]) -> list[str]:
        sql = "select name from raw where raw match ? order by rank limit ?"
        quoted = " OR ".join(f'"{word}"' for word in words)
        return [row[0] for row in plain.execute(sql, (quoted, BEST))]

    return {"plain": theirs, "ours": ours}


CHILDREN: dict[str, Callable[..., dict[str, Any]]] = {
    "raw": insert_raw,
    "index": index_all,
    "import": import_all,
    "open": open_project,
    "search": search_project,
    "add": add_one,
    "scan": scan,
    "whoosh": compare_whoosh,
    "window": stall_window,
}

if __name__ == "__main__":
    main()
