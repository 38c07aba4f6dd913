-- What proves that an indicator was reached; without it the check warns.
alter table midterm_report_indicator add column evidence text not null default '' check (char_length(evidence) <= 300);
-- What the PI says has changed since the grant: kinds of project_change, separated by commas.
alter table midterm_report add column changes text not null default '';
alter table midterm_figure drop constraint midterm_figure_kind_check,
    add constraint midterm_figure_kind_check check (kind in ('PROJECT', 'LINE', 'MILESTONE', 'INDICATOR', 'CHANGE')),
    drop constraint midterm_figure_flag_check,
    add constraint midterm_figure_flag_check
        check (flag in ('NONE', 'OVER_PLAN', 'BEHIND', 'AHEAD', 'MISSED', 'UNPROVEN', 'UNAPPROVED')),
    -- an indicator that is due and has no value or no evidence; a change that nobody approved
    add column wanting boolean not null default false;

-- An expert who does not answer is replaced; who it was stays on record.
alter table midterm_review drop constraint midterm_review_state_check,
    add constraint midterm_review_state_check check (state in ('INVITED', 'SUBMITTED', 'RECUSED', 'REPLACED'));

-- A check that was opened by mistake is cancelled; its project can be checked anew in the same season.
alter table midterm_check drop constraint midterm_check_state_check,
    add constraint midterm_check_state_check check (state in
        ('REPORTING', 'ENDORSING', 'ASSIGNING', 'REVIEWING', 'DECIDING', 'CONFIRMING', 'RECTIFYING', 'CONTINUED',
         'CONTINUED_WITH_REMARKS', 'RECTIFIED', 'ADJUSTED', 'PAYMENT_SUSPENDED', 'TERMINATED', 'CANCELLED')),
    drop constraint midterm_check_project_id_season_key,
    add column cancelled_because text,
    add constraint midterm_check_cancelled_for_a_reason check ((state = 'CANCELLED') = (cancelled_because is not null));
create unique index midterm_check_one_a_season on midterm_check (project_id, season) where state <> 'CANCELLED';
drop index midterm_check_one_open;
create unique index midterm_check_one_open on midterm_check (project_id) where state not in
    ('CONTINUED', 'CONTINUED_WITH_REMARKS', 'RECTIFIED', 'ADJUSTED', 'PAYMENT_SUSPENDED', 'TERMINATED', 'CANCELLED');

-- A season of a fund that is over: no check is opened in it any more. Totals as they stood when it was closed.
create table midterm_season_end (
    fund_id   bigint      not null references joint_fund,
    season    integer     not null check (season between 2000 and 2100),
    checks    integer     not null check (checks > 0),
    note      text        not null default '' check (char_length(note) <= 500),
    closed_by bigint      not null references account,
    closed_at timestamptz not null,
    primary key (fund_id, season)
);

-- Somebody goes and looks (现场核查). members may name reviewers and is the office's alone.
create table midterm_visit (
    id           bigint generated always as identity primary key,
    check_id     bigint      not null references midterm_check,
    planned_on   date        not null,
    place        text        not null check (char_length(place) between 1 and 100),
    leader       text        not null check (char_length(leader) between 1 and 50),
    members      text        not null default '' check (char_length(members) <= 300),
    co_funder_id bigint references organisation,
    planned_by   bigint      not null references account,
    visited_on   date,
    findings     text check (char_length(findings) between 1 and 2000),
    recorded_by  bigint references account,
    recorded_at  timestamptz,
    check (num_nonnulls(visited_on, findings, recorded_by, recorded_at) in (0, 4))
);
create index midterm_visit_check on midterm_visit (check_id);

-- What a co-author of a partner unit writes for the PI's report.
create table midterm_contribution (
    id           bigint generated always as identity primary key,
    check_id     bigint      not null references midterm_check,
    author_id    bigint      not null references account,
    asked        text        not null check (char_length(asked) between 1 and 500),
    asked_at     timestamptz not null,
    due_on       date        not null,
    text         text        not null default '' check (char_length(text) <= 4000),
    saved_at     timestamptz,
    submitted_at timestamptz,
    version      integer     not null default 1,
    unique (check_id, author_id),
    check (submitted_at is null or text <> '')
);
create index midterm_contribution_author on midterm_contribution (author_id);
