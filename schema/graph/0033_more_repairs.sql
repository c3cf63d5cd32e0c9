-- Sync points, reasons for having no organization and contact points are corrected and declared void as the other records are; whoever
-- ended or restored a membership is kept.

ALTER TABLE graph.mended_record
    DROP CONSTRAINT mended_record_kind_check,
    ADD CONSTRAINT mended_record_kind_check CHECK (kind IN ('ACTIVITY', 'YEAR_PLAN', 'CHECK_IN', 'COMMITTEE_MEETING', 'FUND_REPORT', 'EVENT_FILING', 'LEDGER_ENTRY',
        'DUES_PAYMENT', 'BONUS_CLAIM', 'LEADING_GROUP_MEETING', 'SYNC_POINT', 'UNCOVERED_REASON', 'CONTACT_POINT')),
    ADD COLUMN sync_point_id bigint GENERATED ALWAYS AS (CASE WHEN kind = 'SYNC_POINT' THEN record_id END) STORED,
    ADD COLUMN uncovered_reason_id bigint GENERATED ALWAYS AS (CASE WHEN kind = 'UNCOVERED_REASON' THEN record_id END) STORED,
    ADD COLUMN contact_point_id bigint GENERATED ALWAYS AS (CASE WHEN kind = 'CONTACT_POINT' THEN record_id END) STORED;
CREATE INDEX mended_record_sync_point_id ON graph.mended_record (sync_point_id) WHERE sync_point_id IS NOT NULL;
CREATE INDEX mended_record_uncovered_reason_id ON graph.mended_record (uncovered_reason_id) WHERE uncovered_reason_id IS NOT NULL;
CREATE INDEX mended_record_contact_point_id ON graph.mended_record (contact_point_id) WHERE contact_point_id IS NOT NULL;
COMMENT ON COLUMN graph.mended_record.kind IS 'ACTIVITY 活动, YEAR_PLAN 年度计划和总结, CHECK_IN 社区报到, COMMITTEE_MEETING 党委会议, FUND_REPORT 双高资金季报, EVENT_FILING 论坛报备, LEDGER_ENTRY 台账登记, DUES_PAYMENT 党费, BONUS_CLAIM 加分申报, LEADING_GROUP_MEETING 小组会议, SYNC_POINT 三同步, UNCOVERED_REASON 未建党组织原因, CONTACT_POINT 党建联系点.';
COMMENT ON COLUMN graph.mended_record.sync_point_id IS 'record_id of a sync point.';
COMMENT ON COLUMN graph.mended_record.uncovered_reason_id IS 'record_id of a reason for having no organization.';
COMMENT ON COLUMN graph.mended_record.contact_point_id IS 'record_id of a contact point.';

ALTER TABLE graph.ended_membership
    ADD COLUMN ended_by text CHECK (ended_by <> ''),
    ADD COLUMN restored_by text CHECK (restored_by <> '');
COMMENT ON COLUMN graph.ended_membership.ended_by IS 'Who entered the end, as the caller was known; null of ends that were entered before this was kept.';
COMMENT ON COLUMN graph.ended_membership.restored_by IS 'Who restored it, as the caller was known; null while it stands, and of those restored before this was kept.';
