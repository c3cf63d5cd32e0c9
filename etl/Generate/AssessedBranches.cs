namespace SocietyParty.Etl.Generate;

/// <summary>What a branch got for one year.</summary>
/// <param name="Id">Key of the result.</param>
/// <param name="Tenths">Scores of the items in tenths of a point, in the scheme's order.</param>
/// <param name="Bonus">Points of its bonus claims.</param>
/// <param name="FailRule">The fail rule that overrides its score; null for nearly all.</param>
internal sealed record Assessed(long Id, Branch Branch, int Year, int[] Tenths, IReadOnlyList<int> Bonus, string? FailRule)
{
    public decimal FixedScore => new(Tenths.Sum(), 0, 0, false, 1);

    public decimal BonusScore => Bonus.Sum();

    public string Grade => FailRule is null ? AssessmentScheme.GradeOf(FixedScore + BonusScore) : "UNQUALIFIED";

    /// <summary>The share of an item's points that it got, from 0 to 1.</summary>
    public double ShareOf(string item)
    {
        for (var i = 0; i < Tenths.Length; i++)
        {
            if (AssessmentScheme.Items[i].Code == item)
            {
                return Tenths[i] / (AssessmentScheme.Items[i].Maximum * 10.0);
            }
        }

        throw new ArgumentException($"The scheme has no item {item}.", nameof(item));
    }
}

/// <summary>Every branch in every year at whose end it stood, with what it got.</summary>
internal sealed class AssessedBranches(GenerateOptions options, IReadOnlyList<Branch> branches)
{
    private static readonly string[] FailRules = ["SERIOUS_VIOLATION", "INSPECTION_FAILED", "ILLEGAL_POLITICAL_ACTIVITY", "NO_ACTIVITY"];

    /// <summary>By branch and year; made anew on each reading, so that millions are never held.</summary>
    public IEnumerable<Assessed> All()
    {
        var id = 0L;
        foreach (var branch in branches)
        {
            for (var year = GenerateOptions.First.Year; year < GenerateOptions.First.Year + GenerateOptions.YearCount; year++)
            {
                if (branch.StoodAtTheEndOf(year))
                {
                    yield return Of(++id, branch, year);
                }
            }
        }
    }

    /// <summary>
    /// Whether the year's round is there with all that led to the result. Of a nation it is the last year's only: five years of stages,
    /// ballots and activities would be millions of rows that nobody looks at.
    /// </summary>
    public bool IsRun(int year) => options.Profile == Profile.City || year == GenerateOptions.First.Year + GenerateOptions.YearCount - 1;

    private Assessed Of(long id, Branch branch, int year)
    {
        var chance = new Chance(options.Seed, Subject.Assessment, -(branch.Id << 16) - year);
        var bonus = new int[chance.Weighted<int>([(0, 60), (1, 25), (2, 15)])];
        for (var i = 0; i < bonus.Length; i++)
        {
            bonus[i] = chance.OneOf<int>(AssessmentScheme.BonusPoints);
        }

        return new(id, branch, year, TenthsOf(branch.Id, year), bonus, chance.Below(1000) < 5 ? chance.OneOf<string>(FailRules) : null);
    }

    /// <summary>Scores in tenths of a point: a branch is good or less good as a whole, and each item differs a little.</summary>
    private int[] TenthsOf(long branch, int year)
    {
        var quality = new Chance(options.Seed, Subject.Assessment, branch);
        var level = 620 + quality.Below(200) + quality.Below(200);
        var chance = new Chance(options.Seed, Subject.Assessment, (branch << 16) + year);
        var tenths = new int[AssessmentScheme.Items.Count];
        for (var i = 0; i < tenths.Length; i++)
        {
            tenths[i] = AssessmentScheme.Items[i].Maximum * Math.Clamp(level + chance.Below(240) - 120, 0, 1000) / 100;
        }

        return tenths;
    }
}
