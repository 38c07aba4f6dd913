-- Which end of its model a case reached, so that it can be named in the reader's language.
alter table process_case add column end_event text;
