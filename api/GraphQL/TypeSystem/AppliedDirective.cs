using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>A directive written on a definition in SDL, with its arguments as constants.</summary>
public sealed record AppliedDirective(string Name, ImmutableSortedDictionary<string, object?> Arguments, DirectiveNode Node)
{
    /// <summary>
    /// The argument's constant (string, int, double, bool, an enum's name, list or dictionary), a default included;
    /// null when neither is there.
    /// </summary>
    public object? Argument(string name) => Arguments.GetValueOrDefault(name);

    /// <summary>An argument that is a list of strings; a single string stands for a list of one, null for none.</summary>
    public ImmutableArray<string> Texts(string name) =>
        Argument(name) switch
        {
            string text => [text],
            IEnumerable<object?> items => [.. items.OfType<string>()],
            _ => [],
        };
}

/// <summary>Something in a schema that can be described and carry directives.</summary>
public interface IDefinition
{
    string Name { get; }

    string? Description { get; }

    ImmutableArray<AppliedDirective> Directives { get; }
}

public static class DefinitionExtensions
{
    public static bool Has(this IDefinition definition, string directive) => definition.Directive(directive) is not null;

    /// <summary>The first directive of that name (without <c>@</c>), or null.</summary>
    public static AppliedDirective? Directive(this IDefinition definition, string name)
    {
        foreach (var directive in definition.Directives)
        {
            if (directive.Name == name)
            {
                return directive;
            }
        }

        return null;
    }

    /// <summary>Null when not deprecated.</summary>
    public static string? DeprecationReason(this IDefinition definition) =>
        definition.Directive("deprecated")?.Argument("reason") as string;
}
