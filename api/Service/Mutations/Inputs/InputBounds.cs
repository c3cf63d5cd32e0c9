using System.Collections;
using SocietyParty.Rules.Days;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Model;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Inputs;

/// <summary>
/// What holds of every input before a mutation looks at it: days that can be meant, texts that can be kept. Day arithmetic then
/// cannot leave the calendar, and no day comes to mean infinity.
/// </summary>
internal static class InputBounds
{
    /// <summary>Adds DATE_OUT_OF_RANGE, DAY_TO_COME and TEXT_INVALID with the place of each value.</summary>
    public static void Check(object input, MutationContext context, params IReadOnlyList<string> path)
    {
        foreach (var property in input.GetType().GetProperties())
        {
            CheckValue(
                property.GetValue(input),
                InputDays.MeaningOf(input.GetType(), property.Name),
                context,
                [.. path, Names.Camel(property.Name)]
            );
        }
    }

    private static void CheckValue(object? value, DayMeaning meaning, MutationContext context, IReadOnlyList<string> path)
    {
        switch (value)
        {
            case DateOnly day:
                context.AddOfInput(DayFits.Check(day, meaning, context.Today, path));
                break;
            case string text:
                context.Add(TextFits.CanBeKept(text, path));
                break;
            case IMaybe field:
                CheckValue(field.Given, meaning, context, path);
                break;
            case IEnumerable items:
                var position = 0;
                foreach (var item in items)
                {
                    CheckValue(item, meaning, context, [.. path, MutationContext.Position(position++)]);
                }

                break;
            // Nothing else in an input is an object: it is an input inside the input.
            case not null when value.GetType().IsClass:
                Check(value, context, path);
                break;
        }
    }
}
