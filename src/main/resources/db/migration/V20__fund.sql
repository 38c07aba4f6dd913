create table field (
    id         bigint generated always as identity primary key,
    code       text    not null unique,
    name       text    not null unique,
    name_en    text    not null,
    position   integer not null
);
insert into field (code, name, name_en, position) values
    ('BIO', '生物与农业', 'Biology and agriculture', 1),
    ('ENV', '环境与生态', 'Environment and ecology', 2),
    ('ENE', '能源与化工', 'Energy and chemical engineering', 3),
    ('MAT', '新材料与先进制造', 'New materials and advanced manufacturing', 4),
    ('TRA', '现代交通与航空航天', 'Modern transport and aerospace', 5),
    ('INF', '电子信息', 'Electronics and information', 6),
    ('MED', '人口与健康', 'Population and health', 7),
    ('SEA', '海洋科学', 'Marine science', 8);

create table joint_fund (
    id      bigint generated always as identity primary key,
    version integer not null default 1,
    code    text    not null unique,
    name    text    not null unique,
    type    text    not null check (type in ('REGIONAL', 'ENTERPRISE', 'SECTOR'))
);

-- Who pays with the funder, how much each, and for which years. Amounts in 元.
create table agreement (
    id               bigint generated always as identity primary key,
    version          integer        not null default 1,
    fund_id          bigint         not null references joint_fund,
    co_funder_id     bigint         not null references organisation,
    funder_amount    numeric(16, 2) not null check (funder_amount >= 0),
    co_funder_amount numeric(16, 2) not null check (co_funder_amount > 0),
    first_year       integer        not null,
    last_year        integer        not null check (last_year >= first_year),
    unique (fund_id, co_funder_id, first_year)
);

create index agreement_by_co_funder on agreement (co_funder_id);

create table fund_field (
    fund_id  bigint not null references joint_fund,
    field_id bigint not null references field,
    primary key (fund_id, field_id)
);

create table round (
    id                    bigint generated always as identity primary key,
    version               integer       not null default 1,
    fund_id               bigint        not null references joint_fund,
    year                  integer       not null check (year between 2000 and 2100),
    code                  text          not null unique,
    title                 text          not null check (char_length(title) between 1 and 100),
    state                 text          not null default 'PREPARED'
        check (state in ('PREPARED', 'OPEN', 'COLLECTED')),
    demand_deadline       timestamptz   not null,
    consultation_days     integer       not null default 10 check (consultation_days between 1 and 90),
    review_days           integer       not null default 14 check (review_days between 1 and 90),
    reminder_days         integer       not null default 3 check (reminder_days between 0 and 30),
    quota_per_co_funder   integer       not null default 20 check (quota_per_co_funder > 0),
    quota_per_field       integer       not null default 10 check (quota_per_field > 0),
    experts_per_direction integer       not null default 3 check (experts_per_direction between 1 and 15),
    quorum                numeric(4, 3) not null default 0.667 check (quorum > 0 and quorum <= 1),
    pass_share            numeric(4, 3) not null default 0.5 check (pass_share > 0 and pass_share < 1),
    recusal_years         integer       not null default 5 check (recusal_years between 0 and 20),
    amend_days            integer       not null default 5 check (amend_days between 1 and 60),
    unique (fund_id, year)
);

-- What a grant of a fund can be; amounts in 万元 of direct cost, as calls name them.
create table grant_category (
    id       bigint generated always as identity primary key,
    code     text          not null unique,
    name     text          not null unique,
    name_en  text          not null,
    amount   numeric(10, 2) not null check (amount > 0),
    years    integer       not null check (years between 1 and 10),
    position integer       not null
);
insert into grant_category (code, name, name_en, amount, years, position) values
    ('KEY', '重点支持项目', 'Key support project', 260, 4, 1),
    ('INTEGRATED', '集成项目', 'Integrated project', 1000, 4, 2),
    ('CULTIVATION', '培育项目', 'Cultivation project', 80, 3, 3);
