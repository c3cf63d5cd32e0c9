using System.CommandLine;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;

namespace SocietyParty.Etl.Cli;

/// <summary><c>rules</c>: what is wrong with a rule set and what it changes, before it is given to anybody.</summary>
internal static class RulesCommand
{
    public static Command Create(Words words) =>
        new("rules", words.Say("Help.Rules")) { Check(words), RuleDifferencesCommand.Create(words), RuleReplayCommand.Create(words) };

    private static Command Check(Words words)
    {
        var path = new Argument<string>("file") { Description = words.Say("Help.Rules.Check.File") };
        var command = new Command("check", words.Say("Help.Rules.Check")) { path };
        JsonOption.AddTo(command, words);
        command.SetAction(parsed =>
        {
            var own = RuleFolder.In(parsed.GetValue(path)!);
            var read = RuleSetCheck.Read([.. RuleSetFile.Embedded(), .. own]);
            IReadOnlyList<RuleSetProblem> problems =
            [
                .. read.Problems,
                .. RuleSetCheck.RegionProblems(read),
                .. RuleSetCitations.Problems(read),
            ];
            foreach (var problem in problems)
            {
                Console.Error.WriteLine("SP-RULES-001 " + words.Of(problem));
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
