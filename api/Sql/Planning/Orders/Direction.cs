namespace SocietyParty.Sql.Planning.Orders;

/// <summary>A value of <c>SortEnumType</c>. Where it does not say where nulls stand, they are the greatest values.</summary>
internal readonly record struct Direction(bool Descending, bool NullsLeast)
{
    public static Direction Of(string word) =>
        new(word.StartsWith("DESC", StringComparison.Ordinal), word is "ASC_NULLS_FIRST" or "DESC_NULLS_LAST");

    /// <summary>For the signature of an order: two spellings of one order have one.</summary>
    public override string ToString() => (Descending ? "DESC" : "ASC") + (NullsLeast ? " NULLS LEAST" : "");
}
