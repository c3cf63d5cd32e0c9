using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using SocietyParty.Etl.Run.Star;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Run;

/// <summary>
/// What each step of a load reads in the end, tables of the graph and versioned dimensions, found in the texts of the transforms and
/// of the graph's views and functions: a change of a relation concerns the steps that read it, however far away, and no other.
/// Nobody lists them.
/// </summary>
internal static partial class StepLineage
{
    private static readonly Dictionary<string, ViewFile> Views = ViewList
        .Embedded("graph")
        .Files.ToDictionary(file => file.Name, StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, IReadOnlyList<string>> Named = new(StringComparer.Ordinal);

    // Tables that a step makes and others read.
    private static readonly Dictionary<string, string> Makers = TransformFile
        .All.Values.Where(file => file.Name.StartsWith("staging/", StringComparison.Ordinal))
        .SelectMany(file => MadePattern().Matches(file.Sql).Select(match => (Table: match.Groups[1].Value, file.Name)))
        .ToDictionary(made => made.Table, made => made.Name, StringComparer.Ordinal);

    // A step as a whole, and each table by itself: a file makes several, and who reads one does not read what the others are made of.
    private static readonly Dictionary<string, Reading> OfSteps = TransformFile
        .All.Values.Where(file => !file.Name.StartsWith("checks/", StringComparison.Ordinal))
        .ToDictionary(file => file.Name, file => Read(file.Sql), StringComparer.Ordinal);

    private static readonly Dictionary<string, Reading> OfTables = TransformFile
        .All.Values.Where(file => file.Name.StartsWith("staging/", StringComparison.Ordinal))
        .SelectMany(file => file.Sql.Split(';'))
        .Select(statement => (Table: WrittenPattern().Match(statement).Groups[1].Value, Sql: statement))
        .GroupBy(statement => statement.Table, StringComparer.Ordinal)
        .Where(table => Makers.ContainsKey(table.Key))
        .ToDictionary(table => table.Key, table => Read(string.Concat(table.Select(statement => statement.Sql))), StringComparer.Ordinal);

    /// <summary>Tables of the graph whose changes stand in <c>graph.touched</c>.</summary>
    public static IReadOnlySet<string> Told { get; } =
        ToldPattern().Matches(Views["graph.touch"].Sql).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>What a step reads by itself.</summary>
    /// <param name="Relations">
    /// Tables of the graph, such as <c>activity</c>, through views and functions, and dimensions, such as <c>dim_branch</c>.
    /// </param>
    /// <param name="Tables">Tables that earlier steps of the load make.</param>
    private sealed record Reading(IReadOnlySet<string> Relations, IReadOnlySet<string> Tables);

    /// <summary>Reads the texts beside whatever else a program begins with: a load asks for them in its midst, and would wait.</summary>
    public static Task PrepareAsync() =>
        Task.Run(() => LoadSteps.All.Where(OfSteps.ContainsKey).Sum(step => RelationsOf(step).Count + StepsOf(step).Count));

    /// <summary>The step, and the steps that make what it reads, however far away.</summary>
    public static IReadOnlySet<string> StepsOf(string step) =>
        Follow(step, next => OfSteps.TryGetValue(next, out var reading) ? reading.Tables.Select(table => Makers[table]) : []);

    /// <summary>Tables of the graph and dimensions that the step reads in the end. What a load looks at is none of it.</summary>
    public static IReadOnlySet<string> RelationsOf(string step)
    {
        // A step that only makes tables is what these are; one that writes, such as quarantine, reads by itself.
        var own = OfSteps[step];
        return own
            .Tables.SelectMany(table => Follow(table, next => OfTables[next].Tables.Where(IsNoScope)))
            .Where(IsNoScope)
            .SelectMany(table => OfTables[table].Relations)
            .Concat(own.Relations)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsNoScope(string table) => !LoadSteps.Scoping.Contains(Makers[table]);

    private static HashSet<string> Follow(string start, Func<string, IEnumerable<string>> next)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([start]);
        while (open.TryPop(out var one))
        {
            if (found.Add(one))
            {
                foreach (var further in next(one))
                {
                    open.Push(further);
                }
            }
        }

        return found;
    }

    private static Reading Read(string sql)
    {
        var text = CommentPattern().Replace(sql, "");
        var words = WordPattern().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var relations = SourcePattern()
            .Matches(text)
            .Select(match => $"source.{match.Groups[1].Value}")
            .Distinct()
            .SelectMany(GraphTables)
            .Concat(DimensionTable.All.Select(dimension => dimension.Name).Where(name => words.Contains($"dw.{name}")))
            .ToHashSet(StringComparer.Ordinal);
        return new Reading(relations, words.Where(Makers.ContainsKey).ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<string> GraphTables(string view) =>
        Follow(view, NamedIn).Where(name => !Views.ContainsKey(name)).Select(name => name["graph.".Length..]);

    // Many steps read one view.
    private static IReadOnlyList<string> NamedIn(string view)
    {
        if (!Named.TryGetValue(view, out var names))
        {
            names = Views.TryGetValue(view, out var file)
                ? [.. GraphPattern().Matches(CommentPattern().Replace(file.Sql, "")).Select(match => match.Value).Distinct()]
                : [];
            Named[view] = names;
        }

        return names;
    }

    [GeneratedRegex(@"CREATE TEMP TABLE (\w+)")]
    private static partial Regex MadePattern();

    [GeneratedRegex(@"(?:CREATE TEMP TABLE|INSERT INTO|UPDATE) (\w+)")]
    private static partial Regex WrittenPattern();

    [GeneratedRegex(@"\bsource\.(\w+)")]
    private static partial Regex SourcePattern();

    [GeneratedRegex(@"\bgraph\.\w+")]
    private static partial Regex GraphPattern();

    [GeneratedRegex(@"(?<![\w.])(?:dw\.)?\w+")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"--[^\n]*|COMMENT ON[^;]*;")]
    private static partial Regex CommentPattern();

    [GeneratedRegex(@"^\s*\('(\w+)', ARRAY\[", RegexOptions.Multiline)]
    private static partial Regex ToldPattern();
}
