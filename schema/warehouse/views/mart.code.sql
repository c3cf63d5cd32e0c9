CREATE OR REPLACE VIEW mart.code AS
SELECT kind, code, label_zh, label_en, position FROM dw.dim_code;
COMMENT ON VIEW mart.code IS 'What do codes mean? One row per kind of code and code, with labels in Chinese and English.';
COMMENT ON COLUMN mart.code.kind IS 'What the code is of, such as category or grade.';
COMMENT ON COLUMN mart.code.code IS 'The code as other views have it.';
COMMENT ON COLUMN mart.code.label_zh IS '中文名称 Label in Chinese.';
COMMENT ON COLUMN mart.code.label_en IS 'Label in English.';
COMMENT ON COLUMN mart.code.position IS 'Place in the order in which they are shown.';
GRANT SELECT ON mart.code TO bi_reader;
