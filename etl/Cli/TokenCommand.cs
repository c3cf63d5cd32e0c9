using System.CommandLine;
using System.Globalization;
using Npgsql;
using SocietyParty.Etl.Access;
using SocietyParty.Etl.Output;
using SocietyParty.Rules.Access;
using Spectre.Console;

namespace SocietyParty.Etl.Cli;

/// <summary><c>token create NAME</c>, <c>list</c>, <c>revoke NAME</c>: how programs come in where people sign in.</summary>
internal static class TokenCommand
{
    private const int DaysUsual = 90;
    private const int BeijingHours = 8;

    public static Command Create(Words words) => new("token", words.Say("Help.Token")) { CreateOne(words), List(words), Revoke(words) };

    private static Command CreateOne(Words words)
    {
        var name = Name(words);
        var role = AccessOptions.Role(words);
        var subject = AccessOptions.Subject(words);
        var days = new Option<int?>("--days")
        {
            Description = words.Say("Help.Token.Days", ("max", TokenFits.DaysMax), ("usual", DaysUsual)),
        };
        var database = new DatabaseOptions(words);
        var command = new Command("create", words.Say("Help.Token.Create")) { name, role, subject, days };
        database.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.Readable(days) is { } given && !TokenFits.CanLast(given))
            {
                result.AddError(words.Coded("SP-ACCESS-101", ("max", TokenFits.DaysMax)));
            }
        });
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = parsed.GetRequiredValue(name);
                var kept = parsed.GetValue(days) ?? DaysUsual;
                var token = await WithDatabaseAsync(
                    parsed,
                    words,
                    database,
                    graph => TokenStore.CreateAsync(graph, asked, parsed.GetValue(role)!, parsed.GetValue(subject), kept, ct: ct),
                    ct
                );
                Console.WriteLine(words.Say("Cli.TokenMade", ("name", asked), ("days", kept)));
                Console.WriteLine(words.Say("Cli.TokenOnce"));
                Console.WriteLine(token);
                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Command List(Words words)
    {
        var database = new DatabaseOptions(words);
        var command = new Command("list", words.Say("Help.Token.List"));
        database.AddTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var tokens = await WithDatabaseAsync(parsed, words, database, graph => TokenStore.ListAsync(graph, ct), ct);
                if (tokens.Count == 0)
                {
                    Console.WriteLine(words.Say("Cli.NoToken"));
                    return CommandLine.Success;
                }

                var table = new Table();
                foreach (
                    var title in (string[])
                        ["Cli.Token", "Cli.Role", "Cli.Subject", "Cli.TokenExpires", "Cli.TokenRevoked", "Cli.TokenLastUsed"]
                )
                {
                    table.AddColumn(words.Say(title));
                }

                foreach (var token in tokens)
                {
                    table.AddRow(
                        Markup.Escape(token.Name),
                        AccessOptions.Say(token.Role, words),
                        Markup.Escape(token.Subject ?? ""),
                        Beijing(token.ExpiresAt),
                        Beijing(token.RevokedAt),
                        Beijing(token.LastUsedAt)
                    );
                }

                Terminal.Output.Write(table);
                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Command Revoke(Words words)
    {
        var name = Name(words);
        var database = new DatabaseOptions(words);
        var command = new Command("revoke", words.Say("Help.Token.Revoke")) { name };
        database.AddTo(command);
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
                        await TokenStore.RevokeAsync(graph, asked, ct: ct);
                        return true;
                    },
                    ct
                );
                Console.WriteLine(words.Say("Cli.TokenGone", ("name", asked)));
                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Argument<string> Name(Words words) => new("NAME") { Description = words.Say("Help.Token.Name") };

    private static string Beijing(DateTime? moment) =>
        moment?.AddHours(BeijingHours).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";

    private static Task<T> WithDatabaseAsync<T>(
        ParseResult parsed,
        Words words,
        DatabaseOptions database,
        Func<NpgsqlDataSource, Task<T>> work,
        CancellationToken ct
    ) => ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
        {
            await using var graph = await database.OpenExistingAsync(parsed, progress, ct);
            return await work(graph.Source);
        });
}
