using System.CommandLine;
using SocietyParty.Etl.Backup;
using SocietyParty.Etl.Output;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Cli;

/// <summary><c>upgrade-server</c>: the private cluster on a later major version of PostgreSQL.</summary>
internal static class UpgradeServerCommand
{
    public static Command Create(Words words)
    {
        var data = new Option<string?>("--data") { Description = words.Say("Help.Data") };
        var command = new Command("upgrade-server", words.Say("Help.UpgradeServer")) { data };
        JsonOption.AddTo(command, words);
        command.SetAction(
            async (parsed, ct) =>
            {
                var folder = parsed.GetValue(data) ?? DataFolder.Default();
                var report = await ConsoleProgress.RunAsync(Terminal.Error, words, progress =>
                    ServerUpgrade.RunAsync(folder, PostgresSearch.OfThisMachine(), progress, ct)
                );
                if (JsonOption.IsAsked(parsed))
                {
                    JsonReport.Write(JsonReport.Of(report), Console.Out);
                }
                else
                {
                    Console.WriteLine(
                        words.Say("Cli.ServerUpgraded", ("from", report.From), ("to", report.To), ("rows", report.Restored.Rows))
                    );
                    Console.WriteLine(words.Say("Cli.ServerUpgradedKept", ("kept", report.Kept)));
                }

                return CommandLine.Success;
            }
        );
        return command;
    }
}
