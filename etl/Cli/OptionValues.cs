using System.CommandLine;
using System.CommandLine.Parsing;

namespace SocietyParty.Etl.Cli;

/// <summary>
/// Values for validators, which run although an option lacks its value or has one that cannot be read. That is an error of its own,
/// said once; asking the library for such a value throws.
/// </summary>
internal static class OptionValues
{
    /// <summary>Default where there is no value that can be read.</summary>
    public static T? Readable<T>(this SymbolResult result, Option<T> option) => Read(() => result.GetValue(option));

    /// <summary>Of an argument; default where there is no value that can be read.</summary>
    public static T? Readable<T>(this SymbolResult result, Argument<T> argument) => Read(() => result.GetValue(argument));

    private static T? Read<T>(Func<T?> value)
    {
        try
        {
            return value();
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }
}
