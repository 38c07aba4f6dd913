-- When somebody last had the holder of a task reminded: once a day is enough.
alter table inbox_task add column nudged_on date;
