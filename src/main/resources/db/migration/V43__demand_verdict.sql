-- What an officer means to decide about the form of a demand. It stands here until the whole list is handed on.
create table demand_verdict (
    demand_id bigint      primary key references demand on delete cascade,
    verdict   text        not null check (verdict in ('ACCEPT', 'RETURN', 'REJECT')),
    reason    text        not null default '' check (char_length(reason) <= 500),
    given_by  bigint      not null references account,
    given_at  timestamptz not null,
    check (verdict = 'ACCEPT' or reason <> '')
);
