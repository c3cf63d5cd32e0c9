namespace SocietyParty.Sql.Mapping;

/// <summary>Activities of branches, what a year asks of them, and plans of the year.</summary>
internal static class ActivitiesMap
{
    public static void Add(GraphMapBuilder map) =>
        map.Entity("Activity", "graph.activity", "id", new() { ["kindName"] = new LocalizedMap("kind_name", "kind_english_name") })
            .Entity("ActivityCompliance", "graph.activity_compliance", "branch_id", new() { ["clauses"] = Relations.Clauses("clause") })
            .Entity("YearPlan", "graph.branch_year_plan", "id")
            .Extend(
                "Branch",
                new()
                {
                    ["activities"] = Relations.Children("Activity", "graph.activity", "branch_id"),
                    ["activityCompliance"] = Relations.Children(
                        "ActivityCompliance",
                        "graph.activity_compliance",
                        "branch_id",
                        new ListOrder("year", Descending: true)
                    ),
                    ["yearPlans"] = Relations.Children(
                        "YearPlan",
                        "graph.branch_year_plan",
                        "branch_id",
                        new ListOrder("year", Descending: true)
                    ),
                }
            );
}
