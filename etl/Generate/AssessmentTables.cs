namespace SocietyParty.Etl.Generate;

/// <summary>Yearly assessments of every branch that stood at the end of the year, with the scores of all items.</summary>
internal sealed class AssessmentTables(GenerateOptions options, IReadOnlyList<Branch> branches)
{
    private const int TenthsMax = 160;

    // Five million rows share these instead of boxing a number each.
    private static readonly object[] Tenths = [.. Enumerable.Range(0, TenthsMax + 1).Select(tenths => (object)new decimal(tenths, 0, 0, false, 1))];
    private static readonly SchemeItem[] Items = [.. AssessmentScheme.Items];
    private static readonly object[] Maxima = [.. Items.Select(item => (object)(decimal)item.Maximum)];

    public IEnumerable<TableRows> Tables()
    {
        yield return new("graph.assessment", ["id", "branch_id", "year", "fixed_score", "bonus_score", "grade"], Assessed().Select(Row));
        yield return new("graph.assessment_item_score", ["assessment_id", "item_code", "section", "maximum", "score"], Assessed().SelectMany(ItemRows));
    }

    private IEnumerable<(long Id, Branch Branch, int Year)> Assessed()
    {
        var id = 0L;
        foreach (var branch in branches)
        {
            for (var year = GenerateOptions.First.Year; year < GenerateOptions.First.Year + GenerateOptions.YearCount; year++)
            {
                if (branch.StoodAtTheEndOf(year)) yield return (++id, branch, year);
            }
        }
    }

    private object?[] Row((long Id, Branch Branch, int Year) assessed)
    {
        var tenths = TenthsOf(assessed.Branch.Id, assessed.Year);
        var score = new decimal(tenths.Sum(), 0, 0, false, 1);
        var chance = new Chance(options.Seed, Subject.Assessment, -(assessed.Branch.Id << 16) - assessed.Year);
        decimal bonus = 0;
        for (var claims = chance.Weighted<int>([(0, 60), (1, 25), (2, 15)]); claims > 0; claims--) bonus += chance.OneOf<int>(AssessmentScheme.BonusPoints);
        // A fail rule overrides any score.
        var grade = chance.Below(1000) < 5 ? "UNQUALIFIED" : AssessmentScheme.GradeOf(score + bonus);
        return [assessed.Id, assessed.Branch.Id, assessed.Year, score, bonus, grade];
    }

    private IEnumerable<object?[]> ItemRows((long Id, Branch Branch, int Year) assessed)
    {
        var tenths = TenthsOf(assessed.Branch.Id, assessed.Year);
        object id = assessed.Id;
        for (var i = 0; i < Items.Length; i++) yield return [id, Items[i].Code, Items[i].Section, Maxima[i], Tenths[tenths[i]]];
    }

    /// <summary>Scores in tenths of a point: a branch is good or less good as a whole, and each item differs a little.</summary>
    private int[] TenthsOf(long branch, int year)
    {
        var quality = new Chance(options.Seed, Subject.Assessment, branch);
        var level = 620 + quality.Below(200) + quality.Below(200);
        var chance = new Chance(options.Seed, Subject.Assessment, (branch << 16) + year);
        var tenths = new int[Items.Length];
        for (var i = 0; i < tenths.Length; i++)
            tenths[i] = Items[i].Maximum * Math.Clamp(level + chance.Below(240) - 120, 0, 1000) / 100;
        return tenths;
    }
}
