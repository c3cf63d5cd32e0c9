using Npgsql;

namespace SocietyParty.Service.Http.Reports;

/// <summary>What a draft can be about: years that are loaded and committees of today.</summary>
/// <param name="Years">The newest first.</param>
/// <param name="Committees">Keys and names, in the order of their regions.</param>
/// <param name="HasMore">Whether there are more committees than the page offers; others are asked for by name.</param>
internal sealed record DraftChoices(IReadOnlyList<int> Years, IReadOnlyList<(long Id, string Name)> Committees, bool HasMore)
{
    // A list in which nobody finds anything is no help.
    private const int CommitteesMax = 300;

    public static async Task<DraftChoices> ReadAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var years = new List<int>();
        var committees = new List<(long, string)>();
        await using var command = new NpgsqlCommand(
            """
            SELECT DISTINCT extract(year FROM month)::int AS year FROM mart.month WHERE has_come ORDER BY year DESC
            """,
            connection
        );
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                years.Add(reader.GetInt32(0));
            }
        }

        await using var named = new NpgsqlCommand(
            "SELECT committee_id, name FROM mart.committee WHERE is_current ORDER BY region_code, committee_id LIMIT $1",
            connection
        );
        named.Parameters.Add(new() { Value = CommitteesMax + 1 });
        await using (var reader = await named.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                committees.Add((reader.GetInt64(0), reader.GetString(1)));
            }
        }

        return new DraftChoices(years, [.. committees.Take(CommitteesMax)], committees.Count > CommitteesMax);
    }
}
