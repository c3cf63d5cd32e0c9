using System.Globalization;
using Npgsql;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Refusals;
using SocietyParty.Etl.Run;
using SocietyParty.Schema.Database;
using Spectre.Console;

namespace SocietyParty.Service.Start;

/// <summary>
/// A graph's database, migrated and filled: rule sets, the sample where the graph is empty, the warehouse where it lags. What stands
/// already is left alone. Disposing stops the private cluster, never a server of one's own.
/// </summary>
internal sealed class GraphSetup : IAsyncDisposable
{
    // Months of a first load.
    private const int FirstMonths = 24;

    private static readonly TimeSpan LoadWait = TimeSpan.FromSeconds(1);

    private readonly GraphDatabase database;

    private GraphSetup(GraphDatabase database) => this.database = database;

    public string ConnectionString => database.ConnectionString;

    public bool IsPrivate => database.DataFolder is not null;

    /// <summary>Starts the private cluster again where its server is gone; gives whether it was.</summary>
    public Task<bool> RestartIfGoneAsync(CancellationToken ct) => database.RestartIfGoneAsync(ct);

    /// <summary>Where tools find the database, such as <c>127.0.0.1:25432, database graph</c>.</summary>
    public string Server(Words words)
    {
        var connection = new NpgsqlConnectionStringBuilder(ConnectionString);
        return words.Say("Start.Server", ("host", connection.Host), ("port", connection.Port), ("database", connection.Database));
    }

    /// <summary>Where the data is, for a person.</summary>
    public string Place(Words words) => database.DataFolder ?? words.Say("Start.GivenDatabase");

    /// <summary>Says at once what a first start does and how long that takes; silent where there is a folder or a server already.</summary>
    public static void Announce(IAnsiConsole console, string? dataFolder, StartSample? sample, Words words)
    {
        var folder = Path.GetFullPath(dataFolder ?? StartSamples.DefaultFolder(sample ?? default));
        if (!GraphDatabase.IsServerGiven && !PrivateCluster.IsMade(folder))
        {
            var said =
                sample == StartSample.None ? words.Say("Start.FirstOwn", ("folder", folder)) : words.Say("Start.First", ("folder", folder));
            console.MarkupLineInterpolated($"{said}");
        }
    }

    /// <summary>What to say where the service runs on this folder already; null where it does not.</summary>
    public static string? FindRunning(string? dataFolder, StartSample? sample, Words words) =>
        GraphDatabase.IsServerGiven ? null
        : PrivateCluster.FindHolder(dataFolder ?? StartSamples.DefaultFolder(sample ?? default)) is { } running ? words.Of(running)
        : null;

    /// <param name="dataFolder">Null: the sample's own.</param>
    /// <param name="sample">Null: nobody asked for one; an empty graph gets the real list.</param>
    /// <param name="port">Of the private cluster; null: the one it keeps.</param>
    /// <param name="rulesFolder">Rule sets of an office's own; null: none.</param>
    public static async Task<GraphSetup> RunAsync(
        string? dataFolder,
        StartSample? sample,
        int? port,
        string? rulesFolder,
        Words words,
        ConsoleProgress progress,
        CancellationToken ct
    )
    {
        // Takes as long as PostgreSQL's start, and needs nothing of it.
        var rules = Task.Run(() => RuleSetCheck.Read(RuleFolder.Files(rulesFolder)), ct);
        var database = await GraphDatabase.OpenAsync(
            null,
            dataFolder ?? StartSamples.DefaultFolder(sample ?? default),
            progress,
            sharesRunning: false,
            port,
            ct
        );
        try
        {
            // What is ahead has the later version's rules, and its warehouse, too.
            var read = await rules;
            if (!database.IsAhead)
            {
                await FillAsync(database.Source, read, sample, words, progress, ct);
            }

            return new GraphSetup(database);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static async Task FillAsync(
        NpgsqlDataSource source,
        CheckedRuleSets read,
        StartSample? sample,
        Words words,
        ConsoleProgress progress,
        CancellationToken ct
    )
    {
        var rules = await RuleSetLoader.LoadAsync(source, read, ct);
        if (rules.Problems.Count > 0)
        {
            throw new Refusal("SP-START-004", [("problems", rules.Problems.Select(problem => problem.Sentence))]);
        }

        var isEmpty = await IsEmptyAsync(source, ct);
        if (isEmpty)
        {
            var asks = sample ?? (await StartSamples.StaysEmptyAsync(source, ct) ? StartSample.None : default);
            await StartSamples.FillAsync(source, asks, words, progress, ct);
            if (asks == StartSample.None)
            {
                progress.Note(words.Say("Start.Empty"));
            }
        }
        else if (sample is { } asked && await StartSamples.FindOtherAsync(source, asked, words, ct) is { } other)
        {
            progress.Note(other);
        }

        // Loading what is loaded already writes nothing; it is asked for only where it can matter, since starting shall be quick.
        var today = LoadOptions.Today();
        var status = await StatusReader.ReadAsync(source, ct);
        if (!isEmpty && rules.Written.Count == 0 && status.LoadedUpTo >= new DateOnly(today.Year, today.Month, 1))
        {
            return;
        }

        progress.Step(words.Say("Cli.LoadingWarehouse"));
        // A first start loads two years, so that there is a trend to look at.
        var from = status.LoadedUpTo is null ? today.AddMonths(1 - FirstMonths) : (DateOnly?)null;
        while ((await LoadPipeline.RunAsync(source, new LoadOptions(today, from) { Command = "start" }, ct: ct)).Problem is { } problem)
        {
            if (problem.Code != LoadProblem.Busy)
            {
                throw new Refusal(problem.Code, problem.Arguments);
            }

            // Another instance that starts at this moment, or the loader. Whoever has an older star serves with that one meanwhile; but a
            // load that began before today's rules may not know them.
            if (status.LoadedUpTo is not null && rules.Written.Count == 0)
            {
                progress.Note(words.Say("Start.LoadElsewhere"));
                return;
            }

            await Task.Delay(LoadWait, ct);
            status = await StatusReader.ReadAsync(source, ct);
            from = status.LoadedUpTo is null ? from : null;
        }
    }

    private static async Task<bool> IsEmptyAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT NOT EXISTS (SELECT FROM graph.committee)");
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }
}
