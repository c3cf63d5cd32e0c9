-- Grain: the one committee of this name in this region; one that had the name where none has it.
SELECT c.id FROM graph.committee c
WHERE c.region_code = @Region
    AND (c.name = @Committee OR EXISTS (SELECT FROM graph.committee_alias a WHERE a.committee_id = c.id AND a.alias = @Committee))
ORDER BY c.name <> @Committee, c.id
LIMIT 1;
