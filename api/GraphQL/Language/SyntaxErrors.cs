namespace SocietyParty.GraphQL.Language;

/// <summary>Codes of failures while reading a document.</summary>
public static class SyntaxErrors
{
    public const string Syntax = "SP-SYNTAX-001";
    public const string TooManyTokens = "SP-SYNTAX-002";
    public const string TooDeep = "SP-SYNTAX-003";
}

/// <summary>Leaves the parser from any depth; <see cref="Parser.Parse"/> turns it into a value, nobody else sees it.</summary>
internal sealed class SyntaxException(GraphQLError error) : Exception(error.Message)
{
    public GraphQLError Error { get; } = error;

    public static SyntaxException At(SourceLocation location, string message) =>
        new(new GraphQLError(SyntaxErrors.Syntax, "Syntax Error: " + message, location));
}
