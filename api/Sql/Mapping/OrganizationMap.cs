namespace SocietyParty.Sql.Mapping;

/// <summary>Tables of the organisational graph, and what does not follow the conventions of <see cref="GraphMapBuilder"/>.</summary>
internal static class OrganizationMap
{
    public static void Add(GraphMapBuilder map) =>
        map.Entity(
                "Committee",
                "graph.committee",
                "id",
                new()
                {
                    ["name"] = SearchedName,
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
                    ["societies"] = Children("Society", "graph.society", "committee_id"),
                    ["branches"] = Children("Branch", "graph.branch", "committee_id"),
                    ["rosters"] = Children("Roster", "graph.roster", "committee_id"),
                    ["assessmentRounds"] = Children("AssessmentRound", "graph.assessment_round", "committee_id"),
                    ["consortia"] = Children("Consortium", "graph.consortium", "committee_id", new ListOrder("name")),
                    ["supervisionTeams"] = Children("SupervisionTeam", "graph.supervision_team", "committee_id", new ListOrder("name")),
                }
            )
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
                    ["aliases"] = Children("SocietyAlias", "graph.society_alias", "society_id", new ListOrder("alias")),
                    ["supportingUnit"] = new ToOneMap("SupportingUnit", LeadUnitOf("id")),
                    ["branches"] = new ToManyMap(
                        "Branch",
                        new(new JoinStep("graph.branch_society", "society_id", "id"), new JoinStep("graph.branch", "id", "branch_id")),
                        []
                    ),
                }
            )
            .Entity(
                "SocietyAlias",
                "graph.society_alias",
                key: null,
                new() { ["alias"] = new ColumnMap("alias", SqlType.Text, HasGrams: true) }
            )
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
                    ["category"] = new JoinedColumnMap(
                        new(new JoinStep("graph.branch_category_period", "branch_id", "id", DateRange: "valid_during")),
                        "category",
                        SqlType.Text,
                        Fallback: "UNCLASSIFIED"
                    ),
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
                    ["categoryHistory"] = Children(
                        "CategoryPeriod",
                        "graph.branch_category_period",
                        "branch_id",
                        new ListOrder("valid_from", Descending: true, NullsLast: true)
                    ),
                    ["statusHistory"] = Children(
                        "StatusPeriod",
                        "graph.branch_status_history",
                        "branch_id",
                        new ListOrder("valid_from", Descending: true, NullsLast: true)
                    ),
                    ["members"] = Children("Member", "graph.member", "branch_id"),
                    // Of a year's results the one that stands; the versions before it are asked for on the result.
                    ["assessments"] = new ToManyMap(
                        "Assessment",
                        new(new JoinStep("graph.assessment", "branch_id", "id", Flag: "is_current")),
                        []
                    ),
                    ["latestAssessment"] = new ToOneMap(
                        "Assessment",
                        new(
                            new JoinStep(
                                "graph.branch_latest_assessment",
                                "branch_id",
                                "id",
                                Flag: "is_current",
                                Latest: new LatestRow("graph.assessment", "year")
                            )
                        )
                    ),
                    ["assessmentEntries"] = Children(
                        "AssessmentEntry",
                        "graph.assessment_entry",
                        "branch_id",
                        new ListOrder("year", Descending: true)
                    ),
                    ["activities"] = Children("Activity", "graph.activity", "branch_id"),
                    ["activityCompliance"] = Children(
                        "ActivityCompliance",
                        "graph.activity_compliance",
                        "branch_id",
                        new ListOrder("year", Descending: true)
                    ),
                    ["yearPlans"] = Children("YearPlan", "graph.branch_year_plan", "branch_id", new ListOrder("year", Descending: true)),
                }
            )
            .Entity("CategoryPeriod", "graph.branch_category_period", "id", new() { ["document"] = ToDocument })
            .Entity("StatusPeriod", "graph.branch_status_history", key: null)
            .Entity("PolicyDocument", "graph.policy_document", "id")
            .Entity(
                "Roster",
                "graph.roster",
                "id",
                new()
                {
                    ["document"] = ToDocument,
                    ["counts"] = Children("RosterCount", "graph.roster_reconciliation", "roster_id", new ListOrder("category")),
                    ["entries"] = Children("RosterEntry", "graph.roster_entry", "roster_id", new ListOrder("position")),
                    ["discrepancies"] = Children(
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
            .Entity("Discrepancy", "graph.discrepancy", "id")
            .Entity(
                "CoverageLoad",
                "mart.coverage_load",
                "id",
                new() { ["ruleSets"] = Children("CoverageRuleSet", "mart.coverage_load_rule_set", "load_id", new ListOrder("code")) }
            )
            .Entity("CoverageRuleSet", "mart.coverage_load_rule_set", key: null);

    private static readonly ColumnMap SearchedName = new("name", SqlType.Text, HasGrams: true);

    private static readonly ToOneMap ToRegion = new("Region", new(new JoinStep("graph.region", "code", "region_code")));

    internal static readonly ToOneMap ToDocument = new(
        "PolicyDocument",
        new(new JoinStep("graph.policy_document", "id", "policy_document_id"))
    );

    internal static ToManyMap Children(string type, string table, string foreignKey, params ListOrder[] order) =>
        new(type, new(new JoinStep(table, foreignKey, "id")), [.. order]);

    private static JoinPath LeadUnitOf(string societyKey) =>
        new(
            new JoinStep("graph.society_supporting_unit", "society_id", societyKey, DateRange: "valid_during", Flag: "is_lead"),
            new JoinStep("graph.supporting_unit", "id", "supporting_unit_id")
        );
}
