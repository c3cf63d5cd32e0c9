namespace SocietyParty.Etl.Generate;

/// <param name="Lead">The society that it stands for.</param>
/// <param name="Partner">The second society of a joint branch; null for any other.</param>
/// <param name="EstablishedOn">Null: before the history, not stated when.</param>
/// <param name="Since">First day of the present status; null as above.</param>
/// <param name="Categories">Categories with their first days, the first since the branch's beginning.</param>
internal sealed record Branch(
    long Id,
    Society Lead,
    Society? Partner,
    string Status,
    DateOnly? EstablishedOn,
    DateOnly? Since,
    IReadOnlyList<(string Category, DateOnly? From)> Categories
)
{
    /// <summary>Whether it stood at the end of a year, so that it was assessed for it.</summary>
    public bool StoodAtTheEndOf(int year) =>
        Status != "PROPOSED" && !(EstablishedOn?.Year > year) && !(Status == "DISSOLVED" && Since?.Year <= year);
}

/// <summary>Branches with their history of status and category, and instructors of societies.</summary>
internal sealed class BranchTables
{
    private const int YearDays = 365;

    private readonly GenerateOptions options;
    private readonly IReadOnlyList<Society> societies;
    private readonly List<Branch> branches = [];
    private readonly List<Society> withoutBranch = [];

    public BranchTables(GenerateOptions options, IReadOnlyList<Society> societies)
    {
        this.options = options;
        this.societies = societies;
        for (var i = 0; i < options.Branches; i++)
        {
            var lead = (int)((long)i * societies.Count / options.Branches);
            var next = (int)((long)(i + 1) * societies.Count / options.Branches);
            branches.Add(NewBranch(i + 1, societies[lead], next - lead > 1 ? societies[lead + 1] : null));
            withoutBranch.AddRange(societies.Skip(lead + 1).Take(next - lead - 1).Where(society => society != branches[^1].Partner));
        }
    }

    public IReadOnlyList<Branch> Branches => branches;

    public IEnumerable<TableRows> Tables()
    {
        yield return new("graph.branch", ["id", "name", "committee_id", "form", "status", "status_since"], branches.Select(Row));
        // The trigger on graph.branch writes the present status; what was before is added here.
        yield return new("graph.branch_status_period", ["branch_id", "status", "valid_during"], branches.SelectMany(PastStatuses));
        yield return new("graph.branch_society", ["branch_id", "society_id", "is_lead"], branches.SelectMany(SocietiesOf));
        yield return new(
            "graph.branch_category_period",
            ["id", "branch_id", "category", "valid_during"],
            branches.SelectMany(Categories).Select((period, i) => (object?[])[i + 1L, .. period])
        );
        yield return new(
            "graph.instructor_assignment",
            ["id", "society_id", "instructor_ref", "valid_during"],
            Instructed().Select((period, i) => (object?[])[i + 1L, .. period])
        );
    }

    private Branch NewBranch(int id, Society lead, Society? free)
    {
        var chance = new Chance(options.Seed, Subject.Branch, id);
        var partner = free?.Committee == lead.Committee && chance.Percent(25) ? free : null;
        // The first one always stands, so that the smallest graph has members and assessments too.
        var status = id == 1 ? "ESTABLISHED" : chance.Weighted<string>([("ESTABLISHED", 95), ("DISSOLVED", 3), ("PROPOSED", 2)]);
        // Nobody proposes one in a society that is no more.
        status = status == "PROPOSED" && (lead.CancelledOn ?? partner?.CancelledOn) is not null ? "DISSOLVED" : status;
        DateOnly? established =
            id == 1 || chance.Percent(40) ? null
            : chance.Percent(85) ? chance.Day(new(2010, 1, 1), new(2020, 12, 31))
            : chance.Day(GenerateOptions.First, new(2024, 12, 31));
        var since = status switch
        {
            "ESTABLISHED" => established,
            "DISSOLVED" => chance.Day(new(2025, 1, 1), GenerateOptions.Last),
            _ => chance.Day(new(2026, 1, 1), GenerateOptions.Last),
        };
        if (status == "PROPOSED")
        {
            established = since;
        }

        return new Branch(id, lead, partner, status, established, since, [.. CategoriesOf(ref chance, lead, established)]);
    }

