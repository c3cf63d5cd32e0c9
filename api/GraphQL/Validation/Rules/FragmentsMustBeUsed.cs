using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.5.1.4: a fragment nobody spreads is a slip.</summary>
public sealed class FragmentsMustBeUsed : IValidationRule
{
    public string Code => "SP-VALIDATE-504";

    public void Check(ValidationContext context)
    {
        var used = context.Executables.Where(uses => uses.Node is OperationNode).SelectMany(uses => context.Reachable(uses));
        var names = used.Select(uses => uses.Node)
            .OfType<FragmentNode>()
            .Select(fragment => fragment.Name.Value)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in context.Document.Fragments)
        {
            if (!names.Contains(fragment.Name.Value))
            {
                context.Report(Code, $"Fragment \"{fragment.Name}\" is never used.", fragment.Location);
            }
        }
    }
}
