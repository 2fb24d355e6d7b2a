"""The alias register: groups of names, each change one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.errors import InvalidValue, NotFound, UnreadableFile
from workbench.model.aliases import AliasLine, AliasName
from workbench.model.ids import AliasGroupId
from workbench.operations.alias_files import (
    export_aliases,
    import_alias_file,
    import_aliases,
)
from workbench.operations.aliases import (
    EXAMPLE,
    add_group,
    change_group,
    group_of,
    remove_groups,
    set_automatic,
    set_names,
    typed_group,
)
from workbench.operations.bin import restore
from workbench.project import Project
from workbench.text.alias_lines import line_of

LONG = "x" * 201
AT_MOST = "and a name at most 200; shorten it."
ONE_NAME = (
    "“US” is one name only; give at least two with “=” between them, such as"
    f" {EXAMPLE}."
)


def add(project: Project, line: str) -> AliasGroupId:
    typed = typed_group(line)
    return add_group(project, typed.names, is_automatic=typed.is_automatic)


def lines(project: Project) -> list[str]:
    return [line_of(group) for group in project.aliases.groups()]


def test_a_group_is_added_changed_and_removed_one_step_each(project: Project) -> None:
    group_id = add(project, "US! = U.S. = United States")
    set_names(project, group_id, [AliasName("US", True), AliasName("USA")])
    set_automatic(project, [group_id], is_automatic=False)
    assert lines(project) == ["? US! = USA"]
    remove_groups(project, [group_id])
    assert lines(project) == []
    labels = [project.undo().label for _ in range(4)]
    assert labels == [
        "Delete aliases “US = USA”",
        "Use aliases “US = USA” only when asked",
        "Change aliases “US = USA”",
        "Add aliases “US = U.S. = United States”",
    ]
    assert lines(project) == []
    for _ in labels[1:]:
        project.redo()
    assert lines(project) == ["? US! = USA"]


def test_names_and_mark_change_in_one_step(project: Project) -> None:
    group_id = add(project, "US = USA")
    change_group(project, group_id, typed_group("? US = U.S. = States"))
    assert project.history.steps()[-1].label.startswith("Change aliases “US")
    assert lines(project) == ["? US = U.S. = States"]
    project.undo()
    assert lines(project) == ["US = USA"]


def test_what_is_the_same_is_no_step(project: Project) -> None:
    group_id = add(project, "US = USA")
    change_group(project, group_id, typed_group("US = USA = us"))
    assert project.undo().label.startswith("Add aliases")


def test_the_bin_gives_a_group_back(project: Project) -> None:
    group_id = add(project, "? US! = United States")
    remove_groups(project, [group_id])
    [entry] = project.bin.all()
    assert (entry.name, project.bin.contents(entry.id).rows) == (
        "US = United States", {"aliases": 2},
    )  # fmt: skip
    restore(project, [entry])
    assert lines(project) == ["? US! = United States"]
    assert project.bin.all() == []


def test_a_name_given_away_meanwhile_stays_where_it_is(project: Project) -> None:
    remove_groups(project, [add(project, "US = USA = United States")])
    add(project, "US = U.S.")
    restore(project, project.bin.all())
    assert lines(project) == ["USA = United States", "US = U.S."]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", f"There are no names in it; type some, such as {EXAMPLE}."),
        ("US", ONE_NAME),
        ("US = us = US!", ONE_NAME),
        ("US = …", "“…” has no letter and no digit to look for; type a name."),
        (f"US = {LONG}", f"“{LONG[:40]}…” has 201 characters {AT_MOST}"),
        (" = ".join(f"n{it}" for it in range(51)),
         "51 names are too many for one group, which can have 50; leave some out."),
    ],
)  # fmt: skip
def test_bad_input_is_one_sentence(line: str, said: str) -> None:
    with pytest.raises(InvalidValue) as error:
        typed_group(line)
    assert str(error.value) == said


def test_a_name_belongs_to_one_group(project: Project) -> None:
    first = add(project, "US! = USA")
    other = add(project, "Lee = Chang-Yang Lee")
    add(project, "us! = ourselves")
    with pytest.raises(InvalidValue, match="“usa” is in the group “US = USA” already"):
        add(project, "usa = States")
    with pytest.raises(InvalidValue, match="“lee”"):
        set_names(project, first, typed_group("US! = lee").names)
    set_names(project, other, typed_group("Lee = C. Lee").names)
    assert lines(project) == ["US! = USA", "Lee = C. Lee", "us! = ourselves"]


def test_a_group_is_found_by_a_name(project: Project) -> None:
    capitals, small = add(project, "US! = USA"), add(project, "us! = ourselves")
    assert group_of(project, "usa").id == capitals
    assert group_of(project, "US").id == capitals
    assert group_of(project, "us").id == small
    with pytest.raises(InvalidValue, match="No group of aliases has the name “Peru”"):
        group_of(project, "Peru")


def test_a_group_that_is_gone_is_not_changed(project: Project) -> None:
    group_id = add(project, "US = USA")
    remove_groups(project, [group_id])
    with pytest.raises(NotFound):
        set_automatic(project, [group_id], is_automatic=False)
    with pytest.raises(NotFound):
        remove_groups(project, [group_id])


def test_an_import_adds_to_the_groups_that_have_a_name(project: Project) -> None:
    add(project, "US! = USA")
    text = "# countries\nusa = United States\n? Lee = C. Lee\nUS! = USA\n"
    done = import_aliases(project, text)
    assert (done.added, done.changed) == (1, 1)
    assert lines(project) == ["US! = USA = United States", "? Lee = C. Lee"]
    assert import_aliases(project, text) == type(done)(0, 0)
    project.undo()
    assert lines(project) == ["US! = USA"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A = B\n\nC", "list.txt was not imported; line 3: “C” is one name only"),
        ("A = B\nC = D\nb = d", "line 3: Its names are in two groups, “A = B” and"),
    ],
)
def test_a_bad_line_changes_nothing(
    project: Project, tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "list.txt"
    path.write_text(text)
    with pytest.raises(InvalidValue, match=said):
        import_alias_file(project, path)
    assert lines(project) == []


def test_a_file_that_is_none_is_one_sentence(project: Project, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="choose a text file"):
        import_alias_file(project, tmp_path)


WORDS = st.text("aAbBé.=!#?\\ ", min_size=1, max_size=6)
GROUPS = st.lists(
    st.tuples(st.lists(st.builds(AliasName, WORDS, st.booleans())), st.booleans())
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(GROUPS)
def test_a_file_brings_the_same_register_back(
    project: Project, tmp_path: Path, groups: list[tuple[list[AliasName], bool]]
) -> None:
    remove_groups(project, [it.id for it in project.aliases.groups()])
    for names, is_automatic in groups:
        try:
            add_group(project, names, is_automatic=is_automatic)
        except InvalidValue:
            continue
    before = [AliasLine(it.names, it.is_automatic) for it in project.aliases.groups()]
    path = tmp_path / "aliases.txt"
    assert export_aliases(project, path) == len(before)
    remove_groups(project, [it.id for it in project.aliases.groups()])
    assert import_alias_file(project, path).added == len(before)
    after = [AliasLine(it.names, it.is_automatic) for it in project.aliases.groups()]
    assert after == before
