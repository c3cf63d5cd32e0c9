namespace SocietyParty.Rules.WorkPoints;

/// <summary>What the tables of the year's work refuse.</summary>
public sealed class WorkPointConstraints : IConstraintErrors
{
    public IEnumerable<ConstraintError> All =>
        [
            new("community_check_in_once", "CHECK_IN_RECORDED", [], "001 §12", "checkedInOn"),
            new("contact_point_once", "CONTACT_POINT_ASSIGNED", [], "001 §16", "branch"),
            new("committee_meeting_once", "MEETING_RECORDED", [], "001 §16", "heldOn"),
            new("fund_report_once", "REPORT_SUBMITTED", [], "001 §11", "period"),
            new("event_filing_once", "EVENT_FILED.EventFilingOnce", [], "004 政治建设-4", "event"),
            new("work_target_once", "PLANNED_ALREADY.WorkTargetOnce", [], null, "year"),
            new("duty_once", "PLANNED_ALREADY.DutyOnce", [], null, "year"),
            new("rectification_stage_once", "WRONG_STAGE.RectificationStageOnce", [], "001 §7", "rectification"),
        ];
}
