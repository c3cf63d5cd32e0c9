using System.CommandLine;
using SocietyParty.Etl.Output;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Cli;

/// <summary>
/// <c>--lang</c>, on every command; without it the terminal's own language, as <c>LC_ALL</c>, <c>LC_MESSAGES</c> or <c>LANG</c> says.
/// </summary>
internal static class LanguageOption
{
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    private static readonly Option<string?> Lang = new("--lang")
    {
        Description = "Language of what is said: zh or en; else that of LC_ALL, LC_MESSAGES or LANG.",
        Recursive = true,
    };

    public static void AddTo(RootCommand root)
    {
        Lang.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && Languages.Of(given) is null)
            {
                result.AddError($"\"{given}\" is not a language that this program speaks: zh or en.");
            }
        });
        root.Options.Add(Lang);
    }

    public static Language Of(ParseResult parsed) =>
        Languages.Of(parsed.GetValue(Lang)) ?? OfEnvironment(Environment.GetEnvironmentVariable);

    /// <summary>What the command says, in its language.</summary>
    public static Words WordsOf(ParseResult parsed) => new(Of(parsed));

    internal static Language OfEnvironment(Func<string, string?> variable) =>
        Languages.Of(Variables.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value))) ?? Language.English;
}
