using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Queries.Answers;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Service.Http.Exports;

/// <summary>The items of a list, one after the other: leaves as PostgreSQL sent them, and an item's JSON for who needs more.</summary>
internal sealed class ItemReader(CopyReader rows, ListObject item) : IAsyncDisposable
{
    public const int IdentityMax = 120;

    // Chinese text stays readable and short, as in every answer.
    private static readonly JsonWriterOptions Relaxed = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly Utf8JsonWriter documents = new(Stream.Null, Relaxed);
    private readonly Part whole = Part.Of("", item);

    /// <summary>What an item is made of.</summary>
    public ListObject Shape => item;

    public CopyReader Rows => rows;

    /// <summary>The item as GraphQL answers it.</summary>
    public void WriteTo(IBufferWriter<byte> output) => Write(output, whole);

    /// <summary>The identity whose key a column holds.</summary>
    /// <param name="identity">Not null in this row.</param>
    /// <param name="text">Takes it.</param>
    /// <returns>How many bytes it has.</returns>
    public int Identity(ListIdentity identity, Span<byte> text)
    {
        Span<byte> plain = stackalloc byte[IdentityMax];
        var length = Encoding.ASCII.GetBytes(identity.TypeName, plain);
        plain[length++] = (byte)':';
        var key = rows.Value(identity.Column);
        key.CopyTo(plain[length..]);
        Base64.EncodeToUtf8(plain[..(length + key.Length)], text, out _, out var written);
        return written;
    }

    public async ValueTask DisposeAsync()
    {
        await documents.DisposeAsync();
        await rows.DisposeAsync();
    }

    private void Write(IBufferWriter<byte> output, Part part)
    {
        output.Write(part.Before);
        switch (part.Shape)
        {
            case ListConstant:
                output.Write(part.Text);
                break;
            case ListLeaf leaf when !rows.IsNull(leaf.Column):
                JsonLeaf.Write(output, rows.Value(leaf.Column), leaf.Form);
                break;
            case ListIdentity identity when !rows.IsNull(identity.Column):
                Span<byte> text = stackalloc byte[IdentityMax * 2];
                JsonLeaf.Write(output, text[..Identity(identity, text)], LeafForm.Plain);
                break;
            case ListDocument document when !rows.IsNull(document.Column):
                Document(output, rows.Value(document.Column));
                break;
            case ListObject obj when obj.NullColumn is not { } column || !rows.IsNull(column):
                foreach (var member in part.Members)
                {
                    Write(output, member);
                }

                output.Write(part.Text);
                break;
            default:
                output.Write("null"u8);
                break;
        }
    }

    // Without the spaces and escapes that PostgreSQL writes.
    private void Document(IBufferWriter<byte> output, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        documents.Reset(output);
        document.RootElement.WriteTo(documents);
        documents.Flush();
    }

    /// <param name="Before">What stands before the value: a comma or a bracket, and its key.</param>
    /// <param name="Text">A constant, or what ends an object.</param>
    private sealed record Part(byte[] Before, ListShape Shape, Part[] Members, byte[] Text)
    {
        public static Part Of(string before, ListShape shape) =>
            new(
                Encoding.UTF8.GetBytes(before),
                shape,
                shape is ListObject obj
                    ? [.. obj.Members.Select((member, index) => Of($"{(index == 0 ? '{' : ',')}\"{member.Key}\":", member.Value))]
                    : [],
                Encoding.UTF8.GetBytes(
                    shape switch
                    {
                        ListConstant constant => $"\"{constant.Text}\"",
                        ListObject { Members.IsEmpty: true } => "{}",
                        _ => "}",
                    }
                )
            );
    }
}
