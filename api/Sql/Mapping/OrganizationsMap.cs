namespace SocietyParty.Sql.Mapping;

/// <summary>Committees, societies, supporting units and branches, and the published lists that name them.</summary>
internal static class OrganizationsMap
{
    public static void Add(GraphMapBuilder map) =>
        map.Entity(
                "Committee",
                "graph.committee",
                "id",
                new()
                {
                    ["name"] = SearchedName,
                    ["aliases"] = Relations.Children("CommitteeAlias", "graph.committee_alias", "committee_id", new ListOrder("alias")),
                    ["region"] = ToRegion,
                    ["parent"] = new ToOneMap(
                        "Committee",
                        new(
                            new JoinStep("graph.committee_parent", "committee_id", "id", DateRange: "valid_during"),
                            new JoinStep("graph.committee", "id", "parent_id")
                        )
                    ),
                    ["children"] = new ToManyMap(
                        "Committee",
                        new(
                            new JoinStep("graph.committee_parent", "parent_id", "id", DateRange: "valid_during"),
                            new JoinStep("graph.committee", "id", "committee_id")
                        ),
                        []
                    ),
                    ["societies"] = OfCommittee("Society", "society"),
                    ["branches"] = OfCommittee("Branch", "branch"),
                    ["rosters"] = Relations.Children("Roster", "graph.roster", "committee_id"),
                    ["restorations"] = Relations.Children(
                        "CommitteeRestoration",
                        "graph.committee_restoration",
                        "committee_id",
                        new ListOrder("id")
                    ),
                },
                within: "graph.committees_within"
            )
            .Entity("CommitteeRestoration", "graph.committee_restoration", key: null, [])
            .Entity(
                "Region",
                "graph.region",
                "code",
                new() { ["parent"] = new ToOneMap("Region", new(new JoinStep("graph.region", "code", "parent_code"))) }
            )
            .Entity(
                "Society",
                "graph.society",
                "id",
                new()
                {
                    ["name"] = SearchedName,
                    ["discipline"] = new ToOneMap("Discipline", new(new JoinStep("graph.discipline", "code", "discipline_code"))),
                    ["aliases"] = Relations.Children("SocietyAlias", "graph.society_alias", "society_id", new ListOrder("alias")),
                    ["supportingUnit"] = new ToOneMap("SupportingUnit", LeadUnitOf("id")),
                    ["committees"] = Committees("society"),
                    ["restorations"] = Relations.Children(
                        "SocietyRestoration",
                        "graph.society_restoration",
                        "society_id",
                        new ListOrder("id")
                    ),
                    ["branches"] = new ToManyMap(
                        "Branch",
                        new(new JoinStep("graph.branch_society", "society_id", "id"), new JoinStep("graph.branch", "id", "branch_id")),
                        []
                    ),
                }
            )
            .Entity("SocietyRestoration", "graph.society_restoration", key: null)
            .Entity("SocietyAlias", "graph.society_alias", key: null, new() { ["alias"] = SearchedAlias })
            .Entity("BranchAlias", "graph.branch_alias", key: null, new() { ["alias"] = SearchedAlias })
            .Entity("CommitteeAlias", "graph.committee_alias", key: null, new() { ["alias"] = SearchedAlias })
            .Entity("Discipline", "graph.discipline", "code")
            .Entity(
                "SupportingUnit",
                "graph.supporting_unit",
                "id",
                new()
                {
                    ["name"] = SearchedName,
                    ["region"] = ToRegion,
                    ["societies"] = new ToManyMap(
                        "Society",
                        new(
                            new JoinStep("graph.society_supporting_unit", "supporting_unit_id", "id", DateRange: "valid_during"),
                            new JoinStep("graph.society", "id", "society_id")
                        ),
                        []
                    ),
                }
            )
            .Entity(
                "Branch",
                "graph.branch",
                "id",
                new()
                {
                    ["name"] = SearchedName,
                    ["formName"] = new LocalizedMap("form_name", "form_english_name"),
                    ["aliases"] = Relations.Children("BranchAlias", "graph.branch_alias", "branch_id", new ListOrder("alias")),
                    ["society"] = new ToOneMap(
                        "Society",
                        new(
                            new JoinStep("graph.branch_society", "branch_id", "id", Flag: "is_lead"),
                            new JoinStep("graph.society", "id", "society_id")
                        )
                    ),
                    ["societies"] = new ToManyMap(
                        "Society",
                        new(new JoinStep("graph.branch_society", "branch_id", "id"), new JoinStep("graph.society", "id", "society_id")),
                        []
                    ),
                    ["supportingUnit"] = new ToOneMap(
                        "SupportingUnit",
                        new([new JoinStep("graph.branch_society", "branch_id", "id", Flag: "is_lead"), .. LeadUnitOf("society_id").Steps])
                    ),
                    ["parent"] = new ToOneMap(
                        "Branch",
                        new(
                            new JoinStep("graph.branch_parent", "branch_id", "id", DateRange: "valid_during"),
                            new JoinStep("graph.branch", "id", "parent_id")
                        )
                    ),
                    ["branches"] = new ToManyMap(
                        "Branch",
                        new(
                            new JoinStep("graph.branch_parent", "parent_id", "id", DateRange: "valid_during"),
                            new JoinStep("graph.branch", "id", "branch_id")
                        ),
                        []
                    ),
                    ["placements"] = Relations.Children(
                        "BranchPlacement",
                        "graph.branch_parent",
                        "branch_id",
                        new ListOrder("valid_from", Descending: true, NullsLast: true)
                    ),
                    ["committees"] = Committees("branch"),
                    ["ends"] = Relations.Children("BranchEnd", "graph.branch_end", "branch_id", new ListOrder("id", Descending: true)),
                    ["statusHistory"] = Relations.Children(
                        "StatusPeriod",
                        "graph.branch_status_history",
                        "branch_id",
                        new ListOrder("valid_from", Descending: true, NullsLast: true)
                    ),
                    ["restorations"] = Relations.Children(
                        "BranchRestoration",
                        "graph.branch_restoration",
                        "branch_id",
                        new ListOrder("id")
                    ),
                }
            )
            .Entity("StatusPeriod", "graph.branch_status_history", key: null)
            .Entity("BranchRestoration", "graph.branch_restoration", key: null)
            .Entity(
                "CommitteePeriod",
                "graph.society_committee_history",
                key: null,
                new() { ["committee"] = new ToOneMap("Committee", new(new JoinStep("graph.committee", "id", "committee_id"))) }
            )
            .Entity("BranchEnd", "graph.branch_end", key: null)
            .Entity(
                "BranchPlacement",
                "graph.branch_parent",
                key: null,
                new() { ["parent"] = new ToOneMap("Branch", new(new JoinStep("graph.branch", "id", "parent_id"))) }
            )
            .Entity(
                "Roster",
                "graph.roster",
                "id",
                new()
                {
                    ["document"] = Relations.ToDocument,
                    ["counts"] = Relations.Children("RosterCount", "graph.roster_reconciliation", "roster_id", new ListOrder("category")),
                    ["entries"] = Relations.Children("RosterEntry", "graph.roster_entry", "roster_id", new ListOrder("position")),
                    ["discrepancies"] = Relations.Children(
                        "Discrepancy",
                        "graph.discrepancy",
                        "roster_id",
                        new ListOrder("code"),
                        new ListOrder("subject")
                    ),
                }
            )
            .Entity("RosterCount", "graph.roster_reconciliation", key: null)
            .Entity("RosterEntry", "graph.roster_entry", key: null)
            .Entity("Discrepancy", "graph.discrepancy", "id");

