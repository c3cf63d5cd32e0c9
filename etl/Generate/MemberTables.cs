namespace SocietyParty.Etl.Generate;

/// <summary>Members of the branches that stand; as many as planned, in branches of very different sizes.</summary>
internal sealed class MemberTables(GenerateOptions options, IReadOnlyList<Branch> branches)
{
    private static readonly DateOnly YearAgo = GenerateOptions.Last.AddYears(-1);

    public IEnumerable<TableRows> Tables() =>
    [
        new("graph.person", ["id", "person_ref", "sex", "birth_year"], Branches().Select((_, i) => Person(i + 1L))),
        new("graph.member", ["id", "branch_id", "person_id", "member_ref", "status", "joined_on"], Branches().Select((branch, i) => Row(i + 1L, branch))),
    ];

    /// <summary>The branch of each member in turn.</summary>
    private IEnumerable<long> Branches()
    {
        var standing = branches.Where(branch => branch.Status == "ESTABLISHED").Select(branch => (branch.Id, Weight: Weight(branch.Id))).ToList();
        long weights = standing.Sum(branch => (long)branch.Weight), passed = 0;
        foreach (var (id, weight) in standing)
        {
            var before = passed * options.Members / weights;
            passed += weight;
            for (var i = before; i < passed * options.Members / weights; i++) yield return id;
        }
    }

    // Few branches are large: the product of three dice.
    private int Weight(long branch)
    {
        var chance = new Chance(options.Seed, Subject.Member, -branch);
        return (2 + chance.Below(9)) * (2 + chance.Below(9)) * (2 + chance.Below(9));
    }

    private static string Reference(long id) => $"合成-党员-{id:0000000}";

    private object?[] Person(long id)
    {
        var chance = new Chance(options.Seed, Subject.Person, id);
        return [id, Reference(id), chance.Percent(65) ? "MALE" : "FEMALE", 1946 + chance.Below(12) + chance.Below(12) + chance.Below(24)];
    }

    private object?[] Row(long id, long branch)
    {
        var chance = new Chance(options.Seed, Subject.Member, id);
        var isFull = chance.Percent(95);
        DateOnly? joined = chance.Percent(10) ? null : isFull ? chance.Day(new(1976, 1, 1), YearAgo) : chance.Day(YearAgo, GenerateOptions.Last);
        return [id, branch, id, Reference(id), isFull ? "FULL" : "PROBATIONARY", joined];
    }
}
