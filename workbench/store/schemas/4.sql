create table links (
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
create index links_by_target on links (target_id);

create table compared_documents (
    id integer primary key,
    document_id integer not null unique,
    signature text not null,
    fingerprint text not null
) strict;

create table shared_statements (
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
create index shared_statements_by_a on shared_statements (a_document_id, b_document_id);
create index shared_statements_by_b on shared_statements (b_document_id);

create view links_with_quotes as
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
