using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Npgsql;
using SocietyParty.Etl.Cli;
using SocietyParty.Etl.Output;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Http;
using SocietyParty.Service.Options;
using SocietyParty.Service.Telemetry;
using SocietyParty.Service.Trust;
using Spectre.Console;

namespace SocietyParty.Service.Start;

/// <summary>The program: set up what is missing, serve until Ctrl+C, leave everything stopped.</summary>
internal static class ServiceCommand
{
    private const string DefaultUrls = "http://127.0.0.1:5080";
    private const int Failed = 1;

    public static RootCommand Create()
    {
        var data = new Option<string?>("--data")
        {
            Description = $"Folder of the private PostgreSQL cluster. Default: {DataFolder.Default()}, with -city for the sample city",
            HelpName = "DIR",
        };
        var urls = new Option<string>("--urls")
        {
            Description = "Addresses to serve on, separated by semicolons.",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is { Length: > 0 } given ? given : DefaultUrls,
        };
        var port = new Option<int?>("--database-port")
        {
            Description = "Port of the private cluster on 127.0.0.1, kept from then on. Default: the one it keeps; also Database:Port.",
            HelpName = "PORT",
        };
        var rules = new Option<string?>("--rules")
        {
            Description = "Folder with rule sets of your own (*.json), beside the program's. Also Rules:Folder.",
            HelpName = "DIR",
        };
        var set = SetOption();
        var sample = new Option<StartSample?>("--sample")
        {
            Description =
                "What an empty graph is filled with: chongqing, the real list of 2022 (default), or city, a synthetic city with "
                + "a folder of its own.",
            HelpName = "chongqing|city",
            CustomParser = Choices.OfOptional<StartSample>(),
        };
        var command = new RootCommand(
            "GraphQL API over the party-building graph of science-and-technology societies. Without a database of your own it keeps a "
                + "private PostgreSQL cluster; with ConnectionStrings__Graph set it uses that server and never starts or stops it."
        )
        {
            data,
            urls,
            sample,
            port,
            rules,
            set,
            SchemaCommand.Create(),
        };
        command.SetAction(
            (parsed, ct) =>
            {
                // The option is the setting's short form, and counts more.
                string[] given =
                [
                    .. parsed.GetValue(set) ?? [],
                    .. parsed.GetValue(port) is { } asked ? [$"Database:Port={asked}"] : (string[])[],
                    .. parsed.GetValue(rules) is { } folder ? [$"Rules:Folder={folder}"] : (string[])[],
                ];
                return RunAsync(parsed.GetValue(data), parsed.GetValue(sample), parsed.GetValue(urls)!, given, ct);
            }
        );
        return command;
    }

    /// <summary>Settings on the command line, for every command that reads them.</summary>
    public static Option<string[]> SetOption() =>
        new("--set")
        {
            Description =
                "A setting, such as Limits:PageSizeMax=100; may be given several times. Also in appsettings.json, or as "
                + "Limits__PageSizeMax in the environment.",
            HelpName = "NAME=VALUE",
        };

    private static async Task<int> RunAsync(string? data, StartSample? sample, string urls, string[] set, CancellationToken ct)
    {
        var console = Terminal.Output;
        var read = OptionReader.Read(set);
        if (!read.TryGet(out var options))
        {
            return Tell(console, string.Join('\n', read.Errors));
        }

        if (Addresses.Problem(urls) is { } problem)
        {
            // The usual reason is this service, started a second time: then the folder says more than the address.
            return Tell(console, GraphSetup.FindRunning(data, sample) ?? problem);
        }

        GraphSetup.Announce(console, data, sample);
        try
        {
            // Before the first load, and until the service has stopped.
            using var telemetry = ServiceTelemetry.Start();
            // Takes as long as PostgreSQL's start, and needs nothing of it.
            var schema = Task.Run(() => WebHost.SchemaOfContract(options), ct);
            var trusted = TrustedDocuments.None;
            if (options.Trusted.Folder is not null)
            {
                var loaded = TrustedDocuments.Load(await schema, options);
                if (!loaded.TryGet(out trusted))
                {
                    return Tell(console, string.Join('\n', loaded.Errors));
                }
            }

            await using var graph = await ConsoleProgress.RunAsync(console, progress =>
                GraphSetup.RunAsync(data, sample, options.Database.Port, options.Rules.Folder, progress, ct)
            );
            await using var app = WebHost.Build(graph.ConnectionString, urls, await schema, options, trusted);
            await app.StartAsync(ct);
            await StartSummary.WriteAsync(console, app, graph, ct);
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(ct, app.Lifetime.ApplicationStopping);
            var keeper = ClusterKeeper.RunAsync(
                graph,
                () =>
                {
                    app.Services.GetRequiredService<NpgsqlDataSource>().Clear();
                    app.Services.GetRequiredKeyedService<NpgsqlDataSource>(NamedPool.Writes).Clear();
                },
                app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ClusterKeeper)),
                stopping.Token
            );
            var warmUp = WarmUp.RunAsync(app.Services, stopping.Token);
            await app.WaitForShutdownAsync(ct);
            await Task.WhenAll(warmUp, keeper);
            console.MarkupLine(graph.IsPrivate ? "Stopping; PostgreSQL is shut down cleanly." : "Stopping.");
            return 0;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return 0;
        }
        catch (DatabaseSetupException error)
        {
            return Tell(console, error.Message);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            // Taken since it was looked at.
            return Tell(console, Addresses.Tell(SocketError.AddressAlreadyInUse, urls, 0)!);
        }
        catch (NpgsqlException error)
        {
            return Tell(console, $"SP-START-002 The database failed: {error.Message} Check ConnectionStrings__Graph and the server's log.");
        }
    }

    private static int Tell(IAnsiConsole console, string message)
    {
        console.MarkupLineInterpolated($"[red]{message}[/]");
        return Failed;
    }
}
