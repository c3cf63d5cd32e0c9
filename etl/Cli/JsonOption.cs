using System.CommandLine;
using SocietyParty.Etl.Output;

namespace SocietyParty.Etl.Cli;

/// <summary><c>--json</c>: one document on standard output instead of tables. Progress and problems stay on standard error.</summary>
internal static class JsonOption
{
    private const string Name = "--json";

    public static void AddTo(Command command, Words words) => command.Add(new Option<bool>(Name) { Description = words.Say("Help.Json") });

    public static bool IsAsked(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.OfType<Option<bool>>().FirstOrDefault(option => option.Name == Name) is { } json
        && parsed.GetValue(json);

    /// <summary>Tells a failure on standard error, and as a document where one was asked for.</summary>
    public static void Fail(ParseResult parsed, string sentence)
    {
        Console.Error.WriteLine(sentence);
        if (IsAsked(parsed))
        {
            JsonReport.Write(JsonReport.Failure(sentence), Console.Out);
        }
    }
}
