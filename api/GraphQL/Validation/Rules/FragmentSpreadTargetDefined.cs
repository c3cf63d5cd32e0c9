using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.5.2.1: a spread fragment exists.</summary>
public sealed class FragmentSpreadTargetDefined : IValidationRule
{
    public string Code => "SP-VALIDATE-505";

    public void Check(ValidationContext context)
    {
        foreach (var spread in context.Executables.SelectMany(uses => uses.Spreads))
        {
            if (!context.Fragments.ContainsKey(spread.Node.Name.Value))
            {
                context.Report(Code, $"Unknown fragment \"{spread.Node.Name}\".", spread.Node.Name.Location);
            }
        }
    }
}
