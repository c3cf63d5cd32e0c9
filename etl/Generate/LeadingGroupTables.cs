namespace SocietyParty.Etl.Generate;

/// <summary>
/// Leading groups of most councils whose society has a branch, with half-yearly meetings since their approval. A few of a hundred break
/// each rule: even, too large, led by somebody else, not approved, without a contact, outside of the term, not re-elected, a half-year
/// without a meeting, without a quorum, minutes not signed. In a nation those of one society in ten, as with posts in councils.
/// </summary>
internal sealed class LeadingGroupTables
{
    private const string Recorder = "合成-党办";

    private readonly GenerateOptions options;
    private readonly MemberTables members;
    private readonly ILookup<long, (string Post, long Person)> posts;
    private readonly List<object?[]> groups = [];
    private readonly List<object?[]> compositions = [];
    private readonly List<object?[]> seats = [];
    private readonly List<object?[]> steps = [];
    private readonly List<object?[]> localRules = [];
    private readonly LeadingGroupMeetings meetings;

    public LeadingGroupTables(
        GenerateOptions options,
        IReadOnlyList<Council> councils,
        ILookup<long, (string Post, long Person)> posts,
        MemberTables members
    )
    {
        (this.options, this.posts, this.members) = (options, posts, members);
        meetings = new LeadingGroupMeetings(options);
        for (var i = 0; i < councils.Count; i++)
        {
            if (councils[i] is not { Branch: { } branch } council || (options.Profile == Profile.Nation && council.Society.Id % 10 != 0))
            {
                continue;
            }

            var earlier = i > 0 && councils[i - 1].Society == council.Society ? councils[i - 1] : null;
            if (council.Society.Id % 30 == 0 && earlier is not null)
            {
                AddForgotten(earlier, branch);
            }
            else
            {
                Add(council, branch);
            }
        }
    }

    public IEnumerable<TableRows> Tables() =>
        [
            new(
                "graph.leading_group",
                ["id", "council_term_id", "status", "discussed_on", "submitted_on", "approved_on", "returned_on", "contact_person_id"],
                groups
            ),
            new(
                "graph.leading_group_composition",
                ["id", "leading_group_id", "number", "status", "submitted_on", "decided_on", "reason", "valid_during"],
                compositions
            ),
            new("graph.leading_group_seat", ["id", "composition_id", "person_id", "role"], seats),
            new(
                "graph.leading_group_stage",
                ["id", "leading_group_id", "from_status", "to_status", "moved_on", "recorded_at", "actor"],
                steps
            ),
            new("graph.leading_group_local_rule", ["id", "leading_group_id", "title", "filed_on"], localRules),
            .. meetings.Tables(),
        ];

    private void Add(Council council, BranchMembers branch)
    {
        var chance = new Chance(options.Seed, Subject.LeadingGroup, council.Id);
        if (!chance.Percent(92))
        {
            return;
        }

        var discussed = council.StartedOn.AddDays(chance.Percent(2) ? -30 : 15 + chance.Below(30));
        var submitted = discussed.AddDays(5 + chance.Below(10));
        if (submitted >= GenerateOptions.Last.AddDays(-60))
        {
            return;
        }

        if (LeaderOf(council, submitted) is not { } leader)
        {
            return;
        }

        var status = chance.Weighted<string>([("APPROVED", 95), ("SUBMITTED", 3), ("RETURNED", 2)]);
        var size = chance.Weighted<int>([(3, 43), (5, 42), (7, 10), (4, 3), (9, 2)]);
        Write(ref chance, council, PeopleOf(branch, leader, size, submitted), status, discussed, submitted, chance.Percent(3));
    }

    /// <summary>
    /// A group of the term before, which nobody re-elected: the council's posts of that term are not held by members either.
    /// </summary>
    private void AddForgotten(Council council, BranchMembers branch)
    {
        var chance = new Chance(options.Seed, Subject.LeadingGroup, council.Id);
        var discussed = council.EndsOn.AddYears(-1);
        var people = members.FullMembers(branch, 3).Where(person => IsMember(person, discussed)).ToList();
        if (people.Count == 3)
        {
            Write(ref chance, council, people, "APPROVED", discussed, discussed.AddDays(7), false);
        }
    }

    private void Write(
        ref Chance chance,
        Council council,
        List<long> people,
        string status,
        DateOnly discussed,
        DateOnly submitted,
        bool isLedByAnother
    )
    {
        long id = groups.Count + 1;
        var decided = submitted.AddDays(10 + chance.Below(20));
        DateOnly? approved = status == "APPROVED" ? decided : null,
            returned = status == "RETURNED" ? decided : null;
        groups.Add([id, council.Id, status, discussed, submitted, approved, returned, chance.Percent(96) ? people[^1] : null]);
        compositions.Add([
            id,
            id,
            1,
            status,
            submitted,
            status == "SUBMITTED" ? null : decided,
            status == "RETURNED" ? "合成退回理由" : null,
            approved is null ? null : Ranges.Days(approved, null),
        ]);
        var leader = isLedByAnother ? people.Count - 1 : 0;
        var firstSeat = seats.Count + 1L;
        for (var i = 0; i < people.Count; i++)
        {
            seats.Add([
                seats.Count + 1L,
                id,
                people[i],
                i == leader ? "LEADER"
                : i == 1 && people.Count > 3 ? "DEPUTY"
                : "MEMBER",
            ]);
        }

        AddStep(id, null, "DISCUSSED", discussed);
        AddStep(id, "DISCUSSED", "SUBMITTED", submitted);
        if (status != "SUBMITTED")
        {
            AddStep(id, "SUBMITTED", status, decided);
        }

        if (approved is not { } since)
        {
            return;
        }

        if (chance.Percent(40))
        {
            localRules.Add([localRules.Count + 1L, id, "合成-党建工作领导小组工作制度", since.AddDays(30)]);
        }

        meetings.Add(
            id,
            firstSeat,
            people,
            leader,
            since,
            council.Society.CancelledOn < council.EndsOn ? council.Society.CancelledOn.Value : council.EndsOn
        );
    }

    private void AddStep(long group, string? from, string to, DateOnly day) =>
        steps.Add([steps.Count + 1L, group, from, to, day, day.ToDateTime(new TimeOnly(2, 0), DateTimeKind.Utc), Recorder]);

    /// <summary>The chair if a party member on the day, else a vice-chair who is one; null where nobody can lead.</summary>
    private long? LeaderOf(Council council, DateOnly day) =>
        posts[council.Id]
            .Where(held => held.Post is "COUNCIL_CHAIR" or "COUNCIL_VICE_CHAIR" && IsMember(held.Person, day))
            .OrderBy(held => held.Post, StringComparer.Ordinal)
            .Select(held => (long?)held.Person)
            .FirstOrDefault();

    /// <summary>
    /// The leader first; as many as were asked for, or one or two fewer where the branch is small, so that an odd number stays odd.
    /// </summary>
    private List<long> PeopleOf(BranchMembers branch, long leader, int size, DateOnly day)
    {
        List<long> people =
        [
            leader,
            .. members.FullMembers(branch, size + 2).Where(person => person != leader && IsMember(person, day)).Take(size - 1),
        ];
        if (people.Count < size && people.Count % 2 == 0)
        {
            people.RemoveAt(people.Count - 1);
        }

        return people;
    }

    private bool IsMember(long person, DateOnly day) => person <= options.Members && !(members.StandingOf(person).JoinedOn > day);
}
