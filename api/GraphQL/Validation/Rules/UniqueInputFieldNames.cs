using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.6.3: a field of an input object is given once.</summary>
public sealed class UniqueInputFieldNames : IValidationRule
{
    public string Code => "SP-VALIDATE-603";

    public void Check(ValidationContext context)
    {
        foreach (var node in context.Executables.SelectMany(uses => uses.Objects))
        {
            var known = new Dictionary<string, NameNode>(StringComparer.Ordinal);
            foreach (var field in node.Fields)
            {
                if (!known.TryAdd(field.Name.Value, field.Name))
                {
                    context.Report(
                        Code,
                        $"There can be only one input field named \"{field.Name}\".",
                        known[field.Name.Value].Location,
                        field.Name.Location
                    );
                }
            }
        }
    }
}
