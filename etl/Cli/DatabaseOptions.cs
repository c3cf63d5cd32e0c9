using System.CommandLine;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Cli;

/// <summary>The options of every command that works on the database.</summary>
internal sealed class DatabaseOptions
{
    private readonly Option<string?> connection = new("--connection")
    {
        Description = "PostgreSQL connection string; else ConnectionStrings__Graph; else the private cluster in the data folder.",
    };

    private readonly Option<string?> data = new("--data") { Description = "Data folder of the private cluster." };

    private readonly Option<int?> port = new("--database-port")
    {
        Description = "Port of the private cluster on 127.0.0.1, kept from then on.",
        HelpName = "PORT",
    };

    public void AddTo(Command command)
    {
        command.Add(connection);
        command.Add(data);
        command.Add(port);
    }

    /// <summary>As <see cref="OpenAsync"/>, for what makes no sense without data: no cluster is created for it.</summary>
    /// <exception cref="DatabaseSetupException">There is none.</exception>
    public Task<GraphDatabase> OpenExistingAsync(ParseResult parsed, IStartupProgress progress, CancellationToken ct)
    {
        var folder = Path.GetFullPath(parsed.GetValue(data) ?? DataFolder.Default());
        return string.IsNullOrWhiteSpace(parsed.GetValue(connection)) && !GraphDatabase.IsServerGiven && !PrivateCluster.IsMade(folder)
            ? throw new DatabaseSetupException(
                "SP-CLI-105",
                $"There is no data in {folder}, and this command makes none.",
                "Start the service once, or use `import` or `generate`, which make it; or name another folder with --data, or "
                    + "a server with --connection."
            )
            : OpenAsync(parsed, progress, ct);
    }

    public Task<GraphDatabase> OpenAsync(ParseResult parsed, IStartupProgress progress, CancellationToken ct) =>
        GraphDatabase.OpenAsync(parsed.GetValue(connection), parsed.GetValue(data), progress, port: parsed.GetValue(port), ct: ct);
}
