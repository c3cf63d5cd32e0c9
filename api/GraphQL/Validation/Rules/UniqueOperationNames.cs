using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.2.2.1: a name picks one operation.</summary>
public sealed class UniqueOperationNames : IValidationRule
{
    public string Code => "SP-VALIDATE-202";

    public void Check(ValidationContext context)
    {
        var known = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var operation in context.Document.Operations)
        {
            if (operation.Name is { } name && !known.TryAdd(name.Value, name))
            {
                context.Report(Code, $"There can be only one operation named \"{name}\".", known[name.Value].Location, name.Location);
            }
        }
    }
}
