using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Access;

/// <summary>Where a text column names somebody whose data was erased.</summary>
/// <param name="Place">Table and column.</param>
/// <param name="Replaced">Rows in which the pseudonym stands now.</param>
/// <param name="Left">Keys of rows that somebody has to read: what stands there may be the person, or may not.</param>
public sealed record NamedPlace(string Place, int Replaced, IReadOnlyList<long> Left);

/// <summary>
/// Names in texts that people wrote, and in what records were before they were mended. A reference is nobody else's and goes wherever it
/// stands. A name goes where it stands alone, between marks or at an end: 张三、李四. Inside other words (由张三主持, 张三丰) it may be
/// somebody else's, and so is everywhere the name of which a second person is known; and what an organization is called is public. Those
/// places are listed. Who did something (actor, changed_by) is an account and stays.
/// </summary>
internal static class PersonTexts
{
    // Every text of the graph but what all share, what is the program's own, and who did something.
    private const string Columns = """
        SELECT DISTINCT c.relname AS "Table", a.attname AS "Column", format_type(a.atttypid, NULL) AS "Type", k.attname AS "Key",
            a.attname IN ('name', 'alias') AND NOT r.is_about_people AS "IsPublic"
        FROM graph.access_rule AS r
        JOIN pg_class AS c ON c.relname = r.name AND c.relnamespace = 'graph'::regnamespace AND c.relkind = 'r'
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        JOIN pg_index AS i ON i.indrelid = c.oid AND i.indisprimary
        JOIN pg_attribute AS k ON k.attrelid = c.oid AND k.attnum = i.indkey[0] AND format_type(k.atttypid, NULL) = 'bigint'
        WHERE r.way NOT IN ('SHARED', 'OWN') AND c.relname NOT IN ('person', 'member') AND format_type(a.atttypid, NULL) IN ('text', 'jsonb', 'text[]')
          AND a.attname !~ '(_by|^actor|_code|^code|^kind|^state|^status)$'
        ORDER BY 1, 2
        """;

    // Letters and digits of a reference beside it make it another one; of a name, characters that words are written with do.
    private const string OfReference = @"(?<![0-9A-Za-z_-]){0}(?![0-9A-Za-z_-])";
    private const string OfName = @"(?<![[:alnum:]一-鿿·]){0}(?![[:alnum:]一-鿿·])";

    /// <summary>Puts the pseudonym where that is safe, and says where else the name stands.</summary>
    /// <param name="connection">In the transaction of the erasure.</param>
    /// <param name="reference">As the person was known.</param>
    /// <param name="name">The name; null where none was stated.</param>
    /// <param name="isShared">Whether another person of that name is known.</param>
    /// <param name="pseudonym">What stands instead.</param>
    public static async Task<IReadOnlyList<NamedPlace>> ReplaceAsync(
        NpgsqlConnection connection,
        string reference,
        string? name,
        bool isShared,
        string pseudonym
    )
    {
        var places = new List<NamedPlace>();
        foreach (var column in (await connection.QueryAsync<TextColumn>(Columns)).ToList())
        {
            var replaced = await ReplaceAsync(connection, column, OfReference, reference, pseudonym);
            if (name is not null && !isShared && !column.IsPublic)
            {
                replaced += await ReplaceAsync(connection, column, OfName, name, pseudonym);
            }

            var left = name is null
                ? []
                : (
                    await connection.QueryAsync<long>(
                        $"""
                        SELECT "{column.Key}" FROM graph."{column.Table}" WHERE strpos("{column.Column}"::text, @name) > 0 ORDER BY 1
                        """,
                        new { name }
                    )
                ).ToList();
            if (replaced > 0 || left.Count > 0)
            {
                places.Add(new($"{column.Table}.{column.Column}", replaced, left));
            }
        }

        return places;
    }

    // Names of tables and columns are the catalogue's own. Of JSON the text is replaced, whose quotes are marks.
    private static async Task<int> ReplaceAsync(NpgsqlConnection connection, TextColumn column, string form, string word, string pseudonym)
    {
        var (table, text) = ($"graph.\"{column.Table}\"", $"\"{column.Column}\"::text");
        var values = new
        {
            word,
            pattern = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Escaped(word)),
            pseudonym,
        };
        var where = $"strpos({text}, @word) > 0 AND {text} ~ @pattern";
        if (!await connection.ExecuteScalarAsync<bool>($"SELECT EXISTS (SELECT FROM {table} WHERE {where})", values))
        {
            return 0;
        }

        // What is kept as it was is kept from everybody else.
        await connection.ExecuteAsync($"ALTER TABLE {table} DISABLE TRIGGER USER");
        var replaced = await connection.ExecuteAsync(
            $"UPDATE {table} SET \"{column.Column}\" = regexp_replace({text}, @pattern, @pseudonym, 'g')::{column.Type} WHERE {where}",
            values
        );
        await connection.ExecuteAsync($"ALTER TABLE {table} ENABLE TRIGGER USER");
        return replaced;
    }

    // ARE: \ before whatever is neither letter nor digit.
    private static string Escaped(string word) =>
        string.Concat(word.Select(letter => char.IsLetterOrDigit(letter) || letter == '_' ? $"{letter}" : $@"\{letter}"));

    private sealed record TextColumn(string Table, string Column, string Type, string Key, bool IsPublic);
}
