using System.Collections.Immutable;

namespace SocietyParty.Sql.Writing;

/// <summary>How the rows behind an answer are written as JSON objects, each by its fields and then <paramref name="End"/>.</summary>
public sealed record RowLayout(ImmutableArray<RowField> Fields, ReadOnlyMemory<byte> End)
{
    /// <summary>Stands before and behind the number of a page's row, in the place of its list; no JSON text holds it.</summary>
    public const byte Mark = 1;
}

/// <param name="Before">UTF-8 to write before the value: what parts it from the one before, and its key.</param>
public sealed record RowField(ReadOnlyMemory<byte> Before, LeafForm Form);

/// <summary>What a column of the row holds; SQL's null is JSON's null in every form.</summary>
public enum LeafForm
{
    /// <summary>JSON as it is.</summary>
    Json,

    /// <summary>Text that needs quotation marks only.</summary>
    Plain,

    /// <summary>Any text: it is escaped.</summary>
    Text,
}
