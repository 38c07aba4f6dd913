create table project (
    id           bigint generated always as identity primary key,
    version      integer not null default 1,
    code         text    not null unique,
    direction_id bigint  not null references guide_direction,
    title        text    not null check (title <> ''),
    pi_id        bigint  not null references account,
    host_id      bigint  not null references organisation,
    starts_on    date    not null,
    ends_on      date    not null check (ends_on > starts_on),
    state        text    not null default 'RUNNING'
);
