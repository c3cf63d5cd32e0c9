using System.Data;
using System.Globalization;
using Npgsql;
using SocietyParty.Etl.Report.Collect;
using SocietyParty.Etl.Report.Editions;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Service.Access;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http.Reports;

/// <summary>
/// Reports as a caller sees them. The figures of a committee's administrator are read in the role and scope of the caller, so that policies
/// decide what stands in them; editions are kept by the owner of the database, and found by their committee.
/// </summary>
/// <param name="owner">Of the database: keeps editions, and knows whether the star is up to date.</param>
/// <param name="sessions">In roles, which may make temporary tables.</param>
internal sealed class ReportAccess(NpgsqlDataSource owner, SessionSources sessions)
{
    /// <summary>Whether there are reports for the role.</summary>
    public static bool AreFor(RequestAccess access) => access.Class is AccessClass.Everywhere or AccessClass.Committee;

    public Task<ReportSnapshot> CollectAsync(RequestAccess access, ReportRequest request, CancellationToken ct) =>
        ReportCollector.CollectAsync(
            owner,
            // Of a scoped role "all" is the committee that it is about: its figures are no nation's.
            access.SeesEverything || request.Committee is not null
                ? request
                : request with
                {
                    Committee = access.Subject?.ToString(CultureInfo.InvariantCulture),
                },
            figures: access.SeesEverything ? null : new(sessions.For(access), connection => EnterAsync(connection, access)),
            ct: ct
        );

    public Task<IReadOnlyList<IssuedEdition>> ListAsync(RequestAccess access, CancellationToken ct) =>
        EditionStore.ListAsync(owner, Within(access), ct);

    /// <summary>A file of an edition; null where there is none that the caller sees.</summary>
    public Task<ReportFile?> FileAsync(RequestAccess access, long id, string name, CancellationToken ct) =>
        EditionStore.FileAsync(owner, id, name, Within(access), ct);

    public Task<(IssuedEdition Edition, IReadOnlyList<ReportFile> Files)> IssueAsync(
        ReportSnapshot snapshot,
        ReportStyle style,
        string issuer,
        CancellationToken ct
    ) => EditionStore.IssueAsync(owner, snapshot, style, issuer, ct);

    public async Task<DraftChoices> ChoicesAsync(RequestAccess access, CancellationToken ct)
    {
        await using var connection = await sessions.For(access).OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await EnterAsync(connection, access);
        return await DraftChoices.ReadAsync(connection, ct);
    }

    // Nobody's committee has no report: no key is 0.
    private static long? Within(RequestAccess access) => access.SeesEverything ? null : access.Subject ?? 0;

    private static async Task EnterAsync(NpgsqlConnection connection, RequestAccess access)
    {
        if (AccessScope.Of(access) is { } scope)
        {
            await scope.SetAsync(connection);
        }
    }
}
