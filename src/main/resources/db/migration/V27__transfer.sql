-- Amounts in 元.
create table transfer (
    id              bigint generated always as identity primary key,
    version         integer not null default 1,
    code            text    not null unique,
    achievement_id  bigint  not null references achievement,
    demand_side_id  bigint  not null references organisation,
    title           text    not null check (title <> ''),
    state           text    not null default 'DECLARED' check (state in ('DECLARED', 'ARGUED', 'AGREED', 'INCUBATING',
                                                                         'SIGNED', 'STOPPED', 'DECLINED')),
    need            text    not null default '',
    wanted_mode     text,
    declared_by     bigint references account,
    declared_at     timestamptz,
    reply           text,
    argument_due_at timestamptz,
    funding_mode    text check (funding_mode in ('LOCAL_FUND', 'JOINT', 'SELF', 'DEFER')),
    support_amount  numeric(16, 2) check (support_amount > 0),
    -- staged payments: at least 60 % first
    first_payment   numeric(16, 2) check (first_payment >= 0.6 * support_amount and first_payment <= support_amount),
    verdict_remarks text,
    ended_at        timestamptz
);

-- A demand side follows up one achievement once at a time.
create unique index transfer_under_way on transfer (achievement_id, demand_side_id)
    where state not in ('STOPPED', 'DECLINED');
create index transfer_by_demand_side on transfer (demand_side_id);

create table transfer_serial (
    year integer primary key,
    last integer not null check (last between 1 and 9999)
);

create table transfer_argument (
    transfer_id  bigint not null references transfer,
    expert_id    bigint not null references account,
    feasibility  integer check (feasibility between 1 and 10),
    market       integer check (market between 1 and 10),
    risk         integer check (risk between 1 and 10),
    opinion      text check (opinion in ('SUPPORT', 'OPPOSE')),
    comments     text,
    submitted_at timestamptz check ((submitted_at is null) = (opinion is null)),
    primary key (transfer_id, expert_id)
);

-- What each party put its name to; the agreement stands when both say the same at their same turn.
create table transfer_terms (
    transfer_id   bigint         not null references transfer,
    party         text           not null check (party in ('DEMAND_SIDE', 'HOST')),
    contract_type text           not null,
    mode          text           not null,
    amount        numeric(16, 2) not null check (amount >= 0),
    signed_on     date           not null,
    signed_by     bigint         not null references account,
    turn          integer        not null check (turn > 0),
    primary key (transfer_id, party)
);

create table transfer_gate (
    transfer_id    bigint not null references transfer,
    gate           text   not null check (gate in ('G0', 'G1', 'G2', 'G3', 'G4')),
    planned_on     date,
    report         text,
    achieved       text check (achieved in ('YES', 'PARTLY', 'NO')),
    reported_at    timestamptz,
    decision       text check (decision in ('GO', 'HOLD', 'STOP')),
    remarks        text,
    decided_by     bigint references account,
    decided_at     timestamptz check ((decided_at is null) = (decision is null)),
    -- one extension of at most a year (domain, section 6)
    extended_until date check (extended_until > planned_on and extended_until <= planned_on + interval '1 year'),
    primary key (transfer_id, gate)
);
create unique index transfer_extended_once on transfer_gate (transfer_id) where extended_until is not null;

create table transfer_outcome (
    transfer_id     bigint primary key references transfer,
    contract_number text           not null,
    contract_type   text           not null,
    mode            text           not null,
    amount          numeric(16, 2) not null check (amount >= 0),
    signed_on       date           not null,
    effect          text           not null,
    recorded_by     bigint         not null references account,
    recorded_at     timestamptz    not null
);

-- Figures as published; null where none was.
create table matchmaking_event (
    id                bigint generated always as identity primary key,
    held_in           text not null check (held_in ~ '^\d{4}-\d{2}$'),
    region            text not null,
    title             text not null,
    experts           integer,
    achievements      integer,
    projects_shown    integer,
    enterprises       integer,
    demands_collected integer,
    challenges_listed integer,
    in_talks          integer,
    signed            integer,
    note              text,
    note_en           text,
    unique (held_in, title)
);
