-- Grain: one row per day from 1900 to 2099.
INSERT INTO dw.dim_date (date_key, calendar_date, year, quarter, month, day, weekday, month_label, is_month_end)
SELECT to_char(day, 'YYYYMMDD')::int, day::date, extract(year FROM day), extract(quarter FROM day), extract(month FROM day), extract(day FROM day),
       extract(isodow FROM day), to_char(day, 'YYYY-MM'), extract(day FROM day + interval '1 day') = 1
FROM generate_series(
    (SELECT coalesce(max(calendar_date) + 1, DATE '1900-01-01') FROM dw.dim_date)::timestamp, TIMESTAMP '2099-12-31', interval '1 day') AS day;
