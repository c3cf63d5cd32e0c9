using System.CommandLine;
using Npgsql;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Refusals;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Cli;

/// <summary>The options of every command that works on the database.</summary>
internal sealed class DatabaseOptions(Words words)
{
    private readonly Option<string?> connection = new("--connection") { Description = words.Say("Help.Connection") };

    private readonly Option<string?> data = new("--data") { Description = words.Say("Help.Data") };

    private readonly Option<int?> port = new("--database-port") { Description = words.Say("Help.DatabasePort"), HelpName = "PORT" };

    private readonly Option<string?> warehouse = new("--warehouse") { Description = words.Say("Help.Warehouse") };

    /// <summary>As <see cref="AddTo"/>, for a command that works on the warehouse.</summary>
    public void AddWithWarehouseTo(Command command)
    {
        AddTo(command);
        command.Add(warehouse);
    }

    public void AddTo(Command command)
    {
        command.Add(connection);
        command.Add(data);
        command.Add(port);
    }

    /// <summary>Whether a database is named, by an option of this command.</summary>
    public bool IsNamed(ParseResult parsed) => !string.IsNullOrWhiteSpace(parsed.GetValue(connection)) || parsed.GetValue(data) is not null;

    /// <summary>As <see cref="OpenAsync"/>, for what makes no sense without data: no cluster is created for it.</summary>
    /// <exception cref="DatabaseSetupException">There is none.</exception>
    public Task<GraphDatabase> OpenExistingAsync(ParseResult parsed, IStartupProgress progress, CancellationToken ct)
    {
        RequireExisting(parsed);
        return OpenAsync(parsed, progress, ct);
    }

    /// <summary>As <see cref="OpenExistingAsync"/>, with the structure that it has.</summary>
    /// <exception cref="DatabaseSetupException">There is none.</exception>
    public Task<GraphDatabase> OpenExistingUnchangedAsync(ParseResult parsed, IStartupProgress progress, CancellationToken ct)
    {
        RequireExisting(parsed);
        return GraphDatabase.OpenUnchangedAsync(
            parsed.GetValue(connection),
            parsed.GetValue(data),
            progress,
            port: parsed.GetValue(port),
            ct: ct
        );
    }

    /// <summary>One that is to be filled: nobody else works on it, and its structure is what it has, which is none.</summary>
    /// <exception cref="DatabaseSetupException">It cannot be opened.</exception>
    public Task<GraphDatabase> OpenToFillAsync(ParseResult parsed, IStartupProgress progress, CancellationToken ct) =>
        GraphDatabase.OpenUnchangedAsync(
            parsed.GetValue(connection),
            parsed.GetValue(data),
            progress,
            sharesRunning: false,
            parsed.GetValue(port),
            ct
        );

    /// <summary>The warehouse of its own; null where none is named.</summary>
    /// <exception cref="DatabaseSetupException">It cannot be opened.</exception>
    public async Task<GraphDatabase?> OpenWarehouseApartAsync(ParseResult parsed, IStartupProgress progress, CancellationToken ct) =>
        GraphDatabase.WarehouseGiven(parsed.GetValue(warehouse)) is { } apart
            ? await GraphDatabase.OpenWarehouseAsync(apart, progress, ct)
            : null;

    /// <summary>The graph, which has data, and the warehouse.</summary>
    /// <exception cref="DatabaseSetupException">One of them cannot be opened.</exception>
    public async Task<OpenDatabases> OpenBothAsync(ParseResult parsed, IStartupProgress progress, CancellationToken ct)
    {
        if (GraphDatabase.WarehouseGiven(parsed.GetValue(warehouse)) is not { } apart)
        {
            return new OpenDatabases(await OpenExistingAsync(parsed, progress, ct), null);
        }

        var graph = await OpenGraphAsync(parsed, progress, ct);
        try
        {
            return new OpenDatabases(graph, await GraphDatabase.OpenWarehouseAsync(apart, progress, ct));
        }
        catch
        {
            await graph.DisposeAsync();
            throw;
        }
    }

    /// <summary>The database of the star alone: the warehouse's where one is named, else the graph's.</summary>
    /// <exception cref="DatabaseSetupException">It cannot be opened.</exception>
    public Task<GraphDatabase> OpenWarehouseAsync(ParseResult parsed, IStartupProgress progress, CancellationToken ct) =>
        GraphDatabase.WarehouseGiven(parsed.GetValue(warehouse)) is { } apart
            ? GraphDatabase.OpenWarehouseAsync(apart, progress, ct)
            : OpenExistingAsync(parsed, progress, ct);

    private void RequireExisting(ParseResult parsed)
    {
        var folder = Path.GetFullPath(parsed.GetValue(data) ?? DataFolder.Default());
        if (string.IsNullOrWhiteSpace(parsed.GetValue(connection)) && !GraphDatabase.IsServerGiven && !PrivateCluster.IsMade(folder))
        {
            throw new Refusal("SP-CLI-105", [("folder", folder)]);
        }
    }

    // Of two databases the message says which one.
    private async Task<GraphDatabase> OpenGraphAsync(ParseResult parsed, IStartupProgress progress, CancellationToken ct)
    {
        try
        {
            return await OpenExistingAsync(parsed, progress, ct);
        }
        catch (NpgsqlException refused)
        {
            throw new Refusal("SP-WAREHOUSE-102", [("reason", refused.Message)], refused);
        }
    }

    public Task<GraphDatabase> OpenAsync(ParseResult parsed, IStartupProgress progress, CancellationToken ct) =>
        GraphDatabase.OpenAsync(parsed.GetValue(connection), parsed.GetValue(data), progress, port: parsed.GetValue(port), ct: ct);
}
