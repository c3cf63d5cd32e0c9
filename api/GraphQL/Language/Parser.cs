namespace SocietyParty.GraphQL.Language;

/// <summary>Text to a document.</summary>
public static class Parser
{
    /// <summary>One error at most: the first place that is not GraphQL, or the limit that was passed.</summary>
    public static Outcome<Document> Parse(string source, ParserLimits? limits = null)
    {
        try
        {
            return new DocumentParser(source, limits ?? ParserLimits.Default).Document();
        }
        catch (SyntaxException failure)
        {
            return failure.Error;
        }
    }

    /// <summary>A value alone, such as a default or a test's literal.</summary>
    public static Outcome<ValueNode> ParseValue(string source, ParserLimits? limits = null)
    {
        try
        {
            return new DocumentParser(source, limits ?? ParserLimits.Default).LoneValue();
        }
        catch (SyntaxException failure)
        {
            return failure.Error;
        }
    }
}
