using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import;

/// <summary>Keys of the header block; the options of <c>import roster</c> have the same names.</summary>
public static class HeaderKeys
{
    public const string Committee = "committee";
    public const string Region = "region";
    public const string DocumentTitle = "document-title";
    public const string DocumentNumber = "document-number";
    public const string Issuer = "issuer";
    public const string IssuedOn = "issued-on";
    public const string Title = "title";

    /// <summary>Numbers that the list states of itself, <c>A=4, B=58</c>; the annex's own text has them in its headings.</summary>
    public const string Stated = "stated";

    public static IReadOnlyList<string> All { get; } = [Committee, Region, DocumentTitle, DocumentNumber, Issuer, IssuedOn, Title, Stated];

    public static IReadOnlyList<string> Required { get; } = [Committee, Region, DocumentTitle, Title];

    /// <summary>What a key means, for people.</summary>
    internal static Sentence Meaning(string key) => new($"HeaderKey.{key}", []);
}
