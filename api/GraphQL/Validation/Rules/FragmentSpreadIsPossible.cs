using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.5.2.3: some object can be of both the fragment's type and the place's.</summary>
public sealed class FragmentSpreadIsPossible : IValidationRule
{
    public string Code => "SP-VALIDATE-507";

    public void Check(ValidationContext context)
    {
        foreach (var uses in context.Executables)
        {
            foreach (var inline in uses.Inlines)
            {
                Check(context, inline.Parent, inline.Node.TypeCondition, "Fragment", inline.Node.Location);
            }

            foreach (var spread in uses.Spreads)
            {
                if (context.Fragments.GetValueOrDefault(spread.Node.Name.Value) is { } fragment)
                {
                    Check(context, spread.Parent, fragment.TypeCondition, $"Fragment \"{fragment.Name}\"", spread.Node.Location);
                }
            }
        }
    }

    private void Check(ValidationContext context, CompositeType? parent, NamedTypeNode? condition, string subject, SourceLocation place)
    {
        if (
            parent is not null
            && condition is not null
            && context.Schema.Type(condition.Name.Value) is CompositeType type
            && !context.Schema.Overlap(parent, type)
        )
        {
            context.Report(
                Code,
                $"{subject} cannot be spread here as objects of type \"{parent}\" can never be of type \"{type}\".",
                place
            );
        }
    }
}
