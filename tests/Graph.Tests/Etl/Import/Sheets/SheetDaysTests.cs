using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Rules.Days;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <summary>Which days of a sheet may be to come: those that may be to come in a mutation.</summary>
public sealed class SheetDaysTests
{
    [Fact]
    public void A_day_on_which_something_holds_may_be_to_come() =>
        SheetKind
            .All.SelectMany(kind => kind.Columns.Select(column => (Name: $"{kind.Name} {column.Key}", Column: column)))
            .Where(one => one.Column.Day == DayMeaning.Holds)
            .Select(one => one.Name)
            .ShouldBe([
                "supporting-units supports_from",
                "supporting-units supports_to",
                "branches category_from",
                "branches parent_from",
                "branches ends_on",
                "appointments valid_from",
                "appointments valid_to",
                "activities planned_on",
            ]);
}
