-- Versions begin with 1: to Spring Data an aggregate of version 0 is one that is not stored yet.

create table organisation (
    id          bigint generated always as identity primary key,
    version     integer not null default 1,
    name        text    not null unique check (name <> ''),
    kind        text    not null check (kind in ('FUNDER', 'CO_FUNDER', 'HOST', 'DEMAND_SIDE')),
    credit_code text unique check (credit_code ~ '^[0-9A-Z]{18}$'),
    region      text
);

create table account (
    id                   bigint generated always as identity primary key,
    version              integer not null default 1 check (version > 0),
    username             text    not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
    password_hash        text    not null,
    must_change_password boolean not null default false,
    -- counts the passwords the account has had: a session or token begun under an older one is over
    password_number      integer not null default 1,
    name                 text    not null check (name <> ''),
    email                text    not null,
    language             text    not null default 'zh' check (language in ('zh', 'en')),
    organisation_id      bigint  not null references organisation,
    enabled              boolean not null default true
);

create index account_by_organisation on account (organisation_id);

create table account_role (
    account_id bigint not null references account on delete cascade,
    role       text   not null check (role in ('ADMIN', 'OFFICER', 'COMMITTEE', 'CO_FUNDER_CONTACT',
                                               'CO_FUNDER_LEADER', 'EXPERT', 'FINANCE_EXPERT', 'PI', 'HOST',
                                               'DEMAND_SIDE', 'AUDITOR')),
    primary key (account_id, role)
);

create index account_role_by_role on account_role (role);

-- Only the SHA-256 of a bearer token is kept: what is read from here cannot be used to sign in.
create table api_token (
    token_hash      bytea primary key check (octet_length(token_hash) = 32),
    account_id      bigint      not null references account on delete cascade,
    password_number integer     not null,
    issued_at       timestamptz not null,
    expires_at      timestamptz not null check (expires_at > issued_at)
);

create index api_token_by_expiry on api_token (expires_at);

-- Owned by bucket4j: how many attempts a username or an address has left.
create table sign_in_limit (
    id         text primary key,
    state      bytea,
    expires_at bigint
);

create table substitution (
    id            bigint generated always as identity primary key,
    account_id    bigint      not null references account,
    substitute_id bigint      not null references account,
    from_date     date        not null,
    until_date    date        not null,
    ended_at      timestamptz,
    check (account_id <> substitute_id),
    check (until_date >= from_date)
);

create index substitution_by_account on substitution (account_id) where ended_at is null;
create index substitution_by_substitute on substitution (substitute_id) where ended_at is null;

-- Owned by Spring Session.
create table spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);

create index spring_session_by_expiry on spring_session (expiry_time);
create index spring_session_by_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
