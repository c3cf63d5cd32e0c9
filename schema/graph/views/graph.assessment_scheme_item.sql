CREATE OR REPLACE VIEW graph.assessment_scheme_item AS
SELECT s.id AS scheme_id, row_number() OVER (PARTITION BY s.id ORDER BY section.place, item.place)::int AS position,
    section.value ->> 'code' AS section, item.value ->> 'code' AS item_code, item.value ->> 'text' AS text,
    coalesce(item.value #>> '{override,used}', item.value #>> '{maximum,value}')::numeric AS maximum,
    (item.value #>> '{maximum,value}')::numeric AS stated_maximum,
    coalesce(item.value #>> '{override,source}', item.value #>> '{maximum,source}') AS clause,
    item.value #>> '{override,reason}' AS override_reason,
    CASE WHEN section.value ->> 'code' IN ('POLITICAL', 'TEAM', 'ORGANIZATION', 'SOCIAL_GOVERNANCE', 'DEBRIEF') THEN section.value ->> 'code'
        ELSE 'OTHER' END AS usual_section,
    section.value ->> 'title' AS section_title
FROM graph.assessment_scheme AS s
CROSS JOIN LATERAL jsonb_array_elements(s.content -> 'sections') WITH ORDINALITY AS section (value, place)
CROSS JOIN LATERAL jsonb_array_elements(section.value -> 'items') WITH ORDINALITY AS item (value, place);
COMMENT ON VIEW graph.assessment_scheme_item IS '考核项目 Fixed items of a scheme.';
COMMENT ON COLUMN graph.assessment_scheme_item.scheme_id IS 'The scheme.';
COMMENT ON COLUMN graph.assessment_scheme_item.position IS 'Place in the scheme, from 1.';
COMMENT ON COLUMN graph.assessment_scheme_item.section IS 'Section.';
COMMENT ON COLUMN graph.assessment_scheme_item.item_code IS 'Section and number within it.';
COMMENT ON COLUMN graph.assessment_scheme_item.text IS 'What is asked, in short.';
COMMENT ON COLUMN graph.assessment_scheme_item.maximum IS 'Points that the item can give.';
COMMENT ON COLUMN graph.assessment_scheme_item.stated_maximum IS 'Points as the document states them; they differ where it contradicts itself.';
COMMENT ON COLUMN graph.assessment_scheme_item.clause IS 'Clauses that say so.';
COMMENT ON COLUMN graph.assessment_scheme_item.override_reason IS 'Why another maximum counts than the one stated; null where none does.';
COMMENT ON COLUMN graph.assessment_scheme_item.usual_section IS 'Code of the section where it is a usual one, else OTHER.';
COMMENT ON COLUMN graph.assessment_scheme_item.section_title IS 'Heading of the section.';
