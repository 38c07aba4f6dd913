-- The last number given to a question of a year.
create table question_series (
    year integer primary key,
    last integer not null check (last > 0)
);

create table scientific_question (
    id                  bigint generated always as identity primary key,
    version             integer not null default 1,
    code                text    not null unique,
    round_id            bigint  not null references round,
    field_id            bigint  not null references field,
    title               text    not null check (char_length(title) between 1 and 100),
    statement           text    not null default '' check (char_length(statement) <= 1000),
    state               text    not null default 'DRAFT'
        check (state in ('DRAFT', 'CONSULTING', 'AGREED', 'SET_ASIDE')),
    -- how many times the co-funders were asked, 0 before the first
    consultation_number integer not null default 0 check (consultation_number >= 0),
    -- why it was set aside, or why silence was taken for consent
    reason              text    not null default '' check (state <> 'SET_ASIDE' or reason <> ''),
    ask_again           boolean not null default false,
    silence_accepted    boolean not null default false
);
create index scientific_question_by_round on scientific_question (round_id);

-- A demand belongs to one question at most.
create table question_demand (
    question_id bigint not null references scientific_question on delete cascade,
    demand_id   bigint not null unique references demand,
    primary key (question_id, demand_id)
);

-- An accepted demand that no question takes up, and why.
create table demand_aside (
    demand_id   bigint      primary key references demand,
    reason      text        not null check (reason <> ''),
    set_by      bigint      not null references account,
    set_at      timestamptz not null
);

create table consultation_answer (
    question_id         bigint      not null references scientific_question on delete cascade,
    consultation_number integer     not null check (consultation_number > 0),
    co_funder_id        bigint      not null references organisation,
    opinion             text        not null check (opinion in ('AGREE', 'OBJECT', 'SILENT')),
    reasons             text        not null default '',
    answered_by         bigint      references account,
    answered_at         timestamptz not null,
    primary key (question_id, consultation_number, co_funder_id),
    check (opinion <> 'OBJECT' or reasons <> ''),
    check ((opinion = 'SILENT') = (answered_by is null))
);
create index consultation_answer_by_co_funder on consultation_answer (co_funder_id);
