namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>What the public sees of a schema, printed or introspected: everything but internal directives and hidden elements.</summary>
public static class Visibility
{
    /// <summary>False for elements marked <c>@hidden</c>.</summary>
    public static bool IsPublic(IDefinition definition) => !definition.Has("hidden");

    public static bool IsPublic(DirectiveDefinition directive) => !BuiltIns.InternalDirectives.Contains(directive.Name);

    public static bool IsPublic(AppliedDirective directive) => !BuiltIns.InternalDirectives.Contains(directive.Name);

    public static IEnumerable<T> Public<T>(IEnumerable<T> definitions)
        where T : IDefinition => definitions.Where(definition => IsPublic(definition));
}
