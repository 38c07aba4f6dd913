-- A project is of one of the categories the office keeps, as the directions are.
alter table project drop constraint project_category_check,
    add constraint project_category foreign key (category) references grant_category (code);
