CREATE OR REPLACE FUNCTION graph.instructed_during(society bigint) RETURNS datemultirange
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT coalesce(range_agg(i.valid_during), '{}') FROM graph.instructor_assignment AS i WHERE i.society_id = society);
COMMENT ON FUNCTION graph.instructed_during IS '党建指导员 Days on which a society has an instructor (001 §7, 002 §8).';
