namespace SocietyParty.Schema.Database;

/// <summary>
/// The database could not be made ready. <see cref="Exception.Message"/> is the whole sentence for a person: what failed, then what to do.
/// </summary>
public class DatabaseSetupException : Exception
{
    /// <summary>
    /// Creates the error; <paramref name="details"/> is text of another program (a log's last lines) and follows on lines of its own.
    /// </summary>
    public DatabaseSetupException(string code, string problem, string remedy, string? details = null, Exception? inner = null)
        : base($"{code} {problem} {remedy}{(string.IsNullOrWhiteSpace(details) ? "" : $"\n{details.TrimEnd()}")}", inner)
    {
        Code = code;
        Problem = problem;
        Remedy = remedy;
        Details = details;
    }

    /// <summary>Stable, such as <c>SP-CLUSTER-301</c>.</summary>
    public string Code { get; }

    /// <summary>What failed, one sentence.</summary>
    public string Problem { get; }

    /// <summary>What to do, one sentence.</summary>
    public string Remedy { get; }

    /// <summary>The other program's own words, if there were any.</summary>
    public string? Details { get; }
}

/// <summary>Another process works on this data folder.</summary>
public sealed class DataFolderInUseException(string folder, int? holder, Exception? inner = null)
    : DatabaseSetupException(
        "SP-CLUSTER-201",
        $"The data folder {folder} is in use by {(holder is { } id ? $"process {id}" : "another process")}.",
        "Stop that process, or choose another folder with --data.",
        inner: inner
    )
{
    /// <summary>The folder both wanted.</summary>
    public string Folder { get; } = folder;

    /// <summary>The process that holds it; null when it has not yet said so.</summary>
    public int? Holder { get; } = holder;
}
