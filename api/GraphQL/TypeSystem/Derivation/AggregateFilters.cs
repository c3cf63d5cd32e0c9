using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem.Derivation;

/// <summary>Input types that choose things by the sum, mean, least or greatest value of a field among the items of a list.</summary>
internal sealed class AggregateFilters(Catalogue catalogue)
{
    private static readonly ImmutableArray<string> Numeric = ["Int", "Long", "Decimal", "Float"];

    private static readonly ImmutableArray<(string Field, string Suffix, string Words)> Functions =
    [
        ("sum", "SumFilterInput", "The sum over the items"),
        ("avg", "MeanFilterInput", "The mean over the items, rounded to 6 places"),
        ("min", "ExtremeFilterInput", "The least value among the items"),
        ("max", "ExtremeFilterInput", "The greatest value among the items"),
    ];

    /// <summary>What a filter on a list of these items has beside its count.</summary>
    public IEnumerable<InputValueDefinitionNode> Fields(string item) =>
        Functions
            .Where(function => !Of(item, function.Suffix).IsEmpty)
            .Select(function => Sdl.Input(function.Field, item + function.Suffix, $"{function.Words}; null where there are none."));

    /// <summary>Null for a name that is none of these types.</summary>
    public InputObjectTypeNode? Make(string name)
    {
        foreach (var (_, suffix, _) in Functions)
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal) && name[..^suffix.Length] is var item && catalogue.HasFields(item))
            {
                return Sdl.InputObject(
                    name,
                    $"Conditions on a value over all `{item}` items of a list together; all that are given must hold.",
                    Of(item, suffix).Select(field => Sdl.Input(field.Name.Value, Compared(field, suffix), field.Description))
                );
            }
        }

        return null;
    }

    private ImmutableArray<FieldDefinitionNode> Of(string item, string suffix) =>
        [
            .. catalogue
                .Fields(item)
                .Where(field =>
                    catalogue.FilterType(field) is not null
                    && UsedNames.NameOf(field.Type) is var type
                    && (suffix == "ExtremeFilterInput" ? Catalogue.IsComparable(type) : Numeric.Contains(type))
                ),
        ];

    // A sum of many whole numbers needs more digits than each of them; a mean has decimals.
    private static string Compared(FieldDefinitionNode field, string suffix) =>
        (suffix, UsedNames.NameOf(field.Type)) switch
        {
            ("SumFilterInput", "Int") => "LongOperationFilterInput",
            ("SumFilterInput", "Long") => "DecimalOperationFilterInput",
            ("MeanFilterInput", not "Float") => "DecimalOperationFilterInput",
            (_, var type) => $"{type}OperationFilterInput",
        };
}
