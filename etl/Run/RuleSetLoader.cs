using System.Text.Json;
using Dapper;
using Npgsql;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Run;

/// <summary>What a loading of rule sets did.</summary>
/// <param name="Written">Codes of the rule sets that were new or had changed.</param>
/// <param name="Unchanged">How many stood so already.</param>
/// <param name="Problems">Not empty: nothing was written.</param>
public sealed record RuleSetReport(IReadOnlyList<string> Written, int Unchanged, IReadOnlyList<RuleSetProblem> Problems);

/// <summary>
/// Brings <c>graph.rule_set</c> to what the files say, and the documents that they cite, and the indicators. A rule set whose file is
/// gone stays, but it is no longer the default.
/// </summary>
public static class RuleSetLoader
{
    private const string TakeTurn = "SELECT pg_advisory_xact_lock(hashtext('graph.rule_set'))";
    private const string ReadChecksums = "SELECT code, checksum FROM graph.rule_set";
    private const string ReadRegions = "SELECT code::text FROM graph.region";

    // One default at a time: the old one steps down before the new one is written.
    private const string StepDown = "UPDATE graph.rule_set SET is_default = false WHERE is_default AND code <> @Code";

    private const string Upsert = """
        INSERT INTO graph.rule_set (code, title, region_code, policy_document_id, effective_from, effective_to, is_default, content, checksum)
        VALUES (@Code, @Title, @Region, @DocumentId, @From::date, @To::date, @IsDefault, @Content::jsonb, @Checksum)
        ON CONFLICT (code) DO UPDATE
        SET title = excluded.title, region_code = excluded.region_code, policy_document_id = excluded.policy_document_id,
            effective_from = excluded.effective_from, effective_to = excluded.effective_to, is_default = excluded.is_default,
            content = excluded.content, checksum = excluded.checksum
        """;

    /// <summary>Checks all files, then writes those that changed, in one transaction.</summary>
    public static Task<RuleSetReport> LoadAsync(
        NpgsqlDataSource database,
        IReadOnlyList<RuleSetFile> files,
        CancellationToken ct = default
    ) => LoadAsync(database, RuleSetCheck.Read(files), ct);

    /// <summary>Writes the rule sets that changed, in one transaction; nothing where one of them is wrong.</summary>
    public static async Task<RuleSetReport> LoadAsync(NpgsqlDataSource database, CheckedRuleSets read, CancellationToken ct = default)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var report = await ApplyAsync(connection, read);
        if (report.Problems.Count == 0)
        {
            await transaction.CommitAsync(ct);
        }

        return report;
    }

    /// <summary>
    /// As <see cref="LoadAsync(NpgsqlDataSource, CheckedRuleSets, CancellationToken)"/>, in the connection's transaction: whoever began it
    /// keeps what is written, or does not. With problems it is to be rolled back.
    /// </summary>
    public static async Task<RuleSetReport> ApplyAsync(NpgsqlConnection connection, CheckedRuleSets read)
    {
        var (ruleSets, problems) = read;
        if (problems.Count > 0)
        {
            return new RuleSetReport([], 0, problems);
        }

        await connection.ExecuteAsync(TakeTurn);
        var regions = (await connection.QueryAsync<string>(ReadRegions)).ToHashSet();
        var misplaced = ruleSets
            .Where(entry => !regions.Contains(Text(entry.Content, "jurisdiction")!))
            .Select(entry => new RuleSetProblem(
                entry.File.Path,
                "$.jurisdiction",
                new Sentence("Rules.RegionNotInGraph", [("region", Text(entry.Content, "jurisdiction"))])
            ))
            .ToList();
        if (misplaced.Count > 0)
        {
            return new RuleSetReport([], 0, misplaced);
        }

        await DocumentLoader.LoadAsync(connection, DocumentFile.Embedded());
        var unusable = await IndicatorLoader.LoadAsync(connection, IndicatorFile.Embedded());
        if (unusable.Count > 0)
        {
            return new RuleSetReport([], 0, unusable);
        }

        var recorded = (await connection.QueryAsync<(string Code, string Checksum)>(ReadChecksums)).ToDictionary(
            row => row.Code,
            row => row.Checksum
        );
        var changed = ruleSets.Where(entry => recorded.GetValueOrDefault(Text(entry.Content, "code")!) != entry.File.Checksum).ToList();
        var defaultCode = ruleSets
            .Where(entry => entry.Content.GetProperty("default").GetBoolean())
            .Select(entry => Text(entry.Content, "code"))
            .SingleOrDefault();
        if (defaultCode is not null)
        {
            await connection.ExecuteAsync(StepDown, new { Code = defaultCode });
        }

        foreach (var (file, content) in changed)
        {
            await WriteAsync(connection, file, content);
        }

        return new RuleSetReport(changed.Select(entry => Text(entry.Content, "code")!).ToList(), ruleSets.Count - changed.Count, []);
    }

    private static async Task WriteAsync(NpgsqlConnection connection, RuleSetFile file, JsonElement content) =>
        await connection.ExecuteAsync(
            Upsert,
            new
            {
                Code = Text(content, "code"),
                Title = Text(content, "title"),
                Region = Text(content, "jurisdiction"),
                DocumentId = await DocumentAsync(connection, content.GetProperty("document")),
                From = Text(content, "effectiveFrom"),
                To = Text(content, "effectiveTo"),
                IsDefault = content.GetProperty("default").GetBoolean(),
                Content = content.GetRawText(),
                file.Checksum,
            }
        );

    private static async Task<long?> DocumentAsync(NpgsqlConnection connection, JsonElement document)
    {
        if (document.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return await DocumentLoader.FindOrAddAsync(
            connection,
            new StatedDocument(
                Code: null,
                Text(document, "title")!,
                Text(document, "number"),
                Text(document, "issuer"),
                Text(document, "issuedOn")
            )
        );
    }

    private static string? Text(JsonElement content, string key) => content.GetProperty(key).GetString();
}
