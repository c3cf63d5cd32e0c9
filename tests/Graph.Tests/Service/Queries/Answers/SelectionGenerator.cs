using System.Globalization;

namespace SocietyParty.Graph.Tests.Service.Queries.Answers;

/// <summary>
/// Random selections of the contract, seeded: pages, lists and objects inside each other, every field under an alias of its own.
/// </summary>
/// <param name="cursors">Cursors of a root page in an order, to begin or end a page there.</param>
internal sealed class SelectionGenerator(int seed, IReadOnlyDictionary<(string Root, string Order), string[]> cursors)
{
    public static readonly string[] Roots = ["branches", "societies", "rosters", "committees"];
    public static readonly string[] Orders = ["", "order: [{ name: DESC }]", "order: [{ id: DESC }]"];

    private const int DepthMax = 4;

    private static readonly Dictionary<string, Kind> Kinds = new()
    {
        ["Branch"] = new(
            "__typename id name category status statusSince form",
            "society:Society committee:Committee supportingUnit:SupportingUnit latestAssessment:Assessment",
            "categoryHistory:CategoryPeriod statusHistory:StatusPeriod",
            "assessments:Assessment members:Member societies:Society"
        ),
        ["Society"] = new(
            "__typename id name kind level creditCode",
            "supportingUnit:SupportingUnit committee:Committee discipline:Discipline",
            "aliases:SocietyAlias",
            "branches:Branch"
        ),
        ["Roster"] = new(
            "__typename id title",
            "committee:Committee document:PolicyDocument",
            "counts:RosterCount entries:RosterEntry discrepancies:Discrepancy",
            ""
        ),
        ["Committee"] = new(
            "__typename id name level establishedOn",
            "region:Region parent:Committee",
            "",
            "children:Committee branches:Branch societies:Society rosters:Roster"
        ),
        ["SupportingUnit"] = new("id name creditCode", "region:Region", "", "societies:Society"),
        ["Assessment"] = new("__typename id year totalScore grade", "branch:Branch", "items:AssessmentItemScore", ""),
        ["Member"] = new("status __typename", "", "", ""),
        ["Region"] = new("code name", "parent:Region", "", ""),
        ["Discipline"] = new("code name", "", "", ""),
        ["PolicyDocument"] = new("title", "", "", ""),
        ["AssessmentItemScore"] = new("__typename itemCode section maximum score", "", "", ""),
        ["SocietyAlias"] = new("__typename alias reason", "", "", ""),
        ["CategoryPeriod"] = new("__typename category validFrom validTo", "document:PolicyDocument", "", ""),
        ["StatusPeriod"] = new("status validFrom validTo", "", "", ""),
        ["RosterCount"] = new("category stated listed missing", "", "", ""),
        ["RosterEntry"] = new("__typename position category namePublished", "branch:Branch", "", ""),
        ["Discrepancy"] = new("code subject stated listed message", "", "", ""),
    };

    private readonly Random random = new(seed);
    private int aliases;

    public string Operation()
    {
        aliases = 0;
        return "{ " + string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Root())) + " }";
    }

    private string Root()
    {
        var root = Pick(Roots);
        var order = root == "rosters" ? "" : Pick(Orders);
        var size = Number(random.Next(0, 12));
        var at = cursors[(root, order)] is { Length: > 0 } known && random.Next(3) > 0 ? $"\"{Pick(known)}\"" : "null";
        var place = random.Next(2) == 0 ? $"first: {size}, after: {at}" : $"last: {size}, before: {at}";
        var type = root switch
        {
            "branches" => "Branch",
            "societies" => "Society",
            "rosters" => "Roster",
            _ => "Committee",
        };
        return $"{Alias()}: {root}({place} {order}) {{ {Parts(type, 1, hasGroups: root == "branches")} }}";
    }

    private string Parts(string type, int depth, bool hasGroups = false)
    {
        string Part() =>
            random.Next(hasGroups ? 9 : 8) switch
            {
                0 => $"{Alias()}: totalCount",
                1 => $"{Alias()}: pageInfo {{ hasNextPage hasPreviousPage }}",
                2 => $"{Alias()}: pageInfo {{ endCursor startCursor __typename }}",
                3 when random.Next(4) == 0 =>
                    $"{Alias()}: pageInfo {{ hasNextPage forwardCursors {{ page }} backwardCursors {{ cursor }} }}",
                < 6 => $"{Alias()}: nodes {{ {Item(type, depth + 1)} }}",
                8 => $"{Alias()}: groups(by: [CATEGORY]) {{ nodes {{ key {{ category }} count }} }}",
                _ => $"{Alias()}: edges {{ cursor {Alias()}: node {{ {Item(type, depth + 1)} }} }}",
            };
        return string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Part()));
    }

    private string Item(string type, int depth)
    {
        var kind = Kinds[type];
        string Field() =>
            random.Next(depth > DepthMax ? 2 : 6) switch
            {
                2 when Known(kind.Objects) is var (name, of) => $"{Alias()}: {name} {{ {Item(of, depth + 1)} }}",
                3 or 4 when Known(kind.Lists) is var (name, of) => $"{Alias()}: {name} {{ {Item(of, depth + 2)} }}",
                5 when Known(kind.Pages) is var (name, of) =>
                    $"{Alias()}: {name}({(random.Next(2) == 0 ? "first" : "last")}: {Number(random.Next(0, 3))}) {{ "
                        + $"{Parts(of, depth + 1)} }}",
                _ => $"{Alias()}: {Pick(kind.Leaves.Split(' '))}",
            };
        return string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => Field()));
    }

    private (string Name, string Type)? Known(string fields) =>
        fields.Length == 0 ? null
        : Pick(fields.Split(' ')).Split(':') is [var name, var type] ? (name, type)
        : null;

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];

    private string Alias() => "f" + Number(aliases++);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <param name="Objects">Fields that give one thing or null, each with its type.</param>
    private sealed record Kind(string Leaves, string Objects, string Lists, string Pages);
}
