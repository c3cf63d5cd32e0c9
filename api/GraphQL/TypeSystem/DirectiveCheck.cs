using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>Directives applied in SDL: known, in a place they are made for, once unless repeatable, with valid arguments.</summary>
internal sealed class DirectiveCheck(Schema schema, SchemaErrors errors)
{
    public void Applied(ImmutableArray<DirectiveNode> nodes, string location, Node owner)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            foreach (var argument in node.Arguments)
            {
                UniqueFields(argument.Value, owner);
            }

            if (schema.Directive(node.Name.Value) is not { } definition)
            {
                errors.Add(SchemaErrors.UnknownDirective, owner, $"Unknown directive \"@{node.Name}\".", node.Location);
                continue;
            }

            if (!definition.Locations.Contains(location))
            {
                errors.Add(
                    SchemaErrors.InvalidDirective,
                    owner,
                    $"Directive \"@{node.Name}\" may not be used on {location}.",
                    node.Location
                );
            }

            if (!seen.Add(node.Name.Value) && !definition.IsRepeatable)
            {
                errors.Add(
                    SchemaErrors.InvalidDirective,
                    owner,
                    $"The directive \"@{node.Name}\" can only be used once at this location.",
                    node.Location
                );
            }

            Arguments(node, definition, owner);
        }
    }

    private void Arguments(DirectiveNode node, DirectiveDefinition definition, Node owner)
    {
        foreach (var argument in node.Arguments)
        {
            if (definition.Arguments.FirstOrDefault(a => a.Name == argument.Name.Value) is { } known)
            {
                LiteralCheck.Check(
                    argument.Value,
                    known.Type,
                    () => true,
                    (message, place) => errors.Add(SchemaErrors.InvalidDirective, owner, message, place)
                );
            }
            else
            {
                var near = Suggestions.DidYouMean(Suggestions.Near(argument.Name.Value, definition.Arguments.Select(known => known.Name)));
                errors.Add(
                    SchemaErrors.InvalidDirective,
                    owner,
                    $"Unknown argument \"{argument.Name}\" on directive \"@{node.Name}\".{near}",
                    argument.Location
                );
            }
        }

        foreach (
            var group in node.Arguments.GroupBy(argument => argument.Name.Value, StringComparer.Ordinal).Where(group => group.Count() > 1)
        )
        {
            errors.Add(SchemaErrors.Duplicate, owner, $"There can be only one argument named \"{group.Key}\".", group.Last().Location);
        }

        foreach (var required in definition.Arguments.Where(a => a.IsRequired && node.Arguments.All(given => given.Name.Value != a.Name)))
        {
            errors.Add(
                SchemaErrors.InvalidDirective,
                owner,
                $"Directive \"@{node.Name}\" argument \"{required.Name}\" of type \"{required.Type}\" is required, but it was "
                    + "not provided.",
                node.Location
            );
        }
    }

    /// <summary>Section 5.6.3, which holds for every value in a document: a field of an input object is given once.</summary>
    public void UniqueFields(ValueNode value, Node owner)
    {
        var items = value switch
        {
            ListValueNode list => list.Items,
            ObjectValueNode node => node.Fields.Select(field => field.Value),
            _ => [],
        };
        foreach (var item in items)
        {
            UniqueFields(item, owner);
        }

        foreach (
            var group in ((value as ObjectValueNode)?.Fields ?? [])
                .GroupBy(field => field.Name.Value, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
        )
        {
            errors.Add(SchemaErrors.Duplicate, owner, $"There can be only one input field named \"{group.Key}\".", group.Last().Location);
        }
    }
}
