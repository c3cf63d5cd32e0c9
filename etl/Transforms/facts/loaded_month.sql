-- Grain: one row per month and rule set that has facts.
DELETE FROM dw.loaded_month l
USING staging.load_month m
WHERE m.month_key = l.month_key
  AND NOT EXISTS (SELECT FROM staging.coverage c WHERE c.month_key = l.month_key AND c.rule_set_id = l.rule_set_id);
INSERT INTO dw.loaded_month (month_key, rule_set_id, rule_set_key, society_count)
SELECT month_key, rule_set_id, rule_set_key, count(*) FROM staging.coverage GROUP BY month_key, rule_set_id, rule_set_key
EXCEPT
SELECT month_key, rule_set_id, rule_set_key, society_count FROM dw.loaded_month
ON CONFLICT (month_key, rule_set_id) DO UPDATE SET rule_set_key = excluded.rule_set_key, society_count = excluded.society_count;
