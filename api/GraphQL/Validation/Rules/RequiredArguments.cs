using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.4.3: arguments without which a field or directive means nothing.</summary>
public sealed class RequiredArguments : IValidationRule
{
    public string Code => "SP-VALIDATE-403";

    public void Check(ValidationContext context)
    {
        foreach (var use in context.Executables.SelectMany(uses => uses.Arguments))
        {
            foreach (var definition in use.Known ?? [])
            {
                if (definition.IsRequired && use.Nodes.All(node => node.Name.Value != definition.Name))
                {
                    context.Report(
                        Code,
                        $"{use.RequiredOwner} argument \"{definition.Name}\" of type \"{definition.Type}\" is required, but it "
                            + "was not provided.",
                        use.Location
                    );
                }
            }
        }
    }
}
