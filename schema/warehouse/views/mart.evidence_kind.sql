CREATE OR REPLACE VIEW mart.evidence_kind AS
SELECT k.rule_set_code, k.code, k.name AS label_zh, k.english_name AS label_en, k.position, k.subject_kind, k.nature, k.every_months, k.target, k.source,
       k.cadence_source
FROM dw.dim_evidence_kind AS k;
COMMENT ON VIEW mart.evidence_kind IS '佐证类别 What kinds of evidence records are there, and which are due? One row per rule set with such kinds and kind.';
COMMENT ON COLUMN mart.evidence_kind.rule_set_code IS 'Code of the rule set.';
COMMENT ON COLUMN mart.evidence_kind.code IS 'Code of the kind.';
COMMENT ON COLUMN mart.evidence_kind.label_zh IS '中文名称 Name in Chinese.';
COMMENT ON COLUMN mart.evidence_kind.label_en IS 'Name in English.';
COMMENT ON COLUMN mart.evidence_kind.position IS 'Place in the rule set, from 1.';
COMMENT ON COLUMN mart.evidence_kind.subject_kind IS 'Whom it is about: COMMITTEE, BRANCH, SOCIETY, LEADING_GROUP or PERSON.';
COMMENT ON COLUMN mart.evidence_kind.nature IS 'STATE 状态: it holds until the next one. EVENT 事件: it happened.';
COMMENT ON COLUMN mart.evidence_kind.every_months IS 'Months of each period in which it is due; null where nothing says.';
COMMENT ON COLUMN mart.evidence_kind.target IS 'How much is due in a period; null likewise.';
COMMENT ON COLUMN mart.evidence_kind.source IS 'Clauses that ask for it.';
COMMENT ON COLUMN mart.evidence_kind.cadence_source IS 'Clauses that say when and how much; null where nothing is due.';
GRANT SELECT ON mart.evidence_kind TO bi_reader;
