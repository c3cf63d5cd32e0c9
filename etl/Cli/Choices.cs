using System.CommandLine.Parsing;
using SocietyParty.Etl.Output;

namespace SocietyParty.Etl.Cli;

/// <summary>Options whose values are a few words: a wrong one is answered with those words, not with a type's name.</summary>
public static class Choices
{
    public static Func<ArgumentResult, T> Of<T>(Words words)
        where T : struct, Enum => result => Read<T>(result, words) ?? default;

    /// <summary>For an option that may be left out.</summary>
    public static Func<ArgumentResult, T?> OfOptional<T>(Words words)
        where T : struct, Enum => result => Read<T>(result, words);

    private static T? Read<T>(ArgumentResult result, Words words)
        where T : struct, Enum
    {
        var text = result.Tokens[0].Value;
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        result.AddError(
            words.Say(
                "Wrong.Choice",
                ("given", text),
                ("option", (result.Parent as OptionResult)?.Option.Name ?? result.Argument.Name),
                ("choices", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()))
            )
        );
        return null;
    }
}
