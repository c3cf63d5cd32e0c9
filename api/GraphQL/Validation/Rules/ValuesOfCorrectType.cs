using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.6.1, 5.6.2, 5.6.4: literals are values of the type their place expects.</summary>
public sealed class ValuesOfCorrectType : IValidationRule
{
    public string Code => "SP-VALIDATE-601";

    public void Check(ValidationContext context)
    {
        foreach (var use in context.Executables.SelectMany(uses => uses.Literals))
        {
            LiteralCheck.Check(use.Node, use.Type, () => context.MaySuggest, (message, place) => context.Report(Code, message, place));
        }
    }
}
