using System.CommandLine.Parsing;

namespace SocietyParty.Etl.Cli;

/// <summary>Options whose values are a few words: a wrong one is answered with those words, not with a type's name.</summary>
public static class Choices
{
    public static Func<ArgumentResult, T> Of<T>()
        where T : struct, Enum => result => Read<T>(result) ?? default;

    /// <summary>For an option that may be left out.</summary>
    public static Func<ArgumentResult, T?> OfOptional<T>()
        where T : struct, Enum => Read<T>;

    private static T? Read<T>(ArgumentResult result)
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

        var words = string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant()));
        result.AddError($"\"{text}\" cannot be chosen for {(result.Parent as OptionResult)?.Option.Name}. Choose one of: {words}.");
        return null;
    }
}
