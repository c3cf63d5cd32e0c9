using System.Text.Encodings.Web;
using System.Text.Json;
using SocietyParty.Etl.Refusals;
using SocietyParty.Schema;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Backup;

/// <summary>What a backup says about itself.</summary>
/// <param name="Format">Of the file; a program refuses one that is higher than its own.</param>
/// <param name="Program">Version of the program that made it.</param>
/// <param name="CreatedAt">When, UTC: the state that it holds is of that moment.</param>
/// <param name="Server">Version of the server that it is of, such as <c>15.18</c>; an older one cannot take it.</param>
/// <param name="Tool">Version of the pg_dump that wrote it; an older pg_restore cannot read it.</param>
/// <param name="Migrations">What was applied to the database.</param>
/// <param name="HasWarehouse">Whether facts and sums are in it; without them a load makes them anew.</param>
/// <param name="FirstMonth">First month that was loaded; null where none was.</param>
/// <param name="Roles">Groups that have rights in the database: a server that lacks them gets them.</param>
/// <param name="Readers">Logins of BI tools; they are the server's and not in it.</param>
/// <param name="Settings">Those of the database that the program itself made, as <c>name=value</c>.</param>
/// <param name="LastSeal">Newest link of the record of what was done, <c>NUMBER:HASH</c>; null where there is none.</param>
/// <param name="Dump">What pg_dump wrote.</param>
/// <param name="Tables">Rows of each table.</param>
public sealed record BackupManifest(
    int Format,
    string Program,
    DateTime CreatedAt,
    string Server,
    string Tool,
    IReadOnlyList<RecordedMigration> Migrations,
    bool HasWarehouse,
    DateOnly? FirstMonth,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Readers,
    IReadOnlyList<string> Settings,
    string? LastSeal,
    DumpDigest Dump,
    IReadOnlyDictionary<string, long> Tables
)
{
    /// <summary>The format that this program writes.</summary>
    public const int FormatNow = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Rows of all tables.</summary>
    internal long Rows => Tables.Values.Sum();

    /// <summary>As it stands in the file.</summary>
    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>Reads it; the format is looked at first, since another one may have other names.</summary>
    /// <exception cref="Refusal">A newer program made it.</exception>
    /// <exception cref="JsonException">It is no manifest.</exception>
    internal static BackupManifest Read(byte[] json, string path)
    {
        using var document = JsonDocument.Parse(json);
        if (
            document.RootElement.ValueKind == JsonValueKind.Object
            && document.RootElement.TryGetProperty("format", out var format)
            && format.TryGetInt32(out var number)
            && number > FormatNow
        )
        {
            var made = document.RootElement.TryGetProperty("program", out var program) ? program.ToString() : "?";
            throw Newer(path, made);
        }

        return JsonSerializer.Deserialize<BackupManifest>(json, Options) ?? throw new JsonException("null");
    }

    /// <summary>Refuses what this program could not work on once it is restored.</summary>
    /// <exception cref="DatabaseSetupException">A newer program made it, or one whose migrations are others.</exception>
    internal void RequireKnown(string path)
    {
        try
        {
            MigrationState.Missing(Migrations);
        }
        catch (DatabaseSetupException newer) when (newer.Code == "SP-MIGRATE-104")
        {
            throw Newer(path, Program);
        }
    }

    private static Refusal Newer(string path, string made) =>
        new("SP-BACKUP-204", [("path", path), ("made", made), ("version", ProgramVersion.Text)]);
}

/// <summary>What pg_dump wrote.</summary>
/// <param name="Bytes">How long it is.</param>
/// <param name="Sha256">Its SHA-256, in hex.</param>
public sealed record DumpDigest(long Bytes, string Sha256);
