using Dapper;
using Npgsql;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import;

/// <summary>
/// Brings a published list into the graph: one transaction, all or nothing. The same list again writes no row.
/// </summary>
public static class RosterImporter
{
    public static async Task<ImportReport> ImportAsync(
        NpgsqlDataSource database,
        RosterFile file,
        ImportOptions? options = null,
        CancellationToken ct = default
    )
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await ImportAsync(connection, file, options, ct);
    }

    /// <param name="connection">Open, and in no transaction.</param>
    public static Task<ImportReport> ImportAsync(
        NpgsqlConnection connection,
        RosterFile file,
        ImportOptions? options = null,
        CancellationToken ct = default
    )
    {
        options ??= ImportOptions.Default;
        return ImportSpans.ImportAsync("roster", options, () => RunAsync(connection, file, options, ct));
    }

    private static async Task<ImportReport> RunAsync(
        NpgsqlConnection connection,
        RosterFile file,
        ImportOptions options,
        CancellationToken ct
    )
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await options.BeginAsync(connection);
        var run = new RosterTransaction(connection, file, options, ct);
        try
        {
            var report = await run.ExecuteAsync();
            if (report.Succeeded && !options.IsDryRun)
            {
                await transaction.CommitAsync(ct);
            }

            return report;
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return ImportReport.Rejected(file.FileName, file.Entries.Count, [Problems.Busy(options.WaitSecondsMax)], options.IsDryRun);
        }
    }
}

/// <summary>The steps of one import. Whoever calls it commits, or does not.</summary>
internal sealed class RosterTransaction(NpgsqlConnection connection, RosterFile file, ImportOptions options, CancellationToken ct)
{
    private readonly DateTime startedAt = DateTime.UtcNow;
    private long writtenCount;
    private readonly List<ImportDiscrepancy> notices = [.. file.Notices];

    public async Task<ImportReport> ExecuteAsync()
    {
        await connection.ExecuteAsync(Command($"SET LOCAL lock_timeout = '{options.WaitSecondsMax}s'"));
        await connection.ExecuteAsync(Sql("lock"));

        var header = HeaderParameters();
        if (await connection.ExecuteScalarAsync<bool?>(Sql("region", header)) is null)
        {
            return Rejected(Problems.RegionUnknown(file.Header.Region));
        }

        var known = await connection.QuerySingleOrDefaultAsync<KnownDocument>(Sql("document_known", header));
        if (FindDocumentProblem(known) is { } differs)
        {
            return Rejected(differs);
        }

        var (documentId, issuedOn) = await WriteDocumentAsync(known, header);
        var committeeId = await WriteCommitteeAsync(header);
        var roster = await connection.QuerySingleOrDefaultAsync<KnownRoster>(
            Sql("roster_known", new { DocumentId = documentId, file.Header.Title })
        );
        if (roster is not null && roster.CommitteeId != committeeId)
        {
            return Rejected(Problems.OtherCommittee(roster.Committee));
        }

        var place = new Place(committeeId, documentId, issuedOn, roster?.Id, false);
        place = place with { IsSuperseded = await connection.ExecuteScalarAsync<bool>(Sql("superseded", place)) };
        await connection.ExecuteAsync(Sql("stage"));
        var forms = await connection.QueryAsync<OwnForm>(Sql("roster_forms", place));
        await RosterStage.FillAsync(connection, file with { Entries = RosterForm.In(file.Entries, [.. forms]) }, ct);
        await connection.ExecuteAsync(Sql("resolve", place));
        var problems = await FindProblemsAsync(place);
        if (problems.Count > 0)
        {
            return Rejected([.. problems]);
        }

        foreach (var step in (string[])["society", "branch", "branch_society", "branch_category_period"])
        {
            writtenCount += await connection.ExecuteAsync(Sql(step, place));
        }

        return await WriteRosterAsync(place);
    }

