-- The management committee adopts directions in a session: who was there, how each direction was voted on.
create table committee_session (
    id         bigint generated always as identity primary key,
    version    integer     not null default 1,
    round_id   bigint      not null references round,
    title      text        not null check (char_length(title) between 1 and 100),
    held_at    timestamptz not null,
    place      text        not null default '' check (char_length(place) <= 100),
    -- how many belong to the committee
    seats      integer     not null check (seats between 1 and 200),
    minutes    text        not null default '' check (char_length(minutes) <= 5000),
    created_by bigint      not null references account,
    closed_by  bigint references account,
    closed_at  timestamptz,
    check ((closed_by is null) = (closed_at is null))
);
create index committee_session_round on committee_session (round_id);

-- Those who were present.
create table committee_attendance (
    session_id   bigint  not null references committee_session on delete cascade,
    position     integer not null check (position > 0),
    name         text    not null check (char_length(name) between 1 and 50),
    organisation text    not null default '' check (char_length(organisation) <= 100),
    primary key (session_id, position)
);

create table committee_item (
    session_id    bigint  not null references committee_session on delete cascade,
    direction_id  bigint  not null references guide_direction,
    position      integer not null check (position > 0),
    votes_for     integer check (votes_for >= 0),
    votes_against integer check (votes_against >= 0),
    abstentions   integer check (abstentions >= 0),
    -- left to another session
    deferred      boolean not null default false,
    -- null until the session is closed, and for good when deferred
    adopted       boolean,
    remarks       text    not null default '' check (char_length(remarks) <= 1000),
    primary key (session_id, direction_id),
    unique (session_id, position) deferrable initially deferred,
    check (adopted is null or (votes_for is not null and votes_against is not null and abstentions is not null and not deferred)),
    check (adopted is not true or votes_for > votes_against),
    check (adopted is not false or remarks <> '')
);
create index committee_item_direction on committee_item (direction_id);

create function committee_session_is_closed() returns trigger language plpgsql as $$
begin
    raise exception 'the session % is closed and cannot change', old.id;
end $$;
create trigger committee_session_is_closed before update or delete on committee_session
    for each row when (old.closed_at is not null) execute function committee_session_is_closed();

create function committee_record_is_closed() returns trigger language plpgsql as $$
begin
    if exists (select 1 from committee_session where id = coalesce(old.session_id, new.session_id) and closed_at is not null) then
        raise exception 'the session % is closed and cannot change', coalesce(old.session_id, new.session_id);
    end if;
    return coalesce(new, old);
end $$;
create trigger committee_attendance_is_closed before insert or update or delete on committee_attendance
    for each row execute function committee_record_is_closed();
create trigger committee_item_is_closed before insert or update or delete on committee_item
    for each row execute function committee_record_is_closed();
