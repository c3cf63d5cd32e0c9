using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.2.3.1: an operation without a name stands alone.</summary>
public sealed class LoneAnonymousOperation : IValidationRule
{
    public string Code => "SP-VALIDATE-203";

    public void Check(ValidationContext context)
    {
        if (context.Document.Operations.Count() < 2)
        {
            return;
        }

        foreach (var operation in context.Document.Operations)
        {
            if (operation.Name is null)
            {
                context.Report(Code, "This anonymous operation must be the only defined operation.", operation.Location);
            }
        }
    }
}
