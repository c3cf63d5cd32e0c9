using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.4.2: an argument is given once.</summary>
public sealed class UniqueArgumentNames : IValidationRule
{
    public string Code => "SP-VALIDATE-402";

    public void Check(ValidationContext context)
    {
        foreach (var use in context.Executables.SelectMany(uses => uses.Arguments))
        {
            foreach (var group in use.Nodes.GroupBy(node => node.Name.Value, StringComparer.Ordinal).Where(group => group.Count() > 1))
            {
                context.Report(Code, $"There can be only one argument named \"{group.Key}\".", [.. group.Select(node => node.Location)]);
            }
        }
    }
}
