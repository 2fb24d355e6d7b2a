"""What the file keeps of searches, and how it reads what another version wrote."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.search import AliasUse, Scope, SearchOptions, SortBy
from workbench.store.search_options import pack_options, unpack_options

_options = st.builds(
    SearchOptions,
    st.sampled_from(Scope),
    st.sampled_from(SortBy),
    st.sampled_from(AliasUse),
    st.booleans(),
    st.booleans(),
)
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=3,
)


@given(_options)
def test_options_come_back_as_they_were(options: SearchOptions) -> None:
    assert unpack_options(pack_options(options)) == options


def test_usual_options_take_no_room() -> None:
    assert pack_options(SearchOptions()) == "{}"
    assert pack_options(SearchOptions(Scope.PARAGRAPH)) == '{"scope": "paragraph"}'


@given(
    st.dictionaries(
        st.sampled_from(["scope", "sort", "aliases", "zones", "discarded", "later"]),
        _json,
    )
)
def test_what_is_not_known_is_read_as_usual(kept: dict[str, object]) -> None:
    options = unpack_options(json.dumps(kept))
    assert options.scope in Scope
    assert options.zones is (kept.get("zones") is True)


def test_a_later_version_may_know_more() -> None:
    packed = '{"scope": "sentence", "zones": true, "near": 5}'
    assert unpack_options(packed) == SearchOptions(zones=True)
