using Dapper;
using Npgsql;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Sentences;

namespace SocietyParty.Etl.Report.Editions;

/// <summary>An issued edition.</summary>
/// <param name="Id">Key.</param>
/// <param name="CommitteeName">Whom it is about.</param>
/// <param name="Year">The year.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Number">From 1, for one committee, year and language.</param>
/// <param name="AsOf">The day whose state it tells.</param>
/// <param name="LoadId">The load that it was read from.</param>
/// <param name="IssuedBy">Who issued it.</param>
/// <param name="IssuedAt">When, UTC.</param>
/// <param name="SnapshotHash">SHA-256 of its figures.</param>
public sealed record IssuedEdition(
    long Id,
    string CommitteeName,
    int Year,
    string Language,
    int Number,
    DateOnly AsOf,
    long LoadId,
    string IssuedBy,
    DateTime IssuedAt,
    string SnapshotHash
);

/// <summary>Issues reports and gives issued ones again.</summary>
public static class EditionStore
{
    // Two offices may issue at once; the second one is the later edition.
    private const string Lock = "LOCK TABLE dw.report_edition IN SHARE ROW EXCLUSIVE MODE";

    private const string ReadLast = """
        SELECT e.id AS Id, e.number AS Number, e.snapshot AS Snapshot FROM dw.report_edition AS e
        WHERE e.committee_id IS NOT DISTINCT FROM @committee AND e.year = @year AND e.language = @language
        ORDER BY e.number DESC LIMIT 1
        """;

    private const string ReadToday = "SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date";

    private const string Add = """
        INSERT INTO dw.report_edition (committee_id, committee_name, year, language, number, as_of, load_run_id, rule_set_code, program_version,
            snapshot, snapshot_hash, sentences, sentences_hash, template, template_hash, with_byte_order_mark, issued_by, supersedes_id)
        VALUES (@committee, @name, @year, @language, @number, @asOf, @load, @ruleSet, @version,
            @snapshot, @snapshotHash, @sentences, @sentencesHash, @template, @templateHash, @withByteOrderMark, @issuedBy, @supersedes)
        RETURNING id
        """;

    private const string AddFile =
        "INSERT INTO dw.report_file (report_edition_id, name, content, content_hash) VALUES (@edition, @name, @content, @hash)";

    private const string ReadEditions = """
        SELECT e.id AS Id, e.committee_name AS CommitteeName, e.year AS Year, e.language AS Language, e.number AS Number, e.as_of AS AsOf,
               e.load_run_id AS LoadId, e.issued_by AS IssuedBy, e.issued_at AS IssuedAt, e.snapshot_hash AS SnapshotHash
        FROM dw.report_edition AS e
        WHERE @within::bigint IS NULL OR e.committee_id = ANY (graph.committees_within(@within))
        ORDER BY e.id
        """;

    private const string ReadFiles =
        "SELECT f.name AS Name, f.content AS Content FROM dw.report_file AS f WHERE f.report_edition_id = @id ORDER BY f.name";

    private const string ReadFile = """
        SELECT f.name AS Name, f.content AS Content FROM dw.report_file AS f JOIN dw.report_edition AS e ON e.id = f.report_edition_id
        WHERE f.report_edition_id = @id AND f.name = @name
          AND (@within::bigint IS NULL OR e.committee_id = ANY (graph.committees_within(@within)))
        """;

    private sealed record Last(long Id, int Number, string Snapshot);

