using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SocietyParty.Etl.Refusals;

namespace SocietyParty.Etl.Backup;

/// <summary>
/// The one file of a backup: a ZIP of what pg_dump wrote (<c>graph.dump</c>, stored as it is), <c>manifest.json</c>, and
/// <c>SHA256SUMS</c> of both, which <c>sha256sum -c</c> reads as well. Dumps are streamed in and out, so their size does not matter.
/// </summary>
public sealed class BackupFile
{
    private const string DumpName = "graph.dump";
    private const string ManifestName = "manifest.json";
    private const string SumsName = "SHA256SUMS";
    private const string Unfinished = ".partial";
    private const int BufferBytes = 1 << 17;
    private const int ManifestBytesMax = 10_000_000;

    private BackupFile(string path, BackupManifest manifest) => (Path, Manifest) = (path, manifest);

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>What it says about itself, verified.</summary>
    public BackupManifest Manifest { get; }

    /// <summary>
    /// Writes a file that bears its name only when it is whole and on the disk. Nobody else may read it: it tells of people.
    /// </summary>
    /// <param name="path">Where; nothing may be there.</param>
    /// <param name="dump">Writes what pg_dump says.</param>
    /// <param name="manifest">Made when the dump's digest is known.</param>
    /// <param name="ct">Gives up, and leaves nothing.</param>
    /// <exception cref="Refusal">It cannot be written there.</exception>
    internal static async Task<BackupFile> WriteAsync(
        string path,
        Func<Func<Stream, CancellationToken, Task>, Task> dump,
        Func<DumpDigest, BackupManifest> manifest,
        CancellationToken ct
    )
    {
        var unfinished = path + Unfinished;
        if (File.Exists(path))
        {
            throw new Refusal("SP-BACKUP-103", [("path", path)]);
        }

        try
        {
            BackupManifest made;
            await using (var file = Create(unfinished))
            {
                using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
                {
                    made = manifest(await AddDumpAsync(archive, dump, ct));
                    var json = made.ToJson();
                    await AddAsync(archive, ManifestName, json, ct);
                    await AddAsync(archive, SumsName, Encoding.ASCII.GetBytes(Sums(made.Dump.Sha256, Hash(json))), ct);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path);
            return new BackupFile(path, made);
        }
        catch (Exception failure)
        {
            File.Delete(unfinished);
            throw failure is IOException or UnauthorizedAccessException
                ? new Refusal("SP-BACKUP-104", [("path", path), ("reason", failure.Message)], failure)
                : failure;
        }
    }

    /// <summary>Reads all of a file and compares its sums.</summary>
    /// <exception cref="Refusal">It is not there, is damaged or no backup, or a newer program made it.</exception>
    internal static async Task<BackupFile> OpenAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            throw new Refusal("SP-BACKUP-201", [("path", path)]);
        }

        try
        {
            await using var file = Read(path);
            using var archive = new ZipArchive(file, ZipArchiveMode.Read);
            await using var manifest = Entry(archive, ManifestName).Open();
            var json = await SmallAsync(manifest, ct);
            await using var sums = Entry(archive, SumsName).Open();
            var written = Encoding.ASCII.GetString(await SmallAsync(sums, ct));
            await using var dump = Entry(archive, DumpName).Open();
            var digest = await CopyAsync(dump, Stream.Null, ct);
            if (written != Sums(digest.Sha256, Hash(json)))
            {
                throw new InvalidDataException($"{SumsName}: SHA-256");
            }

            var read = BackupManifest.Read(json, path);
            return read.Dump == digest ? new BackupFile(path, read) : throw new InvalidDataException($"{ManifestName}: SHA-256");
        }
        catch (Exception damaged) when (damaged is InvalidDataException or JsonException or EndOfStreamException)
        {
            throw new Refusal("SP-BACKUP-202", [("path", path), ("reason", damaged.Message.TrimEnd('.'))], damaged);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new Refusal("SP-BACKUP-203", [("path", path), ("reason", refused.Message)], refused);
        }
    }

    /// <summary>Gives the dump to whoever restores it.</summary>
    internal async Task GiveDumpAsync(Stream target, CancellationToken ct)
    {
        await using var file = Read(Path);
        using var archive = new ZipArchive(file, ZipArchiveMode.Read);
        await using var dump = Entry(archive, DumpName).Open();
        await dump.CopyToAsync(target, BufferBytes, ct);
    }

    private static async Task<DumpDigest> AddDumpAsync(
        ZipArchive archive,
        Func<Func<Stream, CancellationToken, Task>, Task> dump,
        CancellationToken ct
    )
    {
        DumpDigest? digest = null;
        // pg_dump has compressed it.
        await using var entry = archive.CreateEntry(DumpName, CompressionLevel.NoCompression).Open();
        await dump(async (said, token) => digest = await CopyAsync(said, entry, token));
        ct.ThrowIfCancellationRequested();
        return digest!;
    }

    private static async Task AddAsync(ZipArchive archive, string name, byte[] content, CancellationToken ct)
    {
        await using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
        await entry.WriteAsync(content, ct);
    }

    private static async Task<DumpDigest> CopyAsync(Stream source, Stream target, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferBytes];
        long bytes = 0;
        for (int read; (read = await source.ReadAsync(buffer, ct)) > 0; bytes += read)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return new DumpDigest(bytes, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static async Task<byte[]> SmallAsync(Stream source, CancellationToken ct)
    {
        using var content = new MemoryStream();
        var buffer = new byte[BufferBytes];
        int read;
        while ((read = await source.ReadAsync(buffer, ct)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > ManifestBytesMax)
            {
                throw new InvalidDataException(ManifestName);
            }
        }

        return content.ToArray();
    }

    private static ZipArchiveEntry Entry(ZipArchive archive, string name) => archive.GetEntry(name) ?? throw new InvalidDataException(name);

    private static FileStream Read(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, useAsync: true);

    private static FileStream Create(string path)
    {
        // A run that was killed left it, or one that still writes holds it: then this throws.
        File.Delete(path);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            BufferSize = BufferBytes,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static string Sums(string dump, string manifest) => $"{dump}  {DumpName}\n{manifest}  {ManifestName}\n";
}
