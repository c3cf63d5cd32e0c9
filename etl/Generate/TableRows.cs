namespace SocietyParty.Etl.Generate;

/// <summary>Rows of one table, generated while they are read.</summary>
/// <param name="Table">Schema-qualified name.</param>
/// <param name="Columns">Names of the columns, in the order of the values.</param>
/// <param name="Rows">Null is SQL's null.</param>
internal sealed record TableRows(string Table, IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows)
{
    /// <summary>Whether the first column is a key that the database counts on from.</summary>
    public bool HasIdentity => Columns[0] == "id";
}
