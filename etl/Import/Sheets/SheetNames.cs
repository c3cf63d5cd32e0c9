using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>What the texts of a column name.</summary>
public enum NamedThing
{
    Nothing,
    Society,
    Branch,
    SupportingUnit,
}

/// <summary>
/// Names are compared by <c>graph.name_key</c>: a text that differs from a known name only in width and blanks means what has that name,
/// and gives way to it before the rows are looked at.
/// </summary>
internal static class SheetNames
{
    private const string PersonReference = "person_ref";

    public static async Task SettleAsync(NpgsqlConnection connection, SheetKind kind, object place, CancellationToken ct)
    {
        await RunAsync(connection, "Sheets/shared_names", place, ct);
        // Units belong to no committee: the nation's are read where a sheet names any.
        if (kind.Columns.Any(column => column.Names == NamedThing.SupportingUnit))
        {
            await RunAsync(connection, "Sheets/shared_names_units", place, ct);
        }

        if (kind.Columns.Any(column => column.Key == PersonReference))
        {
            await RunAsync(connection, "Sheets/shared_people", new { IsKey = kind.Key is [PersonReference] }, ct);
        }

        foreach (var column in kind.Columns.Where(column => column.Names != NamedThing.Nothing))
        {
            var what = new { Thing = column.Names.ToString(), Column = column.Key };
            await RunAsync(connection, "Sheets/shared_names_settle", what, ct, column);
            // The columns that are the row's own name.
            if (kind.Key is [var own] && own == column.Key)
            {
                await RunAsync(connection, "Sheets/shared_names_twins", what, ct, column);
            }

            await connection.ExecuteAsync(new CommandDefinition("DROP TABLE unknown_text, settled_text", cancellationToken: ct));
        }
    }

    // Names of columns are the kind's declarations, never the file's.
    private static Task<int> RunAsync(
        NpgsqlConnection connection,
        string name,
        object what,
        CancellationToken ct,
        SheetColumn? column = null
    )
    {
        var text = ImportSql.Read(name);
        if (column is not null)
        {
            text = text.Replace(
                    "{texts}",
                    column.Type == ColumnType.List ? $"r.{column.Key}" : $"ARRAY[r.{column.Key}]",
                    StringComparison.Ordinal
                )
                .Replace("{settle}", Settle(column), StringComparison.Ordinal)
                .Replace("{column}", column.Key, StringComparison.Ordinal);
        }

        return connection.ExecuteAsync(new CommandDefinition(text, what, commandTimeout: 0, cancellationToken: ct));
    }

    private static string Settle(SheetColumn column) =>
        column.Type == ColumnType.List
            ? $"""
                    UPDATE sheet_row r SET {column.Key} = settled.names
                FROM (
                    SELECT r.position, array_agg(coalesce(s.name, named.text) ORDER BY named.place) AS names
                    FROM sheet_row r CROSS JOIN unnest(r.{column.Key}) WITH ORDINALITY AS named (text, place)
                    LEFT JOIN settled_text s ON s.text = named.text
                    GROUP BY r.position
                    HAVING count(s.name) > 0
                ) settled
                WHERE settled.position = r.position
                """
            : $"UPDATE sheet_row r SET {column.Key} = s.name FROM settled_text s WHERE s.text = r.{column.Key}";
}
