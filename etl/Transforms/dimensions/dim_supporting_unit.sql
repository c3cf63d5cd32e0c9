-- Grain: one row per supporting unit and period with one name and region.
SELECT u.supporting_unit_id, u.name, u.region_code, coalesce(lower(u.valid_during), '1900-01-01') AS valid_from,
       coalesce(upper(u.valid_during), '9999-12-31') AS valid_to
FROM source.supporting_unit AS u
WHERE (SELECT is_full FROM load)
   OR u.supporting_unit_id IN (SELECT subject_id FROM touched_subject WHERE subject = 'SUPPORTING_UNIT')
