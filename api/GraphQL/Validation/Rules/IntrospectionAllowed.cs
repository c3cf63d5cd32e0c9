using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>
/// Ours: where introspection is switched off, the schema cannot be asked for; <c>__typename</c> tells what an answer holds and stays.
/// </summary>
public sealed class IntrospectionAllowed : IValidationRule
{
    public string Code => "SP-VALIDATE-902";

    public void Check(ValidationContext context)
    {
        if (context.Introspection)
        {
            return;
        }

        foreach (var use in context.Executables.SelectMany(uses => uses.Fields))
        {
            if (use.Node.Name.Value is "__schema" or "__type")
            {
                context.Report(
                    Code,
                    $"GraphQL introspection has been disabled, but the requested query contained the field \"{use.Node.Name}\". "
                        + "It is switched off on this service.",
                    use.Node.Location
                );
            }
        }
    }
}
