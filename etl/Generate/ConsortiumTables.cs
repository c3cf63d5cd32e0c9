namespace SocietyParty.Etl.Generate;

/// <summary>A consortium and the team that supervises it.</summary>
internal sealed record GeneratedConsortium(long Id, long Committee, long Team, IReadOnlyList<Branch> Branches);

/// <summary>One supervision team for each committee with enough branches, and consortia of three for about half of them.</summary>
internal sealed class ConsortiumTables
{
    private const int BranchesMin = 6;
    private const int BranchesEach = 3;

    private readonly ILookup<long, GeneratedConsortium> consortia;
    private readonly HashSet<long> branchIds;
    private readonly List<long> teams = [];

    public ConsortiumTables(IReadOnlyList<Branch> branches)
    {
        var all = new List<GeneratedConsortium>();
        foreach (var committee in branches.Where(Lasts).GroupBy(branch => branch.Lead.Committee.Id).OrderBy(group => group.Key))
        {
            var own = committee.ToList();
            if (own.Count < BranchesMin)
            {
                continue;
            }

            teams.Add(committee.Key);
            for (var i = 0; i + BranchesEach <= own.Count / 2; i += BranchesEach)
            {
                all.Add(new(all.Count + 1L, committee.Key, teams.Count, own.GetRange(i, BranchesEach)));
            }
        }

        consortia = all.ToLookup(one => one.Committee);
        branchIds = [.. all.SelectMany(one => one.Branches).Select(branch => branch.Id)];
    }

    public IReadOnlyList<GeneratedConsortium> Of(long committee) => [.. consortia[committee]];

    public bool Has(Branch branch) => branchIds.Contains(branch.Id);

    public IEnumerable<TableRows> Tables()
    {
        var all = consortia.SelectMany(group => group).OrderBy(one => one.Id).ToList();
        yield return new(
            "graph.supervision_team",
            ["id", "committee_id", "name"],
            teams.Select((committee, i) => (object?[])[i + 1L, committee, $"合成-督导团-{i + 1:0000}"])
        );
        yield return new(
            "graph.consortium",
            ["id", "committee_id", "name"],
            all.Select(one => (object?[])[one.Id, one.Committee, $"合成-联合体-{one.Id:00000}"])
        );
        yield return new(
            "graph.consortium_supervision",
            ["id", "consortium_id", "supervision_team_id", "valid_during"],
            all.Select(one => (object?[])[one.Id, one.Id, one.Team, Ranges.Days(GenerateOptions.First, null)])
        );
        yield return new(
            "graph.consortium_branch",
            ["id", "consortium_id", "branch_id", "valid_during"],
            all.SelectMany(one => one.Branches.Select(branch => (one.Id, branch)))
                .Select((link, i) => (object?[])[i + 1L, link.Id, link.branch.Id, Ranges.Days(GenerateOptions.First, null)])
        );
    }

    /// <summary>Whether it stands through all the years, so that each ranking has branches.</summary>
    private static bool Lasts(Branch branch) => branch.Status == "ESTABLISHED" && !(branch.EstablishedOn >= GenerateOptions.First);
}
