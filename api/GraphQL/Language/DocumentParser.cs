using System.Collections.Immutable;

namespace SocietyParty.GraphQL.Language;

/// <summary>
/// Recursive descent, bounded by the depth limit. Follows the grammar of the specification section by section; the type
/// system's part is in <c>DocumentParser.TypeSystem.cs</c>.
/// </summary>
internal sealed partial class DocumentParser(string source, ParserLimits limits) : TokenReader(source, limits)
{
    public Document Document()
    {
        Advance();
        var definitions = ImmutableArray.CreateBuilder<DefinitionNode>();
        do
        {
            definitions.Add(Definition());
        } while (!Peek(TokenKind.EndOfFile));
        return new Document(definitions.ToImmutable());
    }

    public ValueNode LoneValue()
    {
        Advance();
        var value = Value(isConstant: false);
        Expect(TokenKind.EndOfFile);
        return value;
    }

    private DefinitionNode Definition()
    {
        var start = Here;
        if (Peek(TokenKind.BraceLeft))
        {
            return new OperationNode(OperationType.Query, null, null, [], [], SelectionSet(), start);
        }

        var described = Peek(TokenKind.String) || Peek(TokenKind.BlockString);
        var keyword = described ? Lookahead() : Current;
        if (described && keyword.Kind == TokenKind.BraceLeft)
        {
            throw SyntaxException.At(Here, "Unexpected description, descriptions are not supported on shorthand queries.");
        }

        if (keyword.Kind != TokenKind.Name)
        {
            throw Unexpected(keyword);
        }

        if (keyword.Text == "extend")
        {
            return described ? throw Undescribable(start) : Extension();
        }

        var description = Description();
        return keyword.Text switch
        {
            "query" or "mutation" or "subscription" => Operation(description, start),
            "fragment" => Fragment(description, start),
            "schema" => Schema(description, start, isExtension: false),
            "directive" => DirectiveDefinition(description, start),
            _ => TypeDefinition(description, start, isExtension: false) ?? throw (described ? Undescribable(start) : Unexpected(keyword)),
        };
    }

    private static SyntaxException Undescribable(SourceLocation start) =>
        SyntaxException.At(start, "Unexpected description, only GraphQL definitions support descriptions.");

