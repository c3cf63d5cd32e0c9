using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.8.1: a name picks one variable of an operation.</summary>
public sealed class UniqueVariableNames : IValidationRule
{
    public string Code => "SP-VALIDATE-801";

    public void Check(ValidationContext context)
    {
        foreach (var operation in context.Document.Operations)
        {
            foreach (
                var group in operation
                    .Variables.Select(variable => variable.Variable.Name)
                    .GroupBy(name => name.Value, StringComparer.Ordinal)
                    .Where(group => group.Count() > 1)
            )
            {
                context.Report(Code, $"There can be only one variable named \"${group.Key}\".", [.. group.Select(name => name.Location)]);
            }
        }
    }
}
