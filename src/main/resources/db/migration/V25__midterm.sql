-- What mid-term checks of a round go by; a round without a row goes by the defaults. Limits are warnings only:
-- days; behind and ahead in percentage points between spending and time elapsed.
create table midterm_setting (
    round_id       bigint primary key references round,
    endorse_days   integer not null default 7 check (endorse_days between 1 and 60),
    review_days    integer not null default 14 check (review_days between 1 and 90),
    opinion_days   integer not null default 10 check (opinion_days between 1 and 90),
    decide_days    integer not null default 10 check (decide_days between 1 and 60),
    behind_limit   integer not null default 25 check (behind_limit between 1 and 100),
    ahead_limit    integer not null default 25 check (ahead_limit between 1 and 100),
    late_limit     integer not null default 30 check (late_limit between 0 and 365),
    rectifications integer not null default 2 check (rectifications between 1 and 5)
);

create table midterm_check (
    id          bigint generated always as identity primary key,
    version     integer     not null default 1,
    code        text        not null unique,
    project_id  bigint      not null references project,
    season      integer     not null check (season between 2000 and 2100),
    due_on      date        not null,
    state       text        not null default 'REPORTING'
        check (state in ('REPORTING', 'ENDORSING', 'ASSIGNING', 'REVIEWING', 'DECIDING', 'CONFIRMING', 'RECTIFYING',
                         'CONTINUED', 'CONTINUED_WITH_REMARKS', 'RECTIFIED', 'ADJUSTED', 'TERMINATED')),
    report_due  timestamptz not null,
    opinion_due timestamptz,
    suggestion  text,
    opened_at   timestamptz not null,
    unique (project_id, season)
);
create index midterm_check_state on midterm_check (state, due_on);
-- A project is checked once at a time.
create unique index midterm_check_one_open on midterm_check (project_id)
    where state not in ('CONTINUED', 'CONTINUED_WITH_REMARKS', 'RECTIFIED', 'ADJUSTED', 'TERMINATED');

create table midterm_report (
    check_id       bigint primary key references midterm_check,
    progress_state text        not null
        check (progress_state in ('ON_PLAN', 'AHEAD', 'DELAYED', 'STALLED', 'CHANGE', 'TERMINATE')),
    reason_code    text
        check (reason_code in ('ROUTE', 'FUNDS', 'CONDITIONS', 'COOPERATION', 'MARKET', 'STAFF', 'TOPIC', 'OTHER')),
    summary        text        not null,
    problems       text        not null default '',
    help           text        not null default '',
    submitted_by   bigint      not null references account,
    submitted_at   timestamptz not null,
    endorsed_by    bigint references account,
    endorsed_at    timestamptz,
    returned       text,
    check (progress_state in ('ON_PLAN', 'AHEAD') or reason_code is not null)
);
create table midterm_report_milestone (
    check_id     bigint not null references midterm_report on delete cascade,
    milestone_id bigint not null references milestone,
    state        text   not null check (state in ('PLANNED', 'RUNNING', 'DONE', 'DROPPED')),
    actual_on    date,
    note         text   not null default '',
    primary key (check_id, milestone_id),
    check ((state = 'DONE') = (actual_on is not null))
);
create table midterm_report_indicator (
    check_id     bigint not null references midterm_report on delete cascade,
    indicator_id bigint not null references milestone_indicator,
    actual       text   not null default '',
    primary key (check_id, indicator_id)
);
-- What the PI says was spent by the day of the report, in 元.
create table midterm_report_line (
    check_id bigint         not null references midterm_report on delete cascade,
    line_id  bigint         not null references budget_line,
    spent    numeric(14, 2) not null check (spent >= 0),
    note     text           not null default '',
    primary key (check_id, line_id)
);

-- What the machine computed, and the flag the decision table gave it. Shares of 1, amounts in 元.
create table midterm_figure (
    id        bigint generated always as identity primary key,
    check_id  bigint        not null references midterm_check,
    kind      text          not null check (kind in ('PROJECT', 'LINE', 'MILESTONE')),
    position  integer       not null,
    name      text          not null,
    name_en   text          not null,
    planned   numeric(14, 2),
    spent     numeric(14, 2),
    elapsed   numeric(5, 4) not null check (elapsed between 0 and 1),
    days_late integer       not null default 0,
    flag      text          not null default 'NONE' check (flag in ('NONE', 'OVER_PLAN', 'BEHIND', 'AHEAD', 'MISSED')),
    unique (check_id, kind, position)
);

create table midterm_review (
    id           bigint generated always as identity primary key,
    check_id     bigint      not null references midterm_check,
    expert_id    bigint      not null references account,
    side         text        not null check (side in ('TECHNICAL', 'FINANCE')),
    state        text        not null default 'INVITED' check (state in ('INVITED', 'SUBMITTED', 'RECUSED')),
    grade        text check (grade in ('A', 'B', 'C', 'D')),
    reasons      text,
    invited_at   timestamptz not null,
    due          timestamptz not null,
    answered_at  timestamptz,
    unique (check_id, expert_id),
    check ((state = 'SUBMITTED') = (grade is not null)),
    check ((state = 'INVITED') = (answered_at is null)),
    check (state = 'INVITED' or reasons <> '')
);

create table midterm_opinion (
    check_id     bigint not null references midterm_check,
    co_funder_id bigint not null references organisation,
    served       text   not null check (served in ('YES', 'PARTLY', 'NO', 'NONE')),
    reasons      text   not null default '',
    given_by     bigint references account,
    given_at     timestamptz not null,
    primary key (check_id, co_funder_id),
    check ((served = 'NONE') = (given_by is null))
);

create table midterm_decision (
    id           bigint generated always as identity primary key,
    check_id     bigint      not null references midterm_check,
    decision     text        not null
        check (decision in ('CONTINUE', 'CONTINUE_WITH_REMARKS', 'RECTIFY', 'ADJUST', 'TERMINATE')),
    suggestion   text,
    remarks      text        not null default '',
    rectify_by   date,
    decided_by   bigint      not null references account,
    decided_at   timestamptz not null,
    confirmed    boolean,
    confirmed_by bigint references account,
    confirmed_at timestamptz,
    confirmation text,
    issued_at    timestamptz,
    check ((decision = 'RECTIFY') = (rectify_by is not null)),
    check (decision = 'CONTINUE' or remarks <> ''),
    -- Two pairs of eyes end a project.
    check (confirmed_by <> decided_by),
    check (decision <> 'TERMINATE' or issued_at is null or confirmed),
    check ((confirmed is null) = (confirmed_by is null))
);
create index midterm_decision_check on midterm_decision (check_id, id);

create table midterm_rectification (
    id          bigint generated always as identity primary key,
    check_id    bigint      not null references midterm_check,
    attempt     integer     not null check (attempt between 1 and 9),
    due_on      date        not null,
    report      text,
    reported_at timestamptz,
    returned    text,
    endorsed_at timestamptz,
    result      text check (result in ('PASSED', 'AGAIN', 'FAILED')),
    remarks     text        not null default '',
    checked_by  bigint references account,
    checked_at  timestamptz,
    unique (check_id, attempt),
    check (endorsed_at is null or reported_at is not null),
    check (result is null or endorsed_at is not null)
);
