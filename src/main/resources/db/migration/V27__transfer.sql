create table transfer (
    id             bigint generated always as identity primary key,
    version        integer not null default 1,
    code           text    not null unique,
    achievement_id bigint  not null references achievement,
    demand_side_id bigint  not null references organisation,
    title          text    not null check (title <> ''),
    state          text    not null default 'DECLARED'
);
