create table alias_groups (
    id integer primary key autoincrement,
    is_automatic integer not null default 1
) strict;

create table aliases (
    id integer primary key autoincrement,
    group_id integer not null references alias_groups(id) on delete cascade,
    name text not null unique check (name <> ''),
    is_case_sensitive integer not null default 0,
    position integer not null
) strict;
create index aliases_by_group on aliases (group_id);

create table saved_searches (
    id integer primary key autoincrement,
    name text not null unique collate nocase check (name <> ''),
    query text not null,
    options text not null,
    analyst text not null,
    created_at text not null
) strict;

create table discarded_hits (
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
create index discarded_hits_by_words on discarded_hits (words);
create index discarded_hits_by_document on discarded_hits (document_id);

create table searches (
    id integer primary key autoincrement,
    query text not null,
    options text not null,
    asked_at text not null,
    documents integer not null,
    hits integer not null,
    unique (query, options)
) strict;

drop table block_index;
