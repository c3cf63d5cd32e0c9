namespace SocietyParty.Etl.Generate;

/// <summary>
/// Members of the branches that stand; as many as planned, in branches of very different sizes, each affiliated as its branch's category
/// says.
/// </summary>
internal sealed class MemberTables
{
    private static readonly DateOnly YearAgo = GenerateOptions.Last.AddYears(-1);

    private readonly GenerateOptions options;
    private readonly List<BranchMembers> standing = [];

    public MemberTables(GenerateOptions options, IReadOnlyList<Branch> branches)
    {
        this.options = options;
        var weighed = branches
            .Where(branch => branch.Status == "ESTABLISHED")
            .Select(branch => (Branch: branch, Weight: Weight(branch.Id)))
            .ToList();
        long weights = weighed.Sum(branch => (long)branch.Weight),
            passed = 0;
        foreach (var (branch, weight) in weighed)
        {
            var before = passed * options.Members / weights;
            passed += weight;
            standing.Add(new(branch, before + 1, (int)(passed * options.Members / weights - before)));
        }
    }

    /// <summary>Every standing branch with the keys of its members, which follow each other. A member's person has the same key.</summary>
    public IReadOnlyList<BranchMembers> Standing => standing;

    public IEnumerable<object?[]> Persons() => standing.SelectMany(branch => branch.Ids.Select(Person));

    public TableRows Table =>
        new(
            "graph.member",
            [
                "id",
                "branch_id",
                "person_id",
                "member_ref",
                "status",
                "joined_on",
                "status_since",
                "affiliation_branch_id",
                "affiliation_unit_id",
                "affiliation_place",
                "affiliated_since",
            ],
            standing.SelectMany(branch => branch.Ids.Select(id => Row(branch, id)))
        );

    /// <summary>Whether somebody is a full member, and since when in the party; null: not stated.</summary>
    public (bool IsFull, DateOnly? JoinedOn) StandingOf(long id)
    {
        var chance = new Chance(options.Seed, Subject.Member, id);
        var isFull = chance.Percent(95);
        return (
            isFull,
            chance.Percent(10) ? null
            : isFull ? chance.Day(new(1976, 1, 1), YearAgo)
            : chance.Day(YearAgo, GenerateOptions.Last)
        );
    }

    /// <summary>Since when somebody has the present status: a probation lasts a year; null: not stated, or long ago.</summary>
    public DateOnly? StatusSince(long id) =>
        StandingOf(id) switch
        {
            (_, null) => null,
            (false, { } joined) => joined,
            (true, { } joined) => joined.AddYears(1) > GenerateOptions.First ? joined.AddYears(1) : null,
        };

    /// <summary>Where the affiliation of a member lies and since when.</summary>
    public (Place Place, DateOnly? Since) AffiliationOf(BranchMembers branch, long id)
    {
        var place = PlaceOf(branch, id);
        var since = branch.Branch.Categories[^1].From;
        return (
            place,
            !place.IsStated || since is null ? null
            : StandingOf(id).JoinedOn is { } joined && joined > since ? joined
            : since
        );
    }

    /// <summary>The first full members of a branch: whoever holds posts.</summary>
    public IEnumerable<long> FullMembers(BranchMembers branch, int count) => branch.Ids.Where(id => StandingOf(id).IsFull).Take(count);

    /// <summary>
    /// The branches of which the finest rows are generated: all of a city, one in ten of a nation, or it would take too long.
    /// </summary>
    public bool IsDetailed(Branch branch) => options.Profile == Profile.City || branch.Id % 10 == 0;

    /// <summary>One branch in 25 has a member whose affiliation does not fit the category.</summary>
    private Place PlaceOf(BranchMembers branch, long id)
    {
        var (b, fits) = (branch.Branch, branch.Branch.Id % 25 != 0 || id != branch.First);
        var elsewhere = new Place(null, null, PlaceName(id));
        return b.Categories[^1].Category switch
        {
            "A" => fits ? new(b.Id, null, null) : elsewhere,
            "B" => fits && !IsEmployed(b) ? new(null, SocietyTables.UnitOf(options, b.Lead), null) : elsewhere,
            "C" => fits ? elsewhere : new(b.Id, null, null),
            _ when b.Id % 2 == 0 => new(null, null, null),
            _ => id == branch.First ? new(b.Id, null, null) : elsewhere,
        };
    }

    /// <summary>Branches of category B whose members are known to be staff by their employment, not by their affiliation.</summary>
    public bool IsEmployed(Branch branch) =>
        branch.Categories[^1].Category == "B" && branch.Id % 25 != 0 && IsDetailed(branch) && branch.Id / 10 % 4 == 0;

    /// <summary>Where somebody's affiliation lies or lay who has it elsewhere.</summary>
    public static string PlaceName(long id) => $"合成-党组织-{id % 500:000}";

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
        var sex = chance.Percent(65) ? "MALE" : "FEMALE";
        var born = 1946 + chance.Below(12) + chance.Below(12) + chance.Below(24);
        // Nobody joins before 18.
        return [id, Reference(id), sex, StandingOf(id).JoinedOn is { } joined ? Math.Min(born, joined.Year - 18) : born];
    }

    private object?[] Row(BranchMembers branch, long id)
    {
        var (isFull, joined) = StandingOf(id);
        var (place, since) = AffiliationOf(branch, id);
        return
        [
            id,
            branch.Branch.Id,
            id,
            Reference(id),
            isFull ? "FULL" : "PROBATIONARY",
            joined,
            StatusSince(id),
            place.BranchId,
            place.UnitId,
            place.Name,
            since,
        ];
    }
}

/// <param name="First">Key of its first member.</param>
internal sealed record BranchMembers(Branch Branch, long First, int Count)
{
    public IEnumerable<long> Ids
    {
        get
        {
            for (var id = First; id < First + Count; id++)
            {
                yield return id;
            }
        }
    }
}

/// <summary>Where an affiliation lies: at most one of the three.</summary>
internal readonly record struct Place(long? BranchId, long? UnitId, string? Name)
{
    public bool IsStated => BranchId is not null || UnitId is not null || Name is not null;
}