    private NameNode Name()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode(token.Text, token.Location);
    }

    private OperationNode Operation(StringValueNode? description, SourceLocation start)
    {
        var kind = OperationKind();
        var name = Peek(TokenKind.Name) ? Name() : null;
        var variables = OptionalMany(TokenKind.ParenLeft, VariableDefinition, TokenKind.ParenRight);
        return new OperationNode(kind, name, description, variables, Directives(isConstant: false), SelectionSet(), start);
    }

    private OperationType OperationKind()
    {
        var token = Expect(TokenKind.Name);
        return token.Text switch
        {
            "query" => OperationType.Query,
            "mutation" => OperationType.Mutation,
            "subscription" => OperationType.Subscription,
            _ => throw Unexpected(token),
        };
    }

    private VariableDefinitionNode VariableDefinition()
    {
        var start = Here;
        var description = Description();
        var variable = Variable();
        Expect(TokenKind.Colon);
        var type = Type();
        var defaultValue = Skip(TokenKind.Equals) ? Value(isConstant: true) : null;
        return new VariableDefinitionNode(variable, description, type, defaultValue, Directives(isConstant: true), start);
    }

    private VariableNode Variable()
    {
        var start = Expect(TokenKind.Dollar).Location;
        return new VariableNode(Name(), start);
    }

    private SelectionSetNode SelectionSet()
    {
        var start = Here;
        Enter();
        var selections = Many(TokenKind.BraceLeft, Selection, TokenKind.BraceRight);
        Leave();
        return new SelectionSetNode(selections, start);
    }

    private SelectionNode Selection() => Peek(TokenKind.Spread) ? Spread() : Field();

    private FieldNode Field()
    {
        var start = Here;
        var name = Name();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon))
        {
            (alias, name) = (name, Name());
        }

        var arguments = Arguments(isConstant: false);
        var directives = Directives(isConstant: false);
        return new FieldNode(alias, name, arguments, directives, Peek(TokenKind.BraceLeft) ? SelectionSet() : null, start);
    }

    private SelectionNode Spread()
    {
        var start = Expect(TokenKind.Spread).Location;
        var conditional = SkipKeyword("on");
        if (!conditional && Peek(TokenKind.Name))
        {
            return new FragmentSpreadNode(FragmentName(), Directives(isConstant: false), start);
        }

        var condition = conditional ? NamedType() : null;
        return new InlineFragmentNode(condition, Directives(isConstant: false), SelectionSet(), start);
    }

    private FragmentNode Fragment(StringValueNode? description, SourceLocation start)
    {
        ExpectKeyword("fragment");
        var name = FragmentName();
        ExpectKeyword("on");
        return new FragmentNode(name, description, NamedType(), Directives(isConstant: false), SelectionSet(), start);
    }

    private NameNode FragmentName() => PeekKeyword("on") ? throw Unexpected(Current) : Name();

    private ImmutableArray<ArgumentNode> Arguments(bool isConstant) =>
        OptionalMany(TokenKind.ParenLeft, () => Argument(isConstant), TokenKind.ParenRight);

    private ArgumentNode Argument(bool isConstant)
    {
        var name = Name();
        Expect(TokenKind.Colon);
        return new ArgumentNode(name, Value(isConstant), name.Location);
    }

    private ImmutableArray<DirectiveNode> Directives(bool isConstant)
    {
        if (!Peek(TokenKind.At))
        {
            return [];
        }

        var directives = ImmutableArray.CreateBuilder<DirectiveNode>();
        while (Peek(TokenKind.At))
        {
            var start = Expect(TokenKind.At).Location;
            directives.Add(new DirectiveNode(Name(), Arguments(isConstant), start));
        }

        return directives.ToImmutable();
    }

    private ValueNode Value(bool isConstant)
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.BracketLeft:
                return List(isConstant);
            case TokenKind.BraceLeft:
                return Object(isConstant);
            case TokenKind.Int:
                Advance();
                return new IntValueNode(token.Text, token.Location);
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(token.Text, token.Location);
            case TokenKind.String or TokenKind.BlockString:
                return StringValue();
            case TokenKind.Name:
                Advance();
                return token.Text switch
                {
                    "true" => new BooleanValueNode(true, token.Location),
                    "false" => new BooleanValueNode(false, token.Location),
                    "null" => new NullValueNode(token.Location),
                    _ => new EnumValueNode(token.Text, token.Location),
                };
            case TokenKind.Dollar when isConstant:
                throw Lookahead() is { Kind: TokenKind.Name } name
                    ? SyntaxException.At(token.Location, $"Unexpected variable \"${name.Text}\" in constant value.")
                    : Unexpected(token);
            case TokenKind.Dollar:
                return Variable();
            default:
                throw Unexpected(token);
        }
    }

    private StringValueNode StringValue()
    {
        var token = Current;
        Advance();
        return new StringValueNode(token.Text, token.Kind == TokenKind.BlockString, token.Location);
    }

    private ListValueNode List(bool isConstant)
    {
        var start = Here;
        Enter();
        var items = Any(TokenKind.BracketLeft, () => Value(isConstant), TokenKind.BracketRight);
        Leave();
        return new ListValueNode(items, start);
    }

    private ObjectValueNode Object(bool isConstant)
    {
        var start = Here;
        Enter();
        var fields = Any(TokenKind.BraceLeft, () => ObjectField(isConstant), TokenKind.BraceRight);
        Leave();
        return new ObjectValueNode(fields, start);
    }

    private ObjectFieldNode ObjectField(bool isConstant)
    {
        var name = Name();
        Expect(TokenKind.Colon);
        return new ObjectFieldNode(name, Value(isConstant), name.Location);
    }

    private TypeNode Type()
    {
        var start = Here;
        TypeNode type;
        if (Peek(TokenKind.BracketLeft))
        {
            Enter();
            Advance();
            type = new ListTypeNode(Type(), start);
            Expect(TokenKind.BracketRight);
            Leave();
        }
        else
        {
            type = NamedType();
        }

        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type, start) : type;
    }

    private NamedTypeNode NamedType()
    {
        var name = Name();
        return new NamedTypeNode(name, name.Location);
    }

    /// <summary>Zero or more between the two marks.</summary>
    private ImmutableArray<T> Any<T>(TokenKind open, Func<T> parse, TokenKind close)
    {
        Expect(open);
        var nodes = ImmutableArray.CreateBuilder<T>();
        while (!Skip(close))
        {
            nodes.Add(parse());
        }

        return nodes.ToImmutable();
    }

    /// <summary>One or more between the two marks.</summary>
    private ImmutableArray<T> Many<T>(TokenKind open, Func<T> parse, TokenKind close)
    {
        Expect(open);
        var nodes = ImmutableArray.CreateBuilder<T>();
        do
        {
            nodes.Add(parse());
        } while (!Skip(close));
        return nodes.ToImmutable();
    }

    /// <summary>Nothing at all, or one or more between the two marks.</summary>
    private ImmutableArray<T> OptionalMany<T>(TokenKind open, Func<T> parse, TokenKind close) => Peek(open) ? Many(open, parse, close) : [];
}
