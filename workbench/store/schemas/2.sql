drop view passages_with_tags;
drop view table_cells;

alter table steps add column is_past integer not null default 0;
alter table versions add column change text not null default 'imported';
alter table tags add column pin integer;

create unique index tags_by_pin on tags (pin);
create index tags_by_parent on tags (parent_id);

create table passages_anew (
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
insert into passages_anew
select id, document_id, version, version, "start", "end", quote, prefix, suffix,
    anchor, 0,
    analyst, created_at
from passages;
drop table passages;
alter table passages_anew rename to passages;
create index passages_by_place on passages (document_id, "start", "end");
create index passages_to_review on passages (id) where needs_review = 1;

create table passage_places (
    id integer primary key,
    passage_id integer not null references passages(id) on delete cascade,
    version integer not null,
    "start" integer not null,
    "end" integer not null,
    quote text not null,
    unique (passage_id, version)
) strict;

create table zones (
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
create index zones_by_document on zones (document_id);

create table bookmarks (
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
create index bookmarks_by_document on bookmarks (document_id);

create table attributes (
    id integer primary key autoincrement,
    subject text not null check (subject in ('document', 'case')),
    name text not null check (name <> ''),
    type text not null check (type in ('text', 'number', 'date', 'choice')),
    choices text not null default '[]',
    position integer not null
) strict;
create unique index attributes_by_name on attributes (subject, name collate nocase);

create table attribute_values (
    id integer primary key autoincrement,
    attribute_id integer not null references attributes(id) on delete cascade,
    document_id integer references documents(id) on delete cascade,
    case_id integer references cases(id) on delete cascade,
    value text not null check (value <> ''),
    unique (attribute_id, document_id),
    unique (attribute_id, case_id),
    check ((document_id is not null) + (case_id is not null) = 1)
) strict;
create index attribute_values_by_document on attribute_values (document_id);
create index attribute_values_by_case on attribute_values (case_id);

create table notes_anew (
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
insert into notes_anew
select id, document_id, passage_id, tag_id, null, null, 0, text, analyst, created_at,
    changed_at
from notes;
drop table notes;
alter table notes_anew rename to notes;

create table bin_entries (
    id integer primary key,
    step_id integer not null references steps(id) on delete cascade,
    table_name text not null,
    row_id integer not null,
    name text not null
) strict;
create index bin_entries_by_step on bin_entries (step_id);

-- Steps written before know the old columns only.
delete from step_changes;
delete from step_rows;
delete from steps;

create view passages_with_tags as
select passages.id, documents.name as document, documents.title, documents.date,
    passages."start", passages."end", passages.quote, tag_paths.path as tag,
    notes.text as note, passages.analyst, passages.created_at, passages.anchor
from passages
join documents on documents.id = passages.document_id
left join taggings on taggings.passage_id = passages.id
left join tag_paths on tag_paths.id = taggings.tag_id
left join notes on notes.passage_id = passages.id;

create view table_cells as
select comparison_tables.name as table_name, table_rows.name as row_name,
    table_columns.name as column_name, cells.summary, citations.role,
    documents.name as document, passages."start", passages."end", passages.quote
from cells
join table_rows on table_rows.id = cells.row_id
join table_columns on table_columns.id = cells.column_id
join comparison_tables on comparison_tables.id = table_rows.table_id
left join citations on citations.cell_id = cells.id
left join passages on passages.id = citations.passage_id
left join documents on documents.id = passages.document_id;
