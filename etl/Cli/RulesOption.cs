using System.CommandLine;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;

namespace SocietyParty.Etl.Cli;

/// <summary><c>--rules</c>: a folder with rule sets of one's own, on every command that brings rule sets into the graph.</summary>
internal static class RulesOption
{
    private const string Name = "--rules";

    public static void AddTo(Command command, Words words)
    {
        var option = new Option<string?>(Name)
        {
            Description = words.Say("Help.RulesFolder", ("variable", RuleFolder.Variable)),
            HelpName = "DIR",
        };
        command.Add(option);
        // Before a data folder is made.
        command.Validators.Add(result =>
        {
            if (RuleFolder.Missing(result.Readable(option)) is { } path)
            {
                result.AddError(words.Coded("SP-RULES-002", ("path", path), ("variable", RuleFolder.Variable)));
            }
        });
    }

    /// <summary>The program's rule sets and those of the folder, where one is named.</summary>
    public static IReadOnlyList<RuleSetFile> FilesOf(ParseResult parsed) =>
        RuleFolder.Files(
            parsed.CommandResult.Command.Options.OfType<Option<string?>>().FirstOrDefault(option => option.Name == Name) is { } option
                ? parsed.GetValue(option)
                : null
        );
}
