alter table versions add column warnings text not null default '[]';

create table pages (
    id integer primary key autoincrement,
    version_id integer not null references versions(id) on delete cascade,
    number integer not null,
    label text not null,
    "start" integer not null,
    "end" integer not null,
    width real not null,
    height real not null,
    boxes blob not null,
    unique (version_id, number)
) strict;

create table imported_folders (
    id integer primary key autoincrement,
    path text not null unique check (path <> ''),
    include text not null default '[]',
    exclude text not null default '[]',
    subfolders integer not null default 1,
    imported_at text not null
) strict;

create table sketches (
    id integer primary key references versions(id) on delete cascade,
    content blob not null
) strict;
