"""What only one part of the window does, by key; no menu above has it."""

from __future__ import annotations

from ui.action_spec import ActionSpec, Place
from ui.citing_actions import CITING_ACTIONS
from ui.table_actions import TABLE_ACTIONS
from ui.writing_actions import WRITING_ACTIONS
from workbench.model.tags import PINS

PART_ACTIONS = (
    *CITING_ACTIONS,
    *TABLE_ACTIONS,
    *WRITING_ACTIONS,
    ActionSpec(
        "reader.search", "", "Search all documents", ("/",), Place.READER,
        tip="Go to the search field",
    ),
    ActionSpec(
        "reader.copy", "", "Copy", ("Ctrl+C",), Place.READER,
        tip="Copy the selected text or passage, character for character",
    ),
    *(
        ActionSpec(
            f"reader.tag_{number}", "", f"Tag with what is pinned to {number}",
            (str(number),), Place.READER,
            tip="Put the tag that is pinned to this digit on the selection",
        )
        for number in range(1, 10)
    ),
    ActionSpec(
        "pages.larger", "", "Larger pages", ("+", "Ctrl+=", "Ctrl++"), Place.PAGES,
        tip="Make the pages larger; so does Ctrl with the wheel",
    ),
    ActionSpec(
        "pages.smaller", "", "Smaller pages", ("-", "Ctrl+-"), Place.PAGES,
        tip="Make the pages smaller",
    ),
    ActionSpec(
        "pages.width", "", "Fit the width", ("Ctrl+0",), Place.PAGES,
        tip="Make the pages as wide as there is room",
    ),
    ActionSpec(
        "pages.whole", "", "Show the whole page", ("Ctrl+9",), Place.PAGES,
        tip="Make the pages so small that each is seen whole",
    ),
    ActionSpec(
        "results.tick_all", "", "Tick all", ("Ctrl+A",), Place.RESULTS,
        tip="Tick every hit of the search; Space ticks one",
    ),
    ActionSpec(
        "results.tag", "", "Tag paragraphs…", ("T",), Place.RESULTS,
        tip="Tag the paragraphs of the ticked hits, or of this one, in one step",
    ),
    ActionSpec(
        "results.tag_words", "", "Tag found words…", ("Shift+T",), Place.RESULTS,
        tip="Tag the found words of the ticked hits, or of this one, in one step",
    ),
    ActionSpec(
        "results.discard", "", "Discard", ("Del",), Place.RESULTS,
        tip="Leave the ticked hits, or this one, out whenever these words are sought",
    ),
    ActionSpec(
        "results.restore", "", "Restore", ("R",), Place.RESULTS,
        tip="Make hits of what was discarded again",
    ),
    ActionSpec(
        "results.facets", "", "Narrow", ("F",), Place.RESULTS,
        tip="Go to what narrows the search: source, year, type, tag, case",
    ),
    ActionSpec(
        "review.accept", "", "Accept place", ("A",), Place.REVIEW,
        tip="Take what is marked in the new text for the passage's place",
    ),
    ActionSpec(
        "review.choose", "", "Choose another place", ("P",), Place.REVIEW,
        tip="Select another place in the new text",
    ),
    ActionSpec(
        "review.orphan", "", "Keep as orphan", ("O",), Place.REVIEW,
        tip="Leave the passage with the old text",
    ),
    ActionSpec(
        "review.accept_alike", "", "Accept all that hardly changed", ("Shift+A",),
        Place.REVIEW, tip="Accept every edited passage of which 90 % is the same",
    ),
    ActionSpec(
        "review.next_place", "", "Next place", ("N",), Place.REVIEW,
        tip="Show the next place where the passage may stand",
    ),
    ActionSpec(
        "review.previous_place", "", "Previous place", ("Shift+N",), Place.REVIEW,
        tip="Show the place before",
    ),
    ActionSpec(
        "zones.accept", "", "It is no content", ("Y",), Place.ZONES,
        tip="Make the framed part a zone",
    ),
    ActionSpec(
        "zones.refuse", "", "It is content", ("X", "Del"), Place.ZONES,
        tip="Keep the framed part, and never ask about it again",
    ),
    ActionSpec(
        "batch.run", "", "Run the queries", ("Ctrl+Return",), Place.BATCH,
        tip="Count what each query finds in each document",
    ),
    ActionSpec(
        "reuse.update", "", "Compare what changed", ("F5",), Place.REUSE,
        tip="Compare the documents that are new or have another text",
    ),
    ActionSpec(
        "facts.decide", "", "Verdict…", ("V",), Place.FACTS,
        tip="Say whether two facts contradict each other, and why",
    ),
    ActionSpec(
        "facts.undecide", "", "Remove verdict", ("Del",), Place.FACTS,
        tip="Take the verdict back; the facts differ again",
    ),
    ActionSpec(
        "zones.accept_all", "", "All are no content", ("Shift+Y",), Place.ZONES,
        tip="Make all that is suggested zones",
    ),
    ActionSpec(
        "lines.tag", "", "Tag lines…", ("T",), Place.LINES,
        tip="Tag the places of the ticked lines, or of all, in one step",
    ),
    ActionSpec(
        "lines.discard", "", "Discard lines", ("Del",), Place.LINES,
        tip="Leave the ticked or selected lines out of this search from now on",
    ),
    ActionSpec(
        "aliases.add", "", "Add a group", ("Ins",), Place.ALIASES,
        tip="Type names that mean the same",
    ),
    ActionSpec(
        "aliases.edit", "", "Change", ("F2",), Place.ALIASES,
        tip="Change the names of the group in the line above",
    ),
    ActionSpec(
        "aliases.switch", "", "Use in every search or not", ("U",), Place.ALIASES,
        tip="Use the group in every search, or only when a search asks for it",
    ),
    ActionSpec(
        "aliases.search", "", "Search", ("S",), Place.ALIASES,
        tip="Search for all names of the group",
    ),
    ActionSpec(
        "aliases.suggest", "", "Find abbreviated names…", ("Ctrl+G",), Place.ALIASES,
        tip="Find names that the texts abbreviate, such as United States (US)",
    ),
    ActionSpec(
        "aliases.remove", "", "Delete", ("Del",), Place.ALIASES,
        tip="Move the group to the bin",
    ),
    ActionSpec(
        "compare.lock", "", "Lock scrolling", ("L",), Place.COMPARE,
        tip="Scroll all texts together, by what they share, or each by itself",
    ),
    ActionSpec(
        "compare.counterpart", "", "Go to the counterpart", ("=",), Place.COMPARE,
        tip="Go from the statement at the caret to what says the same beside it",
    ),
    ActionSpec(
        "compare.next_pair", "", "Next pair", ("Alt+Down",), Place.COMPARE,
        tip="Show the next pair of statements in both texts",
    ),
    ActionSpec(
        "compare.previous_pair", "", "Previous pair", ("Alt+Up",), Place.COMPARE,
        tip="Show the pair of statements before",
    ),
    ActionSpec(
        "compare.accept", "", "Accept the pair", ("A",), Place.COMPARE,
        tip="Link both places of the chosen pair, as what it was found to be",
    ),
    ActionSpec(
        "compare.accept_as", "", "Link the pair as…", ("Shift+A",), Place.COMPARE,
        tip="Link both places of the chosen pair as what you say, with a reason",
    ),
    ActionSpec(
        "compare.link", "", "Link two selections…", ("Shift+L",), Place.COMPARE,
        tip="Link the words that are selected in two of the texts",
    ),
    ActionSpec(
        "compare.add_pane", "", "Add a text…", ("+",), Place.COMPARE,
        tip="Show another document beside these, up to four",
    ),
    ActionSpec(
        "compare.remove_pane", "", "Take the text away", ("-",), Place.COMPARE,
        tip="Take the text being read out of the comparison",
    ),
    ActionSpec(
        "compare.swap", "", "Swap with the next text", ("X",), Place.COMPARE,
        tip="Let the text being read and the one at its right change places",
    ),
    ActionSpec(
        "compare.fold", "", "Only the texts", ("H",), Place.COMPARE,
        tip="Hide the statements and facts, so that the texts have all the room",
    ),
    ActionSpec(
        "pairs.unlink", "", "Remove the link", ("Del",), Place.PAIRS,
        tip="Put the link of the pair into the bin; its passages stay",
    ),
    ActionSpec(
        "tags.new", "", "New tag", ("Ins",), Place.TAGS, tip="Make a tag",
    ),
    ActionSpec(
        "tags.new_beneath", "", "New tag beneath", ("Shift+Ins",), Place.TAGS,
        tip="Make a tag beneath the current one",
    ),
    ActionSpec(
        "tags.rename", "", "Rename", ("F2",), Place.TAGS,
        tip="Type another name for the tag",
    ),
    ActionSpec(
        "tags.color", "", "Color…", (), Place.TAGS,
        tip="Choose one of the colors for the tag",
    ),
    ActionSpec(
        "tags.merge", "", "Merge into…", (), Place.TAGS,
        tip="Make one tag of several",
    ),
    ActionSpec(
        "tags.note", "", "Definition and rule", ("N",), Place.TAGS,
        tip="Write what the tag means and when to use it",
    ),
    ActionSpec(
        "tags.passages", "", "List its passages", (), Place.TAGS,
        tip="List the passages with this tag or one beneath it",
    ),
    ActionSpec(
        "tags.only", "", "Show only this tag in the text", ("Ctrl+Return",),
        Place.TAGS, tip="Let all other passages of the text step back",
    ),
    *(
        ActionSpec(
            f"tags.pin_{number}", "", f"Pin to {number}", (f"Ctrl+{number}",),
            Place.TAGS,
            tip="This digit then tags with it while reading; again, it no longer does",
        )
        for number in PINS
    ),
    ActionSpec(
        "tags.unpin", "", "Unpin", (), Place.TAGS,
        tip="Let no digit tag with it any more",
    ),
    ActionSpec(
        "tags.move_up", "", "Move up", ("Alt+Up",), Place.TAGS,
        tip="Move the tag above the one before",
    ),
    ActionSpec(
        "tags.move_down", "", "Move down", ("Alt+Down",), Place.TAGS,
        tip="Move the tag below the next one",
    ),
    ActionSpec(
        "tags.move_in", "", "Move in", ("Ctrl+Right",), Place.TAGS,
        tip="Move the tag beneath the one above it",
    ),
    ActionSpec(
        "tags.move_out", "", "Move out", ("Ctrl+Left",), Place.TAGS,
        tip="Move the tag beside its parent",
    ),
    ActionSpec(
        "tags.remove", "", "Delete", ("Del",), Place.TAGS,
        tip="Delete the selected tags",
    ),
    ActionSpec(
        "note.follow_link", "", "Follow link", ("Ctrl+Return",), Place.NOTE,
        tip="Go where the link at the caret leads",
    ),
    ActionSpec(
        "note.insert_link", "", "Insert link…", ("Ctrl+L",), Place.NOTE,
        tip="Link to a passage or a document, found by typing",
    ),
    ActionSpec(
        "notes.edit", "", "Edit note", ("F2",), Place.NOTES,
        tip="Go on writing in the note, beside the list",
    ),
    ActionSpec(
        "notes.copy_link", "", "Copy link to note", ("Ctrl+Shift+C",), Place.NOTES,
        tip="Copy a link to the note, to paste into another",
    ),
    ActionSpec(
        "notes.remove", "", "Delete note", ("Del",), Place.NOTES,
        tip="Move the note to the bin",
    ),
    ActionSpec(
        "quotes.source", "", "Go to the source", ("S",), Place.QUOTES,
        tip="Show where the words of the quotation stand",
    ),
    ActionSpec(
        "quotes.accept", "", "Accept as a link", ("A",), Place.QUOTES,
        tip="Link the quotation with its source, as verbatim or altered",
    ),
    ActionSpec(
        "passages.tag", "", "Tag…", ("T",), Place.PASSAGES,
        tip="Tag all selected passages; a new name makes a new tag",
    ),
    ActionSpec(
        "passages.untag", "", "Remove tag", ("U",), Place.PASSAGES,
        tip="Take a tag off all selected passages",
    ),
    ActionSpec(
        "passages.note", "", "Note", ("N",), Place.PASSAGES,
        tip="Write a note on the passage",
    ),
    ActionSpec(
        "passages.remove", "", "Delete", ("Del",), Place.PASSAGES,
        tip="Move the selected passages to the bin; the text stays",
    ),
    ActionSpec(
        "passages.filter", "", "Add a condition…", ("+",), Place.PASSAGES,
        tip="Show only the passages that meet one more condition",
    ),
)  # fmt: skip
