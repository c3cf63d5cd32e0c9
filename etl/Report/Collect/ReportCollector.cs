using System.Data;
using System.Globalization;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Report.Definition;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Run;

namespace SocietyParty.Etl.Report.Collect;

/// <summary>Reads all figures of a report in one snapshot of the warehouse, in which the last load is.</summary>
public static class ReportCollector
{
    private const int SecondsMax = 600;

    private const string ReadDocuments = """
        SELECT CASE WHEN d.document_number IS NULL THEN format('《%s》', d.title) ELSE format('《%s》（%s）', d.title, d.document_number) END
        FROM mart.document AS d ORDER BY d.code
        """;

    // The list is the graph's alone: what does not add up in it is no figure of the star.
    private const string ReadDiscrepancies = """
        SELECT d.id AS Id, r.title AS Title, d.code AS Code, d.subject AS Subject, d.stated AS Stated, d.listed AS Listed, r.committee_id AS CommitteeId
        FROM graph.discrepancy AS d JOIN graph.roster AS r ON r.id = d.roster_id
        ORDER BY d.id
        """;

    private const string KeepDiscrepancies = """
        CREATE TEMP TABLE report_discrepancy ON COMMIT DROP AS
        SELECT d.id, d.title, d.code, d.subject, d.stated, d.listed
        FROM unnest(@ids, @titles, @codes, @subjects, @stated, @listed, @committees) AS d (id, title, code, subject, stated, listed, committee_id)
        WHERE d.committee_id IN (SELECT r.committee_id FROM report_committee AS r)
        """;

    /// <summary>Sessions for the figures, where they are not the owner's.</summary>
    /// <param name="Sessions">In a role that may make temporary tables.</param>
    /// <param name="EnterAsync">Run first in the transaction: it sets the scope.</param>
    public sealed record Figures(NpgsqlDataSource Sessions, Func<NpgsqlConnection, Task> EnterAsync);

    private sealed record Discrepancy(long Id, string Title, string Code, string Subject, int? Stated, int? Listed, long CommitteeId);

    /// <summary>Reads.</summary>
    /// <param name="databases">Where star and graph are.</param>
    /// <param name="request">Which report.</param>
    /// <param name="progress">Hears of each table.</param>
    /// <param name="figures">As whom figures are read; null: as whoever owns the star.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="ReportException">Nothing is loaded for it, or the graph has changed since.</exception>
    public static async Task<ReportSnapshot> CollectAsync(
        LoadDatabases databases,
        ReportRequest request,
        IProgress<ReportStep>? progress = null,
        Figures? figures = null,
        CancellationToken ct = default
    )
    {
        await RefuseChangesAsync(databases, figures is null, ct);
        var discrepancies = await DiscrepanciesAsync(databases.Graph, ct);
        await using var connection = await (figures?.Sessions ?? databases.Warehouse).OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await (figures?.EnterAsync(connection) ?? Task.CompletedTask);
        await connection.ExecuteAsync(
            Command("SET LOCAL jit = off; SET LOCAL work_mem = '64MB'; SET LOCAL TimeZone = 'Asia/Shanghai'", null, ct)
        );
        var scope = await ScopeReader.ReadAsync(connection, request, ct);
        await connection.ExecuteAsync(Command(ReportDefinition.Prepare, ScopeReader.Parameters(scope), ct));
        await KeepAsync(connection, discrepancies, ct);
        var definition = ReportDefinition.Annual;
        var tables = new List<ReportTable>();
        foreach (var table in definition.Tables)
        {
            tables.Add(await TableReader.ReadAsync(connection, table, scope, ct));
            progress?.Report(new ReportStep(table.Id, tables.Count, definition.Tables.Count));
        }

        var documents = (await connection.QueryAsync<string>(Command(ReadDocuments, null, ct))).ToList();
        return new ReportSnapshot(scope, tables, ChartBuilder.Of(definition, tables, scope.Language), documents);
    }

    private static async Task RefuseChangesAsync(LoadDatabases databases, bool seesAll, CancellationToken ct)
    {
        var status = await StatusReader.ReadAsync(databases, ct);
        if (status.LastSuccessAt is null)
        {
            throw new ReportException("SP-REPORT-101", []);
        }

        if (status.Pending is { Subjects: > 0 } pending)
        {
            // How much changed in committees out of sight is not for a scoped role.
            throw seesAll
                ? new ReportException("SP-REPORT-102", [("subjects", pending.Subjects)])
                : new ReportException("SP-REPORT-102.Scoped", []);
        }
    }

    private static async Task<IReadOnlyList<Discrepancy>> DiscrepanciesAsync(NpgsqlDataSource graph, CancellationToken ct)
    {
        await using var connection = await graph.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<Discrepancy>(Command(ReadDiscrepancies, null, ct))];
    }

    private static async Task KeepAsync(NpgsqlConnection connection, IReadOnlyList<Discrepancy> rows, CancellationToken ct) =>
        await connection.ExecuteAsync(
            Command(
                KeepDiscrepancies,
                new
                {
                    ids = rows.Select(row => row.Id).ToArray(),
                    titles = rows.Select(row => row.Title).ToArray(),
                    codes = rows.Select(row => row.Code).ToArray(),
                    subjects = rows.Select(row => row.Subject).ToArray(),
                    stated = rows.Select(row => row.Stated).ToArray(),
                    listed = rows.Select(row => row.Listed).ToArray(),
                    committees = rows.Select(row => row.CommitteeId).ToArray(),
                },
                ct
            )
        );

    internal static CommandDefinition Command(string sql, object? values, CancellationToken ct) =>
        new(sql, values, commandTimeout: SecondsMax, cancellationToken: ct);
}
