using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace SocietyParty.Bench.Warehouse;

/// <summary>Statements of a load as a file for psql: their parameters are written into them.</summary>
internal static partial class PsqlScript
{
    private const string Begin = "BEGIN ISOLATION LEVEL REPEATABLE READ";

    /// <summary>Writes the file.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="settings">The statement with which the load's transaction begins; Npgsql sends BEGIN before it.</param>
    /// <param name="statements">In order.</param>
    /// <param name="ct">Gives up.</param>
    public static Task WriteAsync(string file, string settings, IEnumerable<string> statements, CancellationToken ct) =>
        File.WriteAllLinesAsync(
            file,
            statements.SelectMany(statement =>
                statement.StartsWith(settings, StringComparison.Ordinal) ? [Begin + ";", statement] : new[] { statement }
            ),
            ct
        );

    /// <summary>A command with its values instead of its parameters.</summary>
    public static string Of(NpgsqlCommand command)
    {
        var text = Parameter()
            .Replace(command.CommandText, found =>
                command.Parameters.TryGetValue(found.Groups["name"].Value, out var parameter) ? Literal(parameter) : found.Value
            )
            .TrimEnd();
        return text.EndsWith(';') ? text : text + ";";
    }

    private static string Literal(NpgsqlParameter parameter) =>
        parameter.Value switch
        {
            null or DBNull => parameter.NpgsqlDbType == NpgsqlDbType.Date ? "NULL::date" : "NULL::text",
            bool truth => truth ? "true" : "false",
            int number => number.ToString(CultureInfo.InvariantCulture),
            long number => string.Create(CultureInfo.InvariantCulture, $"{number}::bigint"),
            DateOnly day => Quoted(Text(day)) + "::date",
            string text => Quoted(text) + "::text",
            DateOnly[] days => Quoted($"{{{string.Join(',', days.Select(Text))}}}") + "::date[]",
            string[] texts => $"ARRAY[{string.Join(", ", texts.Select(Quoted))}]::text[]",
            var other => throw new BenchException("SP-BENCH-207", $"A statement has a parameter of the type {other.GetType()}."),
        };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    [GeneratedRegex("(?<!@)@(?<name>[A-Za-z_]+)")]
    private static partial Regex Parameter();
}
