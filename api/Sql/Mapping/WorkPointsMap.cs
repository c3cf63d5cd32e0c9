namespace SocietyParty.Sql.Mapping;

/// <summary>The year's work of committees: what is due and what was done.</summary>
internal static class WorkPointsMap
{
    public static void Add(GraphMapBuilder map) =>
        map.Entity("Duty", "graph.duty_state", "id", new() { ["clauses"] = Relations.Clauses("clause") }, onDay: "graph.duty_on")
            .Entity("WorkProgress", "graph.work_progress", key: null, new() { ["clauses"] = Relations.Clauses("clause") })
            .Entity("CommunityCheckIn", "graph.community_check_in", "id")
            .Entity("ContactPoint", "graph.contact_point", "id")
            .Entity("CommitteeMeeting", "graph.committee_meeting", "id")
            .Entity("FundReport", "graph.fund_report", "id")
            .Entity(
                "Rectification",
                "graph.rectification",
                "id",
                new()
                {
                    ["stages"] = Relations.Children(
                        "RectificationStage",
                        "graph.rectification_stage",
                        "rectification_id",
                        new ListOrder("id")
                    ),
                }
            )
            .Entity("RectificationStage", "graph.rectification_stage", key: null)
            .Entity("EventFiling", "graph.event_filing", "id")
            .Extend("Committee", OfCommittee())
            .Extend("Branch", OfBranch())
            .Extend("Society", OfSociety());

    private static Dictionary<string, FieldMap> OfCommittee() =>
        new()
        {
            ["duties"] = Relations.Children("Duty", "graph.duty_state", "committee_id"),
            ["workProgress"] = Relations.Children(
                "WorkProgress",
                "graph.work_progress",
                "committee_id",
                new("year", Descending: true),
                new("kind")
            ),
            ["contactPoints"] = new ToManyMap(
                "ContactPoint",
                new(new JoinStep("graph.contact_point", "committee_id", "id", DateRange: "valid_during")),
                [new ListOrder("id")]
            ),
            ["committeeMeetings"] = Relations.Children(
                "CommitteeMeeting",
                "graph.committee_meeting",
                "committee_id",
                new("held_on", Descending: true),
                new("kind")
            ),
        };

    private static Dictionary<string, FieldMap> OfBranch() =>
        new()
        {
            ["communityCheckIns"] = Relations.Children(
                "CommunityCheckIn",
                "graph.community_check_in",
                "branch_id",
                new("checked_in_on", Descending: true),
                new("id")
            ),
            ["contactPoints"] = new ToManyMap(
                "ContactPoint",
                new(new JoinStep("graph.contact_point", "branch_id", "id", DateRange: "valid_during")),
                [new ListOrder("id")]
            ),
        };

    private static Dictionary<string, FieldMap> OfSociety() =>
        new()
        {
            ["fundReports"] = Relations.Children(
                "FundReport",
                "graph.fund_report",
                "society_id",
                new("submitted_on", Descending: true),
                new("id")
            ),
            ["eventFilings"] = Relations.Children(
                "EventFiling",
                "graph.event_filing",
                "society_id",
                new("held_on", Descending: true),
                new("id")
            ),
        };
}
