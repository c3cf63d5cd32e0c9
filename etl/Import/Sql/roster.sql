-- Grain: one list per document and title.
INSERT INTO graph.roster (committee_id, policy_document_id, title, import_run_id)
SELECT @CommitteeId, @DocumentId, @Title, @ImportRunId
WHERE @RosterId::bigint IS NULL;

UPDATE graph.roster SET import_run_id = @ImportRunId WHERE id = @RosterId;
