-- Whoever lifted a veto or withdrew a finding is kept, as of the other things that are taken back.

ALTER TABLE graph.veto ADD COLUMN lifted_by text CHECK (lifted_by <> '');
COMMENT ON COLUMN graph.veto.lifted_by IS 'Who lifted it, as the caller was known; null while it holds, and of those lifted before this was kept.';
ALTER TABLE graph.fail_finding ADD COLUMN withdrawn_by text CHECK (withdrawn_by <> '');
COMMENT ON COLUMN graph.fail_finding.withdrawn_by IS 'Who withdrew it, as the caller was known; null while it stands, and of those withdrawn before this was kept.';

-- The first status of many branches is written at once: a statement for each of them told their periods one by one.
DROP TRIGGER branch_keep_status_history ON graph.branch;