    /// <summary>About one branch in four changes once or twice; B is for societies with a supporting unit only.</summary>
    private static List<(string, DateOnly?)> CategoriesOf(ref Chance chance, Society lead, DateOnly? established)
    {
        var category = chance.Weighted<string>([("A", 4), ("B", 50), ("C", 40), ("UNCLASSIFIED", 6)]);
        if (category == "B" && !lead.HasUnit)
        {
            category = "C";
        }

        List<(string, DateOnly?)> categories = [(category, established)];
        var day = established > GenerateOptions.First ? established.Value : GenerateOptions.First;
        for (var changes = chance.Weighted<int>([(0, 75), (1, 20), (2, 5)]); changes > 0; changes--)
        {
            day = day.AddDays(90 + chance.Below(2 * YearDays));
            if (day > new DateOnly(2024, 12, 31))
            {
                break;
            }

            category = category switch
            {
                "UNCLASSIFIED" => "C",
                "C" when lead.HasUnit => "B",
                "C" or "B" => chance.Percent(70) ? "A" : "UNCLASSIFIED",
                _ => "C",
            };
            categories.Add((category, day));
        }

        return categories;
    }

    private static object?[] Row(Branch branch)
    {
        var (form, word) = (branch.Partner, branch.Categories[^1].Category, branch.Id % 50) switch
        {
            (not null, _, _) => ("JOINT_BRANCH", "联合党支部"),
            (_, "C", _) => ("FUNCTIONAL_BRANCH", "功能型党支部"),
            (_, "UNCLASSIFIED", < 25) => ("WORK_GROUP", "党的工作小组"),
            (_, "A", 0) => ("PARTY_COMMITTEE", "党委"),
            (_, "A", < 3) => ("GENERAL_BRANCH", "党总支"),
            _ => ("BRANCH", "党支部"),
        };
        return [branch.Id, branch.Lead.Stem + word, branch.Lead.Committee.Id, form, branch.Status, branch.Since];
    }

    private static IEnumerable<object?[]> PastStatuses(Branch branch)
    {
        if (branch.Status == "DISSOLVED")
        {
            yield return [branch.Id, "ESTABLISHED", Ranges.Days(branch.EstablishedOn, branch.Since)];
        }

        if (branch.Status != "PROPOSED" && branch.EstablishedOn >= GenerateOptions.First)
        {
            yield return [branch.Id, "PROPOSED", Ranges.Days(branch.EstablishedOn.Value.AddDays(-60), branch.EstablishedOn)];
        }
    }

    private static IEnumerable<object?[]> SocietiesOf(Branch branch)
    {
        yield return [branch.Id, branch.Lead.Id, true];
        if (branch.Partner is { } partner)
        {
            yield return [branch.Id, partner.Id, false];
        }
    }

    private static IEnumerable<object?[]> Categories(Branch branch)
    {
        for (var i = 0; i < branch.Categories.Count; i++)
        {
            var (category, from) = branch.Categories[i];
            var end = branch.Status == "DISSOLVED" ? branch.Since : null;
            yield return [branch.Id, category, Ranges.Days(from, i + 1 < branch.Categories.Count ? branch.Categories[i + 1].From : end)];
        }
    }

    // Instructors go to most societies without a branch and to a few others.
    private IEnumerable<object?[]> Instructed()
    {
        var bare = withoutBranch.ToHashSet();
        foreach (var society in societies)
        {
            var chance = new Chance(options.Seed, Subject.Branch, -society.Id);
            if (!chance.Percent(bare.Contains(society) ? 60 : 5))
            {
                continue;
            }

            yield return
            [
                society.Id,
                $"合成-指导员-{society.Id:000000}",
                Ranges.Days(
                    chance.Day(GenerateOptions.First, new(2024, 12, 31)),
                    chance.Percent(10) ? chance.Day(new(2025, 1, 1), GenerateOptions.Last) : null
                ),
            ];
        }
    }
}
