using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem.Derivation;

/// <summary>
/// Rewrites <c>renameBranch(branch: ID!, name: String!): Branch @mutation</c> into <c>renameBranch(input: RenameBranchInput!):
/// RenameBranchPayload!</c> with both types: the arguments become fields of the input, what changed stands in the payload beside the
/// errors. HotChocolate's convention, with warnings, those that the caller accepts, and an idempotency key.
/// </summary>
internal static class MutationConvention
{
    private const string Directive = "mutation";

    // What a careful caller meets; a sheet of faults has more, and costs no more than this.
    private const string SizeOfErrors = "5";

    private const string Query = "Query";

    private const string Beside = "What can be asked, as it is after the change; where it was refused, as things stand.";

    private static readonly ImmutableArray<FieldDefinitionNode> NoFields = [];

    private static readonly ImmutableArray<InputValueDefinitionNode> NoInputs = [];

    private const string Key =
        "Any text that the caller makes up for this change. A repeated request with the same key and the same input changes "
        + "nothing and gets the first one's result.";

    private const string Accepted =
        "Codes of the warnings that the caller accepts; left out: all of them. With a list, a change that warns of anything else is "
        + "refused with an `UnacceptedWarning` for each: ask with an empty list, show what comes, and ask again with its codes.";

    public static List<DefinitionNode> Expand(IReadOnlyList<DefinitionNode> written, SchemaErrors errors)
    {
        var expanded = new List<DefinitionNode>(written.Count);
        var names = written.OfType<TypeDefinitionNode>().Select(type => type.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var definition in written)
        {
            if (definition is not ObjectTypeNode { Name.Value: "Mutation" } root)
            {
                expanded.Add(definition);
                continue;
            }

            var derived = new List<DefinitionNode>();
            var result = root with { Fields = [.. root.Fields.Select(field => Field(field, names, derived, errors))] };
            errors.Inherit(definition, result);
            expanded.Add(result);
            expanded.AddRange(derived);
        }

        return expanded;
    }

    private static FieldDefinitionNode Field(
        FieldDefinitionNode field,
        HashSet<string> names,
        List<DefinitionNode> derived,
        SchemaErrors errors
    )
    {
        if (field.Directives.FirstOrDefault(directive => directive.Name.Value == Directive) is not { } mark)
        {
            return field;
        }

        var name = Words.Pascal(field.Name.Value);
        if (new[] { $"{name}Input", $"{name}Payload" }.FirstOrDefault(names.Contains) is { } taken)
        {
            errors.Add(
                SchemaErrors.InvalidConvention,
                field,
                $"Field \"Mutation.{field.Name}\" is marked @mutation, so \"{taken}\" is derived from it and cannot be written; "
                    + "rename one of them.",
                field.Name.Location
            );
            return field;
        }

        var changed = UsedNames.NameOf(field.Type);
        derived.Add(
            Sdl.InputObject(
                $"{name}Input",
                $"What `{field.Name.Value}` takes.",
                [
                    .. field.Arguments,
                    .. IsKeyed(mark) ? [Sdl.Input("idempotencyKey", "String", Key)] : NoInputs,
                    Sdl.Input("acceptedWarnings", "[String!]", Accepted),
                ]
            )
        );
        derived.Add(
            Sdl.Object(
                $"{name}Payload",
                $"What `{field.Name.Value}` gives.",
                [
                    Sdl.Field(Words.Camel(changed), changed, "What was changed, as it is now; null where it was refused."),
                    Breaches("errors", "[Error!]!", "Why it was refused; nothing was changed. Empty where it was done."),
                    Breaches("warnings", "[RuleViolation!]!", "Rules that are broken but did not forbid it; empty where there are none."),
                    .. names.Contains(Query) ? [Sdl.Field("query", $"{Query}!", Beside)] : NoFields,
                ]
            )
        );
        var result = field with
        {
            Arguments = [Sdl.Input("input", $"{name}Input!", "What to do.")],
            Type = Sdl.Type($"{name}Payload!", field.Type.Location),
        };
        errors.Inherit(field, result);
        return result;
    }

    private static bool IsKeyed(DirectiveNode mark) =>
        !mark.Arguments.Any(argument => argument is { Name.Value: "isKeyed", Value: BooleanValueNode { Value: false } });

    private static FieldDefinitionNode Breaches(string name, string type, string description) =>
        Sdl.Field(name, type, description) with
        {
            Directives = [Sdl.Directive("listSize", ("assumedSize", new IntValueNode(SizeOfErrors, SourceLocation.None)))],
        };
}
