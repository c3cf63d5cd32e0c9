using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>
/// Brings <c>graph.region</c> to the list that the program carries, in the transaction that is open; a newer list that an office took
/// stays. No region ever goes: committees of the past lie in it.
/// </summary>
internal sealed class RegionRunner(NpgsqlConnection connection)
{
    private const string ReadList = "SELECT as_of, checksum FROM graph.region_list";

    private const string Apply = """
        INSERT INTO graph.region AS r (code, name, parent_code, listed_from, listed_to, former_names)
        SELECT n.code, n.name, n.parent_code, n.listed_from, n.listed_to, n.former_names
        FROM unnest(@codes, @names, @parents, @from, @to, @former) AS n (code, name, parent_code, listed_from, listed_to, former_names)
        ON CONFLICT (code) DO UPDATE
        SET name = excluded.name, parent_code = excluded.parent_code, listed_from = excluded.listed_from, listed_to = excluded.listed_to,
            former_names = excluded.former_names
        WHERE (r.name, r.parent_code, r.listed_from, r.listed_to, r.former_names)
            IS DISTINCT FROM (excluded.name, excluded.parent_code, excluded.listed_from, excluded.listed_to, excluded.former_names);
        INSERT INTO graph.region_list (as_of, checksum) VALUES (@asOf, @checksum)
        ON CONFLICT (is_only) DO UPDATE SET as_of = excluded.as_of, checksum = excluded.checksum, applied_at = excluded.applied_at;
        """;

    /// <summary>Gives whether there was something to do.</summary>
    public async Task<bool> RunAsync(RegionList list, IStartupProgress progress, CancellationToken ct)
    {
        if (await ReadAsync(ct) is { } known && (known.AsOf > list.AsOf || known.Checksum == list.Checksum))
        {
            return false;
        }

        progress.Step(
            (
                FormattableString.Invariant($"Taking {list.Regions.Count:N0} regions"),
                FormattableString.Invariant($"正在导入{list.Regions.Count}个行政区划")
            )
        );
        var codes = list.Regions.Select(region => region.Code).ToHashSet();
        await using var command = new NpgsqlCommand(Apply, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue("codes", list.Regions.Select(region => region.Code).ToArray());
        command.Parameters.AddWithValue("names", list.Regions.Select(region => region.Name).ToArray());
        command.Parameters.AddWithValue("parents", list.Regions.Select(region => Region.Parent(region.Code, codes)).ToArray());
        command.Parameters.AddWithValue("from", list.Regions.Select(region => region.ListedFrom).ToArray());
        command.Parameters.AddWithValue("to", list.Regions.Select(region => region.ListedTo).ToArray());
        command.Parameters.AddWithValue("former", list.Regions.Select(region => region.FormerNames).ToArray());
        command.Parameters.AddWithValue("asOf", list.AsOf);
        command.Parameters.AddWithValue("checksum", list.Checksum);
        await command.ExecuteNonQueryAsync(ct);
        return true;
    }

    private async Task<(DateOnly AsOf, string Checksum)?> ReadAsync(CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ReadList, connection);
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? (row.GetFieldValue<DateOnly>(0), row.GetString(1)) : null;
    }
}
