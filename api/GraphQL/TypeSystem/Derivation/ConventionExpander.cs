using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem.Derivation;

/// <summary>
/// Rewrites <c>branches: [Branch!]! @connection</c> into a paged, filtered and ordered field, then generates the types that
/// are named but not written. A type somebody wrote by hand is never replaced, one nobody names is never made.
/// </summary>
internal static class ConventionExpander
{
    public static (List<DefinitionNode> Definitions, List<Grouping> Groupings) Expand(
        IReadOnlyList<DefinitionNode> written,
        PageSizes sizes,
        SchemaErrors errors
    )
    {
        written = Described(MutationConvention.Expand(written, errors), errors);
        var groupings = GroupingTypes.Derive(written, new Catalogue(written), errors);
        List<DefinitionNode> definitions = [.. written, .. groupings.SelectMany(GroupingTypes.Definitions)];
        var catalogue = new Catalogue(definitions, groupings);
        var expanded = new List<DefinitionNode>(definitions.Count);
        foreach (var definition in definitions)
        {
            var result = definition switch
            {
                ObjectTypeNode node => node with { Fields = Fields(node, node.Fields, catalogue, errors) },
                InterfaceTypeNode node => node with { Fields = Fields(node, node.Fields, catalogue, errors) },
                _ => definition,
            };
            errors.Inherit(definition, result);
            expanded.Add(result);
        }

        expanded.AddRange(new TypeGenerator(catalogue).Generate(UsedNames.In(expanded)));
        return (CostConvention.Apply(expanded, sizes, errors), groupings);
    }

    /// <summary>A field without a description has that of the interface's field that it implements.</summary>
    private static List<DefinitionNode> Described(List<DefinitionNode> written, SchemaErrors errors)
    {
        var faces = written.OfType<InterfaceTypeNode>().ToDictionary(face => face.Name.Value, StringComparer.Ordinal);
        var described = new List<DefinitionNode>(written.Count);
        foreach (var definition in written)
        {
            if (definition is not ObjectTypeNode { Interfaces.IsEmpty: false } node)
            {
                described.Add(definition);
                continue;
            }

            var result = node with { Fields = [.. node.Fields.Select(Field)] };
            errors.Inherit(definition, result);
            described.Add(result);

            FieldDefinitionNode Field(FieldDefinitionNode field)
            {
                var words = node
                    .Interfaces.Select(face => faces.GetValueOrDefault(face.Name.Value))
                    .Select(face => face?.Fields.FirstOrDefault(known => known.Name.Value == field.Name.Value)?.Description)
                    .FirstOrDefault(text => text is not null);
                if (field.Description is not null || words is null)
                {
                    return field;
                }

                var full = field with { Description = words };
                errors.Inherit(field, full);
                return full;
            }
        }

        return described;
    }

    private static ImmutableArray<FieldDefinitionNode> Fields(
        TypeDefinitionNode owner,
        ImmutableArray<FieldDefinitionNode> fields,
        Catalogue catalogue,
        SchemaErrors errors
    ) => [.. fields.Select(field => Field(owner, Dated(field, errors), catalogue, errors))];

    /// <summary>A field marked <c>@dated</c> gets the argument <c>asOf</c>, unless one is written.</summary>
    private static FieldDefinitionNode Dated(FieldDefinitionNode field, SchemaErrors errors)
    {
        if (!Catalogue.IsDated(field) || field.Arguments.Any(argument => argument.Name.Value == "asOf"))
        {
            return field;
        }

        var result = field with
        {
            Arguments =
            [
                .. field.Arguments,
                Sdl.Input("asOf", "Date", "The day whose state is asked for; left out: today. Holds for this field alone."),
            ],
        };
        errors.Inherit(field, result);
        return result;
    }

    private static FieldDefinitionNode Field(TypeDefinitionNode owner, FieldDefinitionNode field, Catalogue catalogue, SchemaErrors errors)
    {
        if (!Catalogue.IsConnection(field))
        {
            return field;
        }

        var item = UsedNames.NameOf(field.Type);
        if (!Catalogue.IsList(field.Type) || !catalogue.HasFields(item))
        {
            errors.Add(
                SchemaErrors.InvalidConvention,
                field,
                $"Field \"{owner.Name}.{field.Name}\" is marked @connection, so its type must be a list of objects, not {field.Type}.",
                field.Type.Location
            );
            return field;
        }

        var written = field.Arguments.Select(argument => argument.Name.Value).ToHashSet(StringComparer.Ordinal);
        var derived = Arguments(item, catalogue).Where(argument => !written.Contains(argument.Name.Value));
        var result = field with
        {
            Arguments = [.. field.Arguments, .. derived],
            Type = Sdl.Type($"{Plural.Of(item)}Connection!", field.Type.Location),
        };
        errors.Inherit(field, result);
        return result;
    }

    private static IEnumerable<InputValueDefinitionNode> Arguments(string item, Catalogue catalogue)
    {
        if (catalogue.CanFilter(item))
        {
            yield return Sdl.Input("where", $"{item}FilterInput", "Only items for which all of this holds.");
        }

        if (catalogue.CanSort(item))
        {
            yield return Sdl.Input("order", $"[{item}SortInput!]", "The order of the items; earlier entries weigh more.");
        }

        yield return Sdl.Input("first", "Int", "At most this many items from the start of the page.");
        yield return Sdl.Input("after", "String", "Only items after this cursor.");
        yield return Sdl.Input("last", "Int", "At most this many items from the end of the page.");
        yield return Sdl.Input("before", "String", "Only items before this cursor.");
    }
}
