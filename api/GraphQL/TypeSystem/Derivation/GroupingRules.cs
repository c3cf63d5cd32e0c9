using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem.Derivation;

/// <summary>
/// What items can be grouped by: enums, Booleans, whole numbers, years and months of dates, references, and the same of what a
/// reference leads to. Texts, decimals and identities would give a group per item, so they are no keys.
/// </summary>
internal sealed class GroupingRules(Catalogue catalogue)
{
    /// <summary>Null for items that nothing can group.</summary>
    public Grouping? Of(string item)
    {
        var keys = ImmutableArray.CreateBuilder<GroupingKey>();
        var measures = ImmutableArray.CreateBuilder<GroupingMeasure>();
        foreach (var field in catalogue.Fields(item).Where(catalogue.CanGroup))
        {
            var type = UsedNames.NameOf(field.Type);
            keys.AddRange(Keys(field, []));
            measures.AddRange(Measures(field, [], withMoments: true));
            if (!catalogue.HasFields(type))
            {
                continue;
            }

            foreach (var further in catalogue.Fields(type).Where(catalogue.CanGroup))
            {
                // There and back is where one came from.
                if (type == item || UsedNames.NameOf(further.Type) != item)
                {
                    keys.AddRange(Keys(further, [field.Name.Value]));
                }

                measures.AddRange(Measures(further, [field.Name.Value], withMoments: false));
            }
        }

        return keys.Count == 0 ? null : new Grouping(item, keys.ToImmutable(), measures.ToImmutable());
    }

    private IEnumerable<GroupingKey> Keys(FieldDefinitionNode field, ImmutableArray<string> from)
    {
        var type = UsedNames.NameOf(field.Type);
        var path = from.Add(field.Name.Value);
        if (type is "Int" or "Boolean" || catalogue.IsEnum(type) || catalogue.HasFields(type))
        {
            yield return Key(GroupingPart.Whole, type, Described(field, path));
        }

        if (type is not "Date")
        {
            yield break;
        }

        yield return Key(GroupingPart.Year, "Int", $"Year of: {Described(field, path)}");
        yield return Key(GroupingPart.Month, "Date", $"First day of the month of: {Described(field, path)}");

        GroupingKey Key(GroupingPart part, string result, string description)
        {
            var name = path[0] + string.Concat(path[1..].Select(Words.Pascal)) + (part == GroupingPart.Whole ? "" : part.ToString());
            return new(Words.Upper(name), name, path, part, result, description);
        }
    }

    private static IEnumerable<GroupingMeasure> Measures(FieldDefinitionNode field, ImmutableArray<string> from, bool withMoments)
    {
        var type = UsedNames.NameOf(field.Type);
        var isMoment = type is "Date" or "DateTime";
        if (!Catalogue.IsComparable(type) || (isMoment && !withMoments))
        {
            yield break;
        }

        var path = from.Add(field.Name.Value);
        if (!isMoment)
        {
            // A sum of many whole numbers needs more digits than each of them.
            yield return Measure(
                GroupingFunction.Sum,
                type switch
                {
                    "Int" => "Long",
                    "Long" => "Decimal",
                    _ => type,
                },
                "Sum; null where there is no value"
            );
            yield return Measure(
                GroupingFunction.Avg,
                type == "Float" ? type : "Decimal",
                type == "Float" ? "Mean; null where there is no value" : "Mean, rounded to 6 places; null where there is no value"
            );
        }

        yield return Measure(
            GroupingFunction.Min,
            type,
            isMoment ? "Earliest; null where there is no value" : "Smallest; null where there is no value"
        );
        yield return Measure(
            GroupingFunction.Max,
            type,
            isMoment ? "Latest; null where there is no value" : "Greatest; null where there is no value"
        );

        GroupingMeasure Measure(GroupingFunction function, string result, string words) =>
            new(function, path, result, $"{words}. {Described(field, path)}");
    }

    private static string Described(FieldDefinitionNode field, ImmutableArray<string> path)
    {
        var words = field.Description?.Value ?? $"`{field.Name}`.";
        return path.Length == 1 ? words : $"Of `{path[0]}`: {words}";
    }
}
