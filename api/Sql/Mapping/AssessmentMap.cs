namespace SocietyParty.Sql.Mapping;

/// <summary>Tables of activities and of the annual assessment.</summary>
internal static class AssessmentMap
{
    public static void Add(GraphMapBuilder map)
    {
        Activities(map);
        Rounds(map);
        Results(map);
    }

    private static void Activities(GraphMapBuilder map) =>
        map.Entity("Activity", "graph.activity", "id")
            .Entity("ActivityCompliance", "graph.activity_compliance", "branch_id")
            .Entity("YearPlan", "graph.branch_year_plan", "id");

    private static void Rounds(GraphMapBuilder map) =>
        map.Entity(
                "AssessmentRound",
                "graph.assessment_round",
                "id",
                new()
                {
                    ["document"] = OrganizationMap.ToDocument,
                    ["entries"] = OrganizationMap.Children("AssessmentEntry", "graph.assessment_entry", "round_id"),
                    ["rankings"] = OrganizationMap.Children(
                        "ConsortiumRanking",
                        "graph.consortium_ranking",
                        "round_id",
                        new ListOrder("supervision_team_id"),
                        new ListOrder("rank")
                    ),
                }
            )
            .Entity(
                "AssessmentScheme",
                "graph.assessment_scheme",
                "id",
                new()
                {
                    ["items"] = OrganizationMap.Children(
                        "SchemeItem",
                        "graph.assessment_scheme_item",
                        "scheme_id",
                        new ListOrder("position")
                    ),
                }
            )
            .Entity("SchemeItem", "graph.assessment_scheme_item", key: null)
            .Entity("ConsortiumRanking", "graph.consortium_ranking", "id")
            .Entity(
                "SupervisionTeam",
                "graph.supervision_team",
                "id",
                new()
                {
                    ["consortia"] = OrganizationMap.Children(
                        "Consortium",
                        "graph.consortium",
                        "supervision_team_id",
                        new ListOrder("name")
                    ),
                }
            )
            .Entity(
                "Consortium",
                "graph.consortium",
                "id",
                new()
                {
                    ["branches"] = new ToManyMap(
                        "Branch",
                        new(
                            new JoinStep("graph.consortium_branch", "consortium_id", "id", DateRange: "valid_during"),
                            new JoinStep("graph.branch", "id", "branch_id")
                        ),
                        []
                    ),
                }
            )
            .Entity(
                "AssessmentEntry",
                "graph.assessment_entry",
                "id",
                new()
                {
                    ["stageHistory"] = OrganizationMap.Children(
                        "AssessmentStageEvent",
                        "graph.assessment_stage_event",
                        "entry_id",
                        new ListOrder("id")
                    ),
                    ["selfScores"] = Ratings("graph.assessment_self_score"),
                    ["suggestedScores"] = Ratings("graph.assessment_suggested_score"),
                    ["reviewedScores"] = Ratings("graph.assessment_review_score"),
                    ["standing"] = One("AssessmentStanding", "graph.assessment_standing"),
                    ["activityCompliance"] = One("ActivityCompliance", "graph.assessment_activity"),
                    ["debrief"] = One("Debrief", "graph.debrief"),
                    ["bonusClaims"] = OrganizationMap.Children("BonusClaim", "graph.bonus_claim", "entry_id", new ListOrder("id")),
                    ["failFindings"] = OrganizationMap.Children("FailFinding", "graph.fail_finding", "entry_id", new ListOrder("id")),
                    ["result"] = new ToOneMap("Assessment", new(new JoinStep("graph.assessment", "entry_id", "id", Flag: "is_current"))),
                    ["results"] = OrganizationMap.Children("Assessment", "graph.assessment", "entry_id", new ListOrder("result_version")),
                    ["admonitionTalk"] = One("AdmonitionTalk", "graph.admonition_talk"),
                }
            )
            .Entity("AssessmentStageEvent", "graph.assessment_stage_event", key: null)
            .Entity("ItemRating", "graph.assessment_rating", key: null)
            .Entity("AssessmentStanding", "graph.assessment_standing", key: null)
            .Entity("Debrief", "graph.debrief", "entry_id")
            .Entity("BonusClaim", "graph.bonus_claim", "id")
            .Entity("FailFinding", "graph.fail_finding", "id")
            .Entity("AdmonitionTalk", "graph.admonition_talk", "id");

    private static void Results(GraphMapBuilder map) =>
        map.Entity(
                "Assessment",
                "graph.assessment",
                "id",
                new()
                {
                    ["items"] = OrganizationMap.Children(
                        "AssessmentItemScore",
                        "graph.assessment_item_score",
                        "assessment_id",
                        new ListOrder("item_code")
                    ),
                    ["document"] = OrganizationMap.ToDocument,
                    ["versions"] = OrganizationMap.Children(
                        "Assessment",
                        "graph.assessment_version",
                        "of_id",
                        new ListOrder("result_version")
                    ),
                }
            )
            .Entity("AssessmentItemScore", "graph.assessment_item_score", key: null);

    private static ToManyMap Ratings(string view) => OrganizationMap.Children("ItemRating", view, "entry_id", new ListOrder("item_code"));

    private static ToOneMap One(string type, string table) => new(type, new(new JoinStep(table, "entry_id", "id")));
}
