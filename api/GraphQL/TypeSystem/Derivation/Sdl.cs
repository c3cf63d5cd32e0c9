using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem.Derivation;

/// <summary>Nodes of derived definitions; those from text have no place of their own.</summary>
internal static class Sdl
{
    public static IEnumerable<DefinitionNode> Definitions(string text) => Parser.Parse(text, ParserLimits.Sdl).Value.Definitions;

    /// <summary>A name in brackets or with an exclamation mark, as in SDL.</summary>
    public static TypeNode Type(string text, SourceLocation location)
    {
        if (text.EndsWith('!'))
        {
            return new NonNullTypeNode(Type(text[..^1], location), location);
        }

        return text.StartsWith('[')
            ? new ListTypeNode(Type(text[1..^1], location), location)
            : new NamedTypeNode(new NameNode(text, location), location);
    }

    public static InputValueDefinitionNode Input(string name, string type, string? description) =>
        Input(name, type, description is null ? null : Text(description));

    public static InputValueDefinitionNode Input(string name, string type, StringValueNode? description) =>
        new(description, Name(name), Type(type, SourceLocation.None), null, [], SourceLocation.None);

    public static InputObjectTypeNode InputObject(string name, string description, IEnumerable<InputValueDefinitionNode> fields) =>
        new(Text(description), Name(name), [], [.. fields], IsExtension: false, SourceLocation.None);

    public static ObjectTypeNode Object(string name, string description, IEnumerable<FieldDefinitionNode> fields) =>
        new(Text(description), Name(name), [], [], [.. fields], IsExtension: false, SourceLocation.None);

    /// <param name="directives">Names of directives without arguments.</param>
    public static FieldDefinitionNode Field(string name, string type, string description, params string[] directives) =>
        new(
            Text(description),
            Name(name),
            [],
            Type(type, SourceLocation.None),
            [.. directives.Select(directive => Directive(directive))],
            SourceLocation.None
        );

    public static EnumTypeNode Enum(
        string name,
        string description,
        string directive,
        IEnumerable<(string Name, string Description)> values
    ) =>
        new(
            Text(description),
            Name(name),
            [Directive(directive)],
            [.. values.Select(value => new EnumValueDefinitionNode(Text(value.Description), Name(value.Name), [], SourceLocation.None))],
            IsExtension: false,
            SourceLocation.None
        );

    public static DirectiveNode Directive(string name, params ReadOnlySpan<(string Name, ValueNode Value)> arguments)
    {
        var nodes = ImmutableArray.CreateBuilder<ArgumentNode>();
        foreach (var (argument, value) in arguments)
        {
            nodes.Add(new ArgumentNode(Name(argument), value, SourceLocation.None));
        }

        return new DirectiveNode(Name(name), nodes.ToImmutable(), SourceLocation.None);
    }

    private static NameNode Name(string name) => new(name, SourceLocation.None);

    private static StringValueNode Text(string text) => new(text, IsBlock: false, SourceLocation.None);
}
