"""Markdown stays as written; its blocks are those that Markdown sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.importing import markdown_files
from workbench.importing.contents import Contents, Hints
from workbench.importing.markdown_files import read_markdown
from workbench.model.documents import BlockKind

PAGE = """---
title: "Two Ports: One Table"
date: 6 May 2022
publisher: Harbor Press
---

# Tides

The office said
that it would *wait*.

## Aims {#aims}

- To share
  tables

  and more
- To warn
   1. early

> Whoever waits
> loses a tide.

| Port | Depth |
|------|------:|
| East | 4 m   |

```
code stays

together
```

Setext
------

[tides]: https://tides.example "Tide tables"
"""


def read(text: str) -> Contents:
    return read_markdown(text.encode(), Hints("a.md"))[0]


def pieces(contents: Contents) -> list[tuple[str, str, int]]:
    return [
        (block.span.of(contents.text), block.kind.value, block.level)
        for block in contents.blocks
    ]


EXPECTED = [
    ('title: "Two Ports: One Table"', "paragraph", 0),
    ("date: 6 May 2022", "paragraph", 0),
    ("publisher: Harbor Press", "paragraph", 0),
    ("# Tides", "heading", 1),
    ("The office said\nthat it would *wait*.", "paragraph", 0),
    ("## Aims {#aims}", "heading", 2),
    ("- To share\n  tables", "list item", 0),
    ("and more", "list item", 0),
    ("- To warn", "list item", 0),
    ("1. early", "list item", 0),
    ("> Whoever waits\n> loses a tide.", "quotation", 0),
    ("| Port | Depth |", "table row", 0),
    ("| East | 4 m   |", "table row", 0),
    ("```\ncode stays\n\ntogether\n```", "paragraph", 0),
    ("Setext\n------", "heading", 2),
    ('[tides]: https://tides.example "Tide tables"', "paragraph", 0),
]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_blocks_of_every_kind_stand_where_they_are_written(line_end: str) -> None:
    text = PAGE.replace("\n", line_end)
    contents = read(text)
    assert contents.text == text
    found = [
        (piece.replace(line_end, "\n"), *rest) for piece, *rest in pieces(contents)
    ]
    if line_end != "\r":  # front matter with the oldest line ends is not recognized
        assert found == EXPECTED
    assert found[-12:] == EXPECTED[-12:]


def test_front_matter_describes_the_document() -> None:
    contents = read(PAGE)
    assert contents.title == "Two Ports: One Table"
    assert contents.date == "2022-05-06"
    assert contents.source == "Harbor Press"


def test_without_front_matter_the_first_heading_is_the_title() -> None:
    assert read("Intro\n\n## Second\n\n# **The** [Tides](x)\n").title == "The Tides"
    assert read("Tides\n=====\n\nText\n").title == "Tides"
    assert read("## Only second\n").title == ""


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    contents = read("---\n\nText without an end.\n")
    assert pieces(contents) == [("Text without an end.", "paragraph", 0)]


def test_deep_nesting_loses_nothing() -> None:
    contents = read("> " * 3000 + "deep down")
    assert contents.blocks[-1].span.of(contents.text).endswith("deep down")


@given(
    st.text(st.sampled_from("aé1 \t\n\r#>-*|`:[]=.\xa0\u2028\x0b\x0c<"), max_size=200)
)
def test_blocks_hold_every_letter_in_order(text: str) -> None:
    contents = read(text)
    at = 0
    covered = ""
    for block in contents.blocks:
        assert block.span.start >= at
        at = block.span.end
        covered += block.span.of(text)
    assert [c for c in covered if c.isalnum()] == [c for c in text if c.isalnum()]


def test_headings_carry_their_level() -> None:
    blocks = read("# a\n\n###### f\n").blocks
    assert [(b.kind, b.level) for b in blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.HEADING, 6),
    ]


def test_a_very_long_text_is_read_line_by_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(markdown_files, "_MOST_MARKDOWN", 10)
    assert pieces(read("# Tides\n\n- one\n- two\n")) == [
        ("# Tides", "heading", 1),
        ("- one", "list item", 0),
        ("- two", "list item", 0),
    ]
