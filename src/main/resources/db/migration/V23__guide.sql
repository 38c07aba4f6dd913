-- The last number given to a direction of a year and field, so that codes of all funds differ.
create table direction_series (
    year     integer not null,
    field_id bigint  not null references field,
    last     integer not null check (last > 0),
    primary key (year, field_id)
);

create table guide_direction (
    id                   bigint generated always as identity primary key,
    version              integer not null default 1,
    code                 text    not null unique,
    round_id             bigint  not null references round,
    field_id             bigint  not null references field,
    title                text    not null check (char_length(title) between 1 and 60),
    state                text    not null default 'DRAFT'
        check (state in ('DRAFT', 'IN_REVIEW', 'REVISING', 'REJECTED', 'SIGN_OFF', 'ADOPTED', 'PUBLISHED', 'NOT_ADOPTED')),
    application_codes    text[]  not null default '{}',
    text                 text    not null default '' check (char_length(text) <= 600),
    category             text    not null default 'KEY',
    -- in 万元
    intensity            numeric(10, 2) check (intensity > 0),
    expected_application text    not null default '' check (char_length(expected_application) <= 300),
    sign_off_turn        integer not null default 0 check (sign_off_turn >= 0),
    number               integer check (number between 1 and 999),
    publish_on           date,
    published_at         timestamptz,
    unique (round_id, field_id, number),
    check ((state = 'PUBLISHED') = (published_at is not null)),
    check (state <> 'PUBLISHED' or number is not null)
);
create index guide_direction_round on guide_direction (round_id, field_id);

create table direction_question (
    direction_id bigint not null references guide_direction on delete cascade,
    question_id  bigint not null references scientific_question,
    primary key (direction_id, question_id)
);
create index direction_question_question on direction_question (question_id);

-- Every text a direction ever had.
create table direction_version (
    id                   bigint generated always as identity primary key,
    direction_id         bigint      not null references guide_direction on delete cascade,
    number               integer     not null check (number > 0),
    title                text        not null,
    application_codes    text[]      not null,
    text                 text        not null,
    category             text        not null,
    intensity            numeric(10, 2),
    expected_application text        not null,
    saved_by             bigint      not null references account,
    saved_at             timestamptz not null,
    unique (direction_id, number)
);

-- Point by point: what was said, what the office answers, what changed for it. The comment is kept as it was said,
-- without its author's name.
create table revision_reply (
    id           bigint generated always as identity primary key,
    direction_id bigint      not null references guide_direction,
    source       text        not null check (source in ('EXPERT', 'CO_FUNDER')),
    -- the review or the opinion that is answered
    source_id    bigint      not null,
    comment      text        not null,
    reply        text        not null check (reply <> ''),
    change       text        not null,
    replied_at   timestamptz not null,
    unique (source, source_id)
);
create index revision_reply_direction on revision_reply (direction_id);

create table co_funder_opinion (
    id           bigint generated always as identity primary key,
    direction_id bigint      not null references guide_direction,
    co_funder_id bigint      not null references organisation,
    turn         integer     not null check (turn > 0),
    agreed       boolean     not null,
    reasons      text        not null default '' check (agreed or reasons <> ''),
    given_by     bigint      not null references account,
    given_at     timestamptz not null,
    unique (direction_id, co_funder_id, turn)
);

create table committee_vote (
    direction_id  bigint primary key references guide_direction,
    votes_for     integer     not null check (votes_for >= 0),
    votes_against integer     not null check (votes_against >= 0),
    abstentions   integer     not null check (abstentions >= 0),
    adopted       boolean     not null,
    remarks       text        not null default '' check (adopted or remarks <> ''),
    recorded_by   bigint      not null references account,
    recorded_at   timestamptz not null,
    check (not adopted or votes_for > votes_against)
);

-- What is published stays as it was published.
create function direction_is_published() returns trigger language plpgsql as $$
begin
    raise exception 'direction % is published and cannot change', old.code;
end $$;
create trigger direction_is_published before update or delete on guide_direction
    for each row when (old.state = 'PUBLISHED') execute function direction_is_published();

create function direction_sources_are_published() returns trigger language plpgsql as $$
declare
    direction bigint := coalesce(new.direction_id, old.direction_id);
begin
    if exists (select 1 from guide_direction where id = direction and state = 'PUBLISHED') then
        raise exception 'direction % is published and cannot change', direction;
    end if;
    return coalesce(new, old);
end $$;
create trigger direction_sources_are_published before insert or update or delete on direction_question
    for each row execute function direction_sources_are_published();

create function history_stands() returns trigger language plpgsql as $$
begin
    raise exception 'what was written down about a direction can be neither changed nor deleted';
end $$;
create trigger direction_version_stands before update or delete on direction_version
    for each row execute function history_stands();
create trigger co_funder_opinion_stands before update or delete on co_funder_opinion
    for each row execute function history_stands();
create trigger committee_vote_stands before update or delete on committee_vote
    for each row execute function history_stands();
