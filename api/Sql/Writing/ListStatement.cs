using System.Collections.Immutable;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Writing;

/// <summary>
/// A query that gives all rows of a list, in order, with a column of type text for each leaf of an item. It can stand in <c>COPY</c>, which
/// takes no parameters: their values are settings of the transaction, each behind <see cref="Mark"/>; an empty one is null.
/// </summary>
/// <param name="Parameters">In the order of <see cref="Setting"/>.</param>
/// <param name="Columns">How many there are.</param>
/// <param name="Item">How an item is made of them.</param>
public sealed record ListStatement(string Text, ImmutableArray<Parameter> Parameters, int Columns, ListObject Item)
{
    /// <summary>Stands before a value, so that an empty text is another thing than null.</summary>
    public const string Mark = "=";

    /// <summary>The setting that holds a parameter's value.</summary>
    /// <param name="number">From 1.</param>
    public static string Setting(int number) => FormattableString.Invariant($"sp.value_{number}");
}
