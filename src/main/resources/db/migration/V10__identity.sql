create table organisation (
    id          bigint generated always as identity primary key,
    version     integer not null default 0,
    name        text    not null unique check (name <> ''),
    kind        text    not null check (kind in ('FUNDER', 'CO_FUNDER', 'HOST', 'DEMAND_SIDE')),
    credit_code text unique check (credit_code ~ '^[0-9A-Z]{18}$'),
    region      text
);

create table account (
    id              bigint generated always as identity primary key,
    username        text    not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
    password_hash   text    not null,
    name            text    not null,
    email           text    not null,
    language        text    not null default 'zh' check (language in ('zh', 'en')),
    organisation_id bigint  not null references organisation,
    enabled         boolean not null default true
);

create table account_role (
    account_id bigint not null references account on delete cascade,
    role       text   not null,
    primary key (account_id, role)
);
