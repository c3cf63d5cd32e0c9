namespace SocietyParty.Sql.Mapping;

/// <summary>What the rules make of categories, answered by views that read the rules in effect.</summary>
internal static class CategoryMap
{
    private const string Derived = "graph.branch_derived_category";

    public static void Add(GraphMapBuilder map) =>
        map.Entity("DerivedCategory", Derived, key: null)
            .Entity("LackingCondition", "graph.branch_upgrade_condition", key: null)
            .Entity("BranchPermission", "graph.branch_permission", key: null)
            .Entity(
                "Reclassification",
                "graph.reclassification",
                "id",
                new()
                {
                    ["document"] = new ToOneMap("PolicyDocument", new(new JoinStep("graph.policy_document", "id", "policy_document_id"))),
                }
            )
            .Entity("CategoryReview", "graph.category_review", key: null, new() { ["derivedCategory"] = DerivedBy("branch_id") })
            .Entity("RosterDifference", "graph.roster_difference", key: null)
            .Extend(
                "Branch",
                new()
                {
                    ["derivedCategory"] = DerivedBy("id"),
                    ["permissions"] = OrganizationMap.Children(
                        "BranchPermission",
                        "graph.branch_permission",
                        "branch_id",
                        new ListOrder("permission")
                    ),
                    ["upgradePath"] = OrganizationMap.Children(
                        "LackingCondition",
                        "graph.branch_upgrade_condition",
                        "branch_id",
                        new ListOrder("position")
                    ),
                    ["reclassifications"] = OrganizationMap.Children(
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
                    ["categoryReviews"] = OrganizationMap.Children(
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
                    ["differences"] = OrganizationMap.Children(
                        "RosterDifference",
                        "graph.roster_difference",
                        "roster_id",
                        new ListOrder("position")
                    ),
                }
            )
            .Extend(
                "RosterEntry",
                new()
                {
                    ["graphCategory"] = new JoinedColumnMap(
                        new(new JoinStep("graph.branch_category_period", "branch_id", "branch_id", DateRange: "valid_during")),
                        "category",
                        SqlType.Text,
                        Fallback: "UNCLASSIFIED"
                    ),
                    ["derivedCategory"] = DerivedBy("branch_id"),
                }
            );

    private static ToOneMap DerivedBy(string branchKey) => new("DerivedCategory", new(new JoinStep(Derived, "branch_id", branchKey)));
}
