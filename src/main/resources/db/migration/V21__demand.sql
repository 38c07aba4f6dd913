create table demand (
    id            bigint generated always as identity primary key,
    version       integer not null default 1,
    code          text    not null unique,
    round_id      bigint  not null references round,
    co_funder_id  bigint  not null references organisation,
    submitted_by  bigint  not null references account,
    field_id      bigint  not null references field,
    title         text    not null check (char_length(title) between 1 and 50),
    state         text    not null default 'DRAFT'
);
create index demand_round on demand (round_id, co_funder_id);
