-- What an expert is good at. Everybody with an expert's role can be proposed, best those who have said this.
create table expert_profile (
    account_id  bigint  primary key references account,
    version     integer not null default 0,
    codes       text[]  not null default '{}',
    keywords    text[]  not null default '{}',
    most_panels integer not null default 6 check (most_panels between 0 and 50)
);

-- Legal entities an expert belongs to besides the one of the account: all of them count for recusal.
create table expert_affiliation (
    account_id      bigint not null references account,
    organisation_id bigint not null references organisation,
    primary key (account_id, organisation_id)
);

-- Those asked about one thing for one purpose. quorum: share of size that must have reviewed.
create table panel (
    id                     bigint generated always as identity primary key,
    kind                   text          not null,
    subject_id             bigint        not null,
    purpose                text          not null check (purpose in ('TECHNICAL', 'FINANCE', 'APPLICATION')),
    size                   integer       not null check (size between 1 and 15),
    quorum                 numeric(4, 3) not null check (quorum > 0 and quorum <= 1),
    turn                   integer       not null default 1 check (turn > 0),
    answer_days            integer       not null check (answer_days between 1 and 90),
    review_days            integer       not null check (review_days between 1 and 90),
    text                   text          not null,
    codes                  text[]        not null default '{}',
    excluded_organisations bigint[]      not null default '{}',
    created_at             timestamptz   not null,
    unique (kind, subject_id, purpose)
);

create table panel_member (
    id            bigint generated always as identity primary key,
    panel_id      bigint        not null references panel,
    expert_id     bigint        not null references account,
    state         text          not null default 'PROPOSED'
        check (state in ('PROPOSED', 'INVITED', 'ACCEPTED', 'SUBMITTED', 'DECLINED', 'CONFLICTED', 'REPLACED', 'LAPSED')),
    chosen        boolean       not null,
    position      integer       not null,
    affinity      numeric(5, 4) not null default 0 check (affinity between 0 and 1),
    matched_codes text[]        not null default '{}',
    shared_terms  text[]        not null default '{}',
    reason        text,
    invited_at    timestamptz,
    answered_at   timestamptz,
    due_at        timestamptz,
    replaces      bigint unique references panel_member,
    unique (panel_id, expert_id),
    check (state in ('PROPOSED', 'CONFLICTED') or invited_at is not null)
);
create index panel_member_expert on panel_member (expert_id, state);

-- Every recusal is on the record: found by the system, or declared by the expert.
create table conflict_of_interest (
    id          bigint generated always as identity primary key,
    panel_id    bigint      not null references panel,
    expert_id   bigint      not null references account,
    kind        text        not null
        check (kind in ('SAME_ENTITY', 'NAMED', 'CO_GRANT', 'CO_AUTHOR', 'RELATIVE', 'OWN_APPLICATION', 'OTHER')),
    declared    boolean     not null,
    note        text,
    recorded_at timestamptz not null,
    unique (panel_id, expert_id, kind)
);

create table review (
    id             bigint generated always as identity primary key,
    member_id      bigint        not null references panel_member,
    turn           integer       not null,
    score          numeric(5, 2) not null check (score between 0 and 100),
    recommendation text          not null check (recommendation in ('APPROVE', 'REVISE', 'REJECT')),
    comment        text          not null check (comment <> ''),
    pledged        boolean       not null check (pledged),
    submitted_at   timestamptz   not null,
    unique (member_id, turn)
);

create table review_score (
    review_id bigint        not null references review,
    criterion text          not null,
    score     numeric(5, 2) not null check (score between 0 and 100),
    primary key (review_id, criterion)
);

-- A review stands as it was given.
create function review_stands() returns trigger language plpgsql as $$
begin
    raise exception 'a submitted review can be neither changed nor deleted';
end $$;
create trigger review_stands before update or delete on review for each row execute function review_stands();
create trigger review_score_stands before update or delete on review_score
    for each row execute function review_stands();

-- Nobody reviews who has not accepted, or who has a conflict of interest in this panel.
create function review_is_allowed() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from panel_member where id = new.member_id and state = 'ACCEPTED') then
        raise exception 'member % has not accepted to review', new.member_id;
    end if;
    if exists (select 1 from panel_member m join conflict_of_interest c
                   on c.panel_id = m.panel_id and c.expert_id = m.expert_id where m.id = new.member_id) then
        raise exception 'member % has a conflict of interest', new.member_id;
    end if;
    return new;
end $$;
create trigger review_is_allowed before insert on review for each row execute function review_is_allowed();
