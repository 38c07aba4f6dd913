create table scientific_question (
    id        bigint generated always as identity primary key,
    version   integer not null default 1,
    code      text    not null unique,
    round_id  bigint  not null references round,
    field_id  bigint  not null references field,
    title     text    not null check (title <> ''),
    statement text    not null default '',
    state     text    not null default 'DRAFT'
);

create table question_demand (
    question_id bigint not null references scientific_question on delete cascade,
    demand_id   bigint not null unique references demand,
    primary key (question_id, demand_id)
);
