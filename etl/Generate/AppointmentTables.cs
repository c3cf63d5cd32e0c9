namespace SocietyParty.Etl.Generate;

/// <summary>One term of a society's council.</summary>
/// <param name="Branch">The branch that stands for the society, with its members; null where none does.</param>
internal sealed record Council(long Id, Society Society, int Number, DateOnly StartedOn, DateOnly EndsOn, BranchMembers? Branch);

/// <summary>
/// Terms of councils, and posts in branches, councils and committees. Some of who leads a branch sits in its society's council too.
/// </summary>
internal sealed class AppointmentTables
{
    private const int TermYears = 5;

    private readonly GenerateOptions options;
    private readonly MemberTables members;
    private readonly Newcomers newcomers;
    private readonly List<Council> councils = [];
    private readonly List<object?[]> posts = [];

    public AppointmentTables(GenerateOptions options, IReadOnlyList<Society> societies, MemberTables members, Newcomers newcomers)
    {
        (this.options, this.members, this.newcomers) = (options, members, newcomers);
        var standing = members.Standing.ToDictionary(branch => branch.Branch.Lead.Id);
        foreach (var society in societies)
        {
            AddCouncils(society, standing.GetValueOrDefault(society.Id));
        }

        foreach (var branch in members.Standing)
        {
            AddBranchPosts(branch);
        }

        foreach (var committee in members.Standing.GroupBy(branch => branch.Branch.Lead.Committee))
        {
            AddCommitteePosts(committee.Key, [.. committee]);
        }
    }

    /// <summary>Every term, in the order of the keys.</summary>
    public IReadOnlyList<Council> Councils => councils;

    /// <summary>Who held which post in a council, by the term's key.</summary>
    public ILookup<long, (string Post, long Person)> CouncilPosts =>
        posts.Where(post => post[3] is long).ToLookup(post => (long)post[3]!, post => ((string)post[1]!, (long)post[0]!));

    /// <summary>Who sits in a committee on the last day, by the committee's key.</summary>
    public ILookup<long, long> CommitteeMembers =>
        posts
            .Where(post => post[4] is long && ((NpgsqlTypes.NpgsqlRange<DateOnly>)post[5]!).UpperBoundInfinite)
            .Select(post => (Committee: (long)post[4]!, Person: (long)post[0]!))
            .Distinct()
            .ToLookup(post => post.Committee, post => post.Person);

    public IEnumerable<TableRows> Tables() =>
        [
            new(
                "graph.council_term",
                ["id", "society_id", "term_number", "started_on", "ends_on"],
                councils.Select(term => (object?[])[term.Id, term.Society.Id, term.Number, term.StartedOn, term.EndsOn])
            ),
            new(
                "graph.appointment",
                ["id", "person_id", "post", "branch_id", "council_term_id", "committee_id", "valid_during"],
                posts.Select((post, i) => (object?[])[i + 1L, .. post])
            ),
        ];

    /// <summary>The present term, and in detail the one before it: a nation's past councils would double the rows.</summary>
    private void AddCouncils(Society society, BranchMembers? branch)
    {
        var chance = new Chance(options.Seed, Subject.Council, society.Id);
        var started = chance.Day(GenerateOptions.Last.AddYears(-TermYears).AddDays(60), GenerateOptions.Last.AddDays(-30));
        var number = 2 + chance.Below(6);
        var isDetailed = options.Profile == Profile.City || society.Id % 10 == 0;
        if (isDetailed)
        {
            AddCouncil(ref chance, society, number - 1, started.AddYears(-TermYears), started, null, isDetailed);
        }

        AddCouncil(ref chance, society, number, started, started.AddYears(TermYears), branch, isDetailed);
    }

    private void AddCouncil(
        ref Chance chance,
        Society society,
        int number,
        DateOnly started,
        DateOnly ends,
        BranchMembers? branch,
        bool isDetailed
    )
    {
        var council = new Council(councils.Count + 1, society, number, started, ends, branch);
        councils.Add(council);
        var leaders = branch is null ? [] : members.FullMembers(branch, 3).ToList();
        AddCouncilPost(council, "COUNCIL_CHAIR", Pick(ref chance, leaders, 0, 55));
        if (!isDetailed)
        {
            return;
        }

        AddCouncilPost(council, "COUNCIL_VICE_CHAIR", Pick(ref chance, leaders, 1, 50));
        AddCouncilPost(council, "SECRETARY_GENERAL", Pick(ref chance, leaders, 2, 40));
        AddCouncilPost(council, "COUNCIL_VICE_CHAIR", newcomers.Next());
        AddCouncilPost(council, "COUNCIL_MEMBER", newcomers.Next());
    }

    private long Pick(ref Chance chance, List<long> leaders, int place, int percent) =>
        chance.Percent(percent) && place < leaders.Count ? leaders[place] : newcomers.Next();

    private void AddCouncilPost(Council council, string post, long person) =>
        posts.Add([person, post, null, council.Id, null, Ranges.Days(council.StartedOn, council.EndsOn)]);

    /// <summary>A secretary each, one in four the second of the history; in detail a committee of the branch too.</summary>
    private void AddBranchPosts(BranchMembers branch)
    {
        var chance = new Chance(options.Seed, Subject.Council, -branch.Branch.Id);
        var leaders = members.FullMembers(branch, 4).ToList();
        if (leaders.Count == 0)
        {
            return;
        }

        var since = branch.Branch.EstablishedOn;
        var first = since > GenerateOptions.First ? since.Value : GenerateOptions.First;
        var changed = chance.Day(first.AddDays(1), GenerateOptions.Last);
        if (leaders.Count > 3 && chance.Percent(25))
        {
            AddBranchPost(branch, "BRANCH_SECRETARY", leaders[3], since, changed);
            since = changed;
        }

        AddBranchPost(branch, "BRANCH_SECRETARY", leaders[0], since, null);
        // 支委会: a branch with seven members or more has a committee.
        if (!members.IsDetailed(branch.Branch) || branch.Count < 7)
        {
            return;
        }

        foreach (var member in leaders.Skip(1).Take(2))
        {
            AddBranchPost(branch, "BRANCH_COMMITTEE_MEMBER", member, since, null);
        }
    }

    private void AddBranchPost(BranchMembers branch, string post, long member, DateOnly? from, DateOnly? to) =>
        posts.Add([member, post, branch.Branch.Id, null, null, Ranges.Days(from, to)]);

    /// <summary>A secretary and four members of each committee that leads branches, taken from the branches.</summary>
    private void AddCommitteePosts(Committee committee, IReadOnlyList<BranchMembers> branches)
    {
        var people = branches.SelectMany(branch => members.FullMembers(branch, 2).Skip(1)).Take(5).ToList();
        for (var i = 0; i < people.Count; i++)
        {
            posts.Add([
                people[i],
                i == 0 ? "COMMITTEE_SECRETARY" : "COMMITTEE_MEMBER",
                null,
                null,
                committee.Id,
                Ranges.Days(GenerateOptions.First, null),
            ]);
        }
    }
}
