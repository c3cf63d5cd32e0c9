namespace SocietyParty.Sql.Mapping;

/// <summary>People, members, their affiliations, posts and dues.</summary>
internal static class MemberMap
{
    private const string Appointments = "graph.appointment";

    public static void Add(GraphMapBuilder map) =>
        map.Entity(
                "Person",
                "graph.person",
                "id",
                new()
                {
                    ["reference"] = new ColumnMap("person_ref", SqlType.Text),
                    ["appointments"] = OrganizationMap.Children("Appointment", Appointments, "person_id", LatestFirst),
                    ["member"] = new ToOneMap("Member", new(new JoinStep("graph.member", "person_id", "id"))),
                    ["applications"] = OrganizationMap.Children(
                        "Applicant",
                        "graph.applicant",
                        "person_id",
                        new ListOrder("id", Descending: true)
                    ),
                }
            )
            .Entity(
                "Member",
                "graph.member",
                "id",
                new()
                {
                    ["affiliation"] = new ToOneMap(
                        "Affiliation",
                        new(new JoinStep("graph.affiliation", "member_id", "id", DateRange: "valid_during"))
                    ),
                    ["affiliationHistory"] = OrganizationMap.Children("Affiliation", "graph.affiliation", "member_id", LatestFirst),
                    ["transfers"] = OrganizationMap.Children(
                        "AffiliationTransfer",
                        "graph.affiliation_transfer",
                        "member_id",
                        new ListOrder("id", Descending: true)
                    ),
                    ["organizationLives"] = OrganizationMap.Children(
                        "OrganizationLife",
                        "graph.organization_life",
                        "member_id",
                        LatestFirst
                    ),
                    ["statusHistory"] = OrganizationMap.Children(
                        "MemberStatusPeriod",
                        "graph.member_status_history",
                        "member_id",
                        LatestFirst
                    ),
                }
            )
            .Entity("MemberStatusPeriod", "graph.member_status_history", key: null)
            .Entity("Affiliation", "graph.affiliation", "member_id")
            .Entity("AffiliationTransfer", "graph.affiliation_transfer", "id")
            .Entity("OrganizationLife", "graph.organization_life", key: null)
            .Entity("Applicant", "graph.applicant", "id")
            .Entity("DuesQuarter", "graph.branch_dues", key: null)
            .Entity("Appointment", Appointments, "id")
            .Entity(
                "CouncilTerm",
                "graph.council_term",
                "id",
                new() { ["appointments"] = OrganizationMap.Children("Appointment", Appointments, "council_term_id", LatestFirst) }
            )
            .Entity("CrossAppointment", "graph.cross_appointment", key: null)
            .Entity(
                "BranchTeam",
                "graph.branch_team",
                key: null,
                new() { ["crossAppointmentRate"] = new RatioMap("cross_appointed_count", "team_count") }
            )
            .Extend("Branch", OfBranch)
            .Extend("Society", OfSociety)
            .Extend("Committee", new() { ["appointments"] = PostsOf("committee_id") });

    private static Dictionary<string, FieldMap> OfBranch =>
        new()
        {
            ["applicants"] = OrganizationMap.Children("Applicant", "graph.applicant", "branch_id", new ListOrder("id", Descending: true)),
            ["guests"] = new ToManyMap(
                "Member",
                new(
                    new JoinStep("graph.organization_life", "branch_id", "id", DateRange: "valid_during"),
                    new JoinStep("graph.member", "id", "member_id")
                ),
                [new ListOrder("id")]
            ),
            ["dues"] = OrganizationMap.Children(
                "DuesQuarter",
                "graph.branch_dues",
                "branch_id",
                new ListOrder("year", Descending: true),
                new ListOrder("quarter", Descending: true)
            ),
            ["secretary"] = new ToOneMap(
                "Appointment",
                new(new JoinStep("graph.branch_secretary", "branch_id", "id", DateRange: "valid_during"))
            ),
            ["appointments"] = PostsOf("branch_id"),
            ["crossAppointments"] = new ToManyMap(
                "CrossAppointment",
                new(new JoinStep("graph.cross_appointment", "branch_id", "id", DateRange: "valid_during")),
                [LatestFirst, new ListOrder("person_id")]
            ),
            ["team"] = new ToOneMap("BranchTeam", new(new JoinStep("graph.branch_team", "branch_id", "id"))),
        };

    private static Dictionary<string, FieldMap> OfSociety =>
        new()
        {
            ["councilTerms"] = OrganizationMap.Children(
                "CouncilTerm",
                "graph.council_term",
                "society_id",
                new ListOrder("started_on", Descending: true)
            ),
            ["councilTerm"] = new ToOneMap(
                "CouncilTerm",
                new(new JoinStep("graph.council_term", "society_id", "id", DateRange: "term_during"))
            ),
            ["officers"] = PostsOf("society_id"),
        };

    private static ListOrder LatestFirst => new("valid_from", Descending: true, NullsLast: true);

    private static ToManyMap PostsOf(string place) =>
        new("Appointment", new(new JoinStep(Appointments, place, "id", DateRange: "valid_during")), [LatestFirst, new ListOrder("id")]);
}
