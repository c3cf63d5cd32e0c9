using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.8.2: a variable holds a scalar, an enum, an input object, or lists of them.</summary>
public sealed class VariablesAreInputTypes : IValidationRule
{
    public string Code => "SP-VALIDATE-802";

    public void Check(ValidationContext context)
    {
        foreach (var variable in context.Document.Operations.SelectMany(operation => operation.Variables))
        {
            if (TypeLookup.Find(context.Schema, variable.Type) is { IsInput: false })
            {
                context.Report(
                    Code,
                    $"Variable \"${variable.Variable.Name}\" cannot be non-input type \"{variable.Type}\".",
                    variable.Type.Location
                );
            }
        }
    }
}
