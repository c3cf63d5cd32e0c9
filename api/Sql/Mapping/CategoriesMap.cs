namespace SocietyParty.Sql.Mapping;

/// <summary>Categories over time, and what the rules make of them, answered by views that read the rules in effect.</summary>
internal static class CategoriesMap
{
    private const string Derived = "graph.branch_derived_category";

    public static void Add(GraphMapBuilder map) =>
        map.Entity("CategoryPeriod", "graph.branch_category_period", "id", new() { ["document"] = Relations.ToDocument })
            .Entity(
                "DerivedCategory",
                Derived,
                "branch_id",
                new() { ["reason"] = new LocalizedMap("reason_zh", "reason"), ["clauses"] = Relations.Clauses("clause") }
            )
            .Entity("LackingCondition", "graph.branch_upgrade_condition", key: null, new() { ["clauses"] = Relations.Clauses("clause") })
            .Entity("BranchPermission", "graph.branch_permission", key: null, new() { ["clauses"] = Relations.Clauses("clause") })
            .Entity("Reclassification", "graph.reclassification", "id", new() { ["document"] = Relations.ToDocument })
            .Entity("CategoryReview", "graph.category_review", key: null, new() { ["derivedCategory"] = DerivedBy("branch_id") })
            .Entity("RosterDifference", "graph.roster_difference", key: null)
            .Extend(
                "Branch",
                new()
                {
                    ["category"] = CategoryOf("id"),
                    ["categoryHistory"] = Relations.Children(
                        "CategoryPeriod",
                        "graph.branch_category_period",
                        "branch_id",
                        new ListOrder("valid_from", Descending: true, NullsLast: true)
                    ),
                    ["derivedCategory"] = DerivedBy("id"),
                    ["permissions"] = Relations.Children(
                        "BranchPermission",
                        "graph.branch_permission",
                        "branch_id",
                        new ListOrder("permission")
                    ),
                    ["upgradePath"] = Relations.Children(
                        "LackingCondition",
                        "graph.branch_upgrade_condition",
                        "branch_id",
                        new ListOrder("position")
                    ),
                    ["reclassifications"] = Relations.Children(
                        "Reclassification",
                        "graph.reclassification",
                        "branch_id",
                        new ListOrder("id", Descending: true)
                    ),
                }
            )
            .Extend(
                "Committee",
                new()
                {
                    ["categoryReviews"] = Relations.Children(
                        "CategoryReview",
                        "graph.category_review",
                        "committee_id",
                        new ListOrder("branch_id")
                    ),
                }
            )
            .Extend(
                "Roster",
                new()
                {
                    ["differences"] = Relations.Children(
                        "RosterDifference",
                        "graph.roster_difference",
                        "roster_id",
                        new ListOrder("position")
                    ),
                }
            )
            .Extend("RosterEntry", new() { ["graphCategory"] = CategoryOf("branch_id"), ["derivedCategory"] = DerivedBy("branch_id") });

    private static JoinedColumnMap CategoryOf(string branchKey) =>
        new(
            new(new JoinStep("graph.branch_category_period", "branch_id", branchKey, DateRange: "valid_during")),
            "category",
            SqlType.Text,
            Fallback: "UNCLASSIFIED"
        );

    private static ToOneMap DerivedBy(string branchKey) => new("DerivedCategory", new(new JoinStep(Derived, "branch_id", branchKey)));
}