    private async Task<(long Id, string? IssuedOn)> WriteDocumentAsync(KnownDocument? known, object header)
    {
        var issuedOn = file.Header.IssuedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (known is null)
        {
            writtenCount++;
            return (await connection.ExecuteScalarAsync<long>(Sql("document_add", header)), issuedOn);
        }
        writtenCount += await connection.ExecuteAsync(
            Sql(
                "document_complete",
                new
                {
                    DocumentId = known.Id,
                    file.Header.Issuer,
                    IssuedOn = issuedOn,
                }
            )
        );
        return (known.Id, known.IssuedOn ?? issuedOn);
    }

    private async Task<long> WriteCommitteeAsync(object header)
    {
        if (await connection.ExecuteScalarAsync<long?>(Sql("committee_known", header)) is { } id)
        {
            return id;
        }

        writtenCount++;
        notices.AddRange(await RosterCommittee.NoticeAsync(connection, file.Header, ct));
        return await connection.ExecuteScalarAsync<long>(Sql("committee_add", header));
    }

    private async Task<ImportReport> WriteRosterAsync(Place place)
    {
        await connection.ExecuteAsync(Sql("discrepancies", place));
        var differs = await connection.ExecuteScalarAsync<bool>(Sql("roster_differs", place));
        long? importRunId = null;
        if (writtenCount > 0 || differs)
        {
            importRunId = await connection.ExecuteScalarAsync<long>(
                Sql(
                    "import_run",
                    new
                    {
                        SourceName = file.FileName,
                        SourceChecksum = file.Checksum,
                        StartedAt = startedAt,
                    }
                )
            );
            await connection.ExecuteAsync(
                Sql(
                    "roster",
                    new
                    {
                        place.CommitteeId,
                        place.DocumentId,
                        place.RosterId,
                        file.Header.Title,
                        ImportRunId = importRunId,
                    }
                )
            );
            var roster = await connection.QuerySingleAsync<KnownRoster>(Sql("roster_known", new { place.DocumentId, file.Header.Title }));
            await connection.ExecuteAsync(Sql("roster_parts", place with { RosterId = roster.Id }));
        }
        var counts = await connection.QuerySingleAsync<Counts>(Sql("report"));
        var discrepancies = await connection.QueryAsync<ImportDiscrepancy>(Sql("report_discrepancies"));
        return new ImportReport(
            file.FileName,
            file.Entries.Count,
            counts.Inserted,
            counts.Updated,
            counts.Unchanged,
            0,
            [
                .. notices,
                .. await WrittenOtherwiseAsync(),
                .. discrepancies.Select(Said),
                .. await RosterRules.CategoriesAsync(connection, place, ct),
            ],
            [],
            options.IsDryRun ? null : importRunId,
            options.IsDryRun
        );
    }

    private async Task<IEnumerable<ImportDiscrepancy>> WrittenOtherwiseAsync() =>
        from pair in await connection.QueryAsync<(string Written, string Known)>(Sql("roster_written"))
        select ImportDiscrepancy.Of(
            "NAME_WRITTEN_OTHERWISE",
            pair.Written,
            new("Notice.WrittenOtherwise", [("written", pair.Written), ("known", pair.Known)])
        );

    // A document is what its number says; the same number under another name is a mistake in one of the two.
    private ImportProblem? FindDocumentProblem(KnownDocument? known)
    {
        if (known is null)
        {
            return null;
        }

        var given = file.Header;
        var issuedOn = given.IssuedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (known.Title != given.DocumentTitle)
        {
            return Problems.DocumentDiffers(HeaderKeys.DocumentTitle, known.Title, given.DocumentTitle);
        }

        if (known.Issuer is not null && given.Issuer is not null && known.Issuer != given.Issuer)
        {
            return Problems.DocumentDiffers(HeaderKeys.Issuer, known.Issuer, given.Issuer);
        }

        return known.IssuedOn is not null && issuedOn is not null && known.IssuedOn != issuedOn
            ? Problems.DocumentDiffers(HeaderKeys.IssuedOn, known.IssuedOn, issuedOn)
            : null;
    }

