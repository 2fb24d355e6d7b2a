CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);

CREATE TABLE absence_checks (
    id integer primary key,
    state text not null,
    found text not null,
    checked_at text not null
) strict;

CREATE TABLE absences (
    id integer primary key autoincrement,
    cell_id integer not null unique references cells(id) on delete cascade,
    query text not null check (query <> ''),
    options text not null,
    scope text not null check (scope in ('all documents', 'documents of the row')),
    searched text not null,
    analyst text not null,
    asked_at text not null
) strict;

CREATE TABLE alias_groups (
    id integer primary key autoincrement,
    is_automatic integer not null default 1
) strict;

CREATE TABLE aliases (
    id integer primary key autoincrement,
    group_id integer not null references alias_groups(id) on delete cascade,
    name text not null unique check (name <> ''),
    is_case_sensitive integer not null default 0,
    position integer not null
) strict;

CREATE INDEX aliases_by_group on aliases (group_id);

CREATE TABLE attribute_values (
    id integer primary key autoincrement,
    attribute_id integer not null references attributes(id) on delete cascade,
    document_id integer references documents(id) on delete cascade,
    case_id integer references cases(id) on delete cascade,
    value text not null check (value <> ''),
    unique (attribute_id, document_id),
    unique (attribute_id, case_id),
    check ((document_id is not null) + (case_id is not null) = 1)
) strict;

CREATE INDEX attribute_values_by_case on attribute_values (case_id);

CREATE INDEX attribute_values_by_document on attribute_values (document_id);

CREATE TABLE attributes (
    id integer primary key autoincrement,
    subject text not null check (subject in ('document', 'case')),
    name text not null check (name <> ''),
    type text not null check (type in ('text', 'number', 'date', 'choice')),
    choices text not null default '[]',
    position integer not null
) strict;

CREATE UNIQUE INDEX attributes_by_name on attributes (subject, name collate nocase);

CREATE TABLE bin_entries (
    id integer primary key,
    step_id integer not null references steps(id) on delete cascade,
    table_name text not null,
    row_id integer not null,
    name text not null
) strict;

CREATE INDEX bin_entries_by_step on bin_entries (step_id);

CREATE VIRTUAL TABLE block_index using fts5(body, content='', tokenize="unicode61 remove_diacritics 2");

CREATE TABLE 'block_index_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'block_index_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'block_index_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'block_index_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE bookmarks (
    id integer primary key autoincrement,
    document_id integer not null references documents(id) on delete cascade,
    "start" integer not null,
    "end" integer not null,
    quote text not null,
    prefix text not null,
    suffix text not null,
    name text not null,
    analyst text not null,
    created_at text not null
) strict;

CREATE INDEX bookmarks_by_document on bookmarks (document_id);

CREATE TABLE case_documents (
    id integer primary key autoincrement,
    case_id integer not null references cases(id) on delete cascade,
    document_id integer not null references documents(id) on delete cascade,
    unique (case_id, document_id)
) strict;

CREATE INDEX case_documents_by_document on case_documents (document_id);

CREATE TABLE cases (
    id integer primary key autoincrement,
    name text not null unique collate nocase check (name <> '')
, kind text not null default '', alias_group_id integer
    references alias_groups(id) on delete set null) strict;

CREATE INDEX cases_by_alias_group on cases (alias_group_id);

CREATE TABLE cell_changes (
    id integer primary key autoincrement,
    cell_id integer not null references cells(id) on delete cascade,
    label text not null,
    summary text not null,
    evidence text not null,
    analyst text not null,
    changed_at text not null
) strict;

CREATE INDEX cell_changes_by_cell on cell_changes (cell_id);

CREATE TABLE cells (
    id integer primary key autoincrement,
    row_id integer not null references table_rows(id) on delete cascade,
    column_id integer not null references table_columns(id) on delete cascade,
    summary text not null default '',
    unique (row_id, column_id)
) strict;

CREATE INDEX cells_by_column on cells (column_id);

CREATE TABLE "citations" (
    id integer primary key autoincrement,
    cell_id integer not null references cells(id) on delete cascade,
    passage_id integer references passages(id) on delete set null,
    document_id integer references documents(id) on delete set null,
    role text not null check (role in ('supports', 'contradicts', 'context')),
    version integer not null,
    "start" integer not null,
    "end" integer not null,
    quote text not null,
    prefix text not null,
    suffix text not null,
    analyst text not null,
    created_at text not null,
    unique (cell_id, passage_id)
) strict;

CREATE INDEX citations_by_document on citations (document_id);

CREATE INDEX citations_by_passage on citations (passage_id);

CREATE TABLE compared_documents (
    id integer primary key,
    document_id integer not null unique,
    signature text not null,
    fingerprint text not null
) strict;

CREATE TABLE comparison_tables (
    id integer primary key autoincrement,
    name text not null unique collate nocase check (name <> '')
) strict;

CREATE TABLE discarded_hits (
    id integer primary key autoincrement,
    words text not null,
    document_id integer not null references documents(id) on delete cascade,
    "start" integer not null,
    "end" integer not null,
    quote text not null,
    prefix text not null,
    suffix text not null,
    analyst text not null,
    created_at text not null
) strict;

