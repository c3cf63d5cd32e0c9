namespace SocietyParty.Sql.Mapping;

/// <summary>Records that were corrected, moved or declared void, with what they said.</summary>
internal static class MendingMap
{
    private const string Record = "graph.mended_record";

    public static void Add(GraphMapBuilder map) =>
        map.Entity(
                "MendedRecord",
                Record,
                "id",
                new() { ["fields"] = Relations.Children("MendedField", "graph.mended_field", "mended_record_id", new ListOrder("name")) }
            )
            .Entity("MendedField", "graph.mended_field", key: null)
            .Extend("Committee", Of("committee_id"))
            .Extend("Society", Of("society_id"))
            .Extend("Branch", Of("branch_id"))
            .Extend("Activity", LatestFirst("activity_id"))
            .Extend("YearPlan", LatestFirst("year_plan_id"))
            .Extend("CommunityCheckIn", LatestFirst("check_in_id"))
            .Extend("CommitteeMeeting", LatestFirst("committee_meeting_id"))
            .Extend("FundReport", LatestFirst("fund_report_id"))
            .Extend("EventFiling", LatestFirst("event_filing_id"))
            .Extend("LedgerEntry", LatestFirst("ledger_entry_id"))
            .Extend("SyncPoint", LatestFirst("sync_point_id"))
            .Extend("UncoveredReason", LatestFirst("uncovered_reason_id"))
            .Extend("ContactPoint", LatestFirst("contact_point_id"))
            .Extend("BonusClaim", LatestFirst("bonus_claim_id"))
            .Extend("LeadingGroupMeeting", LatestFirst("leading_group_meeting_id"));

    private static Dictionary<string, FieldMap> Of(string owner) =>
        new() { ["mendings"] = Relations.Children("MendedRecord", Record, owner) };

    private static Dictionary<string, FieldMap> LatestFirst(string record) =>
        new() { ["mendings"] = Relations.Children("MendedRecord", Record, record, new ListOrder("id", Descending: true)) };
}
