using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.2.4.1: a subscription selects one field of the root, unconditionally, and not a meta field.</summary>
public sealed class SingleRootField : IValidationRule
{
    public string Code => "SP-VALIDATE-204";

    public void Check(ValidationContext context)
    {
        // Without a root there is nothing to select from; another rule says so.
        if (context.Schema.Subscription is null)
        {
            return;
        }

        foreach (var operation in context.Document.Operations)
        {
            if (operation.Kind == OperationType.Subscription)
            {
                Check(context, operation);
            }
        }
    }

    private void Check(ValidationContext context, OperationNode operation)
    {
        var subject = operation.Name is null ? "Anonymous Subscription" : $"Subscription \"{operation.Name}\"";
        var (fields, conditions) = RootFields(context, operation);
        if (conditions.Count > 0)
        {
            context.Report(
                Code,
                $"{subject} must not use `@skip` or `@include` directives in the top level selection.",
                [.. conditions.Select(node => node.Location)]
            );
        }

        var groups = fields.GroupBy(field => field.ResponseKey, StringComparer.Ordinal).ToList();
        if (groups.Count > 1)
        {
            context.Report(
                Code,
                $"{subject} must select only one top level field.",
                [.. groups.Skip(1).SelectMany(group => group).Select(field => field.Location)]
            );
        }

        foreach (var group in groups)
        {
            if (group.First().Name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                context.Report(
                    Code,
                    $"{subject} must not select an introspection top level field.",
                    [.. group.Select(field => field.Location)]
                );
            }
        }
    }

    private static (List<FieldNode> Fields, List<DirectiveNode> Conditions) RootFields(ValidationContext context, OperationNode operation)
    {
        var fields = new List<FieldNode>();
        var conditions = new List<DirectiveNode>();
        var spread = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<SelectionNode>(operation.SelectionSet.Selections.Reverse());
        while (pending.TryPop(out var selection))
        {
            conditions.AddRange(selection.Directives.Where(directive => directive.Name.Value is "skip" or "include"));
            var inner = selection switch
            {
                FragmentSpreadNode node
                    when spread.Add(node.Name.Value)
                        && context.Fragments.TryGetValue(node.Name.Value, out var fragment)
                        && Applies(context.Schema, fragment.TypeCondition) => fragment.SelectionSet,
                InlineFragmentNode node when Applies(context.Schema, node.TypeCondition) => node.SelectionSet,
                _ => null,
            };
            if (selection is FieldNode field)
            {
                fields.Add(field);
            }

            foreach (var next in inner?.Selections.Reverse() ?? [])
            {
                pending.Push(next);
            }
        }

        return (fields, conditions);
    }

    /// <summary>DoesFragmentTypeApply: a fragment on another type adds nothing to the root.</summary>
    private static bool Applies(Schema schema, NamedTypeNode? condition) =>
        condition is null
        || (schema.Type(condition.Name.Value) is CompositeType type && schema.Subscription is { } root && schema.IsPossible(type, root));
}
