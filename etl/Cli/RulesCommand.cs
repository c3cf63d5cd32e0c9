using System.CommandLine;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;

namespace SocietyParty.Etl.Cli;

/// <summary><c>rules</c>: what is wrong with a rule set and what it changes, before it is given to anybody.</summary>
internal static class RulesCommand
{
    public static Command Create() =>
        new("rules", "Looks at rule sets: the documents of a city, as data.")
        {
            Check(),
            RuleDifferencesCommand.Create(),
            RuleReplayCommand.Create(),
        };

    private static Command Check()
    {
        var path = new Argument<string>("file") { Description = "A rule set (JSON), or a folder with several." };
        var command = new Command("check", "Names every fault of a rule set with its place, alone and beside the program's own.") { path };
        JsonOption.AddTo(command);
        command.SetAction(parsed =>
        {
            var own = RuleFolder.In(parsed.GetValue(path)!);
            var read = RuleSetCheck.Read([.. RuleSetFile.Embedded(), .. own]);
            IReadOnlyList<RuleSetProblem> problems = [.. read.Problems, .. RuleSetCheck.RegionProblems(read)];
            var words = LanguageOption.WordsOf(parsed);
            foreach (var problem in problems)
            {
                Console.Error.WriteLine($"SP-RULES-001 {problem}");
            }

            if (JsonOption.IsAsked(parsed))
            {
                JsonReport.Write(JsonReport.Of(own.Count, problems), Console.Out);
            }
            else if (problems.Count == 0)
            {
                Console.Out.WriteLine(words.Say("Cli.RulesAreRight", ("files", own.Count)));
            }

            return problems.Count == 0 ? CommandLine.Success : CommandLine.Failure;
        });
        return command;
    }
}
