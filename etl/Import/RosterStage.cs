using Npgsql;
using NpgsqlTypes;

namespace SocietyParty.Etl.Import;

/// <summary>Copies a list into the transaction's temporary tables.</summary>
internal static class RosterStage
{
    public static async Task FillAsync(NpgsqlConnection connection, RosterFile file, CancellationToken ct)
    {
        await CopyLinesAsync(connection, file.Entries, ct);
        await CopySocietiesAsync(connection, file.Entries, ct);
        await CopyStatedAsync(connection, file.Stated, ct);
    }

    private static async Task CopyLinesAsync(NpgsqlConnection connection, IReadOnlyList<RosterEntry> entries, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY roster_line (position, line, name, category, status, status_since, form, form_stated, society_stated, form_code, "
                + "form_name, form_english_name) FROM STDIN (FORMAT binary)",
            ct
        );
        foreach (var entry in entries)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(entry.Position, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(entry.Line, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(entry.Branch, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(entry.Category, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(entry.Status, NpgsqlDbType.Text, ct);
            if (entry.StatusSince is { } since)
            {
                await copy.WriteAsync(since, NpgsqlDbType.Date, ct);
            }
            else
            {
                await copy.WriteNullAsync(ct);
            }

            await copy.WriteAsync(entry.Form, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(entry.FormStated, NpgsqlDbType.Boolean, ct);
            await copy.WriteAsync(entry.SocietyStated, NpgsqlDbType.Boolean, ct);
            foreach (var text in new[] { entry.OwnForm?.Code, entry.OwnForm?.Name, entry.OwnForm?.EnglishName })
            {
                await WriteTextAsync(copy, text, ct);
            }
        }
        await copy.CompleteAsync(ct);
    }

    private static Task WriteTextAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken ct) =>
        text is null ? copy.WriteNullAsync(ct) : copy.WriteAsync(text, NpgsqlDbType.Text, ct);

    private static async Task CopySocietiesAsync(NpgsqlConnection connection, IReadOnlyList<RosterEntry> entries, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY roster_line_society (position, place, name, kind) FROM STDIN (FORMAT binary)",
            ct
        );
        foreach (var entry in entries)
        {
            for (var index = 0; index < entry.Societies.Count; index++)
            {
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(entry.Position, NpgsqlDbType.Integer, ct);
                await copy.WriteAsync(index + 1, NpgsqlDbType.Integer, ct);
                await copy.WriteAsync(entry.Societies[index], NpgsqlDbType.Text, ct);
                if (RosterWords.Kind(entry.Societies[index]) is { } kind)
                {
                    await copy.WriteAsync(kind, NpgsqlDbType.Text, ct);
                }
                else
                {
                    await copy.WriteNullAsync(ct);
                }
            }
        }
        await copy.CompleteAsync(ct);
    }

    private static async Task CopyStatedAsync(NpgsqlConnection connection, IReadOnlyDictionary<string, int> stated, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY roster_stated (category, stated) FROM STDIN (FORMAT binary)",
            ct
        );
        foreach (var (category, count) in stated)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(category, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(count, NpgsqlDbType.Integer, ct);
        }
        await copy.CompleteAsync(ct);
    }
}
