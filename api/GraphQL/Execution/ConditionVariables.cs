using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Execution;

/// <summary>Variables that @include and @skip read anywhere in a document. Recursion follows the parser's bounded depth.</summary>
internal static class ConditionVariables
{
    public static HashSet<string> In(Document document)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in document.Operations)
        {
            Visit(operation.SelectionSet, names);
        }

        foreach (var fragment in document.Fragments)
        {
            Visit(fragment.SelectionSet, names);
        }

        return names;
    }

    private static void Visit(SelectionSetNode set, HashSet<string> names)
    {
        foreach (var selection in set.Selections)
        {
            Add(selection.Directives, names);
            var inner = selection switch
            {
                FieldNode field => field.SelectionSet,
                InlineFragmentNode fragment => fragment.SelectionSet,
                _ => null,
            };
            if (inner is not null)
            {
                Visit(inner, names);
            }
        }
    }

    private static void Add(ImmutableArray<DirectiveNode> directives, HashSet<string> names)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value is "include" or "skip")
            {
                foreach (var argument in directive.Arguments)
                {
                    if (argument.Value is VariableNode variable)
                    {
                        names.Add(variable.Name.Value);
                    }
                }
            }
        }
    }
}
