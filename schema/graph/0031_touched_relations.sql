-- Which table a change was made in: a load computes what reads it, and nothing else. Rows from before do not tell, so they concern everything.
ALTER TABLE graph.touched ADD COLUMN relation text;
COMMENT ON COLUMN graph.touched.relation IS 'The table that changed; null where that is not known: anything may have.';
