-- When the office was reminded to look at a hold again.
alter table payment_hold add column reminded_at timestamptz;
