using SocietyParty.Rules.Coverage;

namespace SocietyParty.Graph.Tests.Rules.Coverage;

public sealed class LedgerOnceTests
{
    [Theory]
    [InlineData("2024-01-10", "", "", "002 §2: the first one")]
    [InlineData("2024-01-10", "2024-01-09", "", "002 §2: the one before stays in the history")]
    [InlineData("2024-01-10", "2024-01-09 2024-01-10", "DUPLICATE_LEDGER_ENTRY 002 §2", "002 §2")]
    public void An_aspect_has_one_entry_a_day(string day, string entered, string expected, string clause)
    {
        static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var known = entered.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Day);
        (LedgerOnce.Check(Day(day), known) is { } breach ? $"{breach.Code} {breach.Clause}" : "").ShouldBe(expected, clause);
    }
}
