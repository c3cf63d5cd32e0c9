using System.Collections.Immutable;

namespace SocietyParty.GraphQL.Language;

/// <summary>The type-system language, specification section 3.</summary>
internal sealed partial class DocumentParser
{
    private StringValueNode? Description() => Peek(TokenKind.String) || Peek(TokenKind.BlockString) ? StringValue() : null;

    private TypeSystemNode Extension()
    {
        var start = Here;
        var keyword = Lookahead();
        ExpectKeyword("extend");
        if (keyword.Kind != TokenKind.Name)
        {
            throw Unexpected(keyword);
        }

        return keyword.Text == "schema"
            ? Schema(null, start, isExtension: true)
            : TypeDefinition(null, start, isExtension: true) ?? throw Unexpected(keyword);
    }

    private SchemaNode Schema(StringValueNode? description, SourceLocation start, bool isExtension)
    {
        ExpectKeyword("schema");
        var directives = Directives(isConstant: true);
        var operations = isExtension
            ? OptionalMany(TokenKind.BraceLeft, RootOperation, TokenKind.BraceRight)
            : Many(TokenKind.BraceLeft, RootOperation, TokenKind.BraceRight);
        if (isExtension && directives.IsEmpty && operations.IsEmpty)
        {
            throw Unexpected(Current);
        }

        return new SchemaNode(description, directives, operations, isExtension, start);
    }

    private RootOperationNode RootOperation()
    {
        var start = Here;
        var kind = OperationKind();
        Expect(TokenKind.Colon);
        return new RootOperationNode(kind, NamedType(), start);
    }

    private DirectiveDefinitionNode DirectiveDefinition(StringValueNode? description, SourceLocation start)
    {
        ExpectKeyword("directive");
        Expect(TokenKind.At);
        var name = Name();
        var arguments = ArgumentDefinitions();
        var isRepeatable = SkipKeyword("repeatable");
        ExpectKeyword("on");
        return new DirectiveDefinitionNode(description, name, arguments, isRepeatable, Delimited(TokenKind.Pipe, DirectiveLocation), start);
    }

    private NameNode DirectiveLocation()
    {
        var token = Current;
        var name = Name();
        return DirectiveLocations.All.Contains(name.Value) ? name : throw Unexpected(token);
    }

    /// <summary>Null when the keyword is not one of a type's.</summary>
    private TypeDefinitionNode? TypeDefinition(StringValueNode? description, SourceLocation start, bool isExtension)
    {
        var keyword = Current.Text;
        if (keyword is not ("scalar" or "type" or "interface" or "union" or "enum" or "input"))
        {
            return null;
        }

        Advance();
        var name = Name();
        var interfaces = keyword is "type" or "interface" && SkipKeyword("implements") ? Delimited(TokenKind.Ampersand, NamedType) : [];
        var directives = Directives(isConstant: true);
        TypeDefinitionNode node = keyword switch
        {
            "scalar" => new ScalarTypeNode(description, name, directives, isExtension, start),
            "type" => new ObjectTypeNode(description, name, interfaces, directives, Fields(), isExtension, start),
            "interface" => new InterfaceTypeNode(description, name, interfaces, directives, Fields(), isExtension, start),
            "union" => new UnionTypeNode(
                description,
                name,
                directives,
                Skip(TokenKind.Equals) ? Delimited(TokenKind.Pipe, NamedType) : [],
                isExtension,
                start
            ),
            "enum" => new EnumTypeNode(
                description,
                name,
                directives,
                OptionalMany(TokenKind.BraceLeft, EnumValue, TokenKind.BraceRight),
                isExtension,
                start
            ),
            _ => new InputObjectTypeNode(
                description,
                name,
                directives,
                OptionalMany(TokenKind.BraceLeft, InputValue, TokenKind.BraceRight),
                isExtension,
                start
            ),
        };
        // An extension that extends nothing is a slip of the pen, not a definition.
        return isExtension && IsEmpty(node) ? throw Unexpected(Current) : node;
    }

    private static bool IsEmpty(TypeDefinitionNode node) =>
        node.Directives.IsEmpty
        && node switch
        {
            ObjectTypeNode type => type.Interfaces.IsEmpty && type.Fields.IsEmpty,
            InterfaceTypeNode type => type.Interfaces.IsEmpty && type.Fields.IsEmpty,
            UnionTypeNode type => type.Members.IsEmpty,
            EnumTypeNode type => type.Values.IsEmpty,
            InputObjectTypeNode type => type.Fields.IsEmpty,
            _ => true,
        };

    private ImmutableArray<FieldDefinitionNode> Fields() => OptionalMany(TokenKind.BraceLeft, FieldDefinition, TokenKind.BraceRight);

    private FieldDefinitionNode FieldDefinition()
    {
        var start = Here;
        var description = Description();
        var name = Name();
        var arguments = ArgumentDefinitions();
        Expect(TokenKind.Colon);
        return new FieldDefinitionNode(description, name, arguments, Type(), Directives(isConstant: true), start);
    }

    private ImmutableArray<InputValueDefinitionNode> ArgumentDefinitions() =>
        OptionalMany(TokenKind.ParenLeft, InputValue, TokenKind.ParenRight);

    private InputValueDefinitionNode InputValue()
    {
        var start = Here;
        var description = Description();
        var name = Name();
        Expect(TokenKind.Colon);
        var type = Type();
        var defaultValue = Skip(TokenKind.Equals) ? Value(isConstant: true) : null;
        return new InputValueDefinitionNode(description, name, type, defaultValue, Directives(isConstant: true), start);
    }

    private EnumValueDefinitionNode EnumValue()
    {
        var start = Here;
        var description = Description();
        if (PeekKeyword("true") || PeekKeyword("false") || PeekKeyword("null"))
        {
            throw SyntaxException.At(Here, $"{Current.Described} is reserved and cannot be used for an enum value.");
        }

        return new EnumValueDefinitionNode(description, Name(), Directives(isConstant: true), start);
    }

    /// <summary>One or more with a mark between them and, if one likes, before the first.</summary>
    private ImmutableArray<T> Delimited<T>(TokenKind mark, Func<T> parse)
    {
        Skip(mark);
        var nodes = ImmutableArray.CreateBuilder<T>();
        do
        {
            nodes.Add(parse());
        } while (Skip(mark));
        return nodes.ToImmutable();
    }
}
