-- Duties are asked for by their period, and a member's first day in the party is part of the contract.

CREATE INDEX duty_period ON graph.duty (period text_pattern_ops, due_on);
COMMENT ON COLUMN graph.member.joined_on IS 'First day in the party; null where it is not stated.';
