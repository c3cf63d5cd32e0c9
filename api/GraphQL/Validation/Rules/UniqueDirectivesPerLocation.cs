using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.7.3: a directive stands once in a place unless it is repeatable.</summary>
public sealed class UniqueDirectivesPerLocation : IValidationRule
{
    public string Code => "SP-VALIDATE-703";

    public void Check(ValidationContext context)
    {
        foreach (var use in context.Executables.SelectMany(uses => uses.Directives))
        {
            var known = new Dictionary<string, DirectiveNode>(StringComparer.Ordinal);
            foreach (var node in use.Nodes)
            {
                if (context.Schema.Directive(node.Name.Value) is { IsRepeatable: false } && !known.TryAdd(node.Name.Value, node))
                {
                    context.Report(
                        Code,
                        $"The directive \"@{node.Name}\" can only be used once at this location.",
                        known[node.Name.Value].Location,
                        node.Location
                    );
                }
            }
        }
    }
}
