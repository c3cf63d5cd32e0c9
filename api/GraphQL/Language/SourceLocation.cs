namespace SocietyParty.GraphQL.Language;

/// <summary>A place in a document: line and column count from 1, columns in UTF-16 code units.</summary>
public readonly record struct SourceLocation(int Line, int Column)
{
    /// <summary>No place: a value that comes from a default or from the engine itself.</summary>
    public static readonly SourceLocation None;

    /// <summary>False for <see cref="None"/>.</summary>
    public bool IsKnown => Line > 0;

    public override string ToString() => $"{Line}:{Column}";
}
