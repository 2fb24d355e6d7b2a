"""The project's own corpus: its deliberate clutter is found, and nothing else."""

from pathlib import Path

import pytest

from workbench.importing.readers import read_file
from workbench.text.zoning import suggest_zones

CORPUS = Path(__file__).parents[2] / "corpus"
DOCUMENTS = sorted(
    path for path in CORPUS.iterdir() if path.suffix in {".txt", ".md", ".html"}
)
PRAISE = (
    "Every working day the Courier brings licensing rulings, tariff notices, court"
    " decisions and agency circulars to your desk. Members receive the morning letter,"
    " the weekly digest in print and a password for the archive of source papers."
)
LETTER = (
    "Get the Recycling Ledger newsletter every Friday: https://ledger.example/letter\r\n"
    "Follow us on Pinboard: https://pinboard.example/ledger\r\n"
    "Read more about batteries and what becomes of them: https://ledger.example"
)
FORM = """Leave a reply
Your email address will not be published
Save my name for my next comment"""
TEASERS = """Must read

Harbor tax: collectors ahead of plan, 310bn crowns in four months...

The Treasury of Ostmere still has to find 620 billion crowns before the harbor tax\
 year closes on July 31, 2024"""
CLUTTER = {
    "analysis-first-meetings.html": [
        ("navigation", "Home Trade Ports Opinion Sign in"),
        ("advert", "Subscribe now: the Observer for one crown a week."),
        (
            "other",
            "© 2024 The Strait Observer. Follow us. Terms of use. Cookie settings.",
        ),
    ],
    "release-2007-guidelines.txt": [
        (
            "navigation",
            "Skip to content Skip to section menu Skip to page end\nWebcast Archive",
        ),
        ("other", "Photograph: the Department's clock tower seen from Alder Quay"),
        ("navigation", "Printable page"),
    ],
    "statement-2023-dialogue.txt": [("newsletter", LETTER)],
    "story-controls-group.txt": [
        ("other", "Controls Courier is published by Gannet Press."),
        (
            "paywall",
            "This story continues for subscribers. Start a two-week trial to read on.",
        ),
        ("advert", PRAISE),
    ],
    "story-two-channels.txt": [
        ("advert", "- Advertisement -"),
        ("comment form", FORM),
        ("advert", "- Advertisement -"),
        ("navigation", TEASERS),
    ],
}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_clutter_of_the_corpus_and_nothing_else_is_found(path: Path) -> None:
    [parsed] = read_file(path)
    zones = suggest_zones(parsed.text, parsed.blocks)
    found = [(zone.kind.value, zone.span.of(parsed.text)) for zone in zones]
    assert found == CLUTTER.get(path.name, [])


def test_every_document_with_clutter_is_in_the_corpus() -> None:
    assert set(CLUTTER) <= {path.name for path in DOCUMENTS}
