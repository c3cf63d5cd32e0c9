using FsCheck;
using FsCheck.Fluent;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Rules.Days;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <summary>
/// Whatever rows there are: a file of either format brings them back, importing twice is harmless, and one wrong cell writes nothing.
/// </summary>
public class SheetPropertyTests
{
    private static readonly Gen<string> Words = Gen.Elements(
        "合成学会",
        "=1+1",
        "'=1",
        "a,b",
        "\"引号\"",
        "x_x000D_y",
        "＋号",
        "&<>'",
        "中 间",
        "𠀀",
        "-5",
        "1e5",
        "TRUE",
        "2022-05-31",
        "#REF!",
        "重庆市合成研究会"
    );

    [Fact]
    public void Rows_come_back_from_either_format_as_they_were()
    {
        foreach (var kind in SheetKind.All)
        {
            var rows = from values in Gen.ListOf(RowOf(kind)) select values.Where(row => row.Length > 0).ToList();
            Prop.ForAll(Arb.From(rows), list =>
                {
                    // What stands for the same row is refused; the number makes each a row of its own.
                    for (var at = 0; at < list.Count; at++)
                    {
                        list[at][0] = $"{list[at][0]}{at}";
                    }

                    return list.Count == 0 || Enum.GetValues<SheetFormat>().All(format => SameAfter(kind, format, list));
                })
                .Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(12).WithReplay(17, 3));
        }
    }

    [Fact]
    public async Task A_sheet_of_any_societies_is_imported_once_and_one_wrong_cell_stops_it_all()
    {
        var kind = SheetKind.Find("societies")!;
        await using var graph = await SheetGraph.NewAsync();
        var sizes = Gen.Choose(2, 40).Sample(8, new Rnd(31), 6).ToList();
        for (var round = 0; round < sizes.Count; round++)
        {
            var rows = RowOf(kind).Sample(sizes[round], new Rnd((ulong)round + 1), sizes[round]).ToList();
            for (var at = 0; at < rows.Count; at++)
            {
                rows[at][0] = $"合成第{round}轮第{at}学会";
                rows[at][kind.IndexOf("credit_code")] = SheetGraph.Code(round * 1000 + at);
                rows[at][kind.IndexOf("discipline")] = "SCIENCE";
                rows[at][kind.IndexOf("aliases")] = null;
                InOrder(rows[at], kind.IndexOf("founded_on"), kind.IndexOf("cancelled_on"), kind.IndexOf("operating_state"));
            }
            var format = round % 2 == 0 ? SheetFormat.Xlsx : SheetFormat.Csv;
            var wrong = round % rows.Count;
            var level = kind.IndexOf("level");
            var (broken, kept) = (rows[wrong].ToArray(), await graph.FingerprintAsync());
            broken[level] = "乡级";
            var refused = await graph.ImportAsync(
                "societies",
                SheetTemplate.Write(kind, format, rows.Select((row, at) => at == wrong ? broken : row))
            );
            var problem = refused.Problems.ShouldHaveSingleItem();
            (problem.Code, problem.Line, problem.Field).ShouldBe(("SP-IMPORT-125", wrong + 2, "层级"));
            if (format == SheetFormat.Xlsx)
            {
                problem.Address.ShouldBe($"C{wrong + 2}");
            }

            (await graph.FingerprintAsync()).ShouldBe(kept);

            var file = SheetTemplate.Write(kind, format, rows);
            (await graph.ImportAsync("societies", file)).InsertedCount.ShouldBe(rows.Count);
            kept = await graph.FingerprintAsync();
            var again = await graph.ImportAsync("societies", file);
            (again.UnchangedCount, again.ImportRunId).ShouldBe((rows.Count, null));
            (await graph.FingerprintAsync()).ShouldBe(kept);
        }
    }

    // A society is cancelled after its founding, and on a day.
    private static void InOrder(object?[] row, int founded, int cancelled, int state)
    {
        if (row[cancelled] is DateOnly day && row[founded] is DateOnly first && day <= first)
        {
            row[founded] = null;
        }

        row[state] =
            row[cancelled] is not null ? "CANCELLED"
            : (string?)row[state] == "CANCELLED" ? "SUSPENDED"
            : row[state];
    }

    private static bool SameAfter(SheetKind kind, SheetFormat format, List<object?[]> rows)
    {
        var reading = Workbooks.Read(kind, SheetTemplate.Write(kind, format, rows));
        reading.Problems.ShouldBeEmpty($"{kind.Name} {format}");
        reading.Records.Count.ShouldBe(rows.Count);
        for (var at = 0; at < rows.Count; at++)
        {
            Shown(reading.Records[at].Values).ShouldBe(Shown(rows[at]), $"{kind.Name} {format}");
        }

        return true;
    }

    private static string Shown(IReadOnlyList<object?> values) =>
        string.Join(" | ", values.Select(value => value is string[] items ? string.Join(';', items) : $"{value?.GetType().Name} {value}"));

    private static Gen<object?[]> RowOf(SheetKind kind) =>
        from values in Gen.CollectToList(kind.Columns.Select((_, index) => index), index => ValueOf(kind, kind.Columns[index]))
        select InOrder(kind, [.. values]);

    private static object?[] InOrder(SheetKind kind, object?[] row)
    {
        foreach (var (from, to) in kind.Periods)
        {
            if (row[kind.IndexOf(from)] is DateOnly first && row[kind.IndexOf(to)] is DateOnly last && last <= first)
            {
                row[kind.IndexOf(to)] = null;
            }
        }
        return row;
    }

    private static Gen<object?> ValueOf(SheetKind kind, SheetColumn column)
    {
        var value = column.Type switch
        {
            // What happened did so between the Party's founding and today.
            ColumnType.Date when column.Day != DayMeaning.Holds => Gen.Choose(0, 37_000)
                .Select(day => (object?)DayFits.Founding.AddDays(day)),
            ColumnType.Date => Gen.Choose(0, 70_000).Select(day => (object?)new DateOnly(1901, 1, 1).AddDays(day)),
            ColumnType.Integer => Gen.Choose((int)column.Min, (int)Math.Min(column.Max, 9_999)).Select(number => (object?)number),
            ColumnType.Decimal => Gen.Choose(0, (int)column.Max * 100).Select(number => (object?)(number / 100m)),
            ColumnType.Boolean => Gen.Elements<object?>(true, false),
            ColumnType.Choice => Gen.Elements(column.Choices.Select(choice => (object?)choice.Value)),
            ColumnType.CreditCode => Gen.Choose(1, 999_999).Select(number => (object?)SheetGraph.Code(number)),
            ColumnType.Region => Gen.Elements<object?>("500000", "410400"),
            ColumnType.List => Gen.SubListOf("合成甲", "=乙", "丙 丁", "1")
                .Select(items => items.Count == 0 ? null : (object?)items.ToArray()),
            _ => Words.Select(word => (object?)word),
        };
        return column.IsRequired ? value : Gen.OneOf(value, Gen.Constant<object?>(null));
    }
}
