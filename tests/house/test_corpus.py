"""The sample corpus carries the difficulties of real documents; none may get lost."""

from __future__ import annotations

import re
import tomllib
from difflib import SequenceMatcher
from pathlib import Path

import pytest

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
NOT_DOCUMENTS = {"README.md", "catalog.toml", "sample.toml", ".gitattributes"}
NBSP = "\u00a0"

CATALOG = tomllib.loads((CORPUS / "catalog.toml").read_text(encoding="utf-8"))
SAMPLE = tomllib.loads((CORPUS / "sample.toml").read_text(encoding="utf-8"))


def read(stem: str) -> str:
    (path,) = CORPUS.glob(f"{stem}.*")
    return path.read_bytes().decode("utf-8")


RELEASE = read("release-2022-controls-group")
STORY = read("story-controls-group")
STATEMENT = read("statement-2023-dialogue")
GUIDELINES = read("release-2007-guidelines")
CHANNELS = read("story-two-channels")
BRIEFING = read("briefing-working-groups")
ANALYSIS = read("analysis-first-meetings")


def test_the_catalog_lists_every_document_and_nothing_else() -> None:
    listed = [entry["file"] for entry in CATALOG["document"]]
    present = {path.name for path in CORPUS.iterdir()} - NOT_DOCUMENTS
    assert len(listed) == len(set(listed))
    assert set(listed) == present


@pytest.mark.parametrize("entry", CATALOG["document"], ids=lambda entry: entry["file"])
def test_every_entry_says_what_the_document_is(entry: dict[str, str]) -> None:
    assert set(entry) == {"file", "title", "publisher", "date", "kind"}
    assert re.fullmatch(r"(\d{4}-\d{2}-\d{2})?", entry["date"])
    assert entry["title"]
    assert entry["publisher"]
    assert entry["kind"]


def test_the_formats_are_mixed_and_the_lengths_those_of_real_documents() -> None:
    suffixes = sorted(Path(entry["file"]).suffix for entry in CATALOG["document"])
    assert suffixes == [".html", ".md", *[".txt"] * 5]
    for entry in CATALOG["document"]:
        assert 250 <= len(read(Path(entry["file"]).stem).split()) <= 900


@pytest.mark.parametrize(
    ("key", "passage"), SAMPLE["passages"].items(), ids=list(SAMPLE["passages"])
)
def test_every_quote_of_the_sample_stands_once(
    key: str, passage: dict[str, str]
) -> None:
    assert read(passage["document"]).count(passage["quote"]) == 1


def test_the_sample_cites_only_passages_it_has() -> None:
    cells = [cell for row in SAMPLE["table"]["rows"] for cell in row["cells"].values()]
    roles = ("supports", "contradicts", "context")
    cited = {key for cell in cells for role in roles for key in cell.get(role, ())}
    assert cited <= set(SAMPLE["passages"])


def test_the_release_is_for_release_and_a_draft() -> None:
    assert "**FOR IMMEDIATE RELEASE**" in RELEASE
    assert RELEASE.rstrip().endswith("DRAFT")


def test_the_release_breaks_its_title_over_lines_with_trailing_spaces() -> None:
    assert "MINISTRY OF TRADE,  \nPORTS AND INDUSTRY" in RELEASE


def test_the_release_runs_on_after_a_quotation() -> None:
    assert "even closer coordination” No government" in RELEASE


def test_lines_begin_with_a_hyphen_as_formulas_do() -> None:
    starts = [len(re.findall(r"(?m)^- ", text)) for text in (RELEASE, STATEMENT)]
    assert starts == [3, 12]


def test_the_story_is_undated_and_names_another_minister() -> None:
    dates = {entry["file"]: entry["date"] for entry in CATALOG["document"]}
    assert not dates["story-controls-group.txt"]
    assert "Minister of Trade, Ports and Industry Oren Tavesh" in RELEASE
    assert "Foreign Minister Sela Dronin" in STORY
    assert "Dronin" not in RELEASE
    assert "Tavesh" not in STORY


