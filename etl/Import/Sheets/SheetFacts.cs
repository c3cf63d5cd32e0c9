using System.Text.Json;
using Dapper;
using Npgsql;
using SocietyParty.Rules;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>A rule that a row breaks.</summary>
/// <param name="Field">Key of the column that it is about.</param>
internal sealed record SheetBreach(int Position, string Field, Breach Breach);

/// <summary>Asks the rules of <c>api/Rules</c> about the rows of one kind, by facts that a statement reads for all rows at once.</summary>
internal delegate Task<IReadOnlyList<SheetBreach>> SheetRule(SheetFacts facts);

/// <summary>Reads what rules judge rows by, after the rows were resolved.</summary>
internal sealed class SheetFacts(NpgsqlConnection connection, string region, CancellationToken ct)
{
    /// <summary>The rows of a statement of <c>Sql/Sheets</c>.</summary>
    public async Task<List<T>> ReadAsync<T>(string name) =>
        (
            await connection.QueryAsync<T>(
                new CommandDefinition(ImportSql.Read("Sheets/" + name), commandTimeout: 0, cancellationToken: ct)
            )
        ).AsList();

    /// <summary>
    /// The section of the rules in effect for the committee on each of the days; none where a graph has no rule sets yet.
    /// </summary>
    public async Task<IReadOnlyDictionary<DateOnly, T>> SectionsAsync<T>(IEnumerable<DateOnly> days)
        where T : class, ISection
    {
        var found = await connection.QueryAsync<SectionOfDay>(
            new CommandDefinition(
                ImportSql.Read("Sheets/shared_sections"),
                new
                {
                    Region = region,
                    Section = T.Key,
                    Days = days.Distinct().ToArray(),
                },
                commandTimeout: 0,
                cancellationToken: ct
            )
        );
        // Many days have the same rules.
        var read = new Dictionary<string, T>(StringComparer.Ordinal);
        return found
            .Where(one => one.Content is not null)
            .ToDictionary(
                one => one.Day,
                one =>
                    read.TryGetValue(one.Content!, out var section)
                        ? section
                        : read[one.Content!] = JsonSerializer.Deserialize<T>(one.Content!, RuleSet.Json)!
            );
    }

    private sealed class SectionOfDay
    {
        public DateOnly Day { get; init; }
        public string? Content { get; init; }
    }
}
