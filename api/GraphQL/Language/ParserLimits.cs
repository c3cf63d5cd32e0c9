namespace SocietyParty.GraphQL.Language;

/// <summary>What a document may cost before it is refused; counted while reading, so nothing larger is ever held.</summary>
/// <param name="TokensMax">Tokens of the document, comments not counted.</param>
/// <param name="DepthMax">Nested selection sets, lists, input objects and list types together.</param>
public sealed record ParserLimits(int TokensMax = 10_000, int DepthMax = 64)
{
    /// <summary>For documents of strangers.</summary>
    public static readonly ParserLimits Default = new();

    /// <summary>For SDL of our own, which is long but trusted.</summary>
    public static readonly ParserLimits Sdl = new(TokensMax: 1_000_000);
}
