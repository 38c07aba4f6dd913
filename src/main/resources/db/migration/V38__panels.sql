-- Where an expert belongs and belonged: everything within the round's recusal years counts. No date: unknown.
alter table expert_affiliation drop constraint expert_affiliation_pkey;
alter table expert_affiliation
    add column id         bigint generated always as identity primary key,
    add column from_date  date,
    add column until_date date,
    -- the organisation of the account itself, followed as it changes
    add column employer   boolean not null default false,
    add constraint expert_affiliation_dates check (until_date >= from_date);
create index expert_affiliation_account on expert_affiliation (account_id);
create unique index expert_affiliation_one_employer on expert_affiliation (account_id)
    where employer and until_date is null;
insert into expert_affiliation (account_id, organisation_id, employer)
    select a.id, a.organisation_id, true from account a
    where exists (select 1 from account_role r where r.account_id = a.id and r.role in ('EXPERT', 'FINANCE_EXPERT'));

create table expert_absence (
    id         bigint generated always as identity primary key,
    account_id bigint not null references account,
    from_date  date   not null,
    until_date date   not null,
    note       text   not null default '' check (char_length(note) <= 200),
    check (until_date >= from_date)
);
create index expert_absence_account on expert_absence (account_id);

-- What binds an expert to another person or to an organisation. Told of one of two accounts, it holds for both.
create table expert_tie (
    id              bigint generated always as identity primary key,
    account_id      bigint      not null references account,
    kind            text        not null check (kind in ('CO_GRANT', 'CO_AUTHOR', 'RELATIVE', 'OTHER')),
    -- the other person: an account, or a name at an organisation; an organisation alone when no person is meant
    other_id        bigint      references account,
    other_name      text        not null default '' check (char_length(other_name) <= 50),
    organisation_id bigint      references organisation,
    -- of the grant's end or of the paper
    year            integer     check (year between 1950 and 2100),
    title           text        not null default '' check (char_length(title) <= 200),
    -- by the expert; else entered by the office
    declared        boolean     not null,
    recorded_by     bigint      references account,
    recorded_at     timestamptz not null,
    check (other_id is not null or organisation_id is not null),
    check (other_id is null or other_id <> account_id),
    check (kind in ('RELATIVE', 'OTHER') or year is not null)
);
create index expert_tie_account on expert_tie (account_id);
create index expert_tie_other on expert_tie (other_id);

-- Experts that those whom a subject concerns do not want to judge it: three at most, each with a reason.
create table review_exclusion (
    id          bigint generated always as identity primary key,
    kind        text        not null,
    subject_id  bigint      not null,
    expert_id   bigint      not null references account,
    named_by    text        not null check (char_length(named_by) between 1 and 100),
    reason      text        not null check (char_length(reason) between 1 and 300),
    recorded_by bigint      not null references account,
    recorded_at timestamptz not null,
    unique (kind, subject_id, expert_id)
);
create function three_excluded_at_most() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtext('review_exclusion' || new.kind || new.subject_id));
    if (select count(*) from review_exclusion where kind = new.kind and subject_id = new.subject_id) >= 3 then
        raise exception 'three experts at most are excluded by name';
    end if;
    return new;
end $$;
create trigger three_excluded_at_most before insert on review_exclusion
    for each row execute function three_excluded_at_most();

-- REMOVED by the office with a reason; ABSENT while an answer was awaited.
alter table panel_member drop constraint panel_member_state_check;
alter table panel_member add constraint panel_member_state_check check (state in ('PROPOSED', 'INVITED', 'ACCEPTED',
    'SUBMITTED', 'DECLINED', 'CONFLICTED', 'REPLACED', 'LAPSED', 'REMOVED', 'ABSENT'));
alter table panel_member drop constraint panel_member_check;
alter table panel_member add constraint panel_member_asked
    check (state in ('PROPOSED', 'CONFLICTED', 'REMOVED') or invited_at is not null);
alter table panel_member add column decline_reason text
    check (decline_reason in ('BUSY', 'AWAY', 'TOPIC', 'HEALTH', 'OTHER'));

-- Why places were left open by the last proposal; null when none were.
alter table panel add column shortfall text check (shortfall in ('TOO_FEW_EXPERTS', 'CONFLICTS', 'GROUPS', 'LOAD'));

-- What reviewers promise. A new wording is a new version; who promised which is kept.
create table pledge_text (
    version integer primary key,
    text    text not null,
    text_en text not null
);
insert into pledge_text (version, text, text_en) values (1,
    '本人承诺：独立、客观、公正地评审；对评审对象、过程、意见和结果保密；不委托他人代评，不将材料输入外部工具；与评审对象有利益关系的主动回避；不收受任何好处。',
    'I will judge independently and fairly; keep what I review, how, and what comes of it confidential; let nobody review in my stead and put no material into outside tools; recuse where I have an interest; and accept no favour.');
create table pledge (
    member_id bigint      not null references panel_member,
    moment    text        not null check (moment in ('ACCEPTED', 'SUBMITTED')),
    turn      integer     not null check (turn > 0),
    version   integer     not null references pledge_text,
    taken_at  timestamptz not null,
    primary key (member_id, moment, turn)
);

-- What happened to a panel, person by person; for the office's eyes.
create table panel_trail (
    id        bigint generated always as identity primary key,
    panel_id  bigint      not null references panel,
    act       text        not null,
    expert_id bigint      references account,
    -- in whose place
    other_id  bigint      references account,
    -- null: the system
    actor_id  bigint      references account,
    note      text        not null default '',
    at        timestamptz not null
);
create index panel_trail_panel on panel_trail (panel_id);

create function record_stands() returns trigger language plpgsql as $$
begin
    raise exception 'what is on record in % can be neither changed nor deleted', tg_table_name;
end $$;
create trigger panel_trail_stands before update or delete on panel_trail
    for each row execute function record_stands();
create trigger pledge_stands before update or delete on pledge for each row execute function record_stands();
create trigger pledge_text_stands before update or delete on pledge_text
    for each row execute function record_stands();
