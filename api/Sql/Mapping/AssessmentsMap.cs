namespace SocietyParty.Sql.Mapping;

/// <summary>The annual assessment: rounds, what led to a result, and the results (004).</summary>
internal static class AssessmentsMap
{
    private const string Memberships = "graph.consortium_branch";
    private const string Supervisions = "graph.consortium_supervision";
    private const string TeamMembers = "graph.supervision_team_member";

    public static void Add(GraphMapBuilder map)
    {
        Rounds(map);
        Results(map);
        map.Extend("Committee", OfCommittee()).Extend("Branch", OfBranch());
    }

    private static void Rounds(GraphMapBuilder map) =>
        map.Entity(
                "AssessmentRound",
                "graph.assessment_round",
                "id",
                new()
                {
                    ["document"] = Relations.ToDocument,
                    ["entries"] = Relations.Children("AssessmentEntry", "graph.assessment_entry", "round_id"),
                    ["rankings"] = Relations.Children(
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
                    ["items"] = Relations.Children("SchemeItem", "graph.assessment_scheme_item", "scheme_id", new ListOrder("position")),
                    ["failRules"] = Relations.Children(
                        "SchemeFailRule",
                        "graph.assessment_scheme_fail_rule",
                        "scheme_id",
                        new ListOrder("position")
                    ),
                    ["bonusItems"] = Relations.Children(
                        "SchemeBonusItem",
                        "graph.assessment_scheme_bonus_item",
                        "scheme_id",
                        new ListOrder("position")
                    ),
                    ["bonusLevels"] = Relations.Children(
                        "SchemeBonusLevel",
                        "graph.assessment_scheme_bonus_level",
                        "scheme_id",
                        new ListOrder("position")
                    ),
                }
            )
            .Entity("SchemeFailRule", "graph.assessment_scheme_fail_rule", key: null, new() { ["clauses"] = Relations.Clauses("clause") })
            .Entity("SchemeBonusItem", "graph.assessment_scheme_bonus_item", key: null)
            .Entity(
                "SchemeBonusLevel",
                "graph.assessment_scheme_bonus_level",
                key: null,
                new() { ["name"] = new LocalizedMap("name", "english_name") }
            )
            .Entity("SchemeItem", "graph.assessment_scheme_item", key: null, InSection(new() { ["clauses"] = Relations.Clauses("clause") }))
            .Entity("ConsortiumRanking", "graph.consortium_ranking", "id")
            .Entity(
                "SupervisionTeam",
                "graph.supervision_team",
                "id",
                new()
                {
                    ["consortia"] = new ToManyMap(
                        "Consortium",
                        new(
                            new JoinStep(Supervisions, "supervision_team_id", "id", DateRange: "valid_during"),
                            new JoinStep("graph.consortium", "id", "consortium_id")
                        ),
                        [new ListOrder("name")]
                    ),
                    ["members"] = new ToManyMap(
                        "SupervisionTeamMember",
                        new(new JoinStep(TeamMembers, "supervision_team_id", "id", DateRange: "valid_during")),
                        [new ListOrder("is_leader", Descending: true), LatestFirst, new ListOrder("id")]
                    ),
                    ["memberHistory"] = Relations.Children(
                        "SupervisionTeamMember",
                        TeamMembers,
                        "supervision_team_id",
                        LatestFirst,
                        new ListOrder("id")
                    ),
                }
            )
            .Entity("SupervisionTeamMember", TeamMembers, key: null)
            .Entity(
                "Consortium",
                "graph.consortium",
                "id",
                new()
                {
                    ["supervisionTeam"] = new ToOneMap(
                        "SupervisionTeam",
                        new(
                            new JoinStep(Supervisions, "consortium_id", "id", DateRange: "valid_during"),
                            new JoinStep("graph.supervision_team", "id", "supervision_team_id")
                        )
                    ),
                    ["supervisions"] = Relations.Children("ConsortiumSupervision", Supervisions, "consortium_id", LatestFirst),
                    ["memberships"] = Relations.Children(
                        "ConsortiumMembership",
                        Memberships,
                        "consortium_id",
                        LatestFirst,
                        new ListOrder("id")
                    ),
                    ["branches"] = new ToManyMap(
                        "Branch",
                        new(
                            new JoinStep(Memberships, "consortium_id", "id", DateRange: "valid_during"),
                            new JoinStep("graph.branch", "id", "branch_id")
                        ),
                        []
                    ),
                }
            )
            .Entity("ConsortiumMembership", Memberships, key: null)
            .Entity("ConsortiumSupervision", Supervisions, key: null)
            .Entity(
                "AssessmentEntry",
                "graph.assessment_entry",
                "id",
                new()
                {
                    ["stageHistory"] = Relations.Children(
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
                    ["bonusClaims"] = Relations.Children("BonusClaim", "graph.bonus_claim", "entry_id", new ListOrder("id")),
                    ["failFindings"] = Relations.Children("FailFinding", "graph.fail_finding", "entry_id", new ListOrder("id")),
                    ["proposedFindings"] = Relations.Children(
                        "ProposedFinding",
                        "graph.assessment_proposed_finding",
                        "entry_id",
                        new ListOrder("cause"),
                        new ListOrder("society_id"),
                        new ListOrder("since")
                    ),
                    ["dismissedFindings"] = Relations.Children(
                        "DismissedFinding",
                        "graph.dismissed_finding",
                        "entry_id",
                        new ListOrder("id")
                    ),
                    ["result"] = new ToOneMap("Assessment", new(new JoinStep("graph.assessment", "entry_id", "id", Flag: "is_current"))),
                    ["results"] = Relations.Children("Assessment", "graph.assessment", "entry_id", new ListOrder("result_version")),
                    ["admonitionTalk"] = One("AdmonitionTalk", "graph.admonition_talk"),
                }
            )
            .Entity("AssessmentStageEvent", "graph.assessment_stage_event", key: null)
            .Entity("ItemRating", "graph.assessment_rating", key: null, InSection([]))
            .Entity("AssessmentStanding", "graph.assessment_standing", key: null)
            .Entity("Debrief", "graph.debrief", "entry_id")
            .Entity(
                "BonusClaim",
                "graph.bonus_claim",
                "id",
                new()
                {
                    ["level"] = new ColumnMap("usual_level", SqlType.Text),
                    ["levelCode"] = new ColumnMap("level", SqlType.Text),
                    ["levelName"] = new LocalizedMap("level_name", "level_english_name"),
                }
            )
            .Entity("FailFinding", "graph.fail_finding", "id", new() { ["clauses"] = Relations.Clauses("clause") })
            .Entity("ProposedFinding", "graph.assessment_proposed_finding", key: null)
            .Entity("DismissedFinding", "graph.dismissed_finding", key: null)
            .Entity("AdmonitionTalk", "graph.admonition_talk", "id");

    private static void Results(GraphMapBuilder map) =>
        map.Entity(
                "Assessment",
                "graph.assessment",
                "id",
                new()
                {
                    ["items"] = Relations.Children(
                        "AssessmentItemScore",
                        "graph.assessment_item_score",
                        "assessment_id",
                        new ListOrder("item_code")
                    ),
                    ["document"] = Relations.ToDocument,
                    ["gradeName"] = new LocalizedMap("grade_name", "grade_english_name"),
                    ["versions"] = Relations.Children("Assessment", "graph.assessment_version", "of_id", new ListOrder("result_version")),
                }
            )
            .Entity("AssessmentItemScore", "graph.assessment_item_score", key: null, InSection([]));

    private static Dictionary<string, FieldMap> OfCommittee() =>
        new()
        {
            ["assessmentRounds"] = Relations.Children("AssessmentRound", "graph.assessment_round", "committee_id"),
            ["consortia"] = Relations.Children("Consortium", "graph.consortium", "committee_id", new ListOrder("name")),
            ["supervisionTeams"] = Relations.Children("SupervisionTeam", "graph.supervision_team", "committee_id", new ListOrder("name")),
        };

    private static Dictionary<string, FieldMap> OfBranch() =>
        new()
        {
            // Of a year's results the one that stands; the versions before it are asked for on the result.
            ["assessments"] = new ToManyMap("Assessment", new(new JoinStep("graph.assessment", "branch_id", "id", Flag: "is_current")), []),
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
            ["consortia"] = new ToManyMap(
                "Consortium",
                new(
                    new JoinStep(Memberships, "branch_id", "id", DateRange: "valid_during"),
                    new JoinStep("graph.consortium", "id", "consortium_id")
                ),
                [new ListOrder("name")]
            ),
            ["assessmentEntries"] = Relations.Children(
                "AssessmentEntry",
                "graph.assessment_entry",
                "branch_id",
                new ListOrder("year", Descending: true)
            ),
        };

    /// <summary>The contract's enum shows a section of the scheme's own as another one; its code stands beside it.</summary>
    private static Dictionary<string, FieldMap> InSection(Dictionary<string, FieldMap> others) =>
        new(others)
        {
            ["section"] = new ColumnMap("usual_section", SqlType.Text),
            ["sectionCode"] = new ColumnMap("section", SqlType.Text),
        };

    private static ListOrder LatestFirst => new("valid_from", Descending: true, NullsLast: true);

    private static ToManyMap Ratings(string view) => Relations.Children("ItemRating", view, "entry_id", new ListOrder("item_code"));

    private static ToOneMap One(string type, string table) => new(type, new(new JoinStep(table, "entry_id", "id")));
}
