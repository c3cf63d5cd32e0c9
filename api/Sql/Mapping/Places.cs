using System.Collections.Frozen;

namespace SocietyParty.Sql.Mapping;

/// <summary>Tables whose rows carry the place of their committee, with an index that begins with it.</summary>
internal static class Places
{
    public const string Column = "place";

    private static readonly FrozenSet<string> Tables = new[]
    {
        "graph.committee",
        "graph.society",
        "graph.branch",
        "graph.member",
    }.ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string table) => Tables.Contains(table);
}
