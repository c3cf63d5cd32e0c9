namespace SocietyParty.Sql.Mapping;

/// <summary>Relations that several subjects have.</summary>
internal static class Relations
{
    /// <summary>The document that a row is founded on.</summary>
    public static readonly ToOneMap ToDocument = new(
        "PolicyDocument",
        new(new JoinStep("graph.policy_document", "id", "policy_document_id"))
    );

    /// <summary>The clauses that a column of the row cites.</summary>
    public static FunctionMap Clauses(string column) => new("Clause", "graph.clauses_of", column);

    /// <summary>Rows that hold the key of the row they belong to.</summary>
    public static ToManyMap Children(string type, string table, string foreignKey, params ListOrder[] order) =>
        new(type, new(new JoinStep(table, foreignKey, "id")), [.. order]);
}
