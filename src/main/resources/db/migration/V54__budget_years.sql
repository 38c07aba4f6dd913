-- When money arrived; what a line says has arrived is the sum of it.
create table receipt (
    id          bigint generated always as identity primary key,
    line_id     bigint         not null references budget_line on delete cascade,
    received_on date           not null,
    amount      numeric(14, 2) not null check (amount > 0)
);
create index receipt_line on receipt (line_id, received_on);
insert into receipt (line_id, received_on, amount)
select b.id, p.starts_on, b.received from budget_line b join project p on p.id = b.project_id where b.received > 0;

create function check_received() returns trigger language plpgsql as $$
begin
    if (select received from budget_line where id = new.id) is distinct from
            (select coalesce(sum(amount), 0) from receipt where line_id = new.id) then
        raise exception 'budget line %: received is not the sum of its receipts', new.id
            using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger budget_line_received_is_sum after insert or update on budget_line
    deferrable initially deferred for each row execute function check_received();

-- A line's plan by year, in 元. Either there is none, or the years add up to the line.
create table budget_line_year (
    line_id bigint         not null references budget_line on delete cascade,
    year    integer        not null check (year between 2000 and 2100),
    planned numeric(14, 2) not null check (planned >= 0),
    primary key (line_id, year)
);
create function check_years() returns trigger language plpgsql as $$
declare
    line bigint;
begin
    if tg_table_name = 'budget_line' then
        line := new.id;
    else
        line := new.line_id;
    end if;
    if exists (select 1 from budget_line_year where line_id = line)
            and (select sum(planned) from budget_line_year where line_id = line)
                <> (select planned from budget_line where id = line) then
        raise exception 'budget line %: its years do not add up to its plan', line using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger budget_line_years_add_up after insert or update on budget_line
    deferrable initially deferred for each row execute function check_years();
create constraint trigger budget_line_year_adds_up after insert or update on budget_line_year
    deferrable initially deferred for each row execute function check_years();
