-- The letters a region has in codes (GB/T 2260, alphabetic).
create table region (
    name    text primary key,
    letters text not null unique check (letters ~ '^[A-Z]{2}$')
);
insert into region (name, letters) values
    ('北京', 'BJ'), ('天津', 'TJ'), ('河北', 'HE'), ('山西', 'SX'), ('内蒙古', 'NM'), ('辽宁', 'LN'), ('吉林', 'JL'),
    ('黑龙江', 'HL'), ('上海', 'SH'), ('江苏', 'JS'), ('浙江', 'ZJ'), ('安徽', 'AH'), ('福建', 'FJ'), ('江西', 'JX'),
    ('山东', 'SD'), ('河南', 'HA'), ('湖北', 'HB'), ('湖南', 'HN'), ('广东', 'GD'), ('广西', 'GX'), ('海南', 'HI'),
    ('重庆', 'CQ'), ('四川', 'SC'), ('贵州', 'GZ'), ('云南', 'YN'), ('西藏', 'XZ'), ('陕西', 'SN'), ('甘肃', 'GS'),
    ('青海', 'QH'), ('宁夏', 'NX'), ('新疆', 'XJ'), ('香港', 'HK'), ('澳门', 'MO'), ('台湾', 'TW');

-- The last number given in a series of codes: a year and a region's letters, so that codes of all funds differ.
create table demand_series (
    year    integer not null,
    letters text    not null,
    last    integer not null check (last > 0),
    primary key (year, letters)
);

-- How far one co-funder has come with its demands in one round. Its row is locked while its demands are counted.
create table demand_collection (
    round_id     bigint      not null references round,
    co_funder_id bigint      not null references organisation,
    state        text        not null default 'COLLECTING'
        check (state in ('COLLECTING', 'SIGNING', 'CHECKING', 'AMENDING', 'DONE', 'LATE')),
    submitted_at timestamptz,
    remark       text        not null default '',
    return_note  text        not null default '',
    primary key (round_id, co_funder_id)
);
create index demand_collection_by_co_funder on demand_collection (co_funder_id);

create table demand (
    id                bigint generated always as identity primary key,
    version           integer not null default 1,
    code              text    not null unique,
    round_id          bigint  not null references round,
    co_funder_id      bigint  not null references organisation,
    submitted_by      bigint  not null references account,
    state             text    not null default 'DRAFT'
        check (state in ('DRAFT', 'SUBMITTED', 'SIGNED', 'RETURNED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN')),
    reason            text    not null default ''
        check (state not in ('RETURNED', 'REJECTED') or reason <> ''),
    changed_at        timestamptz not null default now(),
    field_id          bigint  not null references field,
    title             text    not null check (char_length(title) between 1 and 50),
    unit              text    not null default '' check (char_length(unit) <= 100),
    credit_code       text    check (credit_code ~ '^[0-9A-Z]{18}$'),
    region            text    not null default '' check (char_length(region) <= 20),
    industry_link     text    not null default '' check (char_length(industry_link) <= 100),
    background        text    not null default '' check (char_length(background) <= 500),
    gap               text    not null default '' check (char_length(gap) <= 500),
    difficulties      text    not null default '' check (char_length(difficulties) <= 800),
    proposed_question text    not null default '' check (char_length(proposed_question) <= 300),
    application_code  text    check (application_code ~ '^[A-HT][0-9]{2}([0-9]{2})?$'),
    months            integer not null default 36 check (months between 1 and 120),
    -- in 万元
    investment        numeric(10, 2) check (investment >= 0),
    cooperation       text    not null default 'JOINT'
        check (cooperation in ('JOINT', 'COMMISSION', 'ASSIGNMENT', 'LICENCE', 'OTHER')),
    ip_ownership      text    not null default 'AGREED'
        check (ip_ownership in ('SHARED', 'DEMAND_SIDE', 'RESEARCHER', 'AGREED')),
    scenario          text    not null default '' check (char_length(scenario) <= 500),
    urgency           text    not null default 'SOON' check (urgency in ('URGENT', 'SOON', 'LONG_TERM')),
    contact_name      text    not null default '' check (char_length(contact_name) <= 50),
    contact_phone     text    not null default '' check (char_length(contact_phone) <= 50),
    -- 非涉密承诺: no demand leaves its author without it
    not_classified    boolean not null default false check (not_classified)
);
create index demand_round on demand (round_id, co_funder_id);
create index demand_by_co_funder on demand (co_funder_id);

create table demand_indicator (
    demand_id bigint  not null references demand on delete cascade,
    position  integer not null,
    name      text    not null check (char_length(name) between 1 and 100),
    current   text    not null default '' check (char_length(current) <= 100),
    target    text    not null check (char_length(target) between 1 and 100),
    unit      text    not null default '' check (char_length(unit) <= 20),
    primary key (demand_id, position)
);
