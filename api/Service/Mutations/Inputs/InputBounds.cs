using System.Collections;
using SocietyParty.Service.Model;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Inputs;

/// <summary>
/// What holds of every input before a mutation looks at it: days that can be meant, texts that can be kept. Day arithmetic then
/// cannot leave the calendar, and no day comes to mean infinity.
/// </summary>
internal static class InputBounds
{
    public static readonly DateOnly Earliest = new(1900, 1, 1);
    public static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>Minutes and statements are the longest; what is longer is a document, which belongs elsewhere.</summary>
    private const int CharactersMax = 20_000;

    /// <summary>Adds DATE_OUT_OF_RANGE and TEXT_INVALID with the place of each value.</summary>
    public static void Check(object input, MutationContext context, params IReadOnlyList<string> path)
    {
        foreach (var property in input.GetType().GetProperties())
        {
            CheckValue(property.GetValue(input), context, [.. path, Names.Camel(property.Name)]);
        }
    }

    private static void CheckValue(object? value, MutationContext context, IReadOnlyList<string> path)
    {
        switch (value)
        {
            case DateOnly day when day < Earliest || day > Latest:
                context.Fail("DATE_OUT_OF_RANGE", [("day", day), ("earliest", Earliest), ("latest", Latest)], path);
                break;
            case string text when text.Contains('\0') || text.Length > CharactersMax:
                context.Fail("TEXT_INVALID.InputBounds", [("charactersMax", CharactersMax)], path);
                break;
            case string:
                break;
            case IEnumerable items:
                var position = 0;
                foreach (var item in items)
                {
                    CheckValue(item, context, [.. path, MutationContext.Position(position++)]);
                }

                break;
            // Nothing else in an input is an object: it is an input inside the input.
            case not null when value.GetType().IsClass:
                Check(value, context, path);
                break;
        }
    }
}
