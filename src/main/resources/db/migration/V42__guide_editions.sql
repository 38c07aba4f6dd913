-- The guide of a round as it was published, once and for all; whatever changes afterwards is another edition.
create table guide_edition (
    id           bigint generated always as identity primary key,
    version      integer     not null default 1,
    round_id     bigint      not null references round,
    kind         text        not null check (kind in ('WHOLE', 'SUPPLEMENT', 'CORRECTION')),
    state        text        not null check (state in ('SCHEDULED', 'DRAFT', 'PROPOSED', 'PUBLISHED', 'DROPPED')),
    -- given on publication, 1 for the first
    number       integer check (number > 0),
    publish_at   timestamptz,
    -- why it corrects what was published
    reason       text        not null default '' check (char_length(reason) <= 500),
    -- null for what the process published by itself
    drafted_by   bigint references account,
    drafted_at   timestamptz not null,
    confirmed_by bigint references account,
    published_at timestamptz,
    -- SHA-256 of what it says, see guide_text
    digest       text,
    unique (round_id, number),
    check ((state = 'PUBLISHED') = (number is not null and published_at is not null and digest is not null)),
    check (state <> 'SCHEDULED' or publish_at is not null),
    check (kind <> 'CORRECTION' or (reason <> '' and drafted_by is not null)),
    -- four eyes
    check (kind <> 'CORRECTION' or state <> 'PUBLISHED' or (confirmed_by is not null and confirmed_by <> drafted_by))
);
create unique index guide_edition_one_correction on guide_edition (round_id)
    where kind = 'CORRECTION' and state in ('DRAFT', 'PROPOSED');

create table guide_edition_direction (
    edition_id           bigint  not null references guide_edition,
    direction_id         bigint  not null references guide_direction,
    field_id             bigint  not null references field,
    number               integer not null check (number between 1 and 999),
    code                 text    not null,
    title                text    not null check (char_length(title) between 1 and 60),
    application_codes    text[]  not null,
    text                 text    not null check (char_length(text) <= 600),
    category             text    not null,
    category_name        text    not null,
    category_name_en     text    not null,
    -- in 万元
    intensity            numeric(10, 2) check (intensity > 0),
    expected_application text    not null check (char_length(expected_application) <= 300),
    primary key (edition_id, direction_id),
    unique (edition_id, field_id, number)
);
create index guide_edition_direction_direction on guide_edition_direction (direction_id);

-- What an edition says, one line of JSON for each direction; anybody can fetch these lines and compute their SHA-256.
create function guide_text(edition bigint) returns text language sql stable as $$
    select coalesce(string_agg(jsonb_build_array(f.code, d.number, d.code, d.title, to_jsonb(d.application_codes), d.text,
                                                 d.category, d.category_name, d.intensity, d.expected_application)::text
                               || E'\n', '' order by f.position, d.number), '')
    from guide_edition_direction d join field f on f.id = d.field_id where d.edition_id = edition
$$;

create function guide_digest(edition bigint) returns text language sql stable as $$
    select encode(sha256(convert_to(guide_text(edition), 'UTF8')), 'hex')
$$;

create function guide_edition_is_published() returns trigger language plpgsql as $$
begin
    raise exception 'edition % of the guide of round % is published and cannot change', old.number, old.round_id;
end $$;
create trigger guide_edition_is_published before update or delete on guide_edition
    for each row when (old.state = 'PUBLISHED') execute function guide_edition_is_published();

create function guide_edition_text_is_published() returns trigger language plpgsql as $$
begin
    if exists (select 1 from guide_edition
               where id in (coalesce(new.edition_id, old.edition_id), coalesce(old.edition_id, new.edition_id))
                 and state = 'PUBLISHED') then
        raise exception 'edition % is published and cannot change', coalesce(new.edition_id, old.edition_id);
    end if;
    return coalesce(new, old);
end $$;
create trigger guide_edition_text_is_published before insert or update or delete on guide_edition_direction
    for each row execute function guide_edition_text_is_published();

-- What had been published before there were editions is the first edition of its round.
insert into guide_edition (round_id, kind, state, drafted_at)
select round_id, 'WHOLE', 'DRAFT', max(published_at) from guide_direction where state = 'PUBLISHED' group by round_id;
insert into guide_edition_direction (edition_id, direction_id, field_id, number, code, title, application_codes, text,
                                     category, category_name, category_name_en, intensity, expected_application)
select e.id, g.id, g.field_id, g.number, g.code, g.title, g.application_codes, g.text, g.category,
       coalesce(c.name, g.category), coalesce(c.name_en, g.category), g.intensity, g.expected_application
from guide_edition e join guide_direction g on g.round_id = e.round_id and g.state = 'PUBLISHED'
left join grant_category c on c.code = g.category;
update guide_edition set state = 'PUBLISHED', number = 1, published_at = drafted_at, digest = guide_digest(id);

-- The edition in force of each round.
create view guide_in_force as
select distinct on (round_id) id, round_id, number, published_at from guide_edition
where state = 'PUBLISHED' order by round_id, number desc;

-- What is read is the edition in force.
create or replace view public_direction as
select g.id, g.code, g.number, coalesce(d.title, g.title) as title, r.title as round_title, f.code as field_code,
       f.name as field_name, f.name_en as field_name_en,
       array_to_string(coalesce(d.application_codes, g.application_codes), '、') as application_codes,
       coalesce(d.text, g.text) as text, coalesce(d.category, g.category) as category,
       coalesce(d.intensity, g.intensity) as intensity,
       coalesce(d.expected_application, g.expected_application) as expected_application, g.published_at,
       r.id as round_id, r.year, j.id as fund_id, j.name as fund_name, e.number as edition,
       coalesce(d.category_name, c.name, g.category) as category_name,
       coalesce(d.category_name_en, c.name_en, g.category) as category_name_en, f.position as field_position
from guide_direction g join round r on r.id = g.round_id join joint_fund j on j.id = r.fund_id
join field f on f.id = g.field_id left join grant_category c on c.code = g.category
left join guide_in_force e on e.round_id = g.round_id
left join guide_edition_direction d on d.edition_id = e.id and d.direction_id = g.id
where g.state = 'PUBLISHED';
