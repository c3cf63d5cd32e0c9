using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace SocietyParty.Graph.Tests.Service.Queries.Answers;

/// <summary>
/// Whatever PostgreSQL can hold as text comes out as JSON that says the same: by <c>to_json</c> and by the service's own writing.
/// </summary>
public sealed class EscapingTests
{
    private const int PieceLength = 4_000;

    // What a writer of JSON, a place of sent rows or an escape within SQL could stumble over.
    private static readonly string[] Parts =
    [
        "\"",
        "\\",
        "\\\"",
        "\\u0000",
        "\\u00",
        "\\u",
        "\\ud83d",
        "\\ude00",
        "\\x01",
        "\u0001",
        "\u00011\u0001",
        "\u00019999\u0001",
        "\u0002",
        "\u001f",
        "\u007f",
        "\u0080",
        "\b",
        "\t",
        "\n",
        "\f",
        "\r",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\ufffd",
        "\ufffe",
        "\uffff",
        "😀",
        "𠮷",
        "\U0010ffff",
        "中",
        "é",
        "e\u0301",
        "</script>",
        "<!--",
        "&amp;",
        "'",
        "''",
        "$1",
        "$$",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "E'\\x01'",
        "/",
        "a",
        " ",
        "0",
    ];

    private static readonly Gen<string> Text = from parts in Gen.NonEmptyListOf(Gen.Elements(Parts)) select string.Concat(parts);

    [Fact]
    public async Task Every_code_point_comes_out_as_it_was_stored()
    {
        await using var sample = await TextSample.NewAsync();
        var texts = CodePoints().Chunk(PieceLength).Select(runes => string.Concat(runes)).ToArray();
        texts.Sum(text => text.EnumerateRunes().Count()).ShouldBe(0x10ffff - 0x800);
        ShouldBeTheSame(texts, await sample.AskAsync(texts));
    }

    [Fact]
    public async Task Every_short_code_point_stands_beside_every_part()
    {
        await using var sample = await TextSample.NewAsync();
        var texts = Parts.Select(part => string.Concat(CodePoints().Take(0x2ff).Select(rune => $"{rune}{part}"))).ToArray();
        ShouldBeTheSame(texts, await sample.AskAsync(texts));
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public async Task Random_texts_come_out_as_they_were_stored(ulong seed)
    {
        await using var sample = await TextSample.NewAsync();
        for (var round = 0UL; round < 5; round++)
        {
            var texts = Gen.Sample(Text, 200, new Rnd(seed, (round * 2) + 1), 40);
            ShouldBeTheSame(texts, await sample.AskAsync(texts));
        }
    }

    private static IEnumerable<Rune> CodePoints() => Enumerable.Range(1, 0x10ffff).Where(Rune.IsValid).Select(value => new Rune(value));

    private static void ShouldBeTheSame(string[] stored, List<(string Name, string Alias, string? Reason, string Again)> answered)
    {
        answered.Count.ShouldBe(stored.Length);
        for (var i = 0; i < stored.Length; i++)
        {
            // Not by a diff: it would print thousands of characters.
            var (name, alias, reason, again) = answered[i];
            (string.Equals(name, stored[i], StringComparison.Ordinal), string.Equals(again, stored[i], StringComparison.Ordinal)).ShouldBe(
                (true, true),
                $"to_json, text {i}"
            );
            (
                string.Equals(alias, stored[i], StringComparison.Ordinal),
                string.Equals(reason, stored[i], StringComparison.Ordinal)
            ).ShouldBe((true, true), $"sent row, text {i}");
        }
    }
}
