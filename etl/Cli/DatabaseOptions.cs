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

    public void AddTo(Command command)
    {
        command.Add(connection);
        command.Add(data);
    }

    public Task<GraphDatabase> OpenAsync(ParseResult parsed, IStartupProgress progress, CancellationToken ct) =>
        GraphDatabase.OpenAsync(parsed.GetValue(connection), parsed.GetValue(data), progress, ct: ct);
}
