namespace SocietyParty.Schema.Database;

/// <summary>Who runs the server: ourselves, or, because PostgreSQL refuses root, an unprivileged account.</summary>
internal sealed class ServerAccount
{
    private static readonly string[] Preferred = ["postgres", "nobody"];

    private readonly Func<string, IEnumerable<string>, (string File, IEnumerable<string> Arguments)> _wrap;

    private ServerAccount(string? name, Func<string, IEnumerable<string>, (string, IEnumerable<string>)> wrap) =>
        (Name, _wrap) = (name, wrap);

    /// <summary>True for root. On Windows pg_ctl sheds an administrator's rights by itself.</summary>
    public static bool Needed => !OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess;

    /// <summary>Null: our own account.</summary>
    public string? Name { get; }

    /// <summary>The account that owns <paramref name="serverFolder"/> already, else postgres, else nobody.</summary>
    public static async Task<ServerAccount> ChooseAsync(string serverFolder, CancellationToken ct)
    {
        if (!Needed)
        {
            return new ServerAccount(null, (file, arguments) => (file, arguments));
        }

        foreach (var name in new[] { await OwnerAsync(serverFolder, ct) }.Concat(Preferred).OfType<string>().Distinct())
        {
            if (await NumberAsync("-u", name, ct) is not { } user || await NumberAsync("-g", name, ct) is not { } group)
            {
                continue;
            }

            foreach (var account in Ways(name, user, group))
            {
                var probe = await account.RunAsync("id", ["-u"], "/", ct: ct);
                if (probe.Succeeded && probe.Output.Trim() == user)
                {
                    return account;
                }
            }
        }

        throw new DatabaseSetupException(
            "SP-CLUSTER-204",
            (
                "PostgreSQL refuses to run as root, and no unprivileged account could be used: tried postgres and nobody with "
                    + "setpriv, runuser and su.",
                "数据库不能以 root 用户运行，也没有可用的普通账号：已用 setpriv、runuser、su 试过 postgres 和 nobody。"
            ),
            ("Start this program as an ordinary user.", "请以普通用户启动本程序。")
        );
    }

    /// <summary>Runs a program as this account.</summary>
    public Task<ChildResult> RunAsync(
        string file,
        IEnumerable<string> arguments,
        string folder,
        bool capture = true,
        CancellationToken ct = default
    )
    {
        var (wrapped, all) = _wrap(file, arguments);
        return ChildProcess.RunAsync(wrapped, all, folder, capture, ct);
    }

    /// <summary>Gives a file, or a folder with all it holds, to this account.</summary>
    public async Task OwnAsync(string path, CancellationToken ct)
    {
        if (Name is null)
        {
            return;
        }

        var result = await ChildProcess.RunAsync("chown", ["-R", Name, path], "/", ct: ct);
        if (!result.Succeeded)
        {
            throw new DatabaseSetupException(
                "SP-CLUSTER-205",
                ($"{path} could not be given to the account {Name}.", $"无法把“{path}”交给账号 {Name}。"),
                ("Choose another folder with --data.", "请用 --data 换一个文件夹。"),
                result.Output
            );
        }
    }

    /// <exception cref="DatabaseSetupException">This account may not pass one of the folders above <paramref name="path"/>.</exception>
    public async Task RequireAccessAsync(string path, SetupText remedy, CancellationToken ct)
    {
        if (Name is null || await MayEnterAsync(path, ct))
        {
            return;
        }

        var barrier = path;
        while (Path.GetDirectoryName(barrier) is { } above && !await MayEnterAsync(above, ct))
        {
            barrier = above;
        }

        throw new DatabaseSetupException(
            "SP-CLUSTER-206",
            (
                $"PostgreSQL refuses to run as root, and the account {Name} that runs it instead may not enter "
                    + $"{barrier}{(barrier == path ? "" : $", needed for {path}")}.",
                $"数据库不能以 root 用户运行，而代为运行的账号 {Name} 不能进入“{barrier}”{(barrier == path ? "" : $"（“{path}”在其中）")}。"
            ),
            remedy
        );
    }

    private async Task<bool> MayEnterAsync(string path, CancellationToken ct) =>
        (await RunAsync("test", ["-x", path], "/", ct: ct)).Succeeded;

    private static IEnumerable<ServerAccount> Ways(string name, string user, string group)
    {
        yield return new(name, (file, arguments) =>
            ("setpriv", ["--reuid", user, "--regid", group, "--clear-groups", "--", file, .. arguments])
        );
        yield return new(name, (file, arguments) => ("runuser", ["-u", name, "--", file, .. arguments]));
        yield return new(name, (file, arguments) =>
            ("su", ["-s", "/bin/sh", name, "-c", string.Join(' ', arguments.Prepend(file).Select(Quote))])
        );
    }

    private static string Quote(string word) => $"'{word.Replace("'", @"'\''")}'";

    private static async Task<string?> NumberAsync(string which, string name, CancellationToken ct)
    {
        var answer = await ChildProcess.RunAsync("id", [which, name], "/", ct: ct);
        return answer.Succeeded ? answer.Output.Trim() : null;
    }

    private static async Task<string?> OwnerAsync(string folder, CancellationToken ct)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var listing = await ChildProcess.RunAsync("ls", ["-ld", folder], "/", ct: ct);
        // drwx------ 3 postgres postgres 4096 ...
        var owner = listing.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(2);
        return listing.Succeeded && owner != "root" ? owner : null;
    }
}
