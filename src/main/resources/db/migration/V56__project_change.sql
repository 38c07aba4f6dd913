-- What changes of projects go by; days are working days. longest_extension in months.
create table project_change_setting (
    the_one           boolean primary key default true check (the_one),
    endorse_days      integer not null default 7 check (endorse_days between 1 and 60),
    accept_days       integer not null default 7 check (accept_days between 1 and 60),
    decide_days       integer not null default 10 check (decide_days between 1 and 60),
    amend_days        integer not null default 10 check (amend_days between 1 and 60),
    longest_extension integer not null default 12 check (longest_extension between 1 and 60)
);
insert into project_change_setting default values;

-- Somebody asks for a project to change (项目变更). was and became say it in names and dates, once it took effect.
create table project_change (
    id              bigint generated always as identity primary key,
    version         integer     not null default 1,
    code            text        not null unique,
    project_id      bigint      not null references project,
    kind            text        not null check (kind in ('PI', 'HOST', 'PLAN', 'TERM')),
    state           text        not null default 'ENDORSING'
        check (state in ('ENDORSING', 'ACCEPTING', 'DECIDING', 'AMENDING', 'APPROVED', 'REFUSED', 'WITHDRAWN')),
    reason          text        not null check (char_length(reason) between 1 and 1000),
    proposal        text        not null default '' check (char_length(proposal) <= 2000),
    new_pi_id       bigint references account,
    new_host_id     bigint references organisation,
    new_ends_on     date,
    accepted        boolean,
    remarks         text        not null default '',
    was             text,
    became          text,
    applied_by      bigint      not null references account,
    applied_at      timestamptz not null,
    decided_by      bigint references account,
    decided_at      timestamptz,
    check ((kind = 'PI') = (new_pi_id is not null)),
    check ((kind = 'HOST') = (new_host_id is not null)),
    check ((kind = 'TERM') = (new_ends_on is not null)),
    check ((state in ('APPROVED', 'REFUSED')) = (decided_at is not null)),
    check ((state = 'APPROVED') = (became is not null)),
    check (num_nonnulls(was, became) in (0, 2))
);
create index project_change_project on project_change (project_id, id);
-- One of a kind at a time.
create unique index project_change_one_open on project_change (project_id, kind)
    where state in ('ENDORSING', 'ACCEPTING', 'DECIDING', 'AMENDING');

-- With a change of plan: what milestones become.
create table project_change_milestone (
    change_id    bigint not null references project_change on delete cascade,
    milestone_id bigint not null references milestone,
    planned_on   date   not null,
    title        text   not null check (char_length(title) between 1 and 200),
    primary key (change_id, milestone_id)
);
