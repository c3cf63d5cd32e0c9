namespace SocietyParty.Schema.Database;

/// <summary>
/// The database could not be made ready. <see cref="Exception.Message"/> is the whole sentence for a person: what failed, then what to do.
/// </summary>
public class DatabaseSetupException : Exception
{
    /// <summary>
    /// Creates the error; <paramref name="details"/> is text of another program (a log's last lines) and follows on lines of its own.
    /// </summary>
    public DatabaseSetupException(string code, SetupText problem, SetupText remedy, string? details = null, Exception? inner = null)
        : base(Said($"{code} {problem.English} {remedy.English}", details), inner)
    {
        Code = code;
        Problem = problem;
        Remedy = remedy;
        Details = details;
    }

    /// <summary>Stable, such as <c>SP-CLUSTER-301</c>.</summary>
    public string Code { get; }

    /// <summary>What failed, one sentence.</summary>
    public SetupText Problem { get; }

    /// <summary>What to do, one sentence.</summary>
    public SetupText Remedy { get; }

    /// <summary>The other program's own words, if there were any.</summary>
    public string? Details { get; }

    /// <summary>The whole sentence in Chinese; <see cref="Exception.Message"/> is the English one.</summary>
    public string ChineseMessage => Said($"{Code} {Problem.Chinese}{Remedy.Chinese}", Details);

    private static string Said(string sentences, string? details) =>
        string.IsNullOrWhiteSpace(details) ? sentences : $"{sentences}\n{details.TrimEnd()}";
}

/// <summary>Another process works on this data folder.</summary>
public sealed class DataFolderInUseException(string folder, int? holder, Exception? inner = null)
    : DatabaseSetupException(
        "SP-CLUSTER-201",
        (
            $"The data folder {folder} is in use by {(holder is { } id ? $"process {id}" : "another process")}.",
            $"数据文件夹“{folder}”正由{(holder is { } same ? $"进程 {same} " : "另一个进程")}使用。"
        ),
        ("Stop that process, or choose another folder with --data.", "请停止该进程，或者用 --data 换一个文件夹。"),
        inner: inner
    )
{
    /// <summary>The folder both wanted.</summary>
    public string Folder { get; } = folder;

    /// <summary>The process that holds it; null when it has not yet said so.</summary>
    public int? Holder { get; } = holder;
}