    private static readonly ColumnMap SearchedName = new("name", SqlType.Text, HasGrams: true);

    private static readonly ColumnMap SearchedAlias = new("alias", SqlType.Text, HasGrams: true);

    // Two views of one shape: what they have in common is the type.
    private static ToManyMap Committees(string thing) =>
        Relations.Children(
            "CommitteePeriod",
            $"graph.{thing}_committee_history",
            $"{thing}_id",
            new ListOrder("valid_from", Descending: true, NullsLast: true)
        );

    private static ToManyMap OfCommittee(string type, string thing) =>
        Relations.Children(type, $"graph.{thing}", "committee_id") with
        {
            OnDay = new(
                new JoinStep($"graph.{thing}_committee", "committee_id", "id", DateRange: "valid_during"),
                new JoinStep($"graph.{thing}", "id", $"{thing}_id")
            ),
        };

    private static readonly ToOneMap ToRegion = new("Region", new(new JoinStep("graph.region", "code", "region_code")));

    private static JoinPath LeadUnitOf(string societyKey) =>
        new(
            new JoinStep("graph.society_supporting_unit", "society_id", societyKey, DateRange: "valid_during", Flag: "is_lead"),
            new JoinStep("graph.supporting_unit", "id", "supporting_unit_id")
        );
}
