using System.Text.Json;
using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Run;

/// <summary>Brings <c>graph.policy_document</c> and its clauses to what files state. What stands so already is not written.</summary>
internal static class DocumentLoader
{
    // One row a document: an import, a rule set or a version before may have written it, by its number or, without one, by its title.
    private const string Find = """
        SELECT id FROM graph.policy_document
        WHERE code = @Code
           OR CASE WHEN @Number::text IS NULL THEN document_number IS NULL AND title = @Title ELSE document_number = @Number END
        ORDER BY code IS NOT DISTINCT FROM @Code DESC
        LIMIT 1
        """;

    private const string Insert = """
        INSERT INTO graph.policy_document (code, title, document_number, issuer, issued_on)
        VALUES (@Code, @Title, @Number, @Issuer, @IssuedOn::date)
        RETURNING id
        """;

    // Its words stay; only what was left open is filled in.
    private const string Fill = """
        UPDATE graph.policy_document
        SET code = coalesce(code, @Code), issuer = coalesce(issuer, @Issuer), issued_on = coalesce(issued_on, @IssuedOn::date)
        WHERE id = @Id
          AND (code IS NULL AND @Code::text IS NOT NULL
            OR issuer IS NULL AND @Issuer::text IS NOT NULL
            OR issued_on IS NULL AND @IssuedOn::text IS NOT NULL)
        """;

    // What differs in anything goes, so that places and codes are free for what is written behind it.
    private const string RemoveOthers = """
        DELETE FROM graph.policy_clause AS c
        WHERE c.policy_document_id = @Id AND NOT EXISTS (
            SELECT FROM jsonb_to_recordset(@Clauses::jsonb)
                AS n (position int, code text, also_cited_as text[], label text, heading text, text text)
            WHERE (n.position, n.code, n.also_cited_as, n.label, n.heading, n.text)
                = (c.position, c.code, c.also_cited_as, c.label, c.heading, c.text)
        )
        """;

    private const string AddMissing = """
        INSERT INTO graph.policy_clause (policy_document_id, position, code, also_cited_as, label, heading, text)
        SELECT @Id, n.position, n.code, n.also_cited_as, n.label, n.heading, n.text
        FROM jsonb_to_recordset(@Clauses::jsonb) AS n (position int, code text, also_cited_as text[], label text, heading text, text text)
        ON CONFLICT (policy_document_id, position) DO NOTHING
        """;

    /// <summary>Within the transaction of the connection.</summary>
    public static async Task LoadAsync(NpgsqlConnection connection, IReadOnlyList<DocumentFile> documents)
    {
        foreach (var document in documents)
        {
            var clauses = new
            {
                Id = await FindOrAddAsync(connection, document.Stated),
                Clauses = JsonSerializer.Serialize(
                    document.Clauses.Select(
                        (clause, index) =>
                            new
                            {
                                position = index + 1,
                                code = clause.Code,
                                also_cited_as = clause.Also,
                                label = clause.Label,
                                heading = clause.Heading,
                                text = clause.Text,
                            }
                    )
                ),
            };
            await connection.ExecuteAsync(RemoveOthers, clauses);
            await connection.ExecuteAsync(AddMissing, clauses);
        }
    }

    /// <summary>Key of the document's row, which is made where there is none.</summary>
    public static async Task<long> FindOrAddAsync(NpgsqlConnection connection, StatedDocument stated)
    {
        if (await connection.ExecuteScalarAsync<long?>(Find, stated) is not { } id)
        {
            return await connection.ExecuteScalarAsync<long>(Insert, stated);
        }

        await connection.ExecuteAsync(
            Fill,
            new
            {
                Id = id,
                stated.Code,
                stated.Issuer,
                stated.IssuedOn,
            }
        );
        return id;
    }
}
