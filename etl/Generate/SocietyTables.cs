namespace SocietyParty.Etl.Generate;

/// <param name="Stem">Its name without the number's ending, which its branch is named after.</param>
/// <param name="HasUnit">Whether a supporting unit leads it today.</param>
/// <param name="CancelledOn">First day without it; null while it is there.</param>
internal sealed record Society(
    long Id,
    Committee Committee,
    string Stem,
    string? Kind,
    string? Discipline,
    bool HasUnit,
    string? CreditCode,
    string? State,
    DateOnly? CancelledOn
);

/// <summary>Societies, supporting units and what ties them. Every name begins with 合成, so that nobody takes it for a real one.</summary>
internal sealed class SocietyTables
{
    private static readonly (string? Kind, int Percent)[] Kinds =
    [
        ("LEARNED_SOCIETY", 55),
        ("ASSOCIATION", 20),
        ("RESEARCH_SOCIETY", 8),
        ("PROMOTION_SOCIETY", 5),
        ("FEDERATION", 4),
        ("PRIVATE_NON_ENTERPRISE", 3),
        ("FOUNDATION", 2),
        ("INSTITUTE", 2),
        (null, 1),
    ];

    private static readonly (string? Discipline, int Percent)[] Disciplines =
    [
        ("SCIENCE", 18),
        ("ENGINEERING", 35),
        ("AGRICULTURE", 12),
        ("MEDICINE", 20),
        ("INTERDISCIPLINARY", 13),
        (null, 2),
    ];

    private static readonly (string? State, int Percent)[] States = [("OPERATING", 95), ("SUSPENDED", 3), ("CANCELLED", 1), (null, 1)];

    // After the last day on which a branch is established: none is founded in a society that is no more.
    private static readonly DateOnly FirstCancelled = new(2025, 7, 1);

    private readonly GenerateOptions options;
    private readonly List<Society> societies;

    public SocietyTables(GenerateOptions options, IReadOnlyList<Committee> committees)
    {
        this.options = options;
        societies = [.. CommitteesOfSocieties(options.Societies, committees).Select((committee, i) => NewSociety(i + 1, committee))];
    }

    public IReadOnlyList<Society> Societies => societies;

    public IEnumerable<TableRows> Tables()
    {
        yield return new(
            "graph.society",
            ["id", "name", "committee_id", "kind", "level", "discipline_code", "credit_code", "operating_state", "cancelled_on"],
            societies.Select(Row)
        );
        yield return new(
            "graph.supporting_unit",
            ["id", "name", "region_code", "credit_code"],
            Enumerable.Range(1, options.SupportingUnits).Select(id => Unit(id))
        );
        yield return new(
            "graph.society_supporting_unit",
            ["society_id", "supporting_unit_id", "valid_during", "is_lead"],
            societies.SelectMany(Units)
        );
    }

    /// <summary>Hands out societies by weight, so that every size has the same proportions.</summary>
    private static IEnumerable<Committee> CommitteesOfSocieties(int count, IReadOnlyList<Committee> committees)
    {
        long weights = committees.Sum(committee => committee.Weight),
            passed = 0;
        foreach (var committee in committees)
        {
            var before = passed * count / weights;
            passed += committee.Weight;
            for (var i = before; i < passed * count / weights; i++)
            {
                yield return committee;
            }
        }
    }

    private Society NewSociety(int id, Committee committee)
    {
        var chance = new Chance(options.Seed, Subject.Society, id);
        var kind = chance.Weighted<string?>(Kinds);
        var discipline = chance.Weighted<string?>(Disciplines);
        var register = new Chance(options.Seed, Subject.Society, -id);
        var code = register.Percent(95) ? CreditCode.Of("Y1", committee.RegionCode, id) : null;
        var state = register.Weighted<string?>(States);
        return new Society(
            id,
            committee,
            $"合成-{Word(discipline)}-{Word(kind)}-{id:000000}",
            kind,
            discipline,
            HasUnit: chance.Percent(70),
            code,
            state,
            state == "CANCELLED" ? register.Day(FirstCancelled, GenerateOptions.Last) : null
        );
    }

    private static object?[] Row(Society society) =>
        [
            society.Id,
            society.Stem,
            society.Committee.Id,
            society.Kind,
            society.Committee.Level,
            society.Discipline,
            society.CreditCode,
            society.State,
            society.CancelledOn,
        ];

    private object?[] Unit(long id)
    {
        var region = societies[(int)((id - 1) * societies.Count / options.SupportingUnits)].Committee.RegionCode;
        return [id, $"合成-支撑单位-{id:000000}", region, CreditCode.Of("Y2", region, id)];
    }

    /// <summary>The unit that leads a society on the last day, where it has one.</summary>
    public static long UnitOf(GenerateOptions options, Society society) =>
        (society.Id - 1) * options.SupportingUnits / options.Societies + 1;

    private IEnumerable<object?[]> Units(Society society)
    {
        if (!society.HasUnit)
        {
            yield break;
        }

        var chance = new Chance(options.Seed, Subject.Society, society.Id << 32);
        var unit = UnitOf(options, society);
        var other = unit % options.SupportingUnits + 1;
        DateOnly? from = chance.Percent(60) ? chance.Day(new(2010, 1, 1), new(2020, 12, 31)) : null;
        if (other != unit && chance.Percent(5))
        {
            var changed = chance.Day(GenerateOptions.First, GenerateOptions.Last);
            yield return [society.Id, other, Ranges.Days(from, changed), true];
            from = changed;
        }
        else if (other != unit && chance.Percent(5))
        {
            yield return [society.Id, other, Ranges.Days(from, null), false];
        }

        yield return [society.Id, unit, Ranges.Days(from, null), true];
    }

    private static string Word(string? code) =>
        code switch
        {
            "SCIENCE" => "理",
            "ENGINEERING" => "工",
            "AGRICULTURE" => "农",
            "MEDICINE" => "医",
            "INTERDISCIPLINARY" => "交叉",
            "LEARNED_SOCIETY" => "学会",
            "ASSOCIATION" => "协会",
            "RESEARCH_SOCIETY" => "研究会",
            "PROMOTION_SOCIETY" => "促进会",
            "FEDERATION" => "联合会",
            "PRIVATE_NON_ENTERPRISE" => "民办非企业单位",
            "FOUNDATION" => "基金会",
            "INSTITUTE" => "研究院",
            _ => "未注明",
        };
}
