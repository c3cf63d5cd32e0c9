namespace SocietyParty.Sql.Mapping;

/// <summary>Policy documents and their clauses, which every subject cites.</summary>
internal static class DocumentsMap
{
    private const string Clause = "graph.clause";

    public static void Add(GraphMapBuilder map) =>
        map.Entity(
                "PolicyDocument",
                "graph.policy_document",
                "id",
                new() { ["clauses"] = Relations.Children("Clause", Clause, "policy_document_id", new ListOrder("position")) }
            )
            .Entity("Clause", Clause, key: null, new() { ["document"] = Relations.ToDocument });
}
