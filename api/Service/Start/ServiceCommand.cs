using System.CommandLine;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Npgsql;
using SocietyParty.Etl.Cli;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Refusals;
using SocietyParty.Etl.Run;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Http;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Telemetry;
using SocietyParty.Service.Trust;
using Spectre.Console;

namespace SocietyParty.Service.Start;

/// <summary>The program: set up what is missing, serve until Ctrl+C, leave everything stopped.</summary>
internal static class ServiceCommand
{
    private const string DefaultUrls = "http://127.0.0.1:5080";
    private const int Failed = 1;

    /// <summary>Reads the arguments and does what they say; gives the exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments, Words words)
    {
        var parsed = Create(words).Parse(arguments);
        if (CommandHelp.IsAsked(parsed))
        {
            CommandHelp.Write(parsed, words, Console.Out);
            return 0;
        }

        if (parsed.Errors.Count > 0)
        {
            WrongArguments.Write(parsed, words, Console.Out, Console.Error);
            return Failed;
        }

        // After Ctrl+C PostgreSQL writes what it holds to the disk; it gets the time for that.
        return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
    }

    public static RootCommand Create(Words words)
    {
        var data = new Option<string?>("--data")
        {
            Description = words.Say("Help.Service.Data", ("folder", DataFolder.Default())),
            HelpName = "DIR",
        };
        var urls = new Option<string>("--urls")
        {
            Description = words.Say("Help.Service.Urls"),
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable("ASPNETCORE_URLS") is { Length: > 0 } given ? given : DefaultUrls,
        };
        var port = new Option<int?>("--database-port") { Description = words.Say("Help.Service.DatabasePort"), HelpName = "PORT" };
        var rules = new Option<string?>("--rules") { Description = words.Say("Help.Service.Rules"), HelpName = "DIR" };
        var set = SetOption(words);
        var sample = new Option<StartSample?>("--sample")
        {
            Description = words.Say("Help.Service.Sample"),
            HelpName = "chongqing|city|none",
            CustomParser = Choices.OfOptional<StartSample>(words),
        };
        var command = new RootCommand(words.Say("Help.Service")) { data, urls, sample, port, rules, set, SchemaCommand.Create(words) };
        LanguageOption.AddTo(command, words);
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
                return ServeAsync(words, parsed.GetValue(data), parsed.GetValue(sample), parsed.GetValue(urls)!, given, ct);
            }
        );
        return command;
    }

    /// <summary>Settings on the command line, for every command that reads them.</summary>
    public static Option<string[]> SetOption(Words words) =>
        new("--set") { Description = words.Say("Help.Service.Set"), HelpName = "NAME=VALUE" };

    private static async Task<int> ServeAsync(
        Words words,
        string? data,
        StartSample? sample,
        string urls,
        string[] set,
        CancellationToken ct
    )
    {
        var console = Terminal.Output;
        var read = OptionReader.Read(set, words.Language);
        if (!read.TryGet(out var options))
        {
            return Tell(console, string.Join('\n', read.Errors));
        }

        if (Addresses.Problem(urls, words) is { } problem)
        {
            // The usual reason is this service, started a second time: then the folder says more than the address.
            return Tell(console, GraphSetup.FindRunning(data, sample, words) ?? problem);
        }

        if (options.Access.Mode == AccessMode.Open && Addresses.Beyond(urls) is { } beyond)
        {
            return Tell(console, words.Coded("SP-START-025", ("url", beyond), ("setting", "Access__Mode=SignIn")));
        }

        var (replicas, unfit) = ReplicaSetting.Read();
        if (unfit is not null)
        {
            return Tell(console, $"{unfit.Key} {unfit.In(words.Language)}");
        }

        // Before a cluster is made for nothing.
        if (RuleFolder.Missing(options.Rules.Folder) is { } missing)
        {
            return Tell(console, words.Of(new Refusal("SP-RULES-002", [("path", missing), ("variable", RuleFolder.Variable)])));
        }

        GraphSetup.Announce(console, data, sample, words);
        try
        {
            // Before the first load, and until the service has stopped.
            using var telemetry = ServiceTelemetry.Start();
            // Takes as long as PostgreSQL's start, and needs nothing of it.
            var schema = Task.Run(() => WebHost.SchemaOfContract(options), ct);
            var trusted = TrustedDocuments.None;
            if (options.Trusted.Folder is not null)
            {
                var loaded = TrustedDocuments.Load(await schema, options, words.Language);
                if (!loaded.TryGet(out trusted))
                {
                    return Tell(console, string.Join('\n', loaded.Errors));
                }
            }

            await using var graph = await ConsoleProgress.RunAsync(console, words, progress =>
                GraphSetup.RunAsync(data, sample, options.Database.Port, options.Rules.Folder, words, progress, ct)
            );
            if (!graph.IsPrivate && await SessionSettings.FindLostAsync(graph.ConnectionString, ApiLogin(), options.Http, ct) is { } lost)
            {
                return Tell(console, $"{lost.Key} {lost.In(words.Language)}");
            }

            await using var app = WebHost.Build(
                graph.ConnectionString,
                urls,
                await schema,
                options,
                trusted,
                api: ApiLogin(),
                replicas: replicas
            );
            await app.StartAsync(ct);
            await StartSummary.WriteAsync(console, app, graph, words, ct);
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(ct, app.Lifetime.ApplicationStopping);
            var keeper = ClusterKeeper.RunAsync(
                graph,
                () =>
                {
                    app.Services.GetRequiredService<NpgsqlDataSource>().Clear();
                    app.Services.GetRequiredService<SessionSources>().Clear();
                    app.Services.GetRequiredKeyedService<NpgsqlDataSource>(NamedPool.Writes).Clear();
                    app.Services.GetRequiredKeyedService<SessionSources>(NamedPool.Writes).Clear();
                },
                app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ClusterKeeper)),
                stopping.Token
            );
            var sealer = AuditSealer.RunAsync(
                app.Services.GetRequiredKeyedService<NpgsqlDataSource>(NamedPool.Writes),
                app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(AuditSealer)),
                TimeProvider.System,
                stopping.Token
            );
            var warmUp = WarmUp.RunAsync(app.Services, stopping.Token);
            await app.WaitForShutdownAsync(ct);
            await Task.WhenAll(warmUp, keeper, sealer);
            console.MarkupLine(words.Say(graph.IsPrivate ? "Start.StoppingAll" : "Start.Stopping"));
            return 0;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            return 0;
        }
        catch (DatabaseSetupException error)
        {
            return Tell(console, words.Of(error));
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            // Taken since it was looked at.
            return Tell(console, Addresses.Tell(SocketError.AddressAlreadyInUse, urls, 0, words)!);
        }
        catch (NpgsqlException error)
        {
            return Tell(console, words.Coded("SP-START-002", ("reason", error.Message)));
        }
    }

    /// <summary>A login of the API's own, which may take its roles and owns nothing; null where the owner's serves requests.</summary>
    private static string? ApiLogin() =>
        Environment.GetEnvironmentVariable("ConnectionStrings__Api") is { Length: > 0 } login ? HostList.Prompt(login) : null;

    private static int Tell(IAnsiConsole console, string message)
    {
        console.MarkupLineInterpolated($"[red]{message}[/]");
        return Failed;
    }
}
