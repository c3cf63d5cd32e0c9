using Npgsql;

namespace SocietyParty.Bench.Queries;

/// <summary>Draws what the requests ask for from the database, so that no peer lives off a row that is always the same.</summary>
internal static class SampleReader
{
    private const int SamplesMax = 2_000;

    /// <exception cref="BenchException">The database has nothing to ask for.</exception>
    public static async Task<IReadOnlyList<Sample>> DrawAsync(NpgsqlDataSource database, BenchQuery query, int seed, CancellationToken ct)
    {
        var all = new List<Sample>();
        await using var command = database.CreateCommand(query.Text("samples.sql"));
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            all.Add(
                new Sample(
                    reader.GetInt64(0),
                    await reader.IsDBNullAsync(1, ct) ? null : reader.GetString(1),
                    await reader.IsDBNullAsync(2, ct) ? null : await reader.GetFieldValueAsync<long[]>(2, ct)
                )
            );
        }

        if (all.Count == 0)
        {
            throw new BenchException(
                "SP-BENCH-201",
                $"The database has nothing to ask {query.Name} for. Give one that `etl generate` filled with a nation."
            );
        }

        var drawn = all.ToArray();
        new Random(seed).Shuffle(drawn);
        return drawn.Length > SamplesMax ? drawn[..SamplesMax] : drawn;
    }
}