    private async Task<List<ImportProblem>> FindProblemsAsync(Place place)
    {
        var rows = await connection.QueryAsync<Offender>(
            Sql(
                "problems",
                new
                {
                    place.DocumentId,
                    place.IssuedOn,
                    place.IsSuperseded,
                    ProblemsMax = ImportLimits.Default.ProblemsMax + 1,
                }
            )
        );
        var list = new ProblemList(ImportLimits.Default);
        foreach (var row in rows)
        {
            list.Add(Describe(row, place).At(row.Line));
        }

        foreach (
            var breach in (await RosterRules.StepsAsync(connection, place, ct)).Concat(
                await RosterRules.DissolutionsAsync(connection, place, ct)
            )
        )
        {
            list.Add(breach);
        }

        return [.. list.Items];
    }

    /// <summary>What the database found, with the sentence for it.</summary>
    private static ImportDiscrepancy Said(ImportDiscrepancy found)
    {
        Sentence? sentence = (found.Code, found.Stated - found.Listed) switch
        {
            ("COUNT_DIFFERS", > 0 and var missing) => new("Notice.CountMissing", Counted(found, missing)),
            ("COUNT_DIFFERS", { } more) => new("Notice.CountMore", Counted(found, -more)),
            ("KIND_NOT_STATED", _) => new("Notice.KindNotStated", [("name", found.Subject)]),
            ("NOT_LISTED", _) => new("Notice.NotListed", [("name", found.Subject)]),
            _ => null,
        };
        return found with { Sentence = sentence, NamesSubject = true };
    }

    private static IReadOnlyList<(string Name, object? Value)> Counted(ImportDiscrepancy found, int difference) =>
        [("category", found.Subject), ("stated", found.Stated), ("listed", found.Listed), ("difference", difference)];

    private static ImportProblem Describe(Offender row, Place place) =>
        row.Code switch
        {
            "ALIAS_AMBIGUOUS" => Problems.AliasAmbiguous(row.Name),
            "SAME_BRANCH" => Problems.SameBranch(row.Name, row.OtherLine!.Value),
            "SAME_DAY_DIFFERS" => Problems.SameDayDiffers(row.Name, row.Before!, row.After!, place.IssuedOn!),
            "STATUS_TOO_EARLY" => Problems.StatusTooEarly(row.Name, row.After!, row.Before!),
            _ => throw new InvalidOperationException($"problems.sql returned the unknown code {row.Code}"),
        };

    private object HeaderParameters() =>
        new
        {
            file.Header.Committee,
            file.Header.Region,
            file.Header.DocumentTitle,
            file.Header.DocumentNumber,
            file.Header.Issuer,
            IssuedOn = file.Header.IssuedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };

    private ImportReport Rejected(params ImportProblem[] problems) =>
        ImportReport.Rejected(file.FileName, file.Entries.Count, problems, options.IsDryRun);

    private CommandDefinition Sql(string name, object? parameters = null) => Command(ImportSql.Read(name), parameters);

    private CommandDefinition Command(string text, object? parameters = null) =>
        new(text, parameters, commandTimeout: 0, cancellationToken: ct);

    /// <summary>Where the list belongs. Dates travel as text: the statements cast them.</summary>
    private sealed record Place(long CommitteeId, long DocumentId, string? IssuedOn, long? RosterId, bool IsSuperseded);

    private sealed class KnownDocument
    {
        public long Id { get; init; }
        public string Title { get; init; } = "";
        public string? Issuer { get; init; }
        public string? IssuedOn { get; init; }
    }

    private sealed class KnownRoster
    {
        public long Id { get; init; }
        public long CommitteeId { get; init; }
        public string Committee { get; init; } = "";
    }

    private sealed class Counts
    {
        public int Inserted { get; init; }
        public int Updated { get; init; }
        public int Unchanged { get; init; }
    }

    private sealed class Offender
    {
        public string Code { get; init; } = "";
        public int Line { get; init; }
        public string Name { get; init; } = "";
        public string? Before { get; init; }
        public string? After { get; init; }
        public int? OtherLine { get; init; }
    }
}
