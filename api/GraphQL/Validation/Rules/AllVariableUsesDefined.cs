using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.8.3: variables are defined by every operation that reaches their use.</summary>
public sealed class AllVariableUsesDefined : IValidationRule
{
    public string Code => "SP-VALIDATE-803";

    public void Check(ValidationContext context)
    {
        foreach (var uses in context.Executables)
        {
            if (uses.Node is not OperationNode operation)
            {
                continue;
            }

            var defined = operation.Variables.Select(variable => variable.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
            foreach (var use in context.Reachable(uses).SelectMany(reached => reached.Variables))
            {
                if (!defined.Contains(use.Node.Name.Value))
                {
                    context.Report(
                        Code,
                        $"Variable \"${use.Node.Name}\" is not "
                            + $"defined{(operation.Name is null ? "" : $" by operation \"{operation.Name}\"")}.",
                        use.Node.Location,
                        operation.Location
                    );
                }
            }
        }
    }
}
