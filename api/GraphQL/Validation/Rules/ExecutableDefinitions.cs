using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.1.1: a request's document holds operations and fragments only.</summary>
public sealed class ExecutableDefinitions : IValidationRule
{
    public string Code => "SP-VALIDATE-101";

    public void Check(ValidationContext context)
    {
        foreach (var definition in context.Document.Definitions.OfType<TypeSystemNode>())
        {
            var name = definition switch
            {
                TypeDefinitionNode type => $"\"{type.Name}\"",
                DirectiveDefinitionNode directive => $"\"{directive.Name}\"",
                _ => "schema",
            };
            context.Report(Code, $"The {name} definition is not executable.", definition.Location);
        }
    }
}
