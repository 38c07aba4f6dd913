-- A milestone is dropped by an approved change of the plan; reports can say so from then on.
alter table project_change_milestone add column dropped boolean not null default false;
alter table annual_report_milestone drop constraint annual_report_milestone_state_check,
    add constraint annual_report_milestone_state_check check (state in ('PLANNED', 'RUNNING', 'DONE', 'DROPPED'));
