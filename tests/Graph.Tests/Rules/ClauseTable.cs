using System.Text;
using System.Text.Json;
using SocietyParty.Etl.Run;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Rules;

/// <summary><c>schema/clauses.json</c>: what the documents ask for, duty by duty, and the page made of it.</summary>
/// <param name="Duties">In the documents' order.</param>
/// <param name="NothingToDo">Clauses without a duty.</param>
internal sealed record ClauseTable(IReadOnlyList<ClauseDuty> Duties, IReadOnlyList<ClauseWithoutDuty> NothingToDo)
{
    public const string Whole = "有";
    public const string InPart = "部分";
    public const string Missing = "无";

    private static readonly string Folder = Path.GetFullPath(Path.Combine(Golden.ProjectFolder(), "..", "..", "schema"));

    public static JsonElement Shape { get; } = JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, "clauses.schema.json")));

    public static JsonElement Content { get; } = JsonElement.Parse(File.ReadAllText(Path.Combine(Folder, "clauses.json")));

    public static ClauseTable Read() => Content.Deserialize<ClauseTable>(JsonSerializerOptions.Web)!;

    /// <summary>Every clause of the documents, parts too, as rules cite it, in the documents' order.</summary>
    public static IReadOnlyList<(string Citation, string Text)> Clauses { get; } =
    [
        .. DocumentFile
            .Embedded()
            .SelectMany(document => document.Clauses.Select(clause => ($"{document.Stated.Code} {clause.Code}", clause.Text))),
    ];

    /// <summary>Numbers, then a table a document, then what has no row.</summary>
    public string Markdown()
    {
        var page = new StringBuilder(
            "| document | duties | clauses with duties | 有 | 部分 | 无 | clauses without |\n|---|---|---|---|---|---|---|\n"
        );
        var documents = DocumentFile.Embedded().Select(document => document.Stated).ToList();
        foreach (var document in documents)
        {
            page.Append(Counts($"{document.Code} {document.Title}", document.Code!));
        }

        page.Append(Counts("all", "00"));
        foreach (var document in documents)
        {
            page.Append($"\n### {document.Code} {document.Title}\n\n")
                .Append("| clause | its words | what is to be done | state | where | tests |\n|---|---|---|---|---|---|\n");
            foreach (var duty in Duties.Where(duty => Of(duty.Clause, document.Code!)))
            {
                page.Append(duty.Row());
            }
        }

        page.Append("\n### Nothing to administer\n\n| clause | why |\n|---|---|\n");
        foreach (var clause in NothingToDo)
        {
            page.Append($"| {clause.Clause} | {clause.Reason} |\n");
        }

        return page.ToString();
    }

    private string Counts(string name, string code)
    {
        var duties = Duties.Where(duty => Of(duty.Clause, code)).ToList();
        int[] numbers =
        [
            duties.Count,
            duties.DistinctBy(duty => duty.Clause).Count(),
            .. new[] { Whole, InPart, Missing }.Select(state => duties.Count(duty => duty.State == state)),
            NothingToDo.Count(clause => Of(clause.Clause, code)),
        ];
        return $"| {name} | {string.Join(" | ", numbers)} |\n";
    }

    private static bool Of(string citation, string code) => citation.StartsWith(code, StringComparison.Ordinal);
}

/// <summary>Something to do, record, count, decide, keep or refuse.</summary>
/// <param name="Clause">As rules cite it.</param>
/// <param name="Words">Those of the clause that state it.</param>
/// <param name="Duty">The same in short.</param>
/// <param name="State">有, 部分 or 无.</param>
/// <param name="Where">Names of the contract, else a word and a name.</param>
/// <param name="Tests">Class and method.</param>
/// <param name="Note">What is missing.</param>
internal sealed record ClauseDuty(
    string Clause,
    string Words,
    string Duty,
    string State,
    IReadOnlyList<string> Where,
    IReadOnlyList<string> Tests,
    string? Note
)
{
    public string Row() =>
        $"| {Clause} | {Words} | {Duty} | {State}{(Note is null ? "" : $"：{Note}")} | "
        + $"{Listed(Where.Select(Place))} | {Listed(Tests.Select(Name))} |\n";

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names.DefaultIfEmpty("–"));

    private static string Place(string where) => where.Split(' ') is [var word, var name] ? $"{word} {Name(name)}" : Name(where);

    private static string Name(string name) => $"`{name}`";
}

/// <summary>A clause without a duty.</summary>
/// <param name="Clause">As rules cite it.</param>
/// <param name="Reason">Why there is nothing to administer.</param>
internal sealed record ClauseWithoutDuty(string Clause, string Reason);
