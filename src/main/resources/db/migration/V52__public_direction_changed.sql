-- Since when a direction reads as it does: readers who follow the feed are to learn of corrections.
create or replace view public_direction as
select g.id, g.code, g.number, coalesce(d.title, g.title) as title, r.title as round_title, f.code as field_code,
       f.name as field_name, f.name_en as field_name_en,
       array_to_string(coalesce(d.application_codes, g.application_codes), '、') as application_codes,
       coalesce(d.text, g.text) as text, coalesce(d.category, g.category) as category,
       coalesce(d.intensity, g.intensity) as intensity,
       coalesce(d.expected_application, g.expected_application) as expected_application, g.published_at,
       r.id as round_id, r.year, j.id as fund_id, j.name as fund_name, e.number as edition,
       coalesce(d.category_name, c.name, g.category) as category_name,
       coalesce(d.category_name_en, c.name_en, g.category) as category_name_en, f.position as field_position,
       coalesce((
           select min(o.published_at) from guide_edition o
           join guide_edition_direction s on s.edition_id = o.id and s.direction_id = g.id
           where o.round_id = g.round_id and o.state = 'PUBLISHED' and o.number > coalesce((
               select max(p.number) from guide_edition p
               join guide_edition_direction l on l.edition_id = p.id and l.direction_id = g.id
               where p.round_id = g.round_id and p.state = 'PUBLISHED'
                 and (l.title, l.application_codes, l.text, l.category, l.intensity, l.expected_application)
                     is distinct from
                     (d.title, d.application_codes, d.text, d.category, d.intensity, d.expected_application)), 0)),
         g.published_at) as changed_at
from guide_direction g join round r on r.id = g.round_id join joint_fund j on j.id = r.fund_id
join field f on f.id = g.field_id left join grant_category c on c.code = g.category
left join guide_in_force e on e.round_id = g.round_id
left join guide_edition_direction d on d.edition_id = e.id and d.direction_id = g.id
where g.state = 'PUBLISHED';
