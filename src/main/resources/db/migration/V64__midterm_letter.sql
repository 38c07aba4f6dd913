-- A decision that was issued is a letter with a number of its own, and stands as it went out.
create sequence midterm_letter_serial;
alter table midterm_decision add column letter_number text unique check (letter_number ~ '^ZJ[0-9]{4}-[0-9]{4,}$');
update midterm_decision
    set letter_number = 'ZJ' || extract(year from issued_at) || '-' || lpad(nextval('midterm_letter_serial')::text, 4, '0')
    where issued_at is not null;
alter table midterm_decision add constraint midterm_letter_is_numbered
    check ((issued_at is null) = (letter_number is null));

create function issued_decision_stands() returns trigger language plpgsql as $$
begin
    if old.issued_at is not null then
        raise exception 'a decision that was issued can be neither changed nor deleted';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger issued_decision_stands before update or delete on midterm_decision
    for each row execute function issued_decision_stands();
