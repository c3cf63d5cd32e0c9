using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.3.3: objects are selected from, leaves are not.</summary>
public sealed class LeafFieldSelections : IValidationRule
{
    public string Code => "SP-VALIDATE-303";

    public void Check(ValidationContext context)
    {
        foreach (var use in context.Executables.SelectMany(uses => uses.Fields))
        {
            if (use.Definition is not { } definition)
            {
                continue;
            }

            var name = use.Node.Name.Value;
            if (definition.Type.Named is not CompositeType)
            {
                if (use.Node.SelectionSet is { } set)
                {
                    context.Report(
                        Code,
                        $"Field \"{name}\" must not have a selection since type \"{definition.Type}\" has no subfields.",
                        set.Location
                    );
                }
            }
            else if (use.Node.SelectionSet is null)
            {
                context.Report(
                    Code,
                    $"Field \"{name}\" of type \"{definition.Type}\" must have a selection of subfields. Did you mean \"{name} "
                        + $"{{ ... }}\"?",
                    use.Node.Location
                );
            }
        }
    }
}
