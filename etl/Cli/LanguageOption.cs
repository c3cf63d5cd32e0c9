using System.CommandLine;
using SocietyParty.Etl.Output;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Cli;

/// <summary>
/// <c>--lang</c>, on every command; without it the terminal's own language, as <c>LC_ALL</c>, <c>LC_MESSAGES</c> or <c>LANG</c> says.
/// </summary>
public static class LanguageOption
{
    private const string Name = "--lang";

    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>
    /// The language of a command line, before its commands are made: help and wrong arguments are said in it, too.
    /// </summary>
    public static Words WordsOf(IReadOnlyList<string> arguments)
    {
        var language = new Option<string?>(Name);
        // Of the commands this knows none, so it takes its own option and leaves the rest.
        var parsed = new Command("any") { language }.Parse(arguments);
        var given = parsed.GetResult(language)?.Tokens is [var first, ..] ? first.Value : null;
        return new Words(Languages.Of(given) ?? OfEnvironment(Environment.GetEnvironmentVariable));
    }

    public static void AddTo(RootCommand root, Words words)
    {
        var language = new Option<string?>(Name) { Description = words.Say("Help.Lang"), Recursive = true };
        language.Validators.Add(result =>
        {
            if (result.Readable(language) is { } given && Languages.Of(given) is null)
            {
                result.AddError(words.Say("Wrong.Language", ("given", given)));
            }
        });
        root.Options.Add(language);
    }

    internal static Language OfEnvironment(Func<string, string?> variable) =>
        Languages.Of(Variables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value))) ?? Language.English;
}
