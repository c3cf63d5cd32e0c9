using System.Globalization;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Report.Definition;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Schema;

namespace SocietyParty.Etl.Report.Collect;

/// <summary>Finds the committee, the month and the load of a report.</summary>
internal static class ScopeReader
{
    private const int NamedMax = 5;

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    private const string ReadMonth = """
        SELECT m.month AS Month, m.as_of AS Day, w.load_id AS LoadId, (w.loaded_at AT TIME ZONE 'Asia/Shanghai')::date AS LoadedOn,
               (SELECT min(r.code) FROM mart.rule_set AS r WHERE r.is_default) AS RuleSetCode,
               (SELECT min(r.title) FROM mart.rule_set AS r WHERE r.is_default) AS RuleSet
        FROM mart.month AS m CROSS JOIN mart.warehouse AS w
        WHERE m.has_come AND extract(year FROM m.month) = @year
        ORDER BY m.month DESC LIMIT 1
        """;

    private const string ReadYears =
        "SELECT string_agg(DISTINCT to_char(month, 'YYYY'), ', ' ORDER BY to_char(month, 'YYYY')) FROM mart.month WHERE has_come";

    // On the day. Digits are a key or the code of a region, never a part of a name: an unknown key would find another committee.
    private const string ReadCommittees = """
        SELECT n.id AS Id, n.name AS Name
        FROM (SELECT w.*, min(w.way) OVER () AS best
              FROM (SELECT c.committee_id AS id, c.name, CASE
                        WHEN c.committee_id::text = @asked OR c.name = @asked THEN 1
                        WHEN c.region_code = @asked THEN 2
                        WHEN @asked !~ '^[0-9]+$' AND position(@asked IN c.name) > 0 THEN 3 END AS way
                    FROM mart.committee_version AS c WHERE c.valid_from <= @day AND @day < c.valid_to) AS w) AS n
        WHERE n.way = n.best
        ORDER BY n.id
        """;

    // One committee above all others is whom a report without a name is about.
    private const string ReadTop = """
        SELECT min(c.committee_id) AS Id, min(c.name) AS Name FROM mart.committee_version AS c
        WHERE c.valid_from <= @day AND @day < c.valid_to AND NOT EXISTS (
            SELECT FROM mart.committee_tree AS t WHERE t.committee_id = c.committee_id AND t.depth > 0 AND t.valid_from <= @day AND @day < t.valid_to)
        HAVING count(*) = 1
        """;

    private const string ReadAssessed = "SELECT max(a.year)::int FROM mart.assessment AS a WHERE a.assessed = 1 AND a.year <= @year";

    private sealed record Closing(DateOnly Month, DateOnly Day, long LoadId, DateOnly LoadedOn, string RuleSetCode, string RuleSet);

    private sealed record Committee(long Id, string Name);

    /// <exception cref="ReportException">No month of the year is loaded, or not one committee is meant.</exception>
    public static async Task<ReportScope> ReadAsync(NpgsqlConnection connection, ReportRequest request, CancellationToken ct)
    {
        var closing = await connection.QuerySingleOrDefaultAsync<Closing>(
            ReportCollector.Command(ReadMonth, new { year = request.Year }, ct)
        );
        if (closing is null)
        {
            var years = await connection.ExecuteScalarAsync<string?>(ReportCollector.Command(ReadYears, null, ct));
            var thisYear = DateTimeOffset.UtcNow.ToOffset(Beijing).Year;
            if (request.Year > thisYear)
            {
                throw new ReportException("SP-REPORT-103.ToCome", [("year", request.Year), ("last", thisYear)]);
            }

            throw new ReportException(
                years is null ? "SP-REPORT-103.None" : "SP-REPORT-103.Others",
                [("year", request.Year), ("years", years), ("before", request.Year - 2)]
            );
        }

        var committee = request.Committee is { } asked
            ? await CommitteeAsync(connection, asked, closing.Day, ct)
            : await connection.QuerySingleOrDefaultAsync<Committee>(ReportCollector.Command(ReadTop, new { day = closing.Day }, ct));
        var assessed = await connection.ExecuteScalarAsync<int?>(ReportCollector.Command(ReadAssessed, new { year = request.Year }, ct))
            ?? request.Year - 1;
        var isWhole = closing.Day == new DateOnly(request.Year, 12, 31);
        return new ReportScope(
            ReportDefinition.Annual.Title.In(request.Language),
            committee?.Id,
            committee?.Name ?? (request.Language == ReportLanguage.English ? "the whole country" : "全国"),
            request.Year,
            closing.Month,
            closing.Day,
            isWhole ? request.Year : request.Year - 1,
            assessed,
            closing.LoadId,
            closing.LoadedOn,
            closing.RuleSet,
            closing.RuleSetCode,
            request.Language,
            ProgramVersion.Text
        );
    }

    /// <summary>Of prepare.sql.</summary>
    public static object Parameters(ReportScope scope) =>
        new
        {
            committee = scope.CommitteeId,
            month = scope.Month,
            day = scope.Day,
            year = scope.Year,
            assessed = scope.AssessedYear,
            language = scope.Language,
        };

    private static async Task<IEnumerable<string>> SomeAsync(NpgsqlConnection connection, DateOnly day, CancellationToken ct) =>
        (await connection.QueryAsync<Committee>(ReportCollector.Command(ReadCommittees, new { asked = "", day }, ct)))
            .Take(NamedMax)
            .Select(one => one.Name);

    private static async Task<Committee> CommitteeAsync(NpgsqlConnection connection, string asked, DateOnly day, CancellationToken ct)
    {
        var found = (await connection.QueryAsync<Committee>(ReportCollector.Command(ReadCommittees, new { asked, day }, ct))).ToList();
        return found switch
        {
            [var one] => one,
            [] => throw new ReportException(
                "SP-REPORT-104",
                [("given", asked), ("day", day), ("some", await SomeAsync(connection, day, ct))]
            ),
            _ => throw new ReportException(
                "SP-REPORT-105",
                [
                    ("count", found.Count),
                    ("given", asked),
                    ("some", found.Take(NamedMax).Select(one => $"{one.Id} {one.Name}").Concat(found.Count > NamedMax ? ["…"] : [])),
                ]
            ),
        };
    }
}
