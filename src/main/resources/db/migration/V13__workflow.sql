-- One running or ended process about one thing. The unique constraint is what makes a second start impossible.
create table process_case (
    id           bigint generated always as identity primary key,
    process      text        not null,
    business_key text        not null,
    kind         text        not null,
    subject_id   bigint      not null,
    code         text        not null,
    title        text        not null,
    instance_id  text unique,
    started_at   timestamptz not null,
    ended_at     timestamptz,
    outcome      text,
    unique (process, business_key)
);
create index process_case_subject on process_case (kind, subject_id);

-- The inbox: written from the engine's task events in the engine's own transaction.
create table inbox_task (
    id            text primary key,
    case_id       bigint      not null references process_case,
    step          text        not null,
    title         text        not null,
    kind          text        not null,
    subject_id    bigint      not null,
    code          text        not null,
    subject_title text        not null,
    assignee_id   bigint references account,
    state         text        not null default 'OPEN' check (state in ('OPEN', 'DONE', 'CANCELLED')),
    created_at    timestamptz not null,
    due_at        timestamptz,
    remind_at     timestamptz,
    overdue_told  boolean     not null default false,
    ended_at      timestamptz,
    completed_by  bigint references account,
    on_behalf_of  bigint references account,
    check ((state = 'OPEN') = (ended_at is null))
);
create index inbox_task_case on inbox_task (case_id);
create index inbox_task_open on inbox_task (assignee_id) where state = 'OPEN';
create index inbox_task_remind on inbox_task (remind_at) where state = 'OPEN';

create table inbox_candidate (
    task_id    text not null references inbox_task on delete cascade,
    group_code text not null,
    primary key (task_id, group_code)
);
create index inbox_candidate_group on inbox_candidate (group_code);

create table task_draft (
    task_id    text        not null references inbox_task on delete cascade,
    account_id bigint      not null references account,
    data       jsonb       not null,
    version    integer     not null default 1,
    saved_at   timestamptz not null,
    primary key (task_id, account_id)
);

-- What was decided in a case, by whom and when: the dated list beside every task.
create table case_entry (
    id           bigint generated always as identity primary key,
    case_id      bigint      not null references process_case,
    task_id      text        not null references inbox_task,
    step         text        not null,
    title        text        not null,
    actor_id     bigint      not null references account,
    on_behalf_of bigint references account,
    happened_at  timestamptz not null,
    data         jsonb       not null,
    -- whose affair it is alone; null when everybody in the case may know it
    organisation_id bigint references organisation,
    unique (task_id)
);
create index case_entry_case on case_entry (case_id);
