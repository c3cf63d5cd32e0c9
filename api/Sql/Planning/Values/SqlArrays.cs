using SocietyParty.Sql.Mapping;

namespace SocietyParty.Sql.Planning.Values;

internal static class SqlArrays
{
    /// <summary>An array of the CLR type that a column of this type is sent as.</summary>
    public static Array Create(SqlType type, int length) =>
        type switch
        {
            SqlType.Key or SqlType.Long => new long[length],
            SqlType.Int => new int[length],
            SqlType.Numeric => new decimal[length],
            SqlType.Real => new double[length],
            SqlType.Date => new DateOnly[length],
            SqlType.Timestamp => new DateTimeOffset[length],
            SqlType.Boolean => new bool[length],
            _ => new string[length],
        };
}
