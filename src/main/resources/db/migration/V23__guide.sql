create table guide_direction (
    id          bigint generated always as identity primary key,
    version     integer not null default 1,
    code        text    not null unique,
    round_id    bigint  not null references round,
    field_id    bigint  not null references field,
    title       text    not null check (title <> ''),
    state       text    not null default 'DRAFT'
);

create table direction_question (
    direction_id bigint not null references guide_direction on delete cascade,
    question_id  bigint not null references scientific_question,
    primary key (direction_id, question_id)
);
