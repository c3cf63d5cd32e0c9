namespace SocietyParty.Etl.Generate;

/// <summary>
/// Ledgers of societies, why some have no party organization, sync points and vetoes. Of a nation every fifth society has them: its
/// counties keep their own.
/// </summary>
internal sealed class CoverageTables
{
    private const int NationStep = 5;

    private static readonly string[] Aspects = ["OPERATION", "STAFF", "PARTY_MEMBERS", "PERSON_IN_CHARGE"];

    private static readonly (string? Reason, int Percent)[] Reasons =
    [
        ("NO_MEMBERS", 15),
        ("TOO_FEW_MEMBERS", 25),
        ("AFFILIATIONS_ELSEWHERE", 20),
        ("COVERED_BY_SUPPORTING_UNIT", 10),
        ("NEWLY_FOUNDED", 8),
        ("NOT_OPERATING", 2),
        (null, 20),
    ];

    private readonly GenerateOptions options;
    private readonly List<Society> societies;
    private readonly Dictionary<long, Branch> branches = [];

    public CoverageTables(GenerateOptions options, IReadOnlyList<Society> societies, IReadOnlyList<Branch> branches)
    {
        this.options = options;
        this.societies = [.. societies.Where(society => options.Profile == Profile.City || society.Id % NationStep == 0)];
        foreach (var branch in branches)
        {
            this.branches[branch.Lead.Id] = branch;
            if (branch.Partner is { } partner)
            {
                this.branches[partner.Id] = branch;
            }
        }
    }

    public IEnumerable<TableRows> Tables()
    {
        yield return new(
            "graph.ledger_entry",
            ["id", "society_id", "aspect", "is_clear", "statement", "counted", "valid_during"],
            Numbered(societies.SelectMany(Entries))
        );
        yield return new(
            "graph.uncovered_reason",
            ["id", "society_id", "code", "valid_during"],
            Numbered(societies.SelectMany(UncoveredReasons))
        );
        yield return new(
            "graph.sync_point",
            ["id", "society_id", "occasion", "held_on", "result", "collected"],
            Numbered(societies.SelectMany(SyncPoints))
        );
        yield return new(
            "graph.veto",
            ["id", "society_id", "reason", "raised_on", "lifted_on", "lifted_reason"],
            Numbered(societies.SelectMany(Vetoes))
        );
    }

    private static IEnumerable<object?[]> Numbered(IEnumerable<object?[]> rows) => rows.Select((row, i) => (object?[])[i + 1L, .. row]);

    private Chance Of(Society society, int subject) => new(options.Seed, Subject.Coverage, society.Id * 8 + subject);

    private IEnumerable<object?[]> Entries(Society society)
    {
        var chance = Of(society, 0);
        var isCovered = branches.ContainsKey(society.Id);
        for (var i = 0; i < Aspects.Length; i++)
        {
            var aspect = Aspects[i];
            if (chance.Percent(8))
            {
                continue;
            }

            int? Counted() =>
                aspect switch
                {
                    "STAFF" => 1 + chance.Below(12),
                    "PARTY_MEMBERS" => isCovered ? 3 + chance.Below(30) : chance.Below(6),
                    _ => null,
                };
            var from = chance.Day(GenerateOptions.First, new(2024, 12, 31));
            var isClear = chance.Percent(85);
            // What was not clear was looked into again, or still is not.
            var cleared = isClear || chance.Percent(30) ? (DateOnly?)null : from.AddDays(60 + chance.Below(300));
            yield return [society.Id, aspect, isClear, isClear ? "合成：已核实" : "合成：待核实", Counted(), Ranges.Days(from, cleared)];
            if (cleared is { } day)
            {
                yield return [society.Id, aspect, true, "合成：经核实", Counted(), Ranges.Days(day, null)];
            }
        }
    }

    private IEnumerable<object?[]> UncoveredReasons(Society society)
    {
        var chance = Of(society, 1);
        var reason = chance.Weighted<string?>(Reasons);
        var branch = branches.GetValueOrDefault(society.Id);
        var (code, from) = branch?.Status switch
        {
            null => (reason, chance.Day(GenerateOptions.First, new(2025, 12, 31))),
            "PROPOSED" => ("IN_PREPARATION", branch.Since),
            "DISSOLVED" => (reason is null ? null : "TOO_FEW_MEMBERS", branch.Since),
            _ => (null, null),
        };
        if (code is not null && from is { } day)
        {
            yield return [society.Id, code, Ranges.Days(day, null)];
        }
    }

    private IEnumerable<object?[]> SyncPoints(Society society)
    {
        var chance = Of(society, 2);
        (string, int)[] results = [("PASSED", 90), ("TO_IMPROVE", 8), ("FAILED", 2)];
        if (chance.Percent(10))
        {
            yield return
            [
                society.Id,
                "APPLICATION",
                chance.Day(GenerateOptions.First, new(2023, 12, 31)),
                "PASSED",
                "合成：同步采集党员信息",
            ];
        }

        var years = options.Profile == Profile.City ? GenerateOptions.YearCount : 1;
        for (var year = GenerateOptions.Last.Year - years; year < GenerateOptions.Last.Year; year++)
        {
            if (chance.Percent(95))
            {
                yield return
                [
                    society.Id,
                    "ANNUAL_INSPECTION",
                    chance.Day(new(year, 3, 1), new(year, 6, 30)),
                    chance.Weighted<string>(results),
                    "合成：同步检查党建工作",
                ];
            }

            if (chance.Percent(15))
            {
                yield return
                [
                    society.Id,
                    "EVALUATION",
                    chance.Day(new(year, 9, 1), new(year, 11, 30)),
                    chance.Weighted<string>(results),
                    "合成：党建工作列为评估内容",
                ];
            }
        }
    }

    private IEnumerable<object?[]> Vetoes(Society society)
    {
        var chance = Of(society, 3);
        if (!chance.Percent(2))
        {
            yield break;
        }

        var raised = chance.Day(new(2022, 1, 1), new(2025, 12, 31));
        var isLifted = chance.Percent(60);
        yield return
        [
            society.Id,
            "合成：党建工作开展不力",
            raised,
            isLifted ? raised.AddDays(90 + chance.Below(90)) : null,
            isLifted ? "合成：整改到位" : null,
        ];
    }
}
