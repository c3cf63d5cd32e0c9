CREATE OR REPLACE VIEW mart.activity_kind AS
SELECT k.rule_set_code, k.code, k.name AS label_zh, k.english_name AS label_en, k.kind, k.position
FROM dw.dim_activity_kind AS k;
COMMENT ON VIEW mart.activity_kind IS '活动类型 Which kinds of activities do rule sets name beside the usual ones? One row per rule set and kind of its own. The usual ones: mart.code.';
COMMENT ON COLUMN mart.activity_kind.rule_set_code IS 'Code of the rule set.';
COMMENT ON COLUMN mart.activity_kind.code IS 'Code of the kind.';
COMMENT ON COLUMN mart.activity_kind.label_zh IS '中文名称 Name in Chinese.';
COMMENT ON COLUMN mart.activity_kind.label_en IS 'Name in English.';
COMMENT ON COLUMN mart.activity_kind.kind IS 'The usual kind that it stands for, by which it is counted.';
COMMENT ON COLUMN mart.activity_kind.position IS 'Place in the rule set, from 1.';
GRANT SELECT ON mart.activity_kind TO bi_reader;
