create table achievement (
    id         bigint generated always as identity primary key,
    version    integer not null default 1,
    code       text    not null unique,
    project_id bigint  not null references project,
    title      text    not null check (title <> ''),
    state      text    not null default 'REPORTED'
);
