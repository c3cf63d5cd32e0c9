namespace SocietyParty.GraphQL.Tests.Oracle;

/// <summary>Small accidents to a document: tokens lost, doubled, swapped or replaced, and characters that belong nowhere.</summary>
internal sealed class TokenMutation(Random random)
{
    private static readonly string[] Strays =
    [
        "{",
        "}",
        "(",
        ")",
        "[",
        "]",
        ":",
        "=",
        "!",
        "|",
        "&",
        "...",
        "@",
        "$",
        "on",
        "query",
        "fragment",
        "subscription",
        "type",
        "extend",
        "null",
        "true",
        "0",
        "-1",
        "1.5",
        "1e3",
        "\"text\"",
        "\"\"\"block\"\"\"",
        "x",
        "__typename",
        "schema",
        "input",
        "implements",
        "\"\"",
        "repeatable",
        "directive",
        "interface",
        "union",
        "enum",
        "scalar",
        "ID",
        "RED",
        "$x",
        "@skip",
        "@include(if: true)",
        "{ a }",
    ];

    private static readonly string[] Noise =
    [
        "?",
        "'",
        "\"",
        ".",
        "..",
        "00",
        "1.",
        "1x",
        "-",
        "\\",
        "\u0007",
        "%",
        "\"\\x\"",
        "\"\\u{110000}\"",
        "\"\\uD800\"",
        "\"a\nb\"",
        "\"\"\"a",
        "中",
        "😀",
        "\"中😀\"",
        "#\n",
        "# 😀\n",
        "\uFEFF",
        "1.e1",
        "01",
        "1e",
        "\"\\u12\"",
        "\"\\u{}\"",
        "\"\\u{1F600}\"",
        ";",
        "<",
        "\u00A0",
        "~",
        "1_",
        "-a",
        "0xF",
        "\"\\",
        "\"\\u\"",
        "\"\\u{12",
        "\"\\uD83D\\uDE00\"",
        "\"\\uD83D\\u0041\"",
        "\"\"\"\\\"\"\"\"\"\"",
        "\u2028",
        "\0",
        "\u007F",
        "1.2.3",
        "1...",
        "\"tab\t\"",
    ];

    public void Apply(List<string> tokens)
    {
        var times = 1 + random.Next(2);
        for (var i = 0; i < times && tokens.Count > 1; i++)
        {
            Once(tokens);
        }
    }

    private void Once(List<string> tokens)
    {
        var at = random.Next(tokens.Count);
        switch (random.Next(7))
        {
            case 0:
                tokens.RemoveAt(at);
                break;
            case 1:
                tokens.Insert(at, tokens[at]);
                break;
            case 2:
                var other = random.Next(tokens.Count);
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 3:
                tokens.Insert(at, Strays[random.Next(Strays.Length)]);
                break;
            case 4:
                tokens[at] = Strays[random.Next(Strays.Length)];
                break;
            case 5:
                tokens.Insert(at, Noise[random.Next(Noise.Length)]);
                break;
            default:
                tokens.RemoveRange(at, Math.Min(tokens.Count - at, 1 + random.Next(6)));
                break;
        }
    }
}
