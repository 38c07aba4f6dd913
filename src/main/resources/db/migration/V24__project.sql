-- Which lines a budget has is versioned reference data: a project keeps the scheme it was granted under.
create table budget_scheme (
    id       bigint generated always as identity primary key,
    code     text    not null unique,
    name     text    not null,
    name_en  text    not null,
    position integer not null
);

create table budget_scheme_line (
    id        bigint generated always as identity primary key,
    scheme_id bigint  not null references budget_scheme,
    code      text    not null,
    name      text    not null,
    name_en   text    not null,
    kind      text    not null check (kind in ('DIRECT', 'TRANSFER', 'OTHER', 'INDIRECT')),
    position  integer not null,
    unique (scheme_id, code)
);

insert into budget_scheme (code, name, name_en, position) values
    ('2024', '2024版科目', 'Scheme of 2024', 1),
    ('2015', '2015版科目（11项）', 'Scheme of 2015 (11 lines)', 2);
insert into budget_scheme_line (scheme_id, code, name, name_en, kind, position)
select s.id, l.code, l.name, l.name_en, l.kind, l.position
from budget_scheme s
join (values
    ('2024', 'EQUIPMENT', '设备费', 'Equipment', 'DIRECT', 1),
    ('2024', 'OPERATION', '业务费', 'Research operations', 'DIRECT', 2),
    ('2024', 'LABOUR', '劳务费', 'Labour', 'DIRECT', 3),
    ('2024', 'PARTNERS', '合作研究转拨', 'Passed on to partners', 'TRANSFER', 4),
    ('2024', 'OTHER_SOURCES', '其他来源', 'Other sources', 'OTHER', 5),
    ('2024', 'INDIRECT', '间接费用', 'Indirect costs', 'INDIRECT', 6),
    ('2015', 'EQUIPMENT', '设备费', 'Equipment', 'DIRECT', 1),
    ('2015', 'MATERIALS', '材料费', 'Materials', 'DIRECT', 2),
    ('2015', 'TESTING', '测试化验加工费', 'Testing and processing', 'DIRECT', 3),
    ('2015', 'ENERGY', '燃料动力费', 'Fuel and power', 'DIRECT', 4),
    ('2015', 'TRAVEL', '差旅费', 'Travel', 'DIRECT', 5),
    ('2015', 'MEETINGS', '会议费', 'Meetings', 'DIRECT', 6),
    ('2015', 'EXCHANGE', '国际合作与交流费', 'International exchange', 'DIRECT', 7),
    ('2015', 'PUBLICATION', '出版/文献/信息传播/知识产权事务费', 'Publication and intellectual property', 'DIRECT', 8),
    ('2015', 'LABOUR', '劳务费', 'Labour', 'DIRECT', 9),
    ('2015', 'ADVICE', '专家咨询费', 'Expert advice', 'DIRECT', 10),
    ('2015', 'OTHER', '其他支出', 'Other spending', 'DIRECT', 11)
) as l (scheme, code, name, name_en, kind, position) on l.scheme = s.code;

-- direct_cost in 元.
create table project (
    id           bigint generated always as identity primary key,
    version      integer        not null default 1,
    code         text           not null unique check (code ~ '^U[0-9]{2}[AB][0-9]{4}$'),
    direction_id bigint         not null references guide_direction,
    title        text           not null check (char_length(title) between 1 and 100),
    pi_id        bigint         not null references account,
    host_id      bigint         not null references organisation,
    starts_on    date           not null,
    ends_on      date           not null check (ends_on > starts_on),
    category     text           not null default 'KEY' check (category in ('KEY', 'INTEGRATED', 'CULTIVATION')),
    direct_cost  numeric(14, 2) not null default 2600000 check (direct_cost > 0),
    state        text           not null default 'RUNNING'
        check (state in ('RUNNING', 'RECTIFYING', 'ADJUSTED', 'TERMINATED', 'CLOSING', 'CLOSED'))
);
create index project_direction on project (direction_id);
create index project_pi on project (pi_id);
create index project_host on project (host_id);

create table milestone (
    id         bigint generated always as identity primary key,
    project_id bigint  not null references project on delete cascade,
    number     integer not null check (number > 0),
    planned_on date    not null,
    title      text    not null check (char_length(title) between 1 and 200),
    state      text    not null default 'PLANNED' check (state in ('PLANNED', 'RUNNING', 'DONE', 'DROPPED')),
    actual_on  date,
    note       text    not null default '',
    unique (project_id, number),
    check ((state = 'DONE') = (actual_on is not null))
);

-- What a milestone is measured by, carried over from the demands it goes back to.
create table milestone_indicator (
    id           bigint generated always as identity primary key,
    milestone_id bigint  not null references milestone on delete cascade,
    position     integer not null,
    name         text    not null check (char_length(name) between 1 and 100),
    baseline     text    not null default '',
    target       text    not null check (target <> ''),
    unit         text    not null default '',
    actual       text    not null default '',
    unique (milestone_id, position)
);

-- Amounts in 元. No line is ever overdrawn: what is spent had been received. Spending beyond plan is possible
-- and is what the mid-term check warns of.
create table budget_line (
    id             bigint generated always as identity primary key,
    project_id     bigint         not null references project on delete cascade,
    scheme_line_id bigint         not null references budget_scheme_line,
    planned        numeric(14, 2) not null check (planned >= 0),
    received       numeric(14, 2) not null default 0 check (received >= 0),
    spent          numeric(14, 2) not null default 0 check (spent >= 0),
    unique (project_id, scheme_line_id),
    constraint budget_line_never_overdrawn check (spent <= received)
);

-- A negative amount takes an earlier entry back and says why.
create table expenditure (
    id          bigint generated always as identity primary key,
    line_id     bigint         not null references budget_line on delete cascade,
    spent_on    date           not null,
    amount      numeric(14, 2) not null check (amount <> 0),
    note        text           not null default '' check (char_length(note) <= 200),
    recorded_by bigint references account,
    recorded_at timestamptz    not null,
    check (amount > 0 or note <> '')
);
create index expenditure_line on expenditure (line_id, spent_on);

create function count_expenditure() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        update budget_line set spent = spent - old.amount where id = old.line_id;
    end if;
    if tg_op <> 'DELETE' then
        update budget_line set spent = spent + new.amount where id = new.line_id;
    end if;
    return null;
end $$;
create trigger expenditure_counted after insert or update or delete on expenditure
    for each row execute function count_expenditure();

-- What a line says was spent is the sum of its entries, whoever writes it.
create function check_spent() returns trigger language plpgsql as $$
declare
    entered numeric;
begin
    select coalesce(sum(amount), 0) into entered from expenditure where line_id = new.id;
    if (select spent from budget_line where id = new.id) is distinct from entered then
        raise exception 'budget line %: spent is not the sum of its entries', new.id using errcode = 'check_violation';
    end if;
    return null;
end $$;
create constraint trigger budget_line_spent_is_sum after insert or update on budget_line
    deferrable initially deferred for each row execute function check_spent();
