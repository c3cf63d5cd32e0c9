CREATE OR REPLACE VIEW mart.date AS
SELECT date_key, calendar_date, year, half_year, quarter, month, day, weekday, year_label_zh, half_year_label_zh, quarter_label, quarter_label_zh,
       month_label, month_label_zh, date_label_zh, weekday_label_zh, is_month_end, is_quarter_end, is_half_year_end, is_year_end, is_holiday
FROM dw.dim_date
WHERE date_key > 0;
COMMENT ON VIEW mart.date IS 'Days from 1900 to 2099. One row per day.';
COMMENT ON COLUMN mart.date.date_key IS 'The day as a number, such as 20220630.';
COMMENT ON COLUMN mart.date.calendar_date IS 'The day.';
COMMENT ON COLUMN mart.date.year IS 'Year.';
COMMENT ON COLUMN mart.date.half_year IS '1 or 2.';
COMMENT ON COLUMN mart.date.quarter IS '1 to 4.';
COMMENT ON COLUMN mart.date.month IS '1 to 12.';
COMMENT ON COLUMN mart.date.day IS 'Day of the month.';
COMMENT ON COLUMN mart.date.weekday IS '1 Monday to 7 Sunday.';
COMMENT ON COLUMN mart.date.year_label_zh IS '年, such as 2022年.';
COMMENT ON COLUMN mart.date.half_year_label_zh IS '半年, such as 2022年上半年.';
COMMENT ON COLUMN mart.date.quarter_label IS 'Quarter, such as 2022-Q2.';
COMMENT ON COLUMN mart.date.quarter_label_zh IS '季度, such as 2022年第二季度.';
COMMENT ON COLUMN mart.date.month_label IS 'Month, such as 2022-06.';
COMMENT ON COLUMN mart.date.month_label_zh IS '月, such as 2022年6月.';
COMMENT ON COLUMN mart.date.date_label_zh IS '日, such as 2022年6月30日.';
COMMENT ON COLUMN mart.date.weekday_label_zh IS '星期, such as 星期四.';
COMMENT ON COLUMN mart.date.is_month_end IS 'Last day of its month.';
COMMENT ON COLUMN mart.date.is_quarter_end IS 'Last day of its quarter.';
COMMENT ON COLUMN mart.date.is_half_year_end IS 'Last day of its half-year.';
COMMENT ON COLUMN mart.date.is_year_end IS 'Last day of its year.';
COMMENT ON COLUMN mart.date.is_holiday IS '法定节假日 Null: no list of holidays is kept.';
GRANT SELECT ON mart.date TO bi_reader;
