-- Workbooks sent to enter things in bulk, and what became of each.
create table intake_job (
    id              bigint generated always as identity primary key,
    kind            text        not null,
    scope_id        bigint      not null,
    started_by      bigint      not null references account,
    organisation_id bigint      not null references organisation,
    file_name       text        not null check (char_length(file_name) between 1 and 200),
    file_hash       text        not null check (file_hash ~ '^[0-9a-f]{64}$'),
    language        text        not null check (language in ('zh', 'en')),
    only_check      boolean     not null default false,
    state           text        not null default 'WAITING'
        check (state in ('WAITING', 'RUNNING', 'ENTERED', 'CHECKED', 'REFUSED', 'FAILED')),
    phase           text        not null default 'READING' check (phase in ('READING', 'CHECKING', 'ENTERING', 'MARKING')),
    total           integer     not null default 0 check (total >= 0),
    done            integer     not null default 0 check (done >= 0),
    added           integer     not null default 0 check (added >= 0),
    changed         integer     not null default 0 check (changed >= 0),
    unchanged       integer     not null default 0 check (unchanged >= 0),
    problem_count   integer     not null default 0 check (problem_count >= 0),
    -- the first of them, [{row, field, key, arguments}]; all stand in the marked workbook
    problems        jsonb       not null default '[]',
    -- message key of why the workbook as a whole was not taken
    refusal         text,
    created_at      timestamptz not null,
    -- when whoever runs it was last heard of
    beat_at         timestamptz,
    ended_at        timestamptz,
    constraint intake_entered_without_problems check (state not in ('ENTERED', 'CHECKED') or problem_count = 0),
    constraint intake_ended_once check ((state in ('WAITING', 'RUNNING')) = (ended_at is null))
);
create index intake_job_mine on intake_job (started_by, kind, scope_id, id desc);
-- The same file sent twice at once is one piece of work.
create unique index intake_job_once_at_a_time on intake_job (kind, scope_id, organisation_id, file_hash, only_check)
    where state in ('WAITING', 'RUNNING');

-- The workbooks themselves, kept for a while: as they came, and with the problems marked.
create table intake_file (
    job_id bigint primary key references intake_job on delete cascade,
    sent   bytea not null,
    marked bytea
);

-- What each row of a workbook became, so that the same row twice has one effect.
create table intake_row (
    kind            text    not null,
    scope_id        bigint  not null,
    organisation_id bigint  not null references organisation,
    row_key         text    not null check (char_length(row_key) between 1 and 100),
    content_hash    text    not null check (content_hash ~ '^[0-9a-f]{64}$'),
    subject_id      bigint  not null,
    subject_version integer not null,
    job_id          bigint  not null references intake_job,
    primary key (kind, scope_id, organisation_id, row_key),
    unique (kind, subject_id)
);
