using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.WorkPoints.Shared;

/// <summary>What the tables of the year's work refuse.</summary>
internal sealed class WorkPointConstraints : IConstraintErrors
{
    public IEnumerable<ConstraintError> All =>
        [
            new("community_check_in_once", "CHECK_IN_RECORDED", "This check-in is recorded already.", "001 §12", "checkedInOn"),
            new(
                "contact_point_once",
                "CONTACT_POINT_ASSIGNED",
                "The member guides this branch on some of these days already.",
                "001 §16",
                "branch"
            ),
            new(
                "committee_meeting_once",
                "MEETING_RECORDED",
                "A meeting of this kind is recorded for that day already.",
                "001 §16",
                "heldOn"
            ),
            new("fund_report_once", "REPORT_SUBMITTED", "The report for this period was handed in already.", "001 §11", "period"),
            new("event_filing_once", "EVENT_FILED", "This event is entered already.", "004 政治建设-4", "event"),
            new(
                "work_target_once",
                "PLANNED_ALREADY",
                "Somebody planned the same year at the same moment. Plan it again to add what is missing.",
                null,
                "year"
            ),
            new(
                "duty_once",
                "PLANNED_ALREADY",
                "Somebody planned the same thing at the same moment. Plan it again to add what is missing.",
                null,
                "year"
            ),
            new("rectification_stage_once", "WRONG_STAGE", "Somebody moved it on at the same moment.", "001 §7", "rectification"),
        ];
}
