-- Who approves that money moves from or to a line: the host institution for most direct costs; the office where the
-- funder decides (equipment, what partners get); nobody where it cannot move (indirect costs, other sources).
alter table budget_scheme_line add column approver text not null default 'HOST'
    check (approver in ('HOST', 'OFFICE', 'NONE'));
update budget_scheme_line set approver = 'OFFICE' where kind = 'TRANSFER' or code = 'EQUIPMENT';
update budget_scheme_line set approver = 'NONE' where kind in ('OTHER', 'INDIRECT');

-- What was signed for and is not paid yet (合同已签未付), in 元. Paid it becomes an expenditure; given up it is released.
alter table budget_line add column committed numeric(14, 2) not null default 0 check (committed >= 0),
    add constraint budget_line_never_promised_twice check (spent + committed <= greatest(planned, received));
create table commitment (
    id          bigint generated always as identity primary key,
    line_id     bigint         not null references budget_line on delete cascade,
    signed_on   date           not null,
    amount      numeric(14, 2) not null check (amount > 0),
    note        text           not null check (char_length(note) between 1 and 200),
    recorded_by bigint         not null references account,
    recorded_at timestamptz    not null,
    settled     text check (settled in ('SPENT', 'RELEASED')),
    settled_on  date,
    settled_by  bigint references account,
    check (num_nonnulls(settled, settled_on, settled_by) in (0, 3))
);
create index commitment_line on commitment (line_id);

create function count_commitment() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and old.settled is null then
        update budget_line set committed = committed - old.amount where id = old.line_id;
    end if;
    if tg_op <> 'DELETE' and new.settled is null then
        update budget_line set committed = committed + new.amount where id = new.line_id;
    end if;
    return null;
end $$;
create trigger commitment_counted after insert or update or delete on commitment
    for each row execute function count_commitment();

create function check_committed() returns trigger language plpgsql as $$
begin
    if (select committed from budget_line where id = new.id) is distinct from
            (select coalesce(sum(amount), 0) from commitment where line_id = new.id and settled is null) then
        raise exception 'budget line %: committed is not the sum of its open commitments', new.id
            using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger budget_line_committed_is_sum after insert or update on budget_line
    deferrable initially deferred for each row execute function check_committed();

-- Money moves between lines of one budget (预算调剂); the whole stays the same.
create table budget_transfer (
    id          bigint generated always as identity primary key,
    code        text           not null unique,
    project_id  bigint         not null references project,
    from_line   bigint         not null references budget_line,
    to_line     bigint         not null references budget_line check (to_line <> from_line),
    amount      numeric(14, 2) not null check (amount > 0),
    reason      text           not null check (char_length(reason) between 1 and 500),
    state       text           not null default 'CHECKING'
        check (state in ('CHECKING', 'DECIDING', 'DONE', 'REFUSED', 'WITHDRAWN')),
    remarks     text           not null default '',
    proposed_by bigint         not null references account,
    proposed_at timestamptz    not null,
    decided_by  bigint references account,
    decided_at  timestamptz,
    check ((state in ('DONE', 'REFUSED')) = (decided_at is not null))
);
create index budget_transfer_project on budget_transfer (project_id, id);
