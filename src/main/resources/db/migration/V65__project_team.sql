-- Who takes part in a project besides its PI, and the units its PI passes money on to.
create table project_member (
    project_id   bigint  not null references project on delete cascade,
    position     integer not null check (position > 0),
    name         text    not null check (char_length(name) between 1 and 50),
    organisation text    not null check (char_length(organisation) between 1 and 100),
    task         text    not null default '' check (char_length(task) <= 100),
    primary key (project_id, position)
);
-- amount in 元: what is passed on to the partner, part of the budget's transfer line.
create table project_partner (
    project_id bigint         not null references project on delete cascade,
    position   integer        not null check (position > 0),
    name       text           not null check (char_length(name) between 1 and 100),
    task       text           not null default '' check (char_length(task) <= 200),
    amount     numeric(14, 2) not null default 0 check (amount >= 0),
    primary key (project_id, position),
    unique (project_id, name)
);
