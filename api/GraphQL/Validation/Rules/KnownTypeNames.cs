using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.5.1.2, 5.8.2: types of fragments and variables exist.</summary>
public sealed class KnownTypeNames : IValidationRule
{
    public string Code => "SP-VALIDATE-502";

    public void Check(ValidationContext context)
    {
        foreach (var uses in context.Executables)
        {
            if (uses.Node is OperationNode operation)
            {
                foreach (var variable in operation.Variables)
                {
                    Check(context, variable.Type);
                }
            }
            else if (uses.Node is FragmentNode fragment)
            {
                Check(context, fragment.TypeCondition);
            }

            foreach (var inline in uses.Inlines)
            {
                if (inline.Node.TypeCondition is { } condition)
                {
                    Check(context, condition);
                }
            }
        }
    }

    private void Check(ValidationContext context, TypeNode type)
    {
        var name = UsedNames.NameOf(type);
        if (context.Schema.Type(name) is not null)
        {
            return;
        }

        while (type is not NamedTypeNode)
        {
            type = type is ListTypeNode list ? list.ItemType : ((NonNullTypeNode)type).NullableType;
        }

        context.Report(
            Code,
            $"Unknown type \"{name}\".{context.Hint(name, Visibility.Public(context.Schema.Types).Select(known => known.Name))}",
            type.Location
        );
    }
}
