namespace SocietyParty.GraphQL.Language;

/// <summary>The parser's view of the tokens: one current, at most one ahead, and the limits.</summary>
internal abstract class TokenReader(string source, ParserLimits limits)
{
    private readonly Lexer lexer = new(source);
    private Token? ahead;
    private int tokens;
    private int depth;

    protected Token Current { get; private set; }

    protected SourceLocation Here => Current.Location;

    protected void Advance()
    {
        Current = ahead ?? Read();
        ahead = null;
    }

    protected Token Lookahead() => ahead ??= Read();

    protected bool Peek(TokenKind kind) => Current.Kind == kind;

    protected bool PeekKeyword(string word) => Peek(TokenKind.Name) && Current.Text == word;

    protected Token Expect(TokenKind kind)
    {
        var token = Current;
        if (token.Kind != kind)
        {
            throw SyntaxException.At(Here, $"Expected {Token.Describe(kind)}, found {token.Described}.");
        }

        Advance();
        return token;
    }

    protected void ExpectKeyword(string word)
    {
        if (!SkipKeyword(word))
        {
            throw SyntaxException.At(Here, $"Expected \"{word}\", found {Current.Described}.");
        }
    }

    protected bool Skip(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    protected bool SkipKeyword(string word)
    {
        if (!PeekKeyword(word))
        {
            return false;
        }

        Advance();
        return true;
    }

    protected static SyntaxException Unexpected(Token token) => SyntaxException.At(token.Location, $"Unexpected {token.Described}.");

    /// <summary>Every nested construct goes through here; this is what bounds the recursion.</summary>
    protected void Enter()
    {
        if (++depth > limits.DepthMax)
        {
            throw new SyntaxException(
                new GraphQLError(
                    SyntaxErrors.TooDeep,
                    $"Syntax Error: Document is nested deeper than {limits.DepthMax} levels. Parsing aborted.",
                    Here
                )
            );
        }
    }

    protected void Leave() => depth--;

    private Token Read()
    {
        var token = lexer.Next();
        if (token.Kind != TokenKind.EndOfFile && ++tokens > limits.TokensMax)
        {
            throw new SyntaxException(
                new GraphQLError(
                    SyntaxErrors.TooManyTokens,
                    $"Syntax Error: Document contains more than {limits.TokensMax} tokens. Parsing aborted.",
                    token.Location
                )
            );
        }

        return token;
    }
}
