"""The options of a search in words, for what is given out of the project."""

from __future__ import annotations

from workbench.model.search import AliasUse, Scope, SearchOptions

_ALIASES = {
    AliasUse.AUTOMATIC: "aliases marked automatic",
    AliasUse.ALL: "all aliases",
    AliasUse.NONE: "no aliases",
}


def options_in_words(options: SearchOptions) -> str:
    """Return what decides which hits there are; their order does not."""
    together = "paragraph" if options.scope is Scope.PARAGRAPH else "document"
    return "; ".join(
        (
            f"all words in one {together}",
            _ALIASES[options.aliases],
            "zones too" if options.zones else "without zones",
            "discarded hits too" if options.discarded else "without discarded hits",
        )
    )
