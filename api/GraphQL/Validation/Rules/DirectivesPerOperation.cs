using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>Ours: a directive costs a few characters to write and more to judge.</summary>
public sealed class DirectivesPerOperation : IValidationRule
{
    public string Code => "SP-LIMIT-005";

    public void Check(ValidationContext context)
    {
        var limit = context.Limits.DirectivesMax;
        foreach (var uses in context.Executables)
        {
            if (
                uses.Node is OperationNode operation
                && context.Reachable(uses).Sum(reached => reached.Directives.Sum(directives => directives.Nodes.Length)) is var count
                && count > limit
            )
            {
                context.Report(
                    Code,
                    $"The operation has {count} directives, more than {limit}. Ask for the rest in another operation.",
                    operation.Location
                );
            }
        }
    }
}
