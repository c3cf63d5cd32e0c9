using System.Text.Json;
using Dapper;
using Npgsql;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Run;

/// <summary>Brings <c>dw.indicator</c> to what files define. What stands so already is not written.</summary>
public static class IndicatorLoader
{
    private const string ReadProblems = "SELECT path, problem FROM dw.indicator_problem(@Content::jsonb)";

    private const string RemoveOthers = """
        DELETE FROM dw.indicator AS i
        WHERE NOT EXISTS (
            SELECT FROM jsonb_array_elements(@Content::jsonb) WITH ORDINALITY AS n (content, position)
            WHERE (n.content ->> 'id', n.position, n.content) = (i.id, i.position, i.content)
        )
        """;

    private const string AddMissing = """
        INSERT INTO dw.indicator (id, position, content)
        SELECT n.content ->> 'id', n.position, n.content
        FROM jsonb_array_elements(@Content::jsonb) WITH ORDINALITY AS n (content, position)
        ON CONFLICT (id) DO NOTHING
        """;

    /// <summary>Within the transaction of the connection. With a problem nothing is written.</summary>
    public static async Task<IReadOnlyList<RuleSetProblem>> LoadAsync(NpgsqlConnection connection, IReadOnlyList<IndicatorFile> files)
    {
        var problems = files
            .SelectMany(file =>
                IndicatorFile.Shape.Problems(file.Content).Select(problem => new RuleSetProblem(file.Path, problem.Path, problem.Problem))
            )
            .ToList();
        // What follows reads keys that only a file of the right shape has.
        foreach (var file in problems.Count == 0 ? files : [])
        {
            var found = await connection.QueryAsync<(string Path, string Problem)>(
                ReadProblems,
                new { Content = file.Content.GetRawText() }
            );
            problems.AddRange(
                found.Select(problem => new RuleSetProblem(
                    file.Path,
                    problem.Path,
                    new Sentence("Rules.AsFound", [("text", problem.Problem)])
                ))
            );
        }

        if (problems.Count > 0)
        {
            return problems;
        }

        var all = new { Content = JsonSerializer.Serialize(files.Select(file => file.Content)) };
        await connection.ExecuteAsync(RemoveOthers, all);
        await connection.ExecuteAsync(AddMissing, all);
        return [];
    }
}
