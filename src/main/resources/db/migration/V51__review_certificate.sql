-- That somebody served as a reviewer in a year. Says how many reviews, never of what: reviewers stay undisclosed.
-- Name and organisation are those of the day it was issued.
create table review_certificate (
    id             bigint generated always as identity primary key,
    number         text        not null unique,
    expert_id      bigint      not null references account,
    name           text        not null,
    organisation   text        not null,
    year           integer     not null check (year between 2000 and 2100),
    until          date        not null check (extract(year from until) = year),
    reviews        integer     not null check (reviews > 0),
    issued_by      bigint      not null references account,
    issued_at      timestamptz not null,
    revoked_by     bigint      references account,
    revoked_at     timestamptz,
    revoked_reason text check (char_length(revoked_reason) between 1 and 300),
    check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_reason is null))
);
-- One stands for each expert and year.
create unique index review_certificate_standing on review_certificate (expert_id, year) where revoked_at is null;

create function certificate_stands() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.revoked_at is not null
       or (new.number, new.expert_id, new.name, new.organisation, new.year, new.until, new.reviews, new.issued_by, new.issued_at)
          is distinct from
          (old.number, old.expert_id, old.name, old.organisation, old.year, old.until, old.reviews, old.issued_by, old.issued_at)
    then
        raise exception 'a certificate that was issued can only be revoked';
    end if;
    return new;
end $$;
create trigger certificate_stands before update or delete on review_certificate
    for each row execute function certificate_stands();
create sequence review_certificate_serial;
