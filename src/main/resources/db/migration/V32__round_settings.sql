-- What a round goes by, beyond the settings it had: all of it data of the round, so that next year's differ.
alter table round
    -- days an expert has to answer an invitation
    add column answer_days         integer not null default 5 check (answer_days between 1 and 60),
    -- days the office gives itself for a text, and for a decision on its own desk
    add column draft_days          integer not null default 14 check (draft_days between 1 and 90),
    add column office_days         integer not null default 5 check (office_days between 1 and 60),
    -- null: no limit
    add column quota_per_person    integer check (quota_per_person > 0),
    add column quota_per_unit      integer check (quota_per_unit > 0),
    -- whether directions are voted on in a meeting after the review by correspondence
    add column meeting_required    boolean not null default false,
    -- whether experts see the sum of the reviews, without names, once they have submitted theirs
    add column aggregate_shown     boolean not null default false,
    -- after so many consultations about one question the office is warned that it does not converge
    add column most_consultations  integer not null default 3 check (most_consultations between 1 and 20),
    -- words in a demand or direction that are worth a warning
    add column wording             text[]  not null default '{开发}',
    add column copied_from         bigint  references round;

create table round_field (
    round_id bigint not null references round on delete cascade,
    field_id bigint not null references field,
    primary key (round_id, field_id)
);
insert into round_field (round_id, field_id)
    select r.id, f.field_id from round r join fund_field f on f.fund_id = r.fund_id;

create table round_co_funder (
    round_id     bigint not null references round on delete cascade,
    co_funder_id bigint not null references organisation,
    primary key (round_id, co_funder_id)
);
create index round_co_funder_by_co_funder on round_co_funder (co_funder_id);
insert into round_co_funder (round_id, co_funder_id)
    select distinct r.id, a.co_funder_id from round r
    join agreement a on a.fund_id = r.fund_id and r.year between a.first_year and a.last_year;

-- Where the round's quota does not hold but another. A null co-funder or field means every one.
create table round_quota (
    id           bigint generated always as identity primary key,
    round_id     bigint  not null references round on delete cascade,
    scope        text    not null check (scope in ('CO_FUNDER', 'FIELD', 'PERSON', 'UNIT')),
    co_funder_id bigint  references organisation,
    field_id     bigint  references field,
    -- none at all is a quota too
    most         integer not null check (most >= 0),
    unique nulls not distinct (round_id, scope, co_funder_id, field_id),
    check (scope = 'FIELD' or (co_funder_id is not null and field_id is null)),
    check (scope <> 'FIELD' or co_funder_id is not null or field_id is not null)
);

-- What experts judge a direction by, when an officer says nothing else. The weights of a round add up to 100.
create table standard_criterion (
    code           text    primary key,
    position       integer not null unique,
    name           text    not null,
    name_en        text    not null,
    weight         integer not null check (weight between 1 and 100),
    description    text    not null default '',
    description_en text    not null default ''
);
insert into standard_criterion (code, position, name, name_en, weight, description, description_en) values
    ('scientific', 1, '科学性', 'Scientific', 20, '是否凝练出基础科学问题，而非产品或技术开发，且不与已有方向重复',
     'Asks a question of basic science rather than for a product, and repeats no earlier direction'),
    ('normative', 2, '规范性', 'Well formed', 20, '名称、表述、申请代码和考核内容是否规范准确',
     'Title, wording, codes and expected results are correct and precise'),
    ('inclusive', 3, '包容性', 'Inclusive', 20, '是否可由多个团队申请，未为特定团队或产品设限',
     'Several teams can apply; nothing fits only one team or product'),
    ('guiding', 4, '导向性', 'Guided by need', 20, '是否来自真实的区域、行业或企业需求，成果有明确去处',
     'Comes from a real need, and the result has a place to go'),
    ('safe', 5, '安全性', 'Safe', 20, '是否顾及生物安全、信息安全、科技伦理和保密要求',
     'Heeds biosafety, information security, ethics and secrecy');

create table round_criterion (
    id             bigint generated always as identity primary key,
    round_id       bigint  not null references round on delete cascade,
    code           text    not null check (code ~ '^[a-z][a-z0-9]{0,19}$'),
    position       integer not null check (position > 0),
    name           text    not null check (char_length(name) between 1 and 30),
    name_en        text    not null check (char_length(name_en) between 1 and 60),
    weight         integer not null check (weight between 1 and 100),
    description    text    not null default '' check (char_length(description) <= 200),
    description_en text    not null default '' check (char_length(description_en) <= 400),
    unique (round_id, code),
    unique (round_id, position) deferrable initially deferred
);
insert into round_criterion (round_id, code, position, name, name_en, weight, description, description_en)
    select r.id, c.code, c.position, c.name, c.name_en, c.weight, c.description, c.description_en
    from round r cross join standard_criterion c;

create function round_criteria_add_up() returns trigger language plpgsql as $$
declare
    of_round bigint := coalesce(new.round_id, old.round_id);
begin
    if exists (select 1 from round where id = of_round)
            and coalesce((select sum(weight) from round_criterion where round_id = of_round), 0) <> 100 then
        raise exception 'the weights of the criteria of round % do not add up to 100', of_round;
    end if;
    return null;
end $$;
create constraint trigger round_criteria_add_up after insert or update or delete on round_criterion
    deferrable initially deferred for each row execute function round_criteria_add_up();

-- A round's own words for a mail, in place of the usual ones. Placeholders are numbered as those of the usual text.
create table round_mail_text (
    round_id bigint not null references round on delete cascade,
    key      text   not null check (key ~ '^[a-z0-9-]{1,60}$'),
    language text   not null check (language in ('zh', 'en')),
    subject  text   not null check (char_length(subject) between 1 and 150 and subject !~ '[\r\n]'),
    body     text   not null check (char_length(body) between 1 and 4000),
    primary key (round_id, key, language)
);

-- A category that is given to nothing new any more is retired, not deleted: old directions name it.
alter table grant_category
    add column retired boolean not null default false,
    add column version integer not null default 1,
    add constraint grant_category_code check (code ~ '^[A-Z][A-Z0-9_]{0,29}$');
alter table guide_direction
    add constraint guide_direction_category foreign key (category) references grant_category (code);
