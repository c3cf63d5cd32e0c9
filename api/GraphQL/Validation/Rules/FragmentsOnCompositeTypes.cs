using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.5.1.3: only objects, interfaces and unions can be selected from.</summary>
public sealed class FragmentsOnCompositeTypes : IValidationRule
{
    public string Code => "SP-VALIDATE-503";

    public void Check(ValidationContext context)
    {
        foreach (var uses in context.Executables)
        {
            if (uses.Node is FragmentNode fragment)
            {
                Check(context, fragment.TypeCondition, $"Fragment \"{fragment.Name}\"");
            }

            foreach (var inline in uses.Inlines)
            {
                if (inline.Node.TypeCondition is { } condition)
                {
                    Check(context, condition, "Fragment");
                }
            }
        }
    }

    private void Check(ValidationContext context, NamedTypeNode condition, string subject)
    {
        if (context.Schema.Type(condition.Name.Value) is { } type and not CompositeType)
        {
            context.Report(Code, $"{subject} cannot condition on non composite type \"{type}\".", condition.Location);
        }
    }
}
