using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Readers;
using SocietyParty.Schema.Database;
using Spectre.Console;

namespace SocietyParty.Etl.Cli;

/// <summary><c>reader create NAME</c>, <c>revoke NAME</c>, <c>list</c>: logins for tools that read the warehouse.</summary>
internal static class ReaderCommand
{
    private const int ConnectionsMax = 1_000;
    private const int SecondsMax = 86_400;
    private const int ToolWidth = 14;

    public static Command Create() =>
        new("reader", "Logins for BI tools, which read the views of mart and nothing else.") { CreateOne(), Revoke(), List() };

    private static Command CreateOne()
    {
        var defaults = new ReaderLimits();
        var name = Name();
        name.Validators.Add(result =>
        {
            if (ReaderNames.Problem(result.GetRequiredValue(name)) is { } problem)
            {
                result.AddError(problem);
            }
        });
        var connections = new Option<int?>("--connections")
        {
            Description = $"Connections at the same time, 1 to {ConnectionsMax}; left out: {defaults.Connections}.",
        };
        var seconds = new Option<int?>("--seconds")
        {
            Description =
                $"Seconds after which a statement, or a transaction that waits for the tool, is ended, 1 to {SecondsMax}; left out: "
                + $"{defaults.StatementSeconds}.",
        };
        var database = new DatabaseOptions();
        var command = new Command("create", "Makes a login and prints its password, once, in a connection string for each tool.")
        {
            name,
            connections,
            seconds,
        };
        database.AddWithWarehouseTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(connections) is < 1 or > ConnectionsMax)
            {
                result.AddError($"SP-READER-102 --connections is a number from 1 to {ConnectionsMax}.");
            }

            if (result.GetValue(seconds) is < 1 or > SecondsMax)
            {
                result.AddError($"SP-READER-103 --seconds is a number from 1 to {SecondsMax}.");
            }
        });
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = parsed.GetRequiredValue(name);
                var limits = new ReaderLimits(
                    parsed.GetValue(connections) ?? defaults.Connections,
                    parsed.GetValue(seconds) ?? defaults.StatementSeconds
                );
                var (password, owner, isPrivate) = await WithDatabaseAsync(
                    parsed,
                    database,
                    async graph =>
                        (
                            await ReaderAccount.CreateAsync(graph.Source, asked, limits, graph.IsPrivate, ct),
                            graph.ConnectionString,
                            graph.IsPrivate
                        ),
                    ct
                );
                // Plain lines: a table would break them, and they are to be copied.
                foreach (var line in Told(asked, limits, isPrivate))
                {
                    Console.WriteLine(line);
                }

                foreach (var tool in ConnectionStrings.Of(owner, asked, password))
                {
                    Console.WriteLine($"{tool.Tool.PadRight(ToolWidth)} {tool.Text}");
                }

                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Command Revoke()
    {
        var name = Name();
        var database = new DatabaseOptions();
        var command = new Command("revoke", "Takes a login away and ends its sessions.") { name };
        database.AddWithWarehouseTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = parsed.GetRequiredValue(name);
                await WithDatabaseAsync(
                    parsed,
                    database,
                    async graph =>
                    {
                        await ReaderAccount.RevokeAsync(graph.Source, asked, ct);
                        return true;
                    },
                    ct
                );
                Console.WriteLine($"Reader {asked} is gone; its sessions are ended.");
                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Command List()
    {
        var database = new DatabaseOptions();
        var command = new Command("list", "Shows the logins that read mart.");
        database.AddWithWarehouseTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var readers = await WithDatabaseAsync(parsed, database, graph => ReaderAccount.ListAsync(graph.Source, ct), ct);
                if (readers.Count == 0)
                {
                    Console.WriteLine("There is no reader; `reader create NAME` makes one.");
                    return CommandLine.Success;
                }

                var table = new Table().AddColumn("reader");
                foreach (var title in (string[])["open", "connections", "statement", "temporary tables"])
                {
                    table.AddColumn(new TableColumn(title).RightAligned());
                }

                foreach (var reader in readers)
                {
                    table.AddRow(
                        Markup.Escape(reader.Name),
                        reader.OpenConnections.ToString(CultureInfo.InvariantCulture),
                        reader.Connections < 0 ? "no limit" : reader.Connections.ToString(CultureInfo.InvariantCulture),
                        Markup.Escape(reader.StatementTimeout ?? "no limit"),
                        reader.HasTemporaryTables ? "YES" : "no"
                    );
                }

                Terminal.Output.Write(table);
                return CommandLine.Success;
            }
        );
        return command;
    }

    private static IEnumerable<string> Told(string name, ReaderLimits limits, bool isPrivate)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"Reader {name} reads the views of mart: {limits.Connections} connections, {limits.StatementSeconds} s a statement."
        );
        yield return "The password below is shown this once and kept nowhere.";
        if (isPrivate)
        {
            yield return "The private cluster answers on this machine alone, while the service runs.";
        }

        yield return "";
    }

    private static Argument<string> Name() => new("NAME") { Description = "Small letters, digits and _, such as finebi_office." };

    private static Task<T> WithDatabaseAsync<T>(
        ParseResult parsed,
        DatabaseOptions database,
        Func<GraphDatabase, Task<T>> work,
        CancellationToken ct
    ) => ConsoleProgress.RunAsync(Terminal.Error, async progress =>
        {
            await using var graph = await database.OpenWarehouseAsync(parsed, progress, ct);
            return await work(graph);
        });
}
