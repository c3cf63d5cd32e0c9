-- Grain: one row per discrepancy of the list, in the order of a report.
SELECT code, subject, stated, listed, message FROM roster_discrepancy ORDER BY position;
