-- Grain: one row per event that was held.
SELECT f.event_filing_id, f.society_id, to_char(f.held_on, 'YYYYMMDD')::int AS date_key, to_char(f.held_on, 'YYYYMM')::int * 100 + 1 AS month_key,
       CASE WHEN f.filed_on <= h.day THEN to_char(f.filed_on, 'YYYYMMDD')::int ELSE 0 END AS filed_key,
       v.society_key, v.committee_id, v.committee_key, 1::smallint AS held, coalesce(f.filed_on <= h.day, false)::int::smallint AS filed,
       -- In time: by the day that the rules ask for, else by the event itself.
       coalesce(f.filed_on <= least(coalesce(f.due_on, f.held_on), h.day), false)::int::smallint AS in_time
FROM society_on AS v
JOIN source.event_filing AS f ON f.society_id = v.society_id AND v.during @> f.held_on
JOIN horizon AS h ON f.held_on <= h.day