    /// <summary>Freezes a report: its figures, words, look and files are kept.</summary>
    /// <param name="warehouse">The star's database.</param>
    /// <param name="snapshot">The figures.</param>
    /// <param name="style">Words and look.</param>
    /// <param name="issuedBy">Who issues it.</param>
    /// <param name="ct">Gives up; nothing is issued then.</param>
    /// <exception cref="ReportException">Words or look cannot be used.</exception>
    public static async Task<(IssuedEdition Edition, IReadOnlyList<ReportFile> Files)> IssueAsync(
        NpgsqlDataSource warehouse,
        ReportSnapshot snapshot,
        ReportStyle style,
        string issuedBy,
        CancellationToken ct = default
    )
    {
        await using var connection = await warehouse.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new CommandDefinition(Lock, cancellationToken: ct));
        var scope = snapshot.Scope;
        var last = await connection.QuerySingleOrDefaultAsync<Last>(
            new CommandDefinition(
                ReadLast,
                new
                {
                    committee = scope.CommitteeId,
                    year = scope.Year,
                    language = scope.Language,
                },
                cancellationToken: ct
            )
        );
        var today = await connection.ExecuteScalarAsync<DateOnly>(new CommandDefinition(ReadToday, cancellationToken: ct));
        var number = (last?.Number ?? 0) + 1;
        var changes = last is null ? null : EditionDifferences.Between(SnapshotText.Read(last.Snapshot), snapshot);
        var files = await ReportFiles.MakeAsync(snapshot, style, new EditionMark(number, today), changes, ct);
        var text = SnapshotText.Write(snapshot);
        var id = await connection.ExecuteScalarAsync<long>(
            new CommandDefinition(
                Add,
                new
                {
                    committee = scope.CommitteeId,
                    name = scope.CommitteeName,
                    year = scope.Year,
                    language = scope.Language,
                    number,
                    asOf = scope.Day,
                    load = scope.LoadId,
                    ruleSet = scope.RuleSetCode,
                    version = scope.ProgramVersion,
                    snapshot = text,
                    snapshotHash = SnapshotText.Hash(text),
                    sentences = style.Sentences,
                    sentencesHash = SnapshotText.Hash(style.Sentences),
                    template = style.Template,
                    templateHash = style.Template is { } template ? SnapshotText.Hash(template) : null,
                    withByteOrderMark = style.WithByteOrderMark,
                    issuedBy,
                    supersedes = last?.Id,
                },
                cancellationToken: ct
            )
        );
        foreach (var file in files)
        {
            await connection.ExecuteAsync(
                new CommandDefinition(
                    AddFile,
                    new
                    {
                        edition = id,
                        name = file.Name,
                        content = file.Content,
                        hash = SnapshotText.Hash(file.Content),
                    },
                    cancellationToken: ct
                )
            );
        }

        await transaction.CommitAsync(ct);
        return ((await ListAsync(warehouse, ct: ct)).Single(edition => edition.Id == id), files);
    }

    /// <summary>All issued editions, the first one first.</summary>
    /// <param name="warehouse">The star's database.</param>
    /// <param name="within">Key of a committee: those of it and of the committees that stand below it today; null: all.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<IReadOnlyList<IssuedEdition>> ListAsync(
        NpgsqlDataSource warehouse,
        long? within = null,
        CancellationToken ct = default
    )
    {
        await using var connection = await warehouse.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<IssuedEdition>(new CommandDefinition(ReadEditions, new { within }, cancellationToken: ct))];
    }

    /// <summary>A file of an edition, byte for byte as it was issued; null where there is none.</summary>
    /// <param name="warehouse">The star's database.</param>
    /// <param name="id">Of the edition.</param>
    /// <param name="name">Of the file.</param>
    /// <param name="within">As for the list.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<ReportFile?> FileAsync(
        NpgsqlDataSource warehouse,
        long id,
        string name,
        long? within = null,
        CancellationToken ct = default
    )
    {
        await using var connection = await warehouse.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<ReportFile>(
            new CommandDefinition(
                ReadFile,
                new
                {
                    id,
                    name,
                    within,
                },
                cancellationToken: ct
            )
        );
    }

    /// <summary>The files of an edition, byte for byte as they were issued.</summary>
    /// <exception cref="ReportException">There is no such edition.</exception>
    public static async Task<IReadOnlyList<ReportFile>> FilesAsync(NpgsqlDataSource warehouse, long id, CancellationToken ct = default)
    {
        await using var connection = await warehouse.OpenConnectionAsync(ct);
        var files = (await connection.QueryAsync<ReportFile>(new CommandDefinition(ReadFiles, new { id }, cancellationToken: ct))).ToList();
        return files.Count > 0 ? files : throw new ReportException("SP-REPORT-106", [("key", id)]);
    }
}
