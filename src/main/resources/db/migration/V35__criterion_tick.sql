-- Somebody's word that a text meets one of the five criteria for suggestions.
create table criterion_tick (
    kind       text        not null check (kind in ('demand', 'guide-direction')),
    subject_id bigint      not null,
    criterion  text        not null check (criterion in ('SCIENTIFIC', 'NORMATIVE', 'INCLUSIVE', 'GUIDING', 'SAFE')),
    ticked_by  bigint      not null references account,
    ticked_at  timestamptz not null,
    primary key (kind, subject_id, criterion)
);
