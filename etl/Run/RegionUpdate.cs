using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Refusals;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Run;

/// <summary>What a newer list of regions changed.</summary>
/// <param name="Added">Regions that it has and no list had before.</param>
/// <param name="Changed">Regions that it calls or places otherwise, or that it has again.</param>
/// <param name="Ended">Regions that it has no more; they stay, with the month.</param>
public sealed record RegionReport(int Regions, int Added, int Changed, int Ended);

/// <summary>Takes a list of regions that is newer than what the program carries.</summary>
public static class RegionUpdate
{
    /// <summary>A list that lacks more of what there was is a part of one: of a province, say.</summary>
    private const decimal EndedShareMax = 0.1m;

    private const string Take = """
        WITH given AS (
            SELECT * FROM unnest(@codes, @names, @parents) AS g (code, name, parent_code)
        ), ended AS (
            UPDATE graph.region AS r SET listed_to = @month::date
            WHERE r.listed_to IS NULL AND r.code <> @country AND NOT EXISTS (SELECT FROM given AS g WHERE g.code = r.code)
            RETURNING 1
        ), kept AS (
            UPDATE graph.region AS r
            SET name = g.name, parent_code = g.parent_code, listed_to = NULL,
                former_names = CASE WHEN g.name = r.name OR r.name = ANY (string_to_array(r.former_names, '、')) THEN r.former_names
                                    ELSE concat_ws('、', r.former_names, r.name) END
            FROM given AS g
            WHERE g.code = r.code AND (g.name, g.parent_code, NULL::date) IS DISTINCT FROM (r.name, r.parent_code, r.listed_to)
            RETURNING 1
        ), added AS (
            INSERT INTO graph.region (code, name, parent_code, listed_from)
            SELECT g.code, g.name, g.parent_code, @month::date FROM given AS g
            WHERE NOT EXISTS (SELECT FROM graph.region AS r WHERE r.code = g.code)
            RETURNING 1
        )
        SELECT (SELECT count(*) FROM given)::int AS Regions, (SELECT count(*) FROM added)::int AS Added,
               (SELECT count(*) FROM kept)::int AS Changed, (SELECT count(*) FROM ended)::int AS Ended
        """;

    /// <summary>The list that a graph has, by code.</summary>
    public static async Task<IReadOnlyList<Region>> ListAsync(NpgsqlDataSource graph, CancellationToken ct)
    {
        await using var connection = await graph.OpenConnectionAsync(ct);
        var rows = await connection.QueryAsync<Region>(
            new CommandDefinition(
                """
                SELECT code::text AS Code, name AS Name, listed_from AS ListedFrom, listed_to AS ListedTo, former_names AS FormerNames
                FROM graph.region ORDER BY code
                """,
                cancellationToken: ct
            )
        );
        return rows.AsList();
    }

    /// <summary>Brings <c>graph.region</c> to the list, in one transaction.</summary>
    /// <param name="rows">Code and name, as published; groupings such as 市辖区 may be among them.</param>
    /// <param name="asOf">Day for which the list was published.</param>
    /// <exception cref="DatabaseSetupException">The list is older than the one that is known, or only a part of one.</exception>
    public static async Task<RegionReport> TakeAsync(
        NpgsqlDataSource graph,
        IReadOnlyList<(string Code, string Name)> rows,
        DateOnly asOf,
        CancellationToken ct
    )
    {
        await using var connection = await graph.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync("LOCK TABLE graph.region_list IN EXCLUSIVE MODE");
        var known = await connection.ExecuteScalarAsync<DateTime?>("SELECT as_of::timestamp FROM graph.region_list");
        if (known is { } day && asOf <= DateOnly.FromDateTime(day))
        {
            throw new Refusal("SP-REGIONS-002", [("known", day), ("given", asOf)]);
        }

        var codes = rows.Select(row => row.Code).Append(Region.Country).ToHashSet();
        var report = await connection.QuerySingleAsync<RegionReport>(
            Take,
            new
            {
                codes = rows.Select(row => row.Code).ToArray(),
                names = rows.Select(row => row.Name).ToArray(),
                parents = rows.Select(row => Region.Parent(row.Code, codes)).ToArray(),
                month = new DateOnly(asOf.Year, asOf.Month, 1).ToDateTime(TimeOnly.MinValue),
                country = Region.Country,
            }
        );
        if (report.Ended > EndedShareMax * report.Regions)
        {
            throw new Refusal("SP-REGIONS-003", [("ended", report.Ended), ("regions", report.Regions)]);
        }

        var text = string.Join('\n', rows.Select(row => $"{row.Code},{row.Name}"));
        await connection.ExecuteAsync(
            "UPDATE graph.region_list SET as_of = @asOf::date, checksum = @checksum, applied_at = now()",
            new
            {
                asOf = asOf.ToDateTime(TimeOnly.MinValue),
                checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            }
        );
        await transaction.CommitAsync(ct);
        return report;
    }
}
