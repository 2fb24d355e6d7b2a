"""Typed ids, so that a passage's id cannot be handed where a tag's is wanted."""

from typing import NewType

DocumentId = NewType("DocumentId", int)
VersionId = NewType("VersionId", int)
PassageId = NewType("PassageId", int)
TagId = NewType("TagId", int)
NoteId = NewType("NoteId", int)
CaseId = NewType("CaseId", int)
TableId = NewType("TableId", int)
RowId = NewType("RowId", int)
ColumnId = NewType("ColumnId", int)
CitationId = NewType("CitationId", int)
StepId = NewType("StepId", int)
ZoneId = NewType("ZoneId", int)
BookmarkId = NewType("BookmarkId", int)
AttributeId = NewType("AttributeId", int)
BinEntryId = NewType("BinEntryId", int)
AliasGroupId = NewType("AliasGroupId", int)
SavedSearchId = NewType("SavedSearchId", int)
DiscardId = NewType("DiscardId", int)
LinkId = NewType("LinkId", int)
