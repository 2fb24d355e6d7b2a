alter table cases add column kind text not null default '';
alter table cases add column alias_group_id integer
    references alias_groups(id) on delete set null;
create index cases_by_alias_group on cases (alias_group_id);

create table case_documents (
    id integer primary key autoincrement,
    case_id integer not null references cases(id) on delete cascade,
    document_id integer not null references documents(id) on delete cascade,
    unique (case_id, document_id)
) strict;
create index case_documents_by_document on case_documents (document_id);

create table mentions (
    id integer primary key autoincrement,
    case_id integer not null references cases(id) on delete cascade,
    passage_id integer not null references passages(id) on delete cascade,
    analyst text not null,
    created_at text not null,
    unique (case_id, passage_id)
) strict;
create index mentions_by_passage on mentions (passage_id);

alter table table_rows add column group_name text not null default '';
alter table table_rows add column is_hidden integer not null default 0;
alter table table_columns add column type text not null default 'text'
    check (type in ('text', 'date', 'number', 'money', 'yes/no', 'choice'));
alter table table_columns add column choices text not null default '[]';
alter table table_columns add column tag_id integer
    references tags(id) on delete set null;
alter table table_columns add column is_hidden integer not null default 0;
create index table_columns_by_tag on table_columns (tag_id);

drop view table_cells;
create table citations_anew (
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
insert into citations_anew
select citations.id, cell_id, passage_id, passages.document_id, role,
    iif(anchor = 'orphaned', passages.version, documents.version),
    "start", "end", quote, prefix, suffix, passages.analyst,
    strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now')
from citations
join passages on passages.id = citations.passage_id
join documents on documents.id = passages.document_id;
drop table citations;
alter table citations_anew rename to citations;
create index citations_by_passage on citations (passage_id);
create index citations_by_document on citations (document_id);

create table absences (
    id integer primary key autoincrement,
    cell_id integer not null unique references cells(id) on delete cascade,
    query text not null check (query <> ''),
    options text not null,
    scope text not null check (scope in ('all documents', 'documents of the row')),
    searched text not null,
    analyst text not null,
    asked_at text not null
) strict;

create table absence_checks (
    id integer primary key,
    state text not null,
    found text not null,
    checked_at text not null
) strict;

create table cell_changes (
    id integer primary key autoincrement,
    cell_id integer not null references cells(id) on delete cascade,
    label text not null,
    summary text not null,
    evidence text not null,
    analyst text not null,
    changed_at text not null
) strict;
create index cell_changes_by_cell on cell_changes (cell_id);
insert into cell_changes (cell_id, label, summary, evidence, analyst, changed_at)
select cells.id, 'As it was before cells had a history', summary,
    json_object('citations', (
        select json_group_array(json_array(passage_id, document_id, role, version,
            "start", "end", quote, prefix, suffix, analyst, created_at))
        from citations where cell_id = cells.id)),
    '', strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now')
from cells
where summary <> '' or exists (select 1 from citations where cell_id = cells.id);

create table saved_matrices (
    id integer primary key autoincrement,
    name text not null unique collate nocase check (name <> ''),
    definition text not null,
    analyst text not null,
    created_at text not null
) strict;

create view table_cells as
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