def test_the_story_is_cut_by_a_paywall_in_its_middle() -> None:
    place = STORY.index("This story continues for subscribers.")
    assert 0.2 < place / len(STORY) < 0.6


def test_the_storys_altered_quotation_opens_curly_and_closes_straight() -> None:
    altered = re.findall(r"“[^”\"]*\"", STORY)
    assert len(altered) == 1
    assert "[the]" in altered[0]
    assert altered[0].strip('“"').replace("[the] ", "") in RELEASE
    assert STORY.split(altered[0])[1].startswith(" more dialogue")


def test_the_storys_other_quotations_are_verbatim() -> None:
    quotations = re.findall(r"“([^”\"]*)”", STORY)
    assert len(quotations) == 7
    for quotation in quotations:
        assert quotation.rstrip(",.") in RELEASE


def test_only_the_statement_has_crlf_line_ends() -> None:
    assert re.search(r"(?<!\r)\n", STATEMENT) is None
    assert STATEMENT.count("\r\n") > 20
    for text in (RELEASE, STORY, GUIDELINES, CHANNELS, BRIEFING, ANALYSIS):
        assert "\r" not in text


def test_two_sections_of_the_statement_are_near_twins() -> None:
    third, fourth = re.split(r"Section [34]: ", STATEMENT)[1:]
    fourth = fourth.split("The WGs on")[0]
    likeness = SequenceMatcher(None, third.split(), fourth.split(), autojunk=False)
    assert 0.7 < likeness.ratio() < 0.95
    assert "private sector" not in third
    assert fourth.count("private sector") == 3


def test_may_is_a_verb_and_a_month_in_the_statement() -> None:
    assert STATEMENT.count("May or June 2023") == 1
    assert len(re.findall(r"\bmay\b", STATEMENT)) == 3


def test_us_is_a_country_and_a_pronoun() -> None:
    assert "U.S. – Morvand" in STATEMENT
    assert "Follow us on" in STATEMENT
    assert STORY.count("US, Morvand") == 1
    assert re.search(r"\bus\b", RELEASE)


def test_the_guidelines_begin_with_skip_links_and_have_a_line_of_one_nbsp() -> None:
    assert GUIDELINES.startswith("Skip to content")
    assert NBSP in GUIDELINES.split("\n")


def test_growth_and_share_collide_at_32_percent() -> None:
    total = re.search(r"\$(\d+) billion in 2006, (\d+)% more", GUIDELINES)
    advanced = re.search(r"reached \$([\d.]+) billion", GUIDELINES)
    assert total
    assert advanced
    share = 100 * float(advanced[1]) / float(total[1])
    assert round(share) == int(total[2]) == 32
    assert GUIDELINES.count("32%") == 1


def test_the_slips_of_the_guidelines_are_left_as_they_stand() -> None:
    assert "which administer and enforces" in GUIDELINES
    assert "will go on to reviews" in GUIDELINES


def test_two_bodies_of_the_newswire_story_differ_in_rank() -> None:
    assert "assistant secretaries" in CHANNELS
    assert "Vice ministers will lead the commercial" in CHANNELS
    assert f"working{NBSP}group" in CHANNELS
    assert f"export{NBSP}controls" in CHANNELS


def test_the_newswire_story_has_relative_dates_and_boilerplate() -> None:
    assert "on Monday" in CHANNELS
    assert "tomorrow" in CHANNELS
    assert "2023" not in CHANNELS
    teaser = CHANNELS.index("Must read")
    assert CHANNELS.index("- Advertisement -") < teaser
    assert "Your email address" in CHANNELS
    assert "July 31, 2024" in CHANNELS[teaser:]


def test_the_briefing_has_headings_list_table_and_block_quotation() -> None:
    for start in ("# ", "## ", "- ", "1. ", "| ", "> "):
        assert re.search(rf"(?m)^{re.escape(start)}", BRIEFING), start


def test_the_analysis_has_meta_tags_and_boilerplate_around_an_article() -> None:
    for mark in ("<nav>", "<footer>", "<script>", 'name="date"', "og:site_name"):
        assert mark in ANALYSIS
    assert "&nbsp;" in ANALYSIS
