create table closure (
    id              bigint generated always as identity primary key,
    version         integer     not null default 1,
    code            text        not null unique,
    project_id      bigint      not null references project,
    due_on          date        not null,
    state           text        not null check (state in ('OPEN', 'SUBMITTED', 'ENDORSED', 'IN_REVIEW', 'ACCEPTED',
                                                          'NOT_ACCEPTED')),
    -- counts the submissions: every one is reviewed anew
    attempt         integer     not null default 0 check (attempt >= 0),
    summary         text,
    return_reasons  text,
    host_opinion    text,
    verdict_remarks text,
    review_due_at   timestamptz,
    opened_by       bigint      not null references account,
    opened_at       timestamptz not null,
    ended_at        timestamptz check ((ended_at is not null) = (state in ('ACCEPTED', 'NOT_ACCEPTED')))
);

-- A project is closed once; after a closure that was not accepted, another may be opened.
create unique index closure_of_project on closure (project_id) where state <> 'NOT_ACCEPTED';

create table closure_indicator (
    closure_id bigint  not null references closure,
    position   integer not null,
    name       text    not null,
    target     text    not null,
    achieved   text    not null,
    met        text    not null check (met in ('YES', 'PARTLY', 'NO')),
    primary key (closure_id, position)
);

-- Amounts in 元. A line may never be negative.
create table closure_account (
    closure_id bigint         not null references closure,
    position   integer        not null,
    line       text           not null,
    budget     numeric(16, 2) not null check (budget >= 0),
    spent      numeric(16, 2) not null check (spent >= 0),
    primary key (closure_id, position)
);

create table closure_review (
    closure_id   bigint  not null references closure,
    attempt      integer not null,
    expert_id    bigint  not null references account,
    conclusion   text check (conclusion in ('PASS', 'RECTIFY', 'FAIL')),
    comments     text,
    submitted_at timestamptz check ((submitted_at is null) = (conclusion is null)),
    primary key (closure_id, attempt, expert_id)
);

-- code: a provisional one while reported, the registration number once registered
-- (3 region, 4 year, Y, 4 serial).
create table achievement (
    id                bigint generated always as identity primary key,
    version           integer not null default 1,
    code              text    not null unique,
    project_id        bigint  not null references project,
    title             text    not null check (title <> ''),
    state             text    not null default 'REPORTED' check (state in ('REPORTED', 'REGISTERED', 'WITHDRAWN')),
    closure_id        bigint references closure,
    keywords          text    not null default '',
    form              text    not null default 'OTHER' check (form in ('PAPER', 'BOOK', 'PATENT', 'SOFTWARE', 'STANDARD',
                                                                       'REPORT', 'PROTOTYPE', 'OTHER')),
    nature            text    not null default 'APPLIED' check (nature in ('BASIC', 'APPLIED', 'SOFT')),
    originality       text    not null default 'ORIGINAL' check (originality in ('ORIGINAL', 'ABSORBED', 'REDEVELOPED')),
    stage             text    not null default 'MIDDLE' check (stage in ('EARLY', 'MIDDLE', 'MATURE')),
    trl               integer not null default 4 check (trl between 1 and 9),
    intention         text    not null default 'WILLING' check (intention in ('WILLING', 'NEGOTIABLE', 'UNWILLING')),
    preferred_mode    text,
    potential_value   text    not null default 'MEDIUM' check (potential_value in ('HIGH', 'MEDIUM', 'LOW')),
    description       text    not null default '',
    achievement_class text check (achievement_class in ('UPSTREAM', 'MIDSTREAM', 'DOWNSTREAM')),
    route             text,
    registered_at     timestamptz
);

create index achievement_by_project on achievement (project_id);
create index achievement_by_closure on achievement (closure_id);

-- The last serial given in a region and year; locked by whoever takes the next.
create table registration_serial (
    region text    not null check (region ~ '^[0-9A-Z]{3}$'),
    year   integer not null check (year between 2000 and 2100),
    last   integer not null check (last between 1 and 9999),
    primary key (region, year)
);
