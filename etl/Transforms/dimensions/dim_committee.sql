-- Grain: one row per committee and period with one name, region and parent.
WITH held AS (
    SELECT p.committee_id, p.name, p.region_code, p.valid_during FROM scope_committee AS s JOIN source.committee AS p ON p.committee_id = s.committee_id
), under AS (
    SELECT p.* FROM scope_committee AS s JOIN source.committee_parent AS p ON p.committee_id = s.committee_id
), border (committee_id, day) AS (
    SELECT committee_id, DATE '1900-01-01' FROM held
    UNION SELECT committee_id, d FROM held CROSS JOIN LATERAL (VALUES (lower(valid_during)), (upper(valid_during))) AS x (d)
    UNION SELECT committee_id, d FROM under CROSS JOIN LATERAL (VALUES (lower(valid_during)), (upper(valid_during))) AS x (d)
), span AS (
    SELECT b.committee_id, b.day, h.name, h.region_code, r.name AS region_name, r.level, u.parent_id
    FROM border AS b
    JOIN held AS h ON h.committee_id = b.committee_id AND h.valid_during @> b.day
    JOIN source.region AS r ON r.code = h.region_code
    LEFT JOIN under AS u ON u.committee_id = b.committee_id AND u.valid_during @> b.day
    WHERE b.day >= '1900-01-01' AND b.day < '2100-01-01'
), marked AS (
    SELECT *, row_number() OVER w = 1 OR (name, region_code, region_name, level, parent_id)
           IS DISTINCT FROM (lag(name) OVER w, lag(region_code) OVER w, lag(region_name) OVER w, lag(level) OVER w, lag(parent_id) OVER w) AS begins
    FROM span
    WINDOW w AS (PARTITION BY committee_id ORDER BY day)
)
SELECT committee_id, name, region_code, region_name, level, parent_id,
       CASE WHEN level <> 'NATIONAL' THEN (substr(region_code, 1, 2) || '0000')::char(6) END AS province_code,
       day AS valid_from, lead(day, 1, DATE '9999-12-31') OVER (PARTITION BY committee_id ORDER BY day) AS valid_to
FROM marked WHERE begins
