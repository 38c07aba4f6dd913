create table mail_outbox (
    id              bigint generated always as identity primary key,
    message_id      text        not null unique check (message_id ~ '^<[^<>@[:space:]]+@[^<>@[:space:]]+>$'),
    in_reply_to     text,
    thread_root     text        not null,
    thread          text        not null,
    key             text        not null,
    recipient_id    bigint      not null references account,
    address         text        not null,
    language        text        not null,
    subject         text        not null check (subject <> '' and subject !~ '[\r\n]'),
    text_body       text        not null,
    html_body       text        not null,
    link            text        not null,
    created_at      timestamptz not null,
    next_attempt_at timestamptz not null,
    attempts        integer     not null default 0 check (attempts >= 0),
    sent_at         timestamptz,
    last_error      text,
    state           text        not null check (state in ('WAITING', 'HELD', 'BUNDLED', 'SENT', 'FAILED')),
    digest_id       bigint      references mail_outbox,
    retried_by      bigint      references account,
    retried_at      timestamptz,
    constraint mail_sent_once_it_left check ((state = 'SENT') = (sent_at is not null)),
    constraint mail_bundled_into_a_digest check ((state = 'BUNDLED') = (digest_id is not null)),
    constraint mail_failed_for_a_reason check (state <> 'FAILED' or last_error is not null)
);

create index mail_outbox_due on mail_outbox (next_attempt_at, id) where state = 'WAITING';
create index mail_outbox_held on mail_outbox (recipient_id) where state = 'HELD';
create index mail_outbox_thread on mail_outbox (recipient_id, thread, id);
create index mail_outbox_newest on mail_outbox (created_at desc, id desc);

create table notification_preference (
    account_id bigint primary key references account on delete cascade,
    delivery   text not null check (delivery in ('IMMEDIATE', 'DAILY'))
);

-- db-scheduler's own table, as its 16.x line expects it
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time);
