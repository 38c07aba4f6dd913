create table audit_entry (
    -- the position in the chain, without gaps
    id            bigint primary key check (id > 0),
    happened_at   timestamptz not null,
    actor_id      bigint,
    actor_name    text,
    action        text        not null,
    kind          text        not null,
    subject_id    bigint      not null,
    detail        text        not null,
    previous_hash bytea       not null unique check (octet_length(previous_hash) = 32),
    hash          bytea       not null unique check (octet_length(hash) = 32)
);

create index audit_entry_by_subject on audit_entry (kind, subject_id, id);
create index audit_entry_by_time on audit_entry (happened_at);

-- The chain's end. Its row is locked by whoever appends, so the chain cannot fork, and it tells when entries
-- were cut off at the end.
create table audit_chain (
    is_it   boolean primary key default true check (is_it),
    entries bigint not null check (entries >= 0),
    hash    bytea  not null check (octet_length(hash) = 32)
);

insert into audit_chain (entries, hash) values (0, decode(repeat('00', 32), 'hex'));

create function audit_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the audit record is append-only: % on % refused', tg_op, tg_table_name;
end
$$;

create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function audit_refuse();

create trigger audit_chain_stays before delete or truncate on audit_chain
    for each statement execute function audit_refuse();

create function audit_chain_grows() returns trigger language plpgsql as $$
begin
    if new.entries <= old.entries then
        raise exception 'the audit record is append-only: its chain only grows';
    end if;
    return new;
end
$$;

create trigger audit_chain_only_grows before update on audit_chain
    for each row execute function audit_chain_grows();
