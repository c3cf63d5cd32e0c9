-- A group that the committee returned is discussed anew (003 第六条): the day of its return then lies before that of its discussion.

ALTER TABLE graph.leading_group
    DROP CONSTRAINT leading_group_days_in_order,
    ADD CONSTRAINT leading_group_days_in_order CHECK (
        submitted_on >= discussed_on AND approved_on >= discussed_on AND expired_on >= discussed_on);
COMMENT ON COLUMN graph.leading_group.discussed_on IS 'When the party members of the council settled it (003 第五条), for the last time.';
COMMENT ON COLUMN graph.leading_group.returned_on IS 'When the committee returned it, or a change of it, for the last time; before discussed_on where it was discussed anew since.';
