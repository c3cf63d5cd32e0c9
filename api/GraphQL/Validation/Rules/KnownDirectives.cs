using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.7.1, 5.7.2: directives exist and stand where they may.</summary>
public sealed class KnownDirectives : IValidationRule
{
    public string Code => "SP-VALIDATE-701";

    public void Check(ValidationContext context)
    {
        foreach (var use in context.Executables.SelectMany(uses => uses.Directives))
        {
            foreach (var node in use.Nodes)
            {
                if (context.Schema.Directive(node.Name.Value) is not { } definition)
                {
                    context.Report(Code, $"Unknown directive \"@{node.Name}\".", node.Location);
                }
                else if (!definition.Locations.Contains(use.Location))
                {
                    context.Report(Code, $"Directive \"@{node.Name}\" may not be used on {use.Location}.", node.Location);
                }
            }
        }
    }
}
