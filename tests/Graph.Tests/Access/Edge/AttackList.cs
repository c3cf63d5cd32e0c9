using System.Text;

namespace SocietyParty.Graph.Tests.Access.Edge;

/// <summary>What somebody from outside may try, with a token and without.</summary>
internal static partial class AttackList
{
    private const int Mega = 1024 * 1024;

    public static IReadOnlyList<Attack> All { get; } =
    [.. Documents(), .. Values(), .. Bodies(), .. Paths(), .. Headers(), .. Forms(), .. Wires(), .. Files()];

    private static string Times(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();

    private static string Id(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static IEnumerable<Attack> Documents() =>
        [
            Attack.Query("braces inside braces", Times("{a", 50_000) + Times("}", 50_000)),
            Attack.Query("braces that never end", Times("{a", 100_000)),
            Attack.Query("parents of parents", "{ committees { nodes { " + Times("parent { ", 60) + "id" + Times(" }", 60) + " } } }"),
            Attack.Query(
                "lists in lists",
                "{ committees(first: 500) { nodes { branches(first: 500) { nodes { members(first: 500) { nodes { id } } } } } } }"
            ),
            Attack.Query("a thousand aliases", "{ " + string.Join(' ', Enumerable.Range(0, 1_000).Select(i => $"a{i}: __typename")) + " }"),
            Attack.Query(
                "a hundred times the same list",
                "{ " + string.Join(' ', Enumerable.Range(0, 100).Select(i => $"a{i}: branches(first: 500) {{ totalCount }}")) + " }"
            ),
            Attack.Query("a fragment in itself", "{ ...A } fragment A on Query { ...A }"),
            Attack.Query(
                "fragments in a circle",
                "{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }"
            ),
            Attack.Query(
                "a chain of fragments",
                "{ ...F0 } "
                    + string.Join(' ', Enumerable.Range(0, 2_000).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }}"))
                    + " fragment F2000 on Query { __typename }"
            ),
            Attack.Query(
                "fragments that double",
                "{ ...F0 } "
                    + string.Join(' ', Enumerable.Range(0, 40).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} ...F{i + 1} }}"))
                    + " fragment F40 on Query { __typename }"
            ),
            Attack.Query("overlapping fields", "{ " + Times("branches { nodes { name } } ", 2_000) + "}"),
            Attack.Query(
                "introspection in a circle",
                "{ __schema { types { " + Times("fields { type { ", 30) + "name" + Times(" } }", 30) + " } } }"
            ),
            Attack.Query(
                "fifty introspections",
                "{ "
                    + string.Join(
                        ' ',
                        Enumerable.Range(0, 50).Select(i => $"a{i}: __schema {{ types {{ fields {{ name args {{ name }} }} }} }}")
                    )
                    + " }"
            ),
            Attack.Query("five thousand directives", "{ __typename " + Times("@include(if: true) ", 5_000) + "}"),
            Attack.Query("a directive nobody knows", "{ __typename @exec(cmd: \"id\") }"),
            Attack.Query("a name of a million letters", "{ " + Times("a", 900_000) + " }"),
            Attack.Query("a number of a thousand digits", "{ branches(first: " + Times("9", 1_000) + ") { totalCount } }"),
            Attack.Query("a text that never ends", "{ node(id: \"" + Times("a", 100_000)),
            Attack.Query("block text with quotation marks", "{ node(id: \"\"\"" + Times("\\\"\"\"", 10_000) + "\"\"\") { id } }"),
            Attack.Query("comments alone", Times("# nothing\n", 50_000)),
            Attack.Query("several operations, none named", "query A { __typename } query B { __typename }"),
            Attack.Query("a subscription by POST", "subscription { branchChanged { kind } }"),
            Attack.Query("variables inside variables", "query ($w: BranchFilterInput) { branches(where: $w) { totalCount } }", Nested(25)),
        ];

    private static object Nested(int levels) =>
        new
        {
            w = Enumerable.Range(0, levels).Aggregate((object)new { name = new { eq = "x" } }, (inner, _) => new { and = new[] { inner } }),
        };

    private static IEnumerable<Attack> Values() =>
        [
            .. (
                (string[])
                    [
                        "' OR 1=1 --",
                        "\"; DROP TABLE graph.branch; --",
                        "$1",
                        "%",
                        "_",
                        "\\",
                        "\u0000",
                        "\ufffe",
                        "{}",
                        "${jndi:ldap://127.0.0.1/a}",
                    ]
            ).Select(
                (text, i) =>
                    Attack.Query(
                        $"a name as SQL {i}",
                        "query ($t: String!) { branches(where: { name: { contains: $t } }) { totalCount } }",
                        new { t = text }
                    )
            ),
            .. (
                (string[])
                    [
                        "",
                        "x",
                        "!!!!",
                        Id("Branch:1 OR 1=1"),
                        Id("Branch:-1"),
                        Id("Branch:9223372036854775808"),
                        Id("Branch:1;2"),
                        Id("Nothing:1"),
                        Id("Branch"),
                        Id("Branch:１"),
                        Times("QQ", 50_000),
                        Id("__schema:1"),
                    ]
            ).Select(
                (id, i) =>
                    Attack.Query(
                        $"a forged identity {i}",
                        "query ($i: ID!) { node(id: $i) { id } branch(id: $i) { name } }",
                        new { i = id }
                    )
            ),
            .. (
                (string[])
                    [
                        "",
                        "x",
                        "!!!!",
                        Id("[]"),
                        Id("[1,2,3]"),
                        Id("{\"a\":1}"),
                        Id("[\"x\",null]"),
                        Id("[" + Times("[", 5_000)),
                        Id("[1e999]"),
                        Id("[\"' OR 1=1\"]"),
                        Times("QQ", 50_000),
                    ]
            ).Select(
                (cursor, i) =>
                    Attack.Query(
                        $"a forged cursor {i}",
                        "query ($c: String) { branches(after: $c, first: 3, order: [{ name: ASC }]) { nodes { id } } }",
                        new { c = cursor }
                    )
            ),
            Attack.Query("a page of less than nothing", "{ branches(first: -1) { totalCount } }"),
            Attack.Query("a page of everything", "{ branches(first: 2147483647) { nodes { id } } }"),
            Attack.Query("forward and backward", "{ branches(first: 5, last: 5) { nodes { id } } }"),
            Attack.Query(
                "ten thousand names",
                "query ($n: [String!]) { branches(where: { name: { in: $n } }) { totalCount } }",
                new { n = Enumerable.Range(0, 10_000).Select(i => $"{i}") }
            ),
            Attack.Query("a hundred orders", "{ branches(order: [" + Times("{ name: ASC } ", 100) + "]) { nodes { id } } }"),
            Attack.Query("a day that is none", "{ branches(where: { establishedOn: { eq: \"2024-02-30\" } }) { totalCount } }"),
            Attack.Query("a day of the far future", "{ uncoveredSocieties(asOf: \"9999-12-31\") { totalCount } }"),
            Attack.Query(
                "a replay of a file",
                "{ whatIf(ruleSet: \"../../../../etc/passwd\", from: \"2024-01-01\", to: \"2024-12-01\") { errors } }"
            ),
            Attack.Query(
                "a replay of nonsense",
                "query ($r: String!) { whatIf(ruleSet: $r, from: \"2024-01-01\", to: \"2024-12-01\") { errors } }",
                new { r = Times("{\"a\":", 20_000) }
            ),
            Attack.Query(
                "a change of what is not there",
                "mutation { updateBranch(input: { branch: \"" + Id("Branch:999999") + "\", version: 1, name: \"x\" }) { errors { code } } }"
            ),
            Attack.Query(
                "a key of SQL",
                "mutation { registerSupportingUnit(input: { name: \"x\", idempotencyKey: \"'; DELETE FROM graph.x\" }) "
                    + "{ errors { code } } }"
            ),
            Attack.Query(
                "a change of fifty things",
                "mutation { "
                    + string.Join(
                        ' ',
                        Enumerable
                            .Range(0, 50)
                            .Select(i => $"a{i}: registerSupportingUnit(input: {{ name: \"单位{i}\" }}) {{ errors {{ code }} }}")
                    )
                    + " }"
            ),
        ];
}
