namespace SocietyParty.Etl.Generate;

/// <summary>
/// Activities, plans and summaries of branches. About one branch in ten is below its category's minimum, as its score for activities
/// says; who fails for doing nothing did nothing. Of a nation only the last assessed year is there: 400,000 activities instead of millions.
/// </summary>
internal sealed class ActivityTables(GenerateOptions options, AssessedBranches assessed, IReadOnlyList<Branch> branches)
{
    /// <summary>Below this share of the item's points a branch did not reach its minimum.</summary>
    private const double ShareEnough = 0.66;

    private static readonly int LastYear = GenerateOptions.First.Year + GenerateOptions.YearCount;

    private enum Kind
    {
        THEME_PARTY_DAY,
        THREE_MEETINGS_ONE_LESSON,
        ORGANIZATION_LIFE_MEETING,
        DEMOCRATIC_APPRAISAL,
        OTHER,
    }

    public IEnumerable<TableRows> Tables()
    {
        yield return new(
            "graph.activity",
            [
                "id",
                "branch_id",
                "kind",
                "title",
                "planned_on",
                "held_on",
                "is_collective",
                "has_plan",
                "has_attendance",
                "has_record",
                "expected_count",
                "attended_count",
            ],
            Years().SelectMany(Activities).Select((row, i) => (object?[])[i + 1L, .. row])
        );
        yield return new(
            "graph.branch_year_plan",
            ["id", "branch_id", "year", "planned_on", "summarized_on"],
            assessed
                .All()
                .Where(one => assessed.IsRun(one.Year))
                .Select(Plan)
                .Where(row => row[2] is not null || row[3] is not null)
                .Select((row, i) => (object?[])[i + 1L, .. row])
        );
    }

    /// <summary>How many collective activities each branch held in each year, and within which days.</summary>
    private IEnumerable<(Branch Branch, int Year, int Count, DateOnly From, DateOnly To)> Years()
    {
        foreach (var one in assessed.All().Where(one => assessed.IsRun(one.Year) && one.FailRule != "NO_ACTIVITY"))
        {
            var minimum = MinimumOf(one.Branch, one.Year);
            var chance = new Chance(options.Seed, Subject.Activity, -one.Id);
            var count =
                one.ShareOf("ORGANIZATION_2") >= ShareEnough ? minimum + chance.Below(3) : Math.Max(1, minimum - 1 - chance.Below(2));
            yield return (
                one.Branch,
                one.Year,
                count,
                Later(one.Branch.EstablishedOn, new(one.Year, 1, 5)),
                Later(one.Branch.EstablishedOn, new(one.Year, 12, 28))
            );
        }

        if (options.Profile != Profile.City)
        {
            yield break;
        }

        foreach (var branch in branches.Where(branch => branch.Status == "ESTABLISHED"))
        {
            for (var year = LastYear; year <= options.ActivitiesUntil.Year; year++)
            {
                var until = year < options.ActivitiesUntil.Year ? new DateOnly(year, 12, 28) : options.ActivitiesUntil;
                var from = new DateOnly(year, 1, 5);
                if (until > from)
                {
                    yield return (branch, year, CountUntil(branch, until), from, until);
                }
            }
        }
    }

    // Of the minimum what the year's days ask for; every other branch holds one more.
    private static int CountUntil(Branch branch, DateOnly until) =>
        until == GenerateOptions.Last
            ? 2 + (int)(branch.Id % 2)
            : Math.Max(1, (int)Math.Round(MinimumOf(branch, until.Year) * until.DayOfYear / 365.0)) + (int)(branch.Id % 2);

    private IEnumerable<object?[]> Activities((Branch Branch, int Year, int Count, DateOnly From, DateOnly To) year)
    {
        var more = new Chance(options.Seed, Subject.Activity, (year.Branch.Id << 16) + year.Year).Below(10) < 2 ? 1 : 0;
        for (var i = 0; i < year.Count + more; i++)
        {
            var chance = new Chance(options.Seed, Subject.Activity, (((year.Branch.Id << 16) + year.Year) << 5) + i + 1);
            var kind = KindOf(i, year.Count, year.Year, ref chance);
            var held = chance.Day(year.From, year.To);
            var isDocumented = chance.Percent(88);
            var expected = 3 + chance.Below(12) + chance.Below(30);
            yield return
            [
                year.Branch.Id,
                kind.ToString(),
                $"合成-活动-{year.Year}-{i + 1:00}",
                chance.Percent(80) ? held : null,
                held,
                i < year.Count,
                isDocumented || chance.Percent(50),
                isDocumented,
                isDocumented || chance.Percent(30),
                isDocumented ? expected : null,
                isDocumented ? expected - chance.Below(1 + expected / 4) : null,
            ];
        }
    }

    // The year ends with the appraisal and the organization's life meeting; the present year is not there yet.
    private static Kind KindOf(int i, int count, int year, ref Chance chance)
    {
        if (i >= count)
        {
            return Kind.OTHER;
        }

        if (year < LastYear && i == count - 1 && chance.Percent(92))
        {
            return Kind.DEMOCRATIC_APPRAISAL;
        }

        if (year < LastYear && i == count - 2)
        {
            return Kind.ORGANIZATION_LIFE_MEETING;
        }

        return i % 2 == 0 ? Kind.THEME_PARTY_DAY : Kind.THREE_MEETINGS_ONE_LESSON;
    }

    private object?[] Plan(Assessed one)
    {
        var chance = new Chance(options.Seed, Subject.Activity, -(one.Id << 20));
        DateOnly? planned = chance.Percent(93)
            ? Later(one.Branch.EstablishedOn, new DateOnly(one.Year, 1, 10).AddDays(chance.Below(40)))
            : null;
        return [one.Branch.Id, one.Year, planned, chance.Percent(90) ? new DateOnly(one.Year, 12, 31) : null];
    }

    private static DateOnly Later(DateOnly? established, DateOnly day) => established > day ? established.Value : day;

    // As the rules have it (004 组织建设-2): by the last category of the year.
    private static int MinimumOf(Branch branch, int year) =>
        branch.Categories.Last(period => period.From is null || period.From.Value.Year <= year).Category == "C" ? 4 : 6;
}
