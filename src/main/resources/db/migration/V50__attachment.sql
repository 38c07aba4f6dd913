-- Files people added to things of any stage; each was declared not classified by who added it.
create table attachment (
    id             bigint generated always as identity primary key,
    subject_kind   text        not null,
    subject_id     bigint      not null,
    name           text        not null check (char_length(name) between 1 and 150),
    kind           text        not null
        check (kind in ('PDF', 'WORD', 'EXCEL', 'POWERPOINT', 'PNG', 'JPEG', 'TEXT')),
    size           bigint      not null check (size > 0),
    sha256         text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    description    text        not null check (char_length(description) <= 200),
    not_classified boolean     not null check (not_classified),
    added_by       bigint      not null references account,
    added_at       timestamptz not null,
    -- the same content added twice is one file
    unique (subject_kind, subject_id, sha256)
);

-- Apart, so that lists never read the files themselves.
create table attachment_content (
    attachment_id bigint primary key references attachment on delete cascade,
    content       bytea not null
);