CREATE INDEX discarded_hits_by_document on discarded_hits (document_id);

CREATE INDEX discarded_hits_by_words on discarded_hits (words);

CREATE TABLE documents (
    id integer primary key autoincrement,
    name text not null,
    title text not null,
    date text not null default '',
    source text not null default '',
    version integer not null default 1
) strict;

CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");

CREATE TABLE links (
    id integer primary key autoincrement,
    source_id integer not null references passages(id) on delete cascade,
    target_id integer not null references passages(id) on delete cascade,
    kind text not null check (kind in ('verbatim', 'altered', 'paraphrase',
        'contradicts', 'updates', 'different time', 'different scope',
        'naming variant', 'not a conflict')),
    reason text not null default '',
    analyst text not null,
    created_at text not null,
    unique (source_id, target_id, kind),
    check (source_id <> target_id)
) strict;

CREATE INDEX links_by_target on links (target_id);

CREATE VIEW links_with_quotes as
select links.id, links.kind, links.reason,
    source_documents.name as source_document, sources."start" as source_start,
    sources."end" as source_end, sources.quote as source_quote,
    target_documents.name as target_document, targets."start" as target_start,
    targets."end" as target_end, targets.quote as target_quote,
    links.analyst, links.created_at
from links
join passages sources on sources.id = links.source_id
join documents source_documents on source_documents.id = sources.document_id
join passages targets on targets.id = links.target_id
join documents target_documents on target_documents.id = targets.document_id;

CREATE TABLE mentions (
    id integer primary key autoincrement,
    case_id integer not null references cases(id) on delete cascade,
    passage_id integer not null references passages(id) on delete cascade,
    analyst text not null,
    created_at text not null,
    unique (case_id, passage_id)
) strict;

CREATE INDEX mentions_by_passage on mentions (passage_id);

CREATE TABLE "notes" (
    id integer primary key autoincrement,
    document_id integer unique references documents(id) on delete cascade,
    passage_id integer unique references passages(id) on delete cascade,
    tag_id integer unique references tags(id) on delete cascade,
    case_id integer unique references cases(id) on delete cascade,
    cell_id integer unique references cells(id) on delete cascade,
    is_journal integer not null default 0,
    text text not null,
    analyst text not null,
    created_at text not null,
    changed_at text not null,
    check ((document_id is not null) + (passage_id is not null)
        + (tag_id is not null) + (case_id is not null) + (cell_id is not null)
        + (is_journal <> 0) <= 1)
) strict;

CREATE TABLE originals (
    id integer primary key references versions(id) on delete cascade,
    content blob not null
) strict;

CREATE TABLE passage_places (
    id integer primary key,
    passage_id integer not null references passages(id) on delete cascade,
    version integer not null,
    "start" integer not null,
    "end" integer not null,
    quote text not null,
    unique (passage_id, version)
) strict;

CREATE TABLE "passages" (
    id integer primary key autoincrement,
    document_id integer not null references documents(id) on delete cascade,
    marked_in integer not null,
    version integer not null,
    "start" integer not null,
    "end" integer not null,
    quote text not null,
    prefix text not null,
    suffix text not null,
    anchor text not null default 'exact'
        check (anchor in ('exact', 'moved', 'edited', 'ambiguous', 'orphaned')),
    needs_review integer not null default 0,
    analyst text not null,
    created_at text not null
) strict;

CREATE INDEX passages_by_place on passages (document_id, "start", "end");

CREATE INDEX passages_to_review on passages (id) where needs_review = 1;

CREATE VIEW passages_with_tags as
select passages.id, documents.name as document, documents.title, documents.date,
    passages."start", passages."end", passages.quote, tag_paths.path as tag,
    notes.text as note, passages.analyst, passages.created_at, passages.anchor
from passages
join documents on documents.id = passages.document_id
left join taggings on taggings.passage_id = passages.id
left join tag_paths on tag_paths.id = taggings.tag_id
left join notes on notes.passage_id = passages.id;

CREATE TABLE project (
    id integer primary key check (id = 1),
    created_at text not null
) strict;

CREATE TABLE saved_matrices (
    id integer primary key autoincrement,
    name text not null unique collate nocase check (name <> ''),
    definition text not null,
    analyst text not null,
    created_at text not null
) strict;

CREATE TABLE saved_searches (
    id integer primary key autoincrement,
    name text not null unique collate nocase check (name <> ''),
    query text not null,
    options text not null,
    analyst text not null,
    created_at text not null
) strict;

CREATE TABLE searches (
    id integer primary key autoincrement,
    query text not null,
    options text not null,
    asked_at text not null,
    documents integer not null,
    hits integer not null,
    unique (query, options)
) strict;

CREATE TABLE shared_statements (
    id integer primary key,
    a_document_id integer not null,
    a_start integer not null,
    a_end integer not null,
    b_document_id integer not null,
    b_start integer not null,
    b_end integer not null,
    kind text not null check (kind in ('verbatim', 'altered', 'paraphrase')),
    score real not null
) strict;

