using System.Buffers;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using SocietyParty.Service.Queries.Answers;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Graph.Tests.Service.Queries.Answers;

/// <summary>A leaf alone against a JSON parser.</summary>
public sealed class JsonLeafTests
{
    // Every range of UTF-8's lengths, each with its ends, and more of what must be escaped.
    private static readonly Gen<int> CodePoint = Gen.OneOf(
        Gen.Choose(0, 0x7f),
        Gen.Choose(0, 0x1f),
        Gen.Elements('"', '\\', '/', 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff),
        Gen.Choose(0x80, 0x7ff),
        Gen.Choose(0x800, 0xd7ff),
        Gen.Choose(0xe000, 0xffff),
        Gen.Choose(0x10000, 0x10ffff)
    );

    private static readonly Arbitrary<string> Texts = Arb.From(
        from values in Gen.ListOf(CodePoint)
        select string.Concat(values.Select(value => new Rune(value)))
    );

    [Fact]
    public void A_text_is_read_back_as_it_was()
    {
        Prop.ForAll(Texts, text => Read(Encoding.UTF8.GetBytes(text), LeafForm.Text) == text)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3_000).WithEndSize(300).WithReplay(7, 1));
    }

    /// <summary>No escape is torn where a buffer ends, and none needs more room than it asks for.</summary>
    [Fact]
    public void A_text_is_read_back_from_the_narrowest_buffers()
    {
        Prop.ForAll(Texts, text =>
            {
                var output = new NarrowBuffer();
                JsonLeaf.Write(output, Encoding.UTF8.GetBytes(text), LeafForm.Text);
                return JsonSerializer.Deserialize<string>(output.Written.ToArray()) == text;
            })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(100).WithReplay(7, 3));
    }

    [Theory]
    [InlineData("", LeafForm.Text, "\"\"")]
    [InlineData("中文 a", LeafForm.Text, "\"中文 a\"")]
    [InlineData("BRANCH", LeafForm.Plain, "\"BRANCH\"")]
    [InlineData("12.50", LeafForm.Json, "12.50")]
    public void What_needs_no_escape_stays_as_it_is(string value, LeafForm form, string written)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonLeaf.Write(output, Encoding.UTF8.GetBytes(value), form);
        Encoding.UTF8.GetString(output.WrittenSpan).ShouldBe(written);
    }

    private static string? Read(byte[] value, LeafForm form)
    {
        var output = new ArrayBufferWriter<byte>();
        JsonLeaf.Write(output, value, form);
        return JsonSerializer.Deserialize<string>(output.WrittenSpan);
    }

    /// <summary>Gives no byte more than it was asked for.</summary>
    private sealed class NarrowBuffer : IBufferWriter<byte>
    {
        private byte[] given = [];

        public List<byte> Written { get; } = [];

        public void Advance(int count) => Written.AddRange(given.AsSpan(0, count));

        public Memory<byte> GetMemory(int sizeHint = 0) => given = new byte[Math.Max(sizeHint, 1)];

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
    }
}
