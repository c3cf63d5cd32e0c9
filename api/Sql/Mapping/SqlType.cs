using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.Sql.Mapping;

/// <summary>Type of a column and of the parameters that are compared with it.</summary>
public enum SqlType
{
    Text,
    Key,
    Int,
    Long,
    Numeric,
    Date,
    Timestamp,
    Boolean,
    Real,

    /// <summary>What is JSON already: <c>jsonb</c>, or an array of texts.</summary>
    Json,
}

public static class SqlTypes
{
    /// <summary>The type of the column behind a field of this GraphQL type, by convention.</summary>
    public static SqlType Of(NamedType type) =>
        type switch
        {
            EnumType => SqlType.Text,
            ScalarType { Name: "ID" } => SqlType.Key,
            ScalarType { Name: "Int" } => SqlType.Int,
            ScalarType { Name: "Long" } => SqlType.Long,
            ScalarType { Name: "Float" } => SqlType.Real,
            ScalarType { Name: "Decimal" } => SqlType.Numeric,
            ScalarType { Name: "Date" } => SqlType.Date,
            ScalarType { Name: "DateTime" } => SqlType.Timestamp,
            ScalarType { Name: "Boolean" } => SqlType.Boolean,
            _ => SqlType.Text,
        };
}
