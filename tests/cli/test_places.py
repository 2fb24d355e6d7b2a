"""Every answer quotes what stands at its places, in code points, whatever the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from workbench.project import Project

Line = Any

ENGLISH = (
    "“The 🙂 ministry\u00a0of trade, cafe\u0301s and naïve export controls will protect"
    " western partners and quiet harbors,” said Minister Anna Berg on 4\u00a0May 2021."
)
KOREAN = (
    "한국 산업통상자원부 장관은 “미국과 수출통제 협력을 강화하고 공급망 안정을"
    " 위해 긴밀히 협의하겠다”고 말했다."
)
ARABIC = (
    "وقال الوزير «إن التعاون في مجال الرقابة على الصادرات سيستمر بين البلدين خلال العام"
    " المقبل» \u202eabc\u202c في مايو 2021."
)
ASTRAL = (
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 👩‍👩‍👧‍👦 families pay $5 million, 32\u00a0% more, to the Department"
    " of Trade and Ports for soundings of the northern channel."
)
QUOTING = (
    "Two 🙂🙂",
    f"In a report: {ASTRAL.replace('northern', 'southern')}",
    f"> {ENGLISH.replace('western', 'eastern')}",
    f"예: {KOREAN}",
    ARABIC,
    "Anna Berg, foreign minister, told nobody.",
)
TWICE = "🙂" * 50, ENGLISH, ENGLISH.replace("quiet", "quiet private"), KOREAN, ASTRAL
TEXTS = {
    "crlf": f"\ufeffOne 🙂\r\n\r\n{ENGLISH}\r\n{KOREAN}\r\n{ARABIC}\r\n{ASTRAL}",
    "quoting": "\n\n".join(QUOTING),
    "twice": "\r\r".join(TWICE),
    "marks": "“”\"’‘'«»「」" * 20,
    "blanks": " \r\n\t \n",
}
NAMES = tuple(TEXTS)


@pytest.fixture
def odd(empty: Line, tmp_path: Path) -> Line:
    folder = tmp_path / "odd"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_bytes(text.encode())
        empty.done("import", folder / f"{name}.txt")
    return empty


def stretches(answer: Any, own: Any = None) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Yield whatever has a place and a text, with the document it says it is in.

    What a quotation removed stands in its source.
    """
    if isinstance(answer, list):
        for it in answer:
            yield from stretches(it, own)
    elif isinstance(answer, dict):
        own = answer.get("document", own)
        if {"start", "end", "text"} <= answer.keys():
            yield own, answer
        source = (answer.get("source") or {}).get("document")
        for key, it in answer.items():
            if key == "diff" and it:
                yield from stretches(it["removed"], source)
                yield from stretches(it["added"], own)
            else:
                yield from stretches(it, own)


def asked(line: Line) -> Iterator[tuple[dict[str, Any], Any]]:
    """Yield the answers, and what documents their keys mean where they say none."""
    for one in NAMES:
        yield {"": one}, line.json("quotes", one)
        yield {"": one}, line.json("facts", one)
        yield {"": one}, line.json("twins", one)
        for other in NAMES:
            for command in ("compare", "facts"):
                for row in line.json(command, one, other):
                    yield {"": one}, row["a"]
                    yield {"": other}, row["b"]
    yield {}, line.json("similar", "crlf", 10, 150)
    yield {}, line.json("reuse", "--pairs")


def test_every_text_is_what_stands_at_its_place(odd: Line) -> None:
    with Project.open(odd.project, read_only=True) as project:
        ids = {name: project.documents.find(name).id for name in NAMES}
        texts = {own: project.documents.text(own) for own in ids.values()}
    count = 0
    for known, answer in asked(odd):
        for own, stretch in stretches(answer):
            text = texts[ids[known[""]] if own is None else own]
            assert stretch["text"] == text[stretch["start"] : stretch["end"]]
            count += 1
    assert count > 150


def test_what_is_shared_is_found_in_every_script(odd: Line) -> None:
    shared = odd.json("compare", "crlf", "quoting")
    found = " ".join(it["a"]["text"] for it in shared)
    for words in ("export controls", "수출통제", "الرقابة على", "soundings of the"):
        assert words in found
    for pair in shared:
        assert pair.keys() == {"kind", "score", "a", "b"}
        assert pair["kind"] in {"verbatim", "altered", "paraphrase"}
        assert 0 < pair["score"] < 1
    for quote in odd.json("quotes", "quoting"):
        assert {"start", "end", "text", "kind", "source", "diff"} <= quote.keys()


def test_documents_without_words_have_no_answers(odd: Line) -> None:
    for name in ("marks", "blanks"):
        for command in ("quotes", "facts", "twins"):
            assert odd.json(command, name) == []
        assert odd.json("compare", name, "crlf") == []
        assert odd.json("compare", name, name) == []
