namespace SocietyParty.Etl.Export.Parquet;

/// <summary>A view of <c>mart</c> that becomes a folder of Parquet files.</summary>
/// <param name="Name">The folder.</param>
/// <param name="View">In <c>mart</c>.</param>
/// <param name="Year">SQL that gives a row's year; null for a small table, which is one file.</param>
/// <param name="Order">What the rows of a file are sorted by, so that a reader skips the row groups that it does not need.</param>
public sealed record ParquetTable(string Name, string View, string? Year, string Order)
{
    private const string OfMonth = "extract(year FROM month)::int";

    /// <summary>
    /// Facts of the star, and what is needed beside them. Names and statements are declared here and nowhere taken from a caller.
    /// </summary>
    public static IReadOnlyList<ParquetTable> All { get; } =
    [
        new("coverage", "coverage_history", OfMonth, "committee_id, month, rule_set_code, society_id"),
        new("branch", "branch_history", OfMonth, "committee_id, month, branch_id"),
        new("member_count", "member_count_history", OfMonth, "committee_id, month, age_band, sex, status"),
        new("target_progress", "target_progress_history", "year", "committee_id, month, kind"),
        new("assessment", "assessment", "year", "committee_id, branch_id"),
        new("assessment_item", "assessment_item", "year", "committee_id, branch_id, section, item_code"),
        new("bonus", "bonus", "year", "committee_id, branch_id, claimed_on, bonus_item"),
        new("activity", "activity", "extract(year FROM held_on)::int", "committee_id, held_on, activity_id"),
        new("meeting", "meeting", "extract(year FROM held_on)::int", "committee_id, held_on, meeting_id"),
        new("category_change", "category_change", "extract(year FROM changed_on)::int", "committee_id, changed_on, branch_id"),
        new("rectification", "rectification", "extract(year FROM found_on)::int", "committee_id, found_on, rectification_id"),
        new("event_filing", "event_filing", "extract(year FROM held_on)::int", "committee_id, held_on, event_filing_id"),
        new(
            "evidence_due",
            "evidence_due_history",
            "extract(year FROM period_to)::int",
            "committee_id, period_to, kind, subject_kind, subject_id, period"
        ),
        new("peer_comparison", "peer_comparison_history", null, "committee_id, indicator_id, period_to, peer_group"),
        new("peer_figure", "peer_figure_history", null, "committee_id, indicator_id, period_to"),
        new("committee", "committee", null, "committee_id, valid_from"),
        new("indicator", "indicator", null, "id"),
        new("load", "load", null, "id"),
    ];
}