CREATE INDEX shared_statements_by_a on shared_statements (a_document_id, b_document_id);

CREATE INDEX shared_statements_by_b on shared_statements (b_document_id);

CREATE TABLE step_changes (
    id integer primary key,
    step_id integer not null references steps(id) on delete cascade,
    table_name text not null,
    kind text not null,
    row_id integer not null,
    c0 any, c1 any, c2 any, c3 any, c4 any, c5 any, c6 any, c7 any, c8 any, c9 any, c10 any, c11 any, c12 any, c13 any
) strict;

CREATE INDEX step_changes_by_step on step_changes (step_id);

CREATE TABLE step_rows (
    step_id integer not null references steps(id) on delete cascade,
    table_name text not null,
    row_id integer not null,
    digest blob,
    primary key (step_id, table_name, row_id)
) strict, without rowid;

CREATE TABLE steps (
    id integer primary key autoincrement,
    label text not null,
    time text not null,
    analyst text not null,
    merge_key text not null default '',
    is_undone integer not null default 0
, is_past integer not null default 0) strict;

CREATE VIEW table_cells as
select comparison_tables.name as table_name, table_rows.name as row_name,
    table_columns.name as column_name, cells.summary, citations.role,
    documents.name as document, citations.version as cited_version,
    citations."start" as cited_start, citations."end" as cited_end,
    citations.quote as cited_quote, passages."start", passages."end",
    passages.quote, passages.anchor
from cells
join table_rows on table_rows.id = cells.row_id
join table_columns on table_columns.id = cells.column_id
join comparison_tables on comparison_tables.id = table_rows.table_id
left join citations on citations.cell_id = cells.id
left join passages on passages.id = citations.passage_id
left join documents on documents.id = citations.document_id;

CREATE TABLE table_columns (
    id integer primary key autoincrement,
    table_id integer not null references comparison_tables(id) on delete cascade,
    name text not null check (name <> ''),
    question text not null default '',
    position integer not null, type text not null default 'text'
    check (type in ('text', 'date', 'number', 'money', 'yes/no', 'choice')), choices text not null default '[]', tag_id integer
    references tags(id) on delete set null, is_hidden integer not null default 0,
    unique (table_id, name)
) strict;

CREATE INDEX table_columns_by_tag on table_columns (tag_id);

CREATE TABLE table_rows (
    id integer primary key autoincrement,
    table_id integer not null references comparison_tables(id) on delete cascade,
    name text not null check (name <> ''),
    document_id integer references documents(id) on delete set null,
    case_id integer references cases(id) on delete set null,
    position integer not null, group_name text not null default '', is_hidden integer not null default 0,
    unique (table_id, name)
) strict;

CREATE INDEX table_rows_by_case on table_rows (case_id);

CREATE INDEX table_rows_by_document on table_rows (document_id);

CREATE VIEW tag_paths as
with recursive tree (id, path) as (
    select id, name from tags where parent_id is null
    union all
    select tags.id, tree.path || '/' || tags.name
    from tags join tree on tags.parent_id = tree.id
)
select id, path from tree;

CREATE TABLE taggings (
    id integer primary key autoincrement,
    passage_id integer not null references passages(id) on delete cascade,
    tag_id integer not null references tags(id) on delete cascade,
    analyst text not null,
    created_at text not null,
    unique (passage_id, tag_id)
) strict;

CREATE INDEX taggings_by_tag on taggings (tag_id);

CREATE TABLE tags (
    id integer primary key autoincrement,
    parent_id integer references tags(id) on delete cascade,
    name text not null check (name <> ''),
    color integer not null default 0,
    position integer not null default 0
, pin integer) strict;

CREATE UNIQUE INDEX tags_by_name on tags (coalesce(parent_id, 0), name collate nocase);

CREATE INDEX tags_by_parent on tags (parent_id);

CREATE UNIQUE INDEX tags_by_pin on tags (pin);

CREATE TABLE texts (
    id integer primary key references versions(id) on delete cascade,
    document_id integer not null,
    content text not null,
    blocks text not null
) strict;

CREATE TABLE versions (
    id integer primary key autoincrement,
    document_id integer not null references documents(id) on delete cascade,
    number integer not null,
    path text not null,
    media_type text not null,
    encoding text not null,
    size integer not null,
    sha256 text not null,
    text_sha256 text not null,
    characters integer not null,
    words integer not null,
    imported_at text not null, change text not null default 'imported',
    unique (document_id, number)
) strict;

CREATE INDEX versions_by_sha256 on versions (sha256);

CREATE TABLE zones (
    id integer primary key autoincrement,
    document_id integer not null references documents(id) on delete cascade,
    "start" integer not null,
    "end" integer not null,
    quote text not null,
    prefix text not null,
    suffix text not null,
    kind text not null check (kind in ('navigation', 'advert', 'paywall',
        'comment form', 'newsletter', 'other')),
    state text not null check (state in ('accepted', 'refused')),
    words integer not null,
    analyst text not null,
    created_at text not null
) strict;

CREATE INDEX zones_by_document on zones (document_id);

