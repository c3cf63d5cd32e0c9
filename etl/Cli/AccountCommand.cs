using System.CommandLine;
using Npgsql;
using SocietyParty.Etl.Access;
using SocietyParty.Etl.Output;
using SocietyParty.Rules.Access;
using Spectre.Console;

namespace SocietyParty.Etl.Cli;

/// <summary><c>account</c>: who may sign in, with which roles.</summary>
internal static class AccountCommand
{
    public static Command Create(Words words) =>
        new("account", words.Say("Help.Account"))
        {
            CreateOne(words),
            List(words),
            Switch("disable", true, words),
            Switch("enable", false, words),
            Password(words),
            Factor(words),
            Grant(words),
            Revoke(words),
        };

    private static Command CreateOne(Words words)
    {
        var name = Name(words);
        var display = new Option<string?>("--display-name") { Description = words.Say("Help.Account.DisplayName") };
        var issuer = new Option<string?>("--issuer") { Description = words.Say("Help.Account.Issuer"), HelpName = "URL" };
        var subject = new Option<string?>("--issuer-subject") { Description = words.Say("Help.Account.IssuerSubject") };
        var command = new Command("create", words.Say("Help.Account.Create")) { name, display, issuer, subject };
        command.Validators.Add(result =>
        {
            if (string.IsNullOrEmpty(result.Readable(issuer)) != string.IsNullOrEmpty(result.Readable(subject)))
            {
                result.AddError(words.Coded("SP-ACCESS-103"));
            }

            if (result.Readable(name) is { } given && !AccountReach.CanBeName(given))
            {
                result.AddError(words.Coded("SP-ACCESS-104"));
            }
        });
        return Run(command, words, async (parsed, graph, ct) =>
        {
            var asked = parsed.GetRequiredValue(name);
            var provider = parsed.GetValue(issuer) is { Length: > 0 } from ? (from, parsed.GetValue(subject)!) : ((string, string)?)null;
            var password = await AccountStore.CreateAsync(graph, asked, parsed.GetValue(display), provider, ct: ct);
            return
            [
                words.Say("Cli.AccountMade", ("name", asked)),
                .. password is null ? [] : (string[])[words.Say("Cli.PasswordOnce"), password],
            ];
        });
    }

    private static Command List(Words words)
    {
        var database = new DatabaseOptions(words);
        var command = new Command("list", words.Say("Help.Account.List"));
        database.AddTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var accounts = await WithDatabaseAsync(parsed, words, database, graph => AccountStore.ListAsync(graph, ct));
                if (accounts.Count == 0)
                {
                    Console.WriteLine(words.Say("Cli.NoAccount"));
                    return CommandLine.Success;
                }

                var table = new Table();
                foreach (
                    var title in (string[])["Cli.Account", "Cli.AccountWay", "Cli.AccountFactor", "Cli.AccountState", "Cli.AccountRoles"]
                )
                {
                    table.AddColumn(words.Say(title));
                }

                foreach (var account in accounts)
                {
                    table.AddRow(
                        Markup.Escape(account.Name),
                        Markup.Escape(
                            account.Kind == "PROGRAM" ? words.Say("Cli.AccountProgram") : account.Issuer ?? words.Say("Cli.AccountLocal")
                        ),
                        account.HasSecondFactor ? words.Say("Cli.AccountHasFactor") : "",
                        account.IsDisabled ? words.Say("Cli.AccountDisabled") : "",
                        Markup.Escape(AccessOptions.SayAll(account.Grants, words))
                    );
                }

                Terminal.Output.Write(table);
                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Command Switch(string verb, bool isDisabled, Words words)
    {
        var name = Name(words);
        var help = isDisabled ? words.Say("Help.Account.Disable") : words.Say("Help.Account.Enable");
        return Run(new Command(verb, help) { name }, words, async (parsed, graph, ct) =>
        {
            var asked = parsed.GetRequiredValue(name);
            await AccountStore.SetDisabledAsync(graph, asked, isDisabled, ct: ct);
            return [isDisabled ? words.Say("Cli.AccountIsDisabled", ("name", asked)) : words.Say("Cli.AccountIsEnabled", ("name", asked))];
        });
    }

    private static Command Password(Words words)
    {
        var name = Name(words);
        return Run(new Command("password", words.Say("Help.Account.Password")) { name }, words, async (parsed, graph, ct) =>
            [words.Say("Cli.PasswordOnce"), await AccountStore.ResetPasswordAsync(graph, parsed.GetRequiredValue(name), ct: ct)]
        );
    }

    private static Command Factor(Words words)
    {
        var name = Name(words);
        var remove = new Option<bool>("--remove") { Description = words.Say("Help.Account.FactorRemove") };
        return Run(new Command("second-factor", words.Say("Help.Account.Factor")) { name, remove }, words, async (parsed, graph, ct) =>
        {
            var asked = parsed.GetRequiredValue(name);
            var link = await AccountStore.SetSecondFactorAsync(graph, asked, !parsed.GetValue(remove), ct: ct);
            return link is null ? [words.Say("Cli.FactorGone", ("name", asked))] : [words.Say("Cli.FactorOnce"), link];
        });
    }

    private static Command Grant(Words words)
    {
        var name = Name(words);
        var role = AccessOptions.Role(words);
        var subject = AccessOptions.Subject(words);
        var from = AccessOptions.Day("--from", words.Say("Help.Account.From"), words);
        var to = AccessOptions.Day("--to", words.Say("Help.Account.To"), words);
        return Run(
            new Command("grant", words.Say("Help.Account.Grant")) { name, role, subject, from, to },
            words,
            async (parsed, graph, ct) =>
            {
                var asked = parsed.GetRequiredValue(name);
                var grant = await GrantStore.GrantAsync(
                    graph,
                    asked,
                    parsed.GetValue(role)!,
                    parsed.GetValue(subject),
                    parsed.GetValue(from),
                    parsed.GetValue(to),
                    ct: ct
                );
                return [words.Say("Cli.Granted", ("name", asked), ("grant", grant))];
            }
        );
    }

    private static Command Revoke(Words words)
    {
        var name = Name(words);
        var grant = new Option<long>("--grant")
        {
            Description = words.Say("Help.Account.GrantNumber"),
            Required = true,
            HelpName = "NUMBER",
        };
        return Run(new Command("revoke", words.Say("Help.Account.Revoke")) { name, grant }, words, async (parsed, graph, ct) =>
        {
            var (asked, number) = (parsed.GetRequiredValue(name), parsed.GetValue(grant));
            await GrantStore.RevokeAsync(graph, asked, number, ct: ct);
            return [words.Say("Cli.Revoked", ("name", asked), ("grant", number))];
        });
    }

    private static Argument<string> Name(Words words) => new("NAME") { Description = words.Say("Help.Account.Name") };

    private static Command Run(Command command, Words words, Func<ParseResult, NpgsqlDataSource, CancellationToken, Task<string[]>> work)
    {
        var database = new DatabaseOptions(words);
        database.AddTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                // Plain lines: what is shown once is to be copied.
                foreach (var line in await WithDatabaseAsync(parsed, words, database, graph => work(parsed, graph, ct)))
                {
                    Console.WriteLine(line);
                }

                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Task<T> WithDatabaseAsync<T>(
        ParseResult parsed,
        Words words,
        DatabaseOptions database,
        Func<NpgsqlDataSource, Task<T>> work
    ) => ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
        {
            await using var graph = await database.OpenExistingAsync(parsed, progress, CancellationToken.None);
            return await work(graph.Source);
        });
}
