using System.Collections.Immutable;
using System.Globalization;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Execution.Cost;

/// <summary>Number of items of a list: a number, or the greatest value of slicing arguments when the operation runs.</summary>
/// <param name="Sources">Empty when the size is known.</param>
/// <param name="Fallback">The size where no source has a value.</param>
/// <param name="SizedFields">Fields of what the field gives whose size this is; empty when it is the field's own.</param>
internal sealed record ListSize(ImmutableArray<LeafSource> Sources, double Fallback, ImmutableArray<string> SizedFields)
{
    public bool IsConstant => Sources.IsEmpty;

    /// <summary>Never negative: a bad size is the planner's to refuse.</summary>
    public double Read(CoercedVariables variables)
    {
        double size = -1;
        foreach (var source in Sources)
        {
            size = Math.Max(
                size,
                source.Read(variables) switch
                {
                    int number => number,
                    long number => number,
                    IReadOnlyList<object?> items => items.Count,
                    _ => -1,
                }
            );
        }

        return size >= 0 ? size : Fallback;
    }

    /// <summary>Null for a field without <c>@listSize</c>. A slicing argument that is required and missing throws.</summary>
    public static ListSize? Of(SelectedField field)
    {
        if (field.Field.Directive("listSize") is not { } directive)
        {
            return null;
        }

        var slicing = directive.Texts("slicingArguments");
        var given = slicing.Select(field.Argument).OfType<InputLeaf>().Select(leaf => leaf.Source).ToImmutableArray();
        if (!slicing.IsEmpty && given.Length != 1 && directive.Argument("requireOneSlicingArgument") is true)
        {
            throw new BindException(
                new GraphQLError(
                    CostErrors.SliceMissing,
                    $"Field \"{field.Field.Name}\" needs exactly one of the arguments "
                        + $"{string.Join(", ", slicing.Select(name => $"\"{name}\""))}, to tell how much it gives.",
                    field.Location
                )
            );
        }

        var fallback = directive.Argument("slicingArgumentDefaultValue") ?? directive.Argument("assumedSize") ?? 1;
        var size = new ListSize(given, Convert.ToDouble(fallback, CultureInfo.InvariantCulture), directive.Texts("sizedFields"));
        // A literal never changes, so it is read once and the plan's cost becomes a number.
        return given.All(source => source is LiteralSource)
            ? size with
            {
                Sources = [],
                Fallback = size.Read(CoercedVariables.Empty),
            }
            : size;
    }
}
