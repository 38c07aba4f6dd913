-- Each wording the co-funders were asked about, kept as it was. A question's text_number is that of the one that holds.
alter table scientific_question add column text_number integer not null default 0 check (text_number >= 0);

create table question_text (
    question_id bigint      not null references scientific_question on delete cascade,
    number      integer     not null check (number > 0),
    title       text        not null check (char_length(title) between 1 and 100),
    statement   text        not null check (char_length(statement) <= 1000),
    -- null for what was worded before wordings were kept
    worded_by   bigint      references account,
    worded_at   timestamptz not null,
    primary key (question_id, number)
);

create function question_text_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a wording that co-funders were asked about is not changed';
end $$;
create trigger question_text_stays before update on question_text
    for each row execute function question_text_stays();

insert into question_text (question_id, number, title, statement, worded_at)
select q.id, 1, q.title, q.statement,
       coalesce((select min(c.answered_at) from consultation_answer c where c.question_id = q.id), now())
from scientific_question q where q.consultation_number > 0;
update scientific_question set text_number = 1 where consultation_number > 0;

-- Which wording an answer was given to (0: one from before wordings were kept), and an objection's withdrawal.
alter table consultation_answer
    add column text_number  integer not null default 0 check (text_number >= 0),
    add column withdrawn_by bigint references account,
    add column withdrawn_at timestamptz,
    add constraint only_objections_are_withdrawn check (withdrawn_at is null or opinion = 'OBJECT'),
    add constraint somebody_withdraws check ((withdrawn_at is null) = (withdrawn_by is null));
update consultation_answer c set text_number = 1 from scientific_question q
where q.id = c.question_id and q.consultation_number = c.consultation_number;

-- A co-funder's objection as a conversation with the office: one open at a time for each question and co-funder.
create table objection (
    id                  bigint generated always as identity primary key,
    question_id         bigint      not null references scientific_question on delete cascade,
    co_funder_id        bigint      not null references organisation,
    consultation_number integer     not null check (consultation_number > 0),
    text_number         integer     not null check (text_number >= 0),
    opened_at           timestamptz not null,
    resolution          text        check (resolution in ('AGREED', 'WITHDRAWN', 'SET_ASIDE', 'MOVED_OUT')),
    -- null where the process itself ended it
    resolved_by         bigint      references account,
    resolved_at         timestamptz,
    check ((resolution is null) = (resolved_at is null))
);
create unique index objection_open on objection (question_id, co_funder_id) where resolution is null;
create index objection_by_question on objection (question_id);

create table objection_message (
    id           bigint generated always as identity primary key,
    objection_id bigint      not null references objection on delete cascade,
    author_id    bigint      not null references account,
    from_office  boolean     not null,
    text         text        not null check (char_length(text) between 1 and 1000),
    sent_at      timestamptz not null
);
create index objection_message_by_objection on objection_message (objection_id);

insert into objection (question_id, co_funder_id, consultation_number, text_number, opened_at, resolution, resolved_at)
select distinct on (c.question_id, c.co_funder_id) c.question_id, c.co_funder_id, c.consultation_number, c.text_number,
       c.answered_at,
       case when q.state = 'AGREED' then 'AGREED' when q.state = 'SET_ASIDE' then 'SET_ASIDE' end,
       case when q.state in ('AGREED', 'SET_ASIDE') then now() end
from consultation_answer c join scientific_question q on q.id = c.question_id
where c.opinion = 'OBJECT' order by c.question_id, c.co_funder_id, c.consultation_number desc;
insert into objection_message (objection_id, author_id, from_office, text, sent_at)
select o.id, c.answered_by, false, left(c.reasons, 1000), c.answered_at
from objection o join consultation_answer c
  on c.question_id = o.question_id and c.co_funder_id = o.co_funder_id and c.consultation_number = o.consultation_number;

-- Two demands that an officer has found different, however alike they read.
create table demand_apart (
    first_id  bigint      not null references demand,
    second_id bigint      not null references demand,
    reason    text        not null check (char_length(reason) between 1 and 500),
    set_by    bigint      not null references account,
    set_at    timestamptz not null,
    primary key (first_id, second_id),
    check (first_id < second_id)
);

-- Every turn in what became of an accepted demand, as its submitter was told.
create table demand_outcome (
    id          bigint generated always as identity primary key,
    demand_id   bigint      not null references demand,
    kind        text        not null check (kind in ('LINKED', 'ASIDE', 'WAITING')),
    question_id bigint      references scientific_question,
    reason      text        not null default '',
    decided_at  timestamptz not null,
    check ((kind = 'LINKED') = (question_id is not null)),
    check (kind <> 'ASIDE' or reason <> '')
);
create index demand_outcome_by_demand on demand_outcome (demand_id);

-- A round whose demands are all settled, and who said so.
create table distillation_close (
    round_id  bigint      primary key references round,
    closed_by bigint      not null references account,
    closed_at timestamptz not null
);
