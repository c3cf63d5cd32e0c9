-- What kind of problem an inspection found: coded, so that problems can be counted by it. Null: not classified, as everything that was found before.

ALTER TABLE graph.rectification ADD COLUMN kind text CHECK (kind IN ('POLITICAL_BUILDING', 'IDEOLOGY', 'CHARTER', 'TEAM_BUILDING', 'COVERAGE',
    'ORGANIZATION_BUILDING', 'ORGANIZATION_LIFE', 'MEMBER_MANAGEMENT', 'LEDGER', 'SOCIAL_GOVERNANCE', 'DISCIPLINE', 'OTHER'));
CREATE INDEX rectification_kind ON graph.rectification (kind, id);
COMMENT ON COLUMN graph.rectification.kind IS '问题类别 POLITICAL_BUILDING 政治建设, IDEOLOGY 意识形态, CHARTER 党建入章, TEAM_BUILDING 班子建设, COVERAGE 应建未建, ORGANIZATION_BUILDING 组织建设, ORGANIZATION_LIFE 组织生活, MEMBER_MANAGEMENT 党员教育管理, LEDGER 台账资料, SOCIAL_GOVERNANCE 参与社会治理, DISCIPLINE 党风廉政, OTHER 其他; null where nobody classified it.';
