-- Every template of a Word document that was put in force; the one with the highest number is. Without content it is
-- the one that comes with the product.
create table word_template (
    id        bigint generated always as identity primary key,
    kind      text        not null check (kind <> ''),
    number    integer     not null check (number > 0),
    file_name text        not null check (char_length(file_name) <= 100),
    content   bytea check (length(content) between 1 and 5000000),
    put_by    bigint      not null references account,
    put_at    timestamptz not null,
    unique (kind, number)
);

create function word_template_stands() returns trigger language plpgsql as $$
begin
    raise exception 'a template that was in force can be neither changed nor deleted';
end $$;
create trigger word_template_stands before update or delete on word_template
    for each row execute function word_template_stands();
