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

    public static Command Create(Words words) => new("reader", words.Say("Help.Reader")) { CreateOne(words), Revoke(words), List(words) };

    private static Command CreateOne(Words words)
    {
        var defaults = new ReaderLimits();
        var name = Name(words);
        name.Validators.Add(result =>
        {
            if (result.Readable(name) is { } given && !ReaderNames.Fits(given))
            {
                result.AddError(words.Coded("SP-READER-101", ("given", given)));
            }
        });
        var connections = new Option<int?>("--connections")
        {
            Description = words.Say("Help.Reader.Connections", ("max", ConnectionsMax), ("usual", defaults.Connections)),
        };
        var seconds = new Option<int?>("--seconds")
        {
            Description = words.Say("Help.Reader.Seconds", ("max", SecondsMax), ("usual", defaults.StatementSeconds)),
        };
        var committee = new Option<string?>("--committee") { Description = words.Say("Help.Reader.Committee") };
        var database = new DatabaseOptions(words);
        var command = new Command("create", words.Say("Help.Reader.Create")) { name, committee, connections, seconds };
        database.AddWithWarehouseTo(command);
        command.Validators.Add(result =>
        {
            if (result.Readable(connections) is < 1 or > ConnectionsMax)
            {
                result.AddError(words.Coded("SP-READER-102", ("max", ConnectionsMax)));
            }

            if (result.Readable(seconds) is < 1 or > SecondsMax)
            {
                result.AddError(words.Coded("SP-READER-103", ("max", SecondsMax)));
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
                    words,
                    database,
                    async graph =>
                        (
                            await ReaderAccount.CreateAsync(graph.Source, asked, limits, graph.IsPrivate, parsed.GetValue(committee), ct),
                            graph.ConnectionString,
                            graph.IsPrivate
                        ),
                    ct
                );
                // Plain lines: a table would break them, and they are to be copied.
                foreach (var line in Told(asked, limits, isPrivate, words))
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

    private static Command Revoke(Words words)
    {
        var name = Name(words);
        var database = new DatabaseOptions(words);
        var command = new Command("revoke", words.Say("Help.Reader.Revoke")) { name };
        database.AddWithWarehouseTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = parsed.GetRequiredValue(name);
                await WithDatabaseAsync(
                    parsed,
                    words,
                    database,
                    async graph =>
                    {
                        await ReaderAccount.RevokeAsync(graph.Source, asked, ct);
                        return true;
                    },
                    ct
                );
                Console.WriteLine(words.Say("Cli.ReaderGone", ("name", asked)));
                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Command List(Words words)
    {
        var database = new DatabaseOptions(words);
        var command = new Command("list", words.Say("Help.Reader.List"));
        database.AddWithWarehouseTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var readers = await WithDatabaseAsync(parsed, words, database, graph => ReaderAccount.ListAsync(graph.Source, ct), ct);
                if (readers.Count == 0)
                {
                    Console.WriteLine(words.Say("Cli.NoReader"));
                    return CommandLine.Success;
                }

                var table = new Table().AddColumn(words.Say("Cli.Reader")).AddColumn(words.Say("Cli.ReaderCommittee"));
                foreach (var title in (string[])["Cli.OpenConnections", "Cli.Connections", "Cli.StatementLimit", "Cli.TemporaryTables"])
                {
                    table.AddColumn(new TableColumn(words.Say(title)).RightAligned());
                }

                foreach (var reader in readers)
                {
                    table.AddRow(
                        Markup.Escape(reader.Name),
                        Markup.Escape(reader.Committee ?? words.Say("Cli.AllCommittees")),
                        reader.OpenConnections.ToString(CultureInfo.InvariantCulture),
                        reader.Connections < 0 ? words.Say("Cli.NoLimit") : reader.Connections.ToString(CultureInfo.InvariantCulture),
                        Markup.Escape(reader.StatementTimeout ?? words.Say("Cli.NoLimit")),
                        reader.HasTemporaryTables ? words.Say("Cli.HasTemporaryTables") : words.Say("Cli.HasNone")
                    );
                }

                Terminal.Output.Write(table);
                return CommandLine.Success;
            }
        );
        return command;
    }

    private static IEnumerable<string> Told(string name, ReaderLimits limits, bool isPrivate, Words words)
    {
        yield return words.Say("Cli.ReaderMade", ("name", name), ("connections", limits.Connections), ("seconds", limits.StatementSeconds));
        yield return words.Say("Cli.PasswordOnce");
        if (isPrivate)
        {
            yield return words.Say("Cli.PrivateCluster");
        }

        yield return "";
    }

    private static Argument<string> Name(Words words) => new("NAME") { Description = words.Say("Help.Reader.Name") };

    private static Task<T> WithDatabaseAsync<T>(
        ParseResult parsed,
        Words words,
        DatabaseOptions database,
        Func<GraphDatabase, Task<T>> work,
        CancellationToken ct
    ) => ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
        {
            await using var graph = await database.OpenWarehouseAsync(parsed, progress, ct);
            return await work(graph);
        });
}
