-- What may be told of others' figures, 0 to 100 each. Not figures but the borders between which they lie, so wide that the answer leaves open a quarter of the
-- scale for each single committee: n committees whose average lies somewhere in a width of 25/n or more. So 5 have steps of 5, 10 of 2.5, 25 of 1, 50 of 0.5.
-- A quartile of few is somebody's figure, and one beside an average near the end of the scale says of nearly all what they are: none below ten, in steps of 5, the
-- outermost 10 wide. The proof stands in schema/README.md, 0.2.
CREATE OR REPLACE FUNCTION dw.peer_summary(
    figures numeric[],
    OUT committee_count int, OUT mean_from numeric, OUT mean_to numeric,
    OUT first_quartile_from numeric, OUT first_quartile_to numeric, OUT third_quartile_from numeric, OUT third_quartile_to numeric)
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
    step numeric;
    mean numeric;
    quartiles numeric[];
    borders CONSTANT numeric[] := '{0,10,15,20,25,30,35,40,45,50,55,60,65,70,75,80,85,90}';
BEGIN
    IF cardinality(figures) < 5 THEN
        RETURN;
    END IF;
    committee_count := cardinality(figures);
    step := CASE WHEN committee_count >= 50 THEN 0.5 WHEN committee_count >= 25 THEN 1 WHEN committee_count >= 10 THEN 2.5 ELSE 5 END;
    mean := (SELECT avg(f) FROM unnest(figures) AS f);
    -- The greatest average that there is belongs to the uppermost step.
    mean_from := least(floor(mean / step), 100 / step - 1) * step;
    mean_to := mean_from + step;
    IF committee_count >= 10 THEN
        quartiles := (SELECT percentile_cont('{0.25,0.75}'::float8[]) WITHIN GROUP (ORDER BY f::float8) FROM unnest(figures) AS f)::numeric[];
        first_quartile_from := borders[width_bucket(quartiles[1], borders)];
        first_quartile_to := coalesce(borders[width_bucket(quartiles[1], borders) + 1], 100);
        third_quartile_from := borders[width_bucket(quartiles[2], borders)];
        third_quartile_to := coalesce(borders[width_bucket(quartiles[2], borders) + 1], 100);
    END IF;
END $$;
COMMENT ON FUNCTION dw.peer_summary IS 'Number, and between which borders average and quartiles lie, of figures from 0 to 100; nothing of fewer than five.';
