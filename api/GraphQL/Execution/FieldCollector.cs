using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Execution;

/// <summary>CollectFields of the specification, section 6.3.2: selections of one object type, grouped by response key.</summary>
internal sealed class FieldCollector
{
    private readonly Schema schema;
    private readonly CoercedVariables variables;
    private readonly BinderLimits limits;
    private readonly Dictionary<string, FragmentNode> fragments;
    private int visited;

    public FieldCollector(Schema schema, Document document, CoercedVariables variables, BinderLimits limits)
    {
        this.schema = schema;
        this.variables = variables;
        this.limits = limits;
        fragments = new Dictionary<string, FragmentNode>(StringComparer.Ordinal);
        foreach (var fragment in document.Fragments)
        {
            fragments.TryAdd(fragment.Name.Value, fragment);
        }
    }

    /// <summary>In the order in which response keys first occur.</summary>
    public List<List<FieldNode>> Collect(ObjectType type, IEnumerable<SelectionSetNode> sets)
    {
        var groups = new OrderedDictionary<string, List<FieldNode>>(StringComparer.Ordinal);
        var spread = new HashSet<string>(StringComparer.Ordinal);
        // An explicit stack: fragments may be chained longer than our own stack is deep.
        var pending = new Stack<ImmutableArray<SelectionNode>.Enumerator>();
        foreach (var set in sets)
        {
            pending.Push(set.Selections.GetEnumerator());
            while (pending.TryPop(out var selections))
            {
                if (!selections.MoveNext())
                {
                    continue;
                }

                var selection = selections.Current;
                pending.Push(selections);
                Count(selection);
                if (!IsIncluded(selection.Directives))
                {
                    continue;
                }

                switch (selection)
                {
                    case FieldNode field:
                        if (!groups.TryGetValue(field.ResponseKey, out var nodes))
                        {
                            groups.Add(field.ResponseKey, nodes = []);
                        }

                        nodes.Add(field);
                        break;
                    case FragmentSpreadNode node
                        when spread.Add(node.Name.Value)
                            && fragments.TryGetValue(node.Name.Value, out var fragment)
                            && Applies(fragment.TypeCondition, type):
                        pending.Push(fragment.SelectionSet.Selections.GetEnumerator());
                        break;
                    case InlineFragmentNode inline when inline.TypeCondition is null || Applies(inline.TypeCondition, type):
                        pending.Push(inline.SelectionSet.Selections.GetEnumerator());
                        break;
                }
            }
        }

        return [.. groups.Values];
    }

    private void Count(SelectionNode selection)
    {
        if (++visited > limits.FieldsMax)
        {
            throw new BindException(
                new GraphQLError(
                    ExecutionErrors.TooManyFields,
                    $"The operation selects more than {limits.FieldsMax} fields once its fragments are spread.",
                    selection.Location
                )
            );
        }
    }

    private bool Applies(NamedTypeNode condition, ObjectType type) =>
        schema.Type(condition.Name.Value) is CompositeType wanted && schema.IsPossible(wanted, type);

    private bool IsIncluded(ImmutableArray<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            if ((directive.Name.Value == "skip" && Condition(directive)) || (directive.Name.Value == "include" && !Condition(directive)))
            {
                return false;
            }
        }

        return true;
    }

    private bool Condition(DirectiveNode directive)
    {
        var argument = directive.Arguments.FirstOrDefault(a => a.Name.Value == "if");
        return argument?.Value switch
        {
            BooleanValueNode literal => literal.Value,
            VariableNode variable when variables.Get(variable.Name.Value) is bool value => value,
            _ => throw new BindException(
                new GraphQLError(
                    ExecutionErrors.ArgumentInvalid,
                    $"Argument \"if\" of directive \"@{directive.Name}\" has no Boolean value.",
                    argument?.Value.Location ?? directive.Location
                )
            ),
        };
    }
}
