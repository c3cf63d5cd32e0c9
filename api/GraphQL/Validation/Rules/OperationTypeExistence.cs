using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.2.1.1: the schema has a root type for the kind of operation.</summary>
public sealed class OperationTypeExistence : IValidationRule
{
    public string Code => "SP-VALIDATE-201";

    public void Check(ValidationContext context)
    {
        foreach (var operation in context.Document.Operations)
        {
            if (context.Schema.Root(operation.Kind) is null)
            {
                context.Report(
                    Code,
                    $"The {operation.Kind.ToString().ToLowerInvariant()} operation is not supported by the schema.",
                    operation.Location
                );
            }
        }
    }
}
