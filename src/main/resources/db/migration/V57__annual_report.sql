-- What a PI reports of a year of the project (年度进展报告), due on 15 January of the next.
create table annual_report (
    id           bigint generated always as identity primary key,
    code         text        not null unique,
    project_id   bigint      not null references project,
    year         integer     not null check (year between 2000 and 2100),
    due_on       date        not null,
    state        text        not null default 'REPORTING' check (state in ('REPORTING', 'ENDORSING', 'ENDORSED')),
    summary      text        not null default '' check (char_length(summary) <= 2000),
    problems     text        not null default '' check (char_length(problems) <= 1000),
    next_plan    text        not null default '' check (char_length(next_plan) <= 1000),
    returned     text,
    submitted_at timestamptz,
    endorsed_by  bigint references account,
    endorsed_at  timestamptz,
    opened_at    timestamptz not null,
    unique (project_id, year),
    check ((state = 'ENDORSED') = (endorsed_at is not null)),
    check (state = 'REPORTING' or submitted_at is not null and summary <> '')
);
create table annual_report_milestone (
    report_id    bigint not null references annual_report on delete cascade,
    milestone_id bigint not null references milestone,
    state        text   not null check (state in ('PLANNED', 'RUNNING', 'DONE')),
    actual_on    date,
    note         text   not null default '',
    primary key (report_id, milestone_id),
    check ((state = 'DONE') = (actual_on is not null))
);
create table annual_report_indicator (
    report_id    bigint not null references annual_report on delete cascade,
    indicator_id bigint not null references milestone_indicator,
    actual       text   not null default '',
    primary key (report_id, indicator_id)
);
