using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>Ours: introspection that nests lists of lists of fields grows without bound from a short document.</summary>
public sealed class IntrospectionDepth : IValidationRule
{
    public string Code => "SP-VALIDATE-901";

    // The usual introspection query nests two.
    private const int ListsMax = 3;

    public void Check(ValidationContext context)
    {
        foreach (var use in context.Executables.SelectMany(uses => uses.Fields))
        {
            if (use.Node is { Name.Value: "__schema" or "__type", SelectionSet: { } set } && IsTooDeep(context, set))
            {
                context.Report(Code, "Maximum introspection depth exceeded", use.Node.Location);
            }
        }
    }

    private static bool IsTooDeep(ValidationContext context, SelectionSetNode start)
    {
        var pending = new Stack<(SelectionSetNode Set, int Lists)>([(start, 0)]);
        var spread = new HashSet<(string, int)>();
        while (pending.TryPop(out var item))
        {
            foreach (var selection in item.Set.Selections)
            {
                var lists = item.Lists;
                if (
                    selection is FieldNode { Name.Value: "fields" or "interfaces" or "possibleTypes" or "inputFields" }
                    && ++lists >= ListsMax
                )
                {
                    return true;
                }

                var inner = selection switch
                {
                    FieldNode field => field.SelectionSet,
                    InlineFragmentNode inline => inline.SelectionSet,
                    FragmentSpreadNode node when spread.Add((node.Name.Value, lists)) => context
                        .Fragments.GetValueOrDefault(node.Name.Value)
                        ?.SelectionSet,
                    _ => null,
                };
                if (inner is not null)
                {
                    pending.Push((inner, lists));
                }
            }
        }

        return false;
    }
}
