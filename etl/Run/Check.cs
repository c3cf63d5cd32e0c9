using System.Globalization;
using System.Text.Json.Serialization;
using Npgsql;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Run;

/// <summary>What a check found.</summary>
/// <param name="Name">Name of its file, a sentence in snake case.</param>
/// <param name="Columns">What the rows show.</param>
/// <param name="Rows">Rows that break the sentence, the first <see cref="Check.RowsShownMax"/> of them; empty if it holds.</param>
/// <param name="RowCount">How many rows break it.</param>
public sealed record CheckResult(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, long RowCount)
{
    /// <summary>Whether it only warns: the load goes on.</summary>
    public bool IsWarning { get; init; }

    /// <summary>True if the sentence holds.</summary>
    public bool Holds => RowCount == 0;

    /// <summary>The name as people write it.</summary>
    public string Sentence => Said.In(Language.English);

    /// <summary>What must hold. A check that a reconciliation makes for each table has no sentence of its own.</summary>
    [JsonIgnore]
    public Sentence Said =>
        SentenceBook.Of(Language.English).Texts.ContainsKey($"Check.{Name}")
            ? new Sentence($"Check.{Name}", [])
            : new Sentence("Check.Named", [("name", char.ToUpperInvariant(Name[0]) + Name[1..].Replace('_', ' '))]);

    /// <summary>The rows as lines for a log.</summary>
    public string Describe()
    {
        var lines = Rows.Select(row => string.Join(", ", Columns.Zip(row, (column, value) => $"{column} {value}")));
        var more = RowCount > Rows.Count ? $"\n… {RowCount - Rows.Count} more" : "";
        return $"{Sentence}: {RowCount} rows break this.\n{string.Join('\n', lines)}{more}";
    }
}

/// <summary>The sentences that hold in every published star: each file under checks selects the rows that break it.</summary>
internal static class Check
{
    /// <summary>Rows shown of one check.</summary>
    public const int RowsShownMax = 20;

    private const string Warning = "-- Severity: warning";

    /// <summary>Checks of every load: cheap ones, about what it wrote.</summary>
    public static IReadOnlyList<TransformFile> OfLoads { get; } = In("checks/load/");

    /// <summary>Checks of the published star as a whole, which cost more than a load; <c>check</c> runs them.</summary>
    public static IReadOnlyList<TransformFile> OfTheStar { get; } = In("checks/star/");

    /// <summary>Checks of rows against the source, which a reconciliation runs beside the tables that it has computed afresh.</summary>
    public static IReadOnlyList<TransformFile> OfRows { get; } = In("checks/rows/");

    private static List<TransformFile> In(string folder) =>
        [
            .. TransformFile
                .All.Values.Where(file => file.Name.StartsWith(folder, StringComparison.Ordinal))
                .OrderBy(file => file.Name, StringComparer.Ordinal),
        ];

    /// <summary>Runs one check.</summary>
    public static async Task<CheckResult> RunAsync(NpgsqlConnection connection, TransformFile file, CancellationToken ct)
    {
        await using var command = LoadStatement.Of(connection, file.Sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var rows = new List<IReadOnlyList<string>>();
        long count = 0;
        while (await reader.ReadAsync(ct))
        {
            if (++count <= RowsShownMax)
            {
                rows.Add(Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column))).ToList());
            }
        }

        return new CheckResult(file.Name[(file.Name.LastIndexOf('/') + 1)..], columns, rows, count)
        {
            IsWarning = file.Sql.Contains(Warning, StringComparison.Ordinal),
        };
    }

    private static string Text(object value) =>
        value switch
        {
            DBNull => "null",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null",
        };
}
