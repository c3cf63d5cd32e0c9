using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>Ours: aliases make one field many, and each is worked for.</summary>
public sealed class AliasesPerOperation : IValidationRule
{
    public string Code => "SP-LIMIT-004";

    public void Check(ValidationContext context)
    {
        var limit = context.Limits.AliasesMax;
        foreach (var uses in context.Executables)
        {
            if (
                uses.Node is OperationNode operation
                && context.Reachable(uses).Sum(reached => reached.Fields.Count(field => field.Node.Alias is not null)) is var count
                && count > limit
            )
            {
                context.Report(
                    Code,
                    $"The operation has {count} aliases, more than {limit}. Ask for the rest in another operation.",
                    operation.Location
                );
            }
        }
    }
}
