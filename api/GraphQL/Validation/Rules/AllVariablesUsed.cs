using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.8.4: a variable nobody reads is a slip.</summary>
public sealed class AllVariablesUsed : IValidationRule
{
    public string Code => "SP-VALIDATE-804";

    public void Check(ValidationContext context)
    {
        foreach (var uses in context.Executables)
        {
            if (uses.Node is not OperationNode operation || operation.Variables.IsEmpty)
            {
                continue;
            }

            var used = context
                .Reachable(uses)
                .SelectMany(reached => reached.Variables)
                .Select(use => use.Node.Name.Value)
                .ToHashSet(StringComparer.Ordinal);
            foreach (var variable in operation.Variables)
            {
                if (!used.Contains(variable.Variable.Name.Value))
                {
                    context.Report(
                        Code,
                        $"Variable \"${variable.Variable.Name}\" is never used"
                            + $"{(operation.Name is null ? "" : $" in operation \"{operation.Name}\"")}.",
                        variable.Location
                    );
                }
            }
        }
    }
}
