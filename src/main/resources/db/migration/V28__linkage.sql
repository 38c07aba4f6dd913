-- The linkage: every object of the chain, and every link from what came first to what came of it.
create view linkage_node as
select 'demand'::text as kind, d.id, d.code, d.title, d.state, d.round_id, d.field_id, false as published
from demand d
union all
select 'scientific-question'::text, q.id, q.code, q.title, q.state, q.round_id, q.field_id, false
from scientific_question q
union all
select 'guide-direction'::text, g.id, g.code, g.title, g.state, g.round_id, g.field_id, g.state = 'PUBLISHED'
from guide_direction g
union all
select 'project'::text, p.id, p.code, p.title, p.state, g.round_id, g.field_id, false
from project p join guide_direction g on g.id = p.direction_id
union all
select 'achievement'::text, a.id, a.code, a.title, a.state, g.round_id, g.field_id, a.state = 'REGISTERED'
from achievement a join project p on p.id = a.project_id join guide_direction g on g.id = p.direction_id
union all
select 'transfer'::text, t.id, t.code, t.title, t.state, g.round_id, g.field_id, false
from transfer t join achievement a on a.id = t.achievement_id join project p on p.id = a.project_id
join guide_direction g on g.id = p.direction_id;

create view linkage_edge as
select 'demand'::text as from_kind, demand_id as from_id, 'scientific-question'::text as to_kind,
       question_id as to_id, 'distilled-into'::text as relation
from question_demand
union all
select 'scientific-question'::text, question_id, 'guide-direction'::text, direction_id, 'answered-by'::text
from direction_question
union all
select 'guide-direction'::text, direction_id, 'project'::text, id, 'funded-as'::text
from project
union all
select 'project'::text, project_id, 'achievement'::text, id, 'produced'::text
from achievement
union all
select 'achievement'::text, achievement_id, 'transfer'::text, id, 'applied-by'::text
from transfer;

-- The same links as single steps: DOWN to what came of a thing, UP to what it came from.
create view linkage_step as
select 'DOWN'::text as way, from_kind as kind, from_id as id, to_kind as next_kind, to_id as next_id
from linkage_edge
union all
select 'UP'::text, to_kind, to_id, from_kind, from_id
from linkage_edge;

-- Signed: the transfer contract is there, the last gate passed.
create view signed_transfer as
select t.id, t.code, t.title, t.achievement_id from transfer t where t.state = 'SIGNED';

-- All that people who are not signed in may read. The portal reads nothing else.
create view public_direction as
select g.id, g.code, g.number, g.title, r.title as round_title, f.code as field_code, f.name as field_name,
       f.name_en as field_name_en, array_to_string(g.application_codes, '、') as application_codes, g.text, g.category,
       g.intensity, g.expected_application, g.published_at
from guide_direction g join round r on r.id = g.round_id join field f on f.id = g.field_id
where g.state = 'PUBLISHED';

-- Open for matching: registered, and not withheld by its authors.
create view public_achievement as
select a.id, a.code, a.title, f.code as field_code, f.name as field_name, f.name_en as field_name_en, a.trl, a.keywords
from achievement a join project p on p.id = a.project_id join guide_direction g on g.id = p.direction_id
join field f on f.id = g.field_id
where a.state = 'REGISTERED' and a.intention <> 'UNWILLING';

create view public_story as
select s.id, s.title from signed_transfer s;
