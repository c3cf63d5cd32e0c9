namespace SocietyParty.Sql.Mapping;

/// <summary>Posts in branches, councils and committees, and the terms of councils.</summary>
internal static class AppointmentsMap
{
    private const string Appointments = "graph.appointment";

    public static void Add(GraphMapBuilder map) =>
        map.Entity("Appointment", Appointments, "id", new() { ["postName"] = new LocalizedMap("post_name", "post_english_name") })
            .Entity(
                "CouncilTerm",
                "graph.council_term",
                "id",
                new() { ["appointments"] = Relations.Children("Appointment", Appointments, "council_term_id", LatestFirst) }
            )
            .Entity("CrossAppointment", "graph.cross_appointment", key: null)
            .Entity(
                "BranchTeam",
                "graph.branch_team",
                key: null,
                new() { ["crossAppointmentRate"] = new RatioMap("cross_appointed_count", "team_count") }
            )
            .Extend("Person", new() { ["appointments"] = Relations.Children("Appointment", Appointments, "person_id", LatestFirst) })
            .Extend("Branch", OfBranch)
            .Extend("Society", OfSociety)
            .Extend("Committee", new() { ["appointments"] = PostsOf("committee_id") });

    private static Dictionary<string, FieldMap> OfBranch =>
        new()
        {
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
            ["councilTerms"] = Relations.Children(
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
