using System.Collections.Frozen;

namespace SocietyParty.Sql.Mapping;

/// <summary>Where the objects of one type stand.</summary>
/// <param name="TypeName">The GraphQL type.</param>
/// <param name="Table">Schema-qualified name of a table or view with one row per object.</param>
/// <param name="Key">Key column; null for a type that is only reached through another one and has no identity.</param>
public sealed record EntityMap(string TypeName, string Table, string? Key, FrozenDictionary<string, FieldMap> Fields)
{
    /// <summary>Function that gives the keys of a thing and of all below it; null for a type that is no tree.</summary>
    public string? Within { get; init; }

    /// <summary>Function that gives the table's rows as they stood on a day; null for what is not asked for by days.</summary>
    public string? OnDay { get; init; }

    /// <summary>The key of a type that has connections or an identity; asking another type for it is a fault of the map.</summary>
    public string RequiredKey =>
        Key ?? throw new InvalidOperationException($"{TypeName} has no key column, so it can have no page and no id.");

    /// <summary>The type of the key column: a code where a field of the contract shows it, else a number.</summary>
    public SqlType KeyType => Fields.Values.OfType<ColumnMap>().FirstOrDefault(column => column.Column == RequiredKey)?.Type ?? SqlType.Key;
}
