-- A direction can be given up, with a reason, until it is published.
create table direction_withdrawal (
    direction_id bigint primary key references guide_direction,
    reason       text        not null check (char_length(reason) between 1 and 500),
    withdrawn_by bigint      not null references account,
    withdrawn_at timestamptz not null
);
create trigger direction_withdrawal_stands before update or delete on direction_withdrawal
    for each row execute function history_stands();

-- The officer who looks after a direction.
create table direction_officer (
    direction_id bigint primary key references guide_direction on delete cascade,
    officer_id   bigint      not null references account,
    assigned_by  bigint      not null references account,
    assigned_at  timestamptz not null
);
create index direction_officer_officer on direction_officer (officer_id);

-- How a text came to be kept, and which earlier one it brought back.
alter table direction_version add origin text not null default 'SAVED'
    check (origin in ('SAVED', 'AUTO', 'RESTORED'));
alter table direction_version add restored_from integer;
alter table direction_version add constraint direction_version_restored
    check ((origin = 'RESTORED') = (restored_from is not null));

-- What somebody is typing, sound or not; the moment tells who is writing now.
create table direction_draft (
    direction_id         bigint      not null references guide_direction on delete cascade,
    person_id            bigint      not null references account,
    version              integer     not null,
    base                 integer     not null,
    title                text        not null,
    application_codes    text        not null,
    text                 text        not null,
    category             text        not null,
    intensity            text        not null,
    expected_application text        not null,
    -- whether it holds something that is saved nowhere else
    unsaved              boolean     not null,
    typed_at             timestamptz not null,
    primary key (direction_id, person_id)
);

-- Remarks of the office about one passage of a text.
create table direction_thread (
    id           bigint generated always as identity primary key,
    direction_id bigint      not null references guide_direction on delete cascade,
    field        text        not null check (field in ('TITLE', 'TEXT', 'EXPECTED_APPLICATION')),
    -- which passage of the field, from 0, when it was last found
    position     integer     not null check (position >= 0),
    -- the passage as it was when the remark was made, and as it was when last found
    quote        text        not null check (quote <> ''),
    passage      text        not null check (passage <> ''),
    opened_by    bigint      not null references account,
    opened_at    timestamptz not null,
    resolved_by  bigint references account,
    resolved_at  timestamptz,
    check ((resolved_by is null) = (resolved_at is null))
);
create index direction_thread_direction on direction_thread (direction_id);

create table direction_remark (
    id         bigint generated always as identity primary key,
    thread_id  bigint      not null references direction_thread on delete cascade,
    body       text        not null check (char_length(body) between 1 and 1000),
    written_by bigint      not null references account,
    written_at timestamptz not null
);
create index direction_remark_thread on direction_remark (thread_id);
create trigger direction_remark_stands before update on direction_remark
    for each row execute function history_stands();

-- What will not be in the guide takes no number away from the others.
create function direction_frees_number() returns trigger language plpgsql as $$
begin
    new.number := null;
    return new;
end $$;
create trigger direction_frees_number before update on guide_direction
    for each row when (new.state in ('REJECTED', 'NOT_ADOPTED', 'WITHDRAWN'))
    execute function direction_frees_number();
