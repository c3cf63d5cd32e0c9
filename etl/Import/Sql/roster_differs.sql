-- Grain: one row; true if the graph's copy of the list is not the list.
SELECT @RosterId::bigint IS NULL
    OR EXISTS (
        (SELECT position, branch_id, category, name_published FROM graph.roster_entry WHERE roster_id = @RosterId)
        EXCEPT (SELECT position, branch_id, category, name FROM roster_line))
    OR EXISTS (
        (SELECT position, branch_id, category, name FROM roster_line)
        EXCEPT (SELECT position, branch_id, category, name_published FROM graph.roster_entry WHERE roster_id = @RosterId))
    OR EXISTS (
        (SELECT category, stated FROM graph.roster_count WHERE roster_id = @RosterId) EXCEPT (SELECT category, stated FROM roster_stated))
    OR EXISTS (
        (SELECT category, stated FROM roster_stated) EXCEPT (SELECT category, stated FROM graph.roster_count WHERE roster_id = @RosterId))
    OR EXISTS (
        (SELECT code, subject, stated, listed, message FROM graph.discrepancy
         WHERE roster_id = @RosterId AND NOT (@IsSuperseded AND code = 'NOT_LISTED'))
        EXCEPT (SELECT code, subject, stated, listed, message FROM roster_discrepancy))
    OR EXISTS (
        (SELECT code, subject, stated, listed, message FROM roster_discrepancy)
        EXCEPT (SELECT code, subject, stated, listed, message FROM graph.discrepancy WHERE roster_id = @RosterId));
