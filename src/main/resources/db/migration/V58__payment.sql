-- How a grant is paid out unless the office plans otherwise: shares of the whole in per cent, edited by the office.
create table payment_share (
    position     integer       primary key check (position between 1 and 12),
    share        numeric(5, 2) not null check (share > 0 and share <= 100),
    after_months integer       not null check (after_months between 0 and 120),
    condition    text          not null check (condition in ('NONE', 'MIDTERM'))
);
insert into payment_share (position, share, after_months, condition) values
    (1, 40, 0, 'NONE'),
    (2, 30, 12, 'NONE'),
    (3, 30, 24, 'MIDTERM');

create function payment_shares_make_a_whole() returns trigger language plpgsql as $$
begin
    if (select coalesce(sum(share), 100) from payment_share) <> 100 then
        raise exception 'shares of payments do not add up to 100' using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger payment_shares_make_a_whole after insert or update or delete on payment_share
    deferrable initially deferred for each row execute function payment_shares_make_a_whole();

-- When a project passed its mid-term check: what is planned to wait for it later need not.
alter table project add column midterm_passed_at timestamptz;

-- One payment of one payer to a project, in 元. What it waits for is fulfilled when the milestone is reached or the
-- mid-term check was passed (released_at).
create table instalment (
    id           bigint generated always as identity primary key,
    project_id   bigint         not null references project on delete cascade,
    number       integer        not null check (number between 1 and 60),
    payer_id     bigint         not null references organisation,
    amount       numeric(14, 2) not null check (amount > 0),
    planned_on   date           not null,
    condition    text           not null check (condition in ('NONE', 'MILESTONE', 'MIDTERM')),
    milestone_id bigint references milestone,
    released_at  timestamptz,
    paid_on      date,
    voucher      text check (char_length(voucher) between 1 and 60),
    booked       boolean,
    paid_by      bigint references account,
    cancelled_at timestamptz,
    unique (project_id, number),
    check ((condition = 'MILESTONE') = (milestone_id is not null)),
    check (num_nonnulls(paid_on, voucher, booked, paid_by) in (0, 4)),
    check (paid_on is null or cancelled_at is null)
);
create index instalment_payer on instalment (payer_id);

-- While one is open nothing is paid to the project. review_on: when the office looks again.
create table payment_hold (
    id            bigint generated always as identity primary key,
    project_id    bigint      not null references project on delete cascade,
    cause         text        not null check (cause in ('OFFICE', 'RECTIFY', 'ADJUST', 'SUSPEND')),
    reason        text        not null check (reason <> ''),
    review_on     date,
    held_by       bigint references account,
    held_at       timestamptz not null,
    lifted_by     bigint references account,
    lifted_at     timestamptz,
    lifted_reason text,
    check ((lifted_at is null) = (lifted_reason is null)),
    check (lifted_reason is null or lifted_reason <> '')
);
create unique index payment_hold_one_open on payment_hold (project_id) where lifted_at is null;

create function what_is_paid_stands() returns trigger language plpgsql as $$
begin
    if old.paid_on is not null or old.cancelled_at is not null then
        raise exception 'an instalment that was paid or cancelled stands' using errcode = 'check_violation';
    end if;
    if tg_op = 'UPDATE' and new.paid_on is not null
            and exists (select 1 from payment_hold h where h.project_id = new.project_id and h.lifted_at is null) then
        raise exception 'payments to project % are held', new.project_id using errcode = 'check_violation';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger what_is_paid_stands before update or delete on instalment
    for each row execute function what_is_paid_stands();

-- Other sources are paid by others; the rest of the budget is what funder and co-funders can be asked for.
create function instalments_within_budget() returns trigger language plpgsql as $$
begin
    if (select coalesce(sum(amount), 0) from instalment where project_id = new.project_id and cancelled_at is null)
            > (select coalesce(sum(b.planned), 0) from budget_line b
               join budget_scheme_line s on s.id = b.scheme_line_id and s.kind <> 'OTHER'
               where b.project_id = new.project_id) then
        raise exception 'instalments of project % exceed its budget', new.project_id using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger instalments_within_budget after insert or update on instalment
    deferrable initially deferred for each row execute function instalments_within_budget();

-- Where each instalment stands.
create view instalment_now as
select i.*,
       case when i.paid_on is not null then 'PAID'
            when i.cancelled_at is not null then 'CANCELLED'
            when h.id is not null then 'HELD'
            when i.condition = 'NONE' or i.released_at is not null or m.state = 'DONE' then 'READY'
            else 'PLANNED' end as state
from instalment i
left join milestone m on m.id = i.milestone_id
left join payment_hold h on h.project_id = i.project_id and h.lifted_at is null;

-- Suspending payments is an outcome of its own, looked at again by a date.
alter table midterm_decision drop constraint midterm_decision_decision_check,
    add constraint midterm_decision_decision_check check (decision in
        ('CONTINUE', 'CONTINUE_WITH_REMARKS', 'RECTIFY', 'ADJUST', 'SUSPEND_PAYMENT', 'TERMINATE')),
    add column review_on date,
    add constraint midterm_decision_looks_again check ((decision = 'SUSPEND_PAYMENT') = (review_on is not null));
alter table midterm_check drop constraint midterm_check_state_check,
    add constraint midterm_check_state_check check (state in
        ('REPORTING', 'ENDORSING', 'ASSIGNING', 'REVIEWING', 'DECIDING', 'CONFIRMING', 'RECTIFYING', 'CONTINUED',
         'CONTINUED_WITH_REMARKS', 'RECTIFIED', 'ADJUSTED', 'PAYMENT_SUSPENDED', 'TERMINATED'));
drop index midterm_check_one_open;
create unique index midterm_check_one_open on midterm_check (project_id) where state not in
    ('CONTINUED', 'CONTINUED_WITH_REMARKS', 'RECTIFIED', 'ADJUSTED', 'PAYMENT_SUSPENDED', 'TERMINATED');
