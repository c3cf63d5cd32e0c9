using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Audit;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Etl.Output;
using SocietyParty.Rules.Access;
using SocietyParty.Rules.Sentences;
using Spectre.Console;

namespace SocietyParty.Etl.Cli;

/// <summary>
/// <c>audit list</c>, <c>audit verify</c> and <c>audit prune</c>: what was done, whether the record of it is as it was written, and what is
/// older than it must be kept.
/// </summary>
internal static class AuditCommand
{
    private const int CountMax = 10_000;
    private const int CountUsual = 20;
    private const int BeijingHours = 8;

    public static Command Create(Words words) => new("audit", words.Say("Help.Audit")) { List(words), Verify(words), Prune(words) };

    private static Command List(Words words)
    {
        var actor = new Option<string?>("--actor") { Description = words.Say("Help.Audit.Actor") };
        var count = new Option<int?>("--count") { Description = words.Say("Help.Audit.Count", ("max", CountMax), ("usual", CountUsual)) };
        var database = new DatabaseOptions(words);
        var command = new Command("list", words.Say("Help.Audit.List")) { actor, count };
        database.AddTo(command);
        JsonOption.AddTo(command, words);
        command.Validators.Add(result =>
        {
            if (result.Readable(count) is < 1 or > CountMax)
            {
                result.AddError(words.Coded("SP-AUDIT-101", ("max", CountMax)));
            }
        });
        command.SetAction(
            async (parsed, ct) =>
            {
                var (events, names) = await ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
                {
                    await using var graph = await database.OpenExistingAsync(parsed, progress, ct);
                    var newest = await AuditTrail.NewestAsync(
                        graph.Source,
                        parsed.GetValue(actor),
                        parsed.GetValue(count) ?? CountUsual,
                        ct: ct
                    );
                    return (newest, await AuditTrail.NamesAsync(graph.Source, newest, ct));
                });
                if (JsonOption.IsAsked(parsed))
                {
                    JsonReport.Write(JsonReport.Of(events), Console.Out);
                }
                else if (events.Count == 0)
                {
                    Console.WriteLine(words.Say("Cli.NoAuditEvent"));
                }
                else
                {
                    Terminal.Output.Write(Table(events, names, words));
                }

                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Command Verify(Words words)
    {
        var known = new Option<string?>("--known") { Description = words.Say("Help.Audit.Known"), HelpName = "NUMBER:HASH" };
        var database = new DatabaseOptions(words);
        var command = new Command("verify", words.Say("Help.Audit.Verify")) { known };
        database.AddTo(command);
        JsonOption.AddTo(command, words);
        command.Validators.Add(result =>
        {
            if (result.Readable(known) is { } given && AuditLink.Parse(given) is null)
            {
                result.AddError(words.Coded("SP-AUDIT-102", ("given", given)));
            }
        });
        command.SetAction(
            async (parsed, ct) =>
            {
                var report = await ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
                {
                    await using var graph = await database.OpenExistingAsync(parsed, progress, ct);
                    return await AuditTrail.VerifyAsync(
                        graph.Source,
                        parsed.GetValue(known) is { } given ? AuditLink.Parse(given) : null,
                        ct
                    );
                });
                if (JsonOption.IsAsked(parsed))
                {
                    JsonReport.Write(JsonReport.Of(report), Console.Out);
                }
                else
                {
                    foreach (var line in Told(report, words))
                    {
                        Console.WriteLine(line);
                    }
                }

                return report.Faults.Count == 0 ? CommandLine.Success : CommandLine.Failure;
            }
        );
        return command;
    }

    private static Command Prune(Words words)
    {
        var months = new Option<int?>("--keep-months")
        {
            Description = words.Say("Help.Audit.Months", ("min", Retention.AuditMonthsMin), ("usual", Retention.AuditMonthsUsual)),
        };
        var database = new DatabaseOptions(words);
        var command = new Command("prune", words.Say("Help.Audit.Prune")) { months };
        database.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.Readable(months) is { } given && !Retention.CanKeepAudit(given))
            {
                result.AddError(words.Coded("SP-AUDIT-103", ("min", Retention.AuditMonthsMin)));
            }
        });
        command.SetAction(
            async (parsed, ct) =>
            {
                var kept = parsed.GetValue(months) ?? Retention.AuditMonthsUsual;
                var gone = await ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
                {
                    await using var graph = await database.OpenExistingAsync(parsed, progress, ct);
                    return await AuditTrail.PruneAsync(graph.Source, kept, ct: ct);
                });
                Console.WriteLine(words.Say("Cli.AuditPruned", ("count", gone), ("months", kept)));
                return CommandLine.Success;
            }
        );
        return command;
    }

    /// <summary>Each fault in a sentence with its code.</summary>
    public static IEnumerable<string> Faults(AuditReport report, Words words)
    {
        foreach (var fault in report.Faults)
        {
            yield return fault.Fault switch
            {
                "LINK_BROKEN" => words.Coded("SP-AUDIT-201", ("number", fault.SealId)),
                "CONTENT_CHANGED" => words.Coded("SP-AUDIT-202", ("number", fault.SealId)),
                "EVENT_GONE" => words.Coded("SP-AUDIT-203", ("number", fault.SealId), ("record", fault.EventId)),
                "LINK_PRUNED" => words.Coded("SP-AUDIT-206", ("number", fault.SealId)),
                "EVENT_UNSEALED" => words.Coded("SP-AUDIT-204", ("record", fault.EventId)),
                _ => words.Coded("SP-AUDIT-205", ("number", fault.SealId)),
            };
        }

        if (report.Faults.Count >= AuditTrail.FaultsMax)
        {
            yield return words.Say("Cli.AuditMoreFaults", ("count", AuditTrail.FaultsMax));
        }
    }

    internal static IEnumerable<string> Told(AuditReport report, Words words)
    {
        foreach (var fault in Faults(report, words))
        {
            yield return fault;
        }

        yield return report.Faults.Count == 0
            ? words.Say("Cli.AuditHolds", ("records", report.Events), ("links", report.Links))
            : words.Say("Cli.AuditBroken", ("records", report.Events), ("links", report.Links));
        if (report.Skipped > 0)
        {
            yield return words.Say("Cli.AuditSkipped", ("count", report.Skipped));
        }

        // Of a broken chain no link is to be kept: it would take the place of one by which the damage is found.
        if (report.Faults.Count == 0 && report.Last is { } last)
        {
            yield return words.Say("Cli.AuditKeep", ("link", last.ToString()));
        }
    }

    private static Table Table(IReadOnlyList<AuditEvent> events, IReadOnlyDictionary<long, AuditNames> names, Words words)
    {
        var table = new Table();
        foreach (
            var title in (string[])
                ["Cli.AuditRecord", "Cli.AuditAt", "Cli.AuditActor", "Cli.AuditAction", "Cli.AuditSubject", "Cli.AuditDetail"]
        )
        {
            table.AddColumn(words.Say(title));
        }

        var told = new AuditWords(words);
        foreach (var one in events)
        {
            var named = names.GetValueOrDefault(one.Id, AuditNames.None);
            table.AddRow(
                one.Id.ToString(CultureInfo.InvariantCulture),
                one.RecordedAt.AddHours(BeijingHours).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                Markup.Escape(one.Actor),
                words.Say(
                    one.Action switch
                    {
                        "IMPORT" => "Cli.AuditImport",
                        "RULE_SET" => "Cli.AuditRuleSet",
                        "ACCOUNT" => "Cli.AuditAccount",
                        "ROLE_GRANT" => "Cli.AuditRoleGrant",
                        "TOKEN" => "Cli.AuditToken",
                        "SIGN_IN" => "Cli.AuditSignIn",
                        "SIGN_IN_FAILED" => "Cli.AuditSignInFailed",
                        "SIGN_OUT" => "Cli.AuditSignOut",
                        "REFUSED" => "Cli.AuditRefused",
                        "EXPORT" => "Cli.AuditExport",
                        "REPORT" => "Cli.AuditReport",
                        "READ_PEOPLE" => "Cli.AuditReadPeople",
                        "PERSON" => "Cli.AuditPerson",
                        "PRUNE" => "Cli.AuditPrune",
                        _ => "Cli.AuditMutation",
                    }
                ),
                Markup.Escape(told.Subject(one, named)),
                Markup.Escape(told.Detail(one, named))
            );
        }

        return table;
    }
}
