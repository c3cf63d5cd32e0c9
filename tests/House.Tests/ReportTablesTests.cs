using System.Text.RegularExpressions;

namespace SocietyParty.House.Tests;

/// <summary>The report has no way of its own to a number: its tables read what people with BI tools read.</summary>
public sealed partial class ReportTablesTests
{
    [Fact]
    public void Tables_of_reports_read_nothing_but_mart()
    {
        var tables = Repository.Files.Where(file =>
            file.StartsWith("schema/reports/", StringComparison.Ordinal) && file.EndsWith(".sql", StringComparison.Ordinal)
        );
        tables.Count().ShouldBeGreaterThan(20);
        tables
            .SelectMany(table => Schema().Matches(Repository.Text(table)).Select(match => $"{table} reads {match.Value}"))
            .ShouldBeEmpty();
    }

    [GeneratedRegex(@"\b(dw|source|graph|staging|meta)\.\w+")]
    private static partial Regex Schema();
}
