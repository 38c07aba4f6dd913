-- A direction that waits for a meeting's vote is in neither the experts' nor the office's hands.
alter table guide_direction drop constraint guide_direction_state_check;
alter table guide_direction add constraint guide_direction_state_check
    check (state in ('DRAFT', 'IN_REVIEW', 'MEETING', 'REVISING', 'REJECTED', 'SIGN_OFF', 'ADOPTED', 'PUBLISHED',
                     'NOT_ADOPTED', 'WITHDRAWN'));

-- A meeting of experts on several directions of a round. Quorum and pass share are the round's when it opens.
create table review_meeting (
    id         bigint generated always as identity primary key,
    version    integer     not null default 1,
    round_id   bigint      not null references round,
    code       text        not null unique,
    title      text        not null check (char_length(title) between 1 and 100),
    place      text        not null default '' check (char_length(place) <= 200),
    meets_at   timestamptz not null,
    -- whether only the count of votes is written down, not who voted how
    secret     boolean     not null,
    state      text        not null default 'PREPARED' check (state in ('PREPARED', 'OPEN', 'CLOSED')),
    quorum     numeric(4, 3) check (quorum > 0 and quorum <= 1),
    pass_share numeric(4, 3) check (pass_share > 0 and pass_share < 1),
    opened_at  timestamptz,
    closed_at  timestamptz,
    check ((state = 'PREPARED') = (opened_at is null)),
    check ((state = 'PREPARED') = (quorum is null)),
    check ((state = 'PREPARED') = (pass_share is null)),
    check ((state = 'CLOSED') = (closed_at is not null))
);
create index review_meeting_round on review_meeting (round_id);

create table review_meeting_member (
    meeting_id   bigint not null references review_meeting,
    account_id   bigint not null references account,
    told_at      timestamptz,
    signed_in_at timestamptz,
    primary key (meeting_id, account_id)
);
create index review_meeting_member_account on review_meeting_member (account_id);

-- A direction that needs a vote, once for each turn of its panel; without a meeting while it waits for one.
create table review_meeting_item (
    id            bigint generated always as identity primary key,
    direction_id  bigint      not null references guide_direction,
    turn          integer     not null check (turn > 0),
    meeting_id    bigint      references review_meeting,
    position      integer     check (position > 0),
    votes_for     integer     check (votes_for >= 0),
    votes_against integer     check (votes_against >= 0),
    abstentions   integer     check (abstentions >= 0),
    entitled      integer     check (entitled > 0),
    passed        boolean,
    remark        text        not null default '' check (char_length(remark) <= 1000),
    voted_at      timestamptz,
    voted_by      bigint      references account,
    unique (direction_id, turn),
    check ((meeting_id is null) = (position is null)),
    check ((passed is null) = (voted_at is null)),
    check (passed is null or (meeting_id is not null and votes_for + votes_against + abstentions = entitled))
);
create index review_meeting_item_meeting on review_meeting_item (meeting_id, position);

-- Who is out of the room for one item, and why.
create table review_meeting_recusal (
    item_id    bigint not null references review_meeting_item on delete cascade,
    account_id bigint not null references account,
    kind       text   not null
        check (kind in ('SAME_ENTITY', 'NAMED', 'CO_GRANT', 'CO_AUTHOR', 'RELATIVE', 'OWN_APPLICATION', 'OTHER')),
    note       text   not null default '' check (char_length(note) <= 300),
    primary key (item_id, account_id)
);

create table review_meeting_ballot (
    item_id    bigint not null references review_meeting_item,
    account_id bigint not null references account,
    choice     text   not null check (choice in ('FOR', 'AGAINST', 'ABSTAIN')),
    primary key (item_id, account_id)
);

create table review_meeting_minutes (
    id           bigint generated always as identity primary key,
    meeting_id   bigint      not null references review_meeting,
    number       integer     not null check (number > 0),
    text         text        not null check (char_length(text) between 1 and 20000),
    written_by   bigint      not null references account,
    written_at   timestamptz not null,
    confirmed_by bigint      references account,
    confirmed_at timestamptz,
    unique (meeting_id, number),
    check ((confirmed_by is null) = (confirmed_at is null))
);
create unique index review_meeting_minutes_confirmed on review_meeting_minutes (meeting_id) where confirmed_at is not null;

-- A vote stands as it was taken, and with it who voted how and who was out of the room.
create function meeting_vote_stands() returns trigger language plpgsql as $$
begin
    raise exception 'a vote of a meeting can be neither changed nor deleted';
end $$;
create trigger review_meeting_item_stands before update or delete on review_meeting_item
    for each row when (old.passed is not null) execute function meeting_vote_stands();
create trigger review_meeting_ballot_stands before update or delete on review_meeting_ballot
    for each row execute function meeting_vote_stands();
create function meeting_recusal_stands() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review_meeting_item where id = coalesce(old.item_id, new.item_id) and passed is not null) then
        raise exception 'a vote of a meeting can be neither changed nor deleted';
    end if;
    return coalesce(new, old);
end $$;
create trigger review_meeting_recusal_stands before insert or update or delete on review_meeting_recusal
    for each row execute function meeting_recusal_stands();

-- Confirmed minutes end the writing of minutes.
create function meeting_minutes_stand() returns trigger language plpgsql as $$
begin
    if exists (select 1 from review_meeting_minutes
               where meeting_id = coalesce(old.meeting_id, new.meeting_id) and confirmed_at is not null) then
        raise exception 'the minutes of meeting % are confirmed', coalesce(old.meeting_id, new.meeting_id);
    end if;
    if tg_op = 'DELETE' then
        raise exception 'minutes are kept in every version';
    end if;
    return new;
end $$;
create trigger review_meeting_minutes_stand before insert or update or delete on review_meeting_minutes
    for each row execute function meeting_minutes_stand();

-- A closed meeting stays as it ended.
create function meeting_is_closed() returns trigger language plpgsql as $$
begin
    raise exception 'meeting % is closed', old.code;
end $$;
create trigger review_meeting_is_closed before update or delete on review_meeting
    for each row when (old.state = 'CLOSED') execute function meeting_is_closed();
