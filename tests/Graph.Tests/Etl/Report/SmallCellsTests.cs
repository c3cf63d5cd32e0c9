using FsCheck;
using FsCheck.Fluent;
using SocietyParty.Etl.Report.Collect;
using SocietyParty.Etl.Report.Definition;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Graph.Tests.Etl.Report;

/// <summary>Nobody works out a hidden number from what is shown.</summary>
public sealed class SmallCellsTests
{
    private const int TableCount = 300;
    private const int ParityCount = 2;

    private static readonly TableDefinition Definition = new(
        "T",
        new("", ""),
        new("", ""),
        Year: null,
        [],
        [
            new("men", ColumnKind.Count, new("", ""), IsOfPeople: true),
            new("women", ColumnKind.Count, new("", ""), IsOfPeople: true),
            new("all", ColumnKind.Count, new("", ""), IsOfPeople: true, IsRowTotal: true),
        ]
    );

    [Fact]
    public void Each_hidden_number_may_be_another_one_with_the_same_shown()
    {
        var tables = Gen.ListOf(Gen.Choose(0, 14), 8).Sample(TableCount, new Rnd(20221115, 1), 8);
        foreach (var numbers in tables)
        {
            var rows = Rows(numbers);
            var hidden = SmallCells.Hide(Definition, rows);
            foreach (var (row, place) in hidden.Select((row, place) => (row, place)))
            {
                for (var column = 0; column < row.Cells.Count; column++)
                {
                    var number = rows[place].Cells[column].Number!.Value;
                    row.Cells[column].IsHidden.ShouldBe(row.Cells[column].Number is null);
                    if (number is > 0 and < 5)
                    {
                        row.Cells[column].IsHidden.ShouldBeTrue();
                    }
                }
            }

            // Along every sum what is hidden is more than one number, or nothing.
            for (var column = 0; column < 3; column++)
            {
                hidden.Count(row => row.Cells[column].IsHidden).ShouldNotBe(1, string.Join(' ', numbers));
            }

            hidden.ShouldAllBe(row => row.Cells.Count(cell => cell.IsHidden) != 1);
        }
    }

    [Fact]
    public void What_is_large_enough_is_shown()
    {
        var rows = Rows([10, 20, 30, 40, 50, 60, 70, 80]);
        SmallCells.Hide(Definition, rows).SelectMany(row => row.Cells).ShouldAllBe(cell => !cell.IsHidden);
    }

    [Fact]
    public void One_small_number_hides_the_next_smallest_with_it()
    {
        var rows = Rows([3, 20, 30, 40, 50, 60, 70, 80]);
        var hidden = SmallCells.Hide(Definition, rows);
        hidden[0].Cells[0].IsHidden.ShouldBeTrue();
        hidden.Sum(row => row.Cells.Count(cell => cell.IsHidden)).ShouldBeGreaterThanOrEqualTo(ParityCount * ParityCount);
    }

    // Two columns with their sum, and a row of totals.
    private static List<ReportRow> Rows(IReadOnlyList<int> numbers)
    {
        var parts = numbers.Chunk(2).ToList();
        var rows = parts.Select((pair, place) => Row($"{place}", pair[0], pair[1])).ToList();
        rows.Add(Row("total", parts.Sum(pair => pair[0]), parts.Sum(pair => pair[1])) with { IsTotal = true });
        return rows;
    }

    private static ReportRow Row(string key, int men, int women) =>
        new(key, [new(Number: men), new(Number: women), new(Number: men + women)]);
}
