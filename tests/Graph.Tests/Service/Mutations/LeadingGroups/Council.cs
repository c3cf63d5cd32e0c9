using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.LeadingGroups;

/// <summary>A society of the test's own with a council, arranged behind the mutations.</summary>
/// <param name="Members">Party members: the chair, a vice-chair, then others without a post.</param>
/// <param name="Outsider">Somebody who is no party member.</param>
internal sealed record Council(MutationFixture City, long Society, long Term, IReadOnlyList<long> Members, long Outsider)
{
    public string SocietyId => MutationFixture.Id("Society", Society);

    /// <summary>A council of 2024 to 2028 in Chongqing, which follows 003 here.</summary>
    public static async Task<Council> NewAsync(
        MutationFixture city,
        int members = 8,
        string startedOn = "2024-01-01",
        string endsOn = "2028-01-01",
        long committee = 1
    )
    {
        await city.FollowAsync("500000");
        var society = await city.ScalarAsync<long>(
            "INSERT INTO graph.society (name, committee_id, level) VALUES ('合成学会-' || gen_random_uuid(), @committee, "
                + "'PROVINCIAL') RETURNING id",
            new { committee }
        );
        var term = await TermAsync(city, society, 1, startedOn, endsOn);
        var people = new List<long>();
        for (var i = 0; i < members; i++)
        {
            people.Add(await PersonAsync(city, isMember: true));
        }

        var council = new Council(city, society, term, people, await PersonAsync(city, isMember: false));
        await council.AppointAsync(people[0], "COUNCIL_CHAIR");
        await council.AppointAsync(people[1], "COUNCIL_VICE_CHAIR");
        return council;
    }

    public static Task<long> TermAsync(MutationFixture city, long society, int number, string startedOn, string endsOn) =>
        city.ScalarAsync<long>(
            "INSERT INTO graph.council_term (society_id, term_number, started_on, ends_on) VALUES (@society, @number, "
                + "@startedOn::date, @endsOn::date) RETURNING id",
            new
            {
                society,
                number,
                startedOn,
                endsOn,
            }
        );

    public Task AppointAsync(long person, string post, long? term = null) =>
        City.ExecuteAsync(
            "INSERT INTO graph.appointment (person_id, post, council_term_id, valid_during) VALUES (@person, @post, @term, "
                + "'[2024-01-01,)')",
            new
            {
                person,
                post,
                term = term ?? Term,
            }
        );

    public Task DismissAsync(string post) =>
        City.ExecuteAsync("DELETE FROM graph.appointment WHERE council_term_id = @Term AND post = @post", new { Term, post });

    /// <summary>Seats of members by their place, the first of them the leader's.</summary>
    public object[] Seats(params IEnumerable<int> places) =>
        [.. places.Select((place, i) => Seat(Members[place], i == 0 ? "LEADER" : "MEMBER"))];

    public static object Seat(long person, string role) => new { person = MutationFixture.Id("Person", person), role };

    public object Submission(object[] seats, string discussedOn = "2024-02-01", string submittedOn = "2024-02-10") =>
        new
        {
            society = SocietyId,
            discussedOn,
            submittedOn,
            seats,
            contact = MutationFixture.Id("Person", Members[0]),
        };

    /// <summary>Submits and approves a group of so many seats; gives its identity.</summary>
    public async Task<string> ApprovedAsync(int seats = 5, string approvedOn = "2024-03-01")
    {
        var group = (await City.DoneAsync("submitLeadingGroup", Submission(Seats(Enumerable.Range(0, seats)))))
            .GetProperty("id")
            .GetString()!;
        await City.DoneAsync("approveLeadingGroup", new { leadingGroup = group, approvedOn });
        return group;
    }

    /// <summary>Calls a meeting; gives it with its agenda and the identities of the seats.</summary>
    public async Task<Meeting> CalledAsync(string group, int items = 1, string heldOn = "2024-05-10")
    {
        var agenda = Enumerable.Range(1, items).Select(i => new { title = $"合成议题{i}" }).ToArray();
        var called = await City.DoneAsync(
            "callLeadingGroupMeeting",
            new
            {
                leadingGroup = group,
                heldOn,
                agenda,
            },
            "id agenda { id } leadingGroup { seats { id } }"
        );
        var seats = await City.QueryAsync(
            "query($id: ID!, $day: Date!) { leadingGroup(id: $id) { seats(asOf: $day) { id } } }",
            new { id = group, day = heldOn }
        );
        return new(
            called.GetProperty("id").GetString()!,
            Ids(called.GetProperty("agenda")),
            Ids(seats.GetProperty("leadingGroup").GetProperty("seats"))
        );
    }

    private static async Task<long> PersonAsync(MutationFixture city, bool isMember)
    {
        var person = await city.ScalarAsync<long>(
            "INSERT INTO graph.person (person_ref) VALUES ('合成-' || gen_random_uuid()) RETURNING id"
        );
        if (isMember)
        {
            await city.ExecuteAsync(
                "INSERT INTO graph.member (branch_id, person_id, member_ref, status) SELECT min(id), @person, '合成-' || @person, "
                    + "'FULL' FROM graph.branch",
                new { person }
            );
        }

        return person;
    }

    private static string[] Ids(JsonElement list) => [.. list.EnumerateArray().Select(one => one.GetProperty("id").GetString()!)];
}

/// <summary>A meeting that was called.</summary>
internal sealed record Meeting(string Id, string[] Items, string[] Seats)
{
    /// <summary>Attendance: so many are present, the next so many excused, the others absent.</summary>
    public object Attendance(int present, int excused = 0) =>
        new
        {
            meeting = Id,
            attendance = Seats
                .Take(present + excused)
                .Select((seat, i) => new { seat, status = i < present ? "PRESENT" : "EXCUSED" })
                .ToArray(),
        };
}
