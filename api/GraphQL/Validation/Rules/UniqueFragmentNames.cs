using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.5.1.1: a name picks one fragment.</summary>
public sealed class UniqueFragmentNames : IValidationRule
{
    public string Code => "SP-VALIDATE-501";

    public void Check(ValidationContext context)
    {
        foreach (var fragment in context.Document.Fragments)
        {
            if (context.Fragments[fragment.Name.Value] is var first && !ReferenceEquals(first, fragment))
            {
                context.Report(
                    Code,
                    $"There can be only one fragment named \"{fragment.Name}\".",
                    first.Name.Location,
                    fragment.Name.Location
                );
            }
        }
    }
}
