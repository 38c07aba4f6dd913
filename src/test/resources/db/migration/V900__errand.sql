-- What the toy process of the workflow tests does to its own table.
create table errand_effect (
    id        bigint generated always as identity primary key,
    errand_id bigint not null,
    what      text   not null
);
