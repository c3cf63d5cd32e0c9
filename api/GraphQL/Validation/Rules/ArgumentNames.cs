using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.4.1: arguments exist on their field or directive.</summary>
public sealed class ArgumentNames : IValidationRule
{
    public string Code => "SP-VALIDATE-401";

    public void Check(ValidationContext context)
    {
        foreach (var use in context.Executables.SelectMany(uses => uses.Arguments))
        {
            if (use.Known is not { } known)
            {
                continue;
            }

            foreach (var node in use.Nodes)
            {
                if (known.All(argument => argument.Name != node.Name.Value))
                {
                    context.Report(
                        Code,
                        $"Unknown argument \"{node.Name}\" on {use.Owner}."
                            + context.Hint(node.Name.Value, Visibility.Public(known).Select(argument => argument.Name)),
                        node.Location
                    );
                }
            }
        }
    }
}
