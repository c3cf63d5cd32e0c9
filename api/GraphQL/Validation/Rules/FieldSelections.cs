using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.3.1: fields exist on the type they are selected from.</summary>
public sealed class FieldSelections : IValidationRule
{
    public string Code => "SP-VALIDATE-301";

    public void Check(ValidationContext context)
    {
        foreach (var uses in context.Executables)
            foreach (var use in uses.Fields)
                if (use is { Parent: { } parent, Definition: null })
                    context.Report(
                        Code,
                        $"Cannot query field \"{use.Node.Name}\" on type \"{parent}\".{Hint(context, parent, use.Node.Name.Value)}",
                        use.Node.Location);
    }

    private static string Hint(ValidationContext context, CompositeType parent, string name)
    {
        if (!context.UsesSuggestions)
            return "";
        var types = TypesWith(context.Schema, parent, name);
        return types.Count > 0
            ? Suggestions.DidYouMean(types, "to use an inline fragment on")
            : parent is FieldsType fields ? context.Hint(name, Visibility.Public(fields.Fields).Select(field => field.Name)) : "";
    }

    /// <summary>Types behind an abstract one that have the field: interfaces most implemented first, then objects.</summary>
    private static List<string> TypesWith(Schema schema, CompositeType parent, string name)
    {
        if (parent is ObjectType)
            return [];
        var objects = schema.PossibleTypes(parent).Where(type => type.Field(name) is not null).ToList();
        var interfaces = objects
            .SelectMany(type => type.Interfaces)
            .Where(type => type.Field(name) is not null)
            .GroupBy(type => type.Name, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Key);
        return [.. interfaces, .. objects.Select(type => type.Name)];
    }
}
