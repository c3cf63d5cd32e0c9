using System.Buffers;
using System.Globalization;
using System.Text;
using SocietyParty.Etl.Import.Sheets;

namespace SocietyParty.Etl.Export;

/// <summary>
/// A table as CSV in the dialect of the import sheets; what looks like a formula is guarded as the import expects it. UTF-8 from cell to
/// stream: texts that come as such are never strings.
/// </summary>
public sealed class CsvTable(Stream output, IReadOnlyList<ExportColumn> columns, bool hasByteOrderMark) : ITableWriter
{
    private const int HeldBytes = 32 * 1024;

    /// <summary>Digits of which a decimal keeps each.</summary>
    private const int ExactDigits = 28;

    private static readonly SearchValues<byte> Quoted = SearchValues.Create(",\"\r\n"u8);
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789-."u8);

    private byte[] held = new byte[HeldBytes * 2];
    private int length;
    private int next;

    public Task StartAsync(CancellationToken ct)
    {
        if (hasByteOrderMark)
        {
            Add(Encoding.UTF8.Preamble);
        }

        foreach (var column in columns)
        {
            Begin();
            Guarded(column.Header);
        }

        return EndRowAsync(ct).AsTask();
    }

    // A number is no formula, negative or not.
    public void Value(object? value)
    {
        Begin();
        switch (value)
        {
            case null:
                break;
            case string words:
                Guarded(words);
                break;
            case bool isSo:
                Boolean(isSo);
                break;
            case DateOnly day:
                Plain(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset moment:
                Plain(moment.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
                break;
            default:
                Plain(Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
        }
    }

    public void Text(ReadOnlySpan<byte> utf8)
    {
        var type = columns[next].Type;
        if (type == ExportType.Decimal && (utf8.Length > ExactDigits || utf8.ContainsAnyExcept(Digits)))
        {
            Value(decimal.Parse(utf8, NumberStyles.Float, CultureInfo.InvariantCulture));
            return;
        }

        Begin();
        switch (type)
        {
            case ExportType.Text:
                Guarded(utf8);
                break;
            case ExportType.Boolean:
                Boolean(CellText.IsTrue(utf8));
                break;
            case ExportType.Moment:
                throw new NotSupportedException("A moment is no text.");
            default:
                Add(utf8);
                break;
        }
    }

    public ValueTask EndRowAsync(CancellationToken ct)
    {
        Add("\r\n"u8);
        next = 0;
        // Where the stream may wait for its reader.
        return length < HeldBytes ? ValueTask.CompletedTask : PassOnAsync(ct);
    }

    public async Task EndAsync(IReadOnlyList<ExportFact> facts, CancellationToken ct)
    {
        await PassOnAsync(ct);
        await output.FlushAsync(ct);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask PassOnAsync(CancellationToken ct)
    {
        await output.WriteAsync(held.AsMemory(0, length), ct);
        length = 0;
    }

    private void Begin()
    {
        if (next++ > 0)
        {
            Add(","u8);
        }
    }

    private void Boolean(bool isSo) => Add(isSo ? "是"u8 : "否"u8);

    private void Plain(string text) => Add(Encoding.UTF8.GetBytes(text));

    private void Add(ReadOnlySpan<byte> bytes)
    {
        if (held.Length - length < bytes.Length)
        {
            Array.Resize(ref held, Math.Max(held.Length * 2, length + bytes.Length));
        }

        bytes.CopyTo(held.AsSpan(length));
        length += bytes.Length;
    }

    private void Guarded(string text) => Guarded(Encoding.UTF8.GetBytes(text));

    private void Guarded(ReadOnlySpan<byte> text)
    {
        var guard = FormulaGuard.Needs(text) ? "'"u8 : [];
        if (!NeedsQuotes(text, guard.IsEmpty))
        {
            Add(guard);
            Add(text);
            return;
        }

        Add("\""u8);
        Add(guard);
        while (text.IndexOf((byte)'"') is var quote and >= 0)
        {
            Add(text[..(quote + 1)]);
            Add("\""u8);
            text = text[(quote + 1)..];
        }

        Add(text);
        Add("\""u8);
    }

    // White space at an end would be lost with a reader that trims.
    private static bool NeedsQuotes(ReadOnlySpan<byte> text, bool beginsItself) =>
        !text.IsEmpty && (IsSpace(text[^1]) || (beginsItself && IsSpace(text[0])) || text.ContainsAny(Quoted));

    private static bool IsSpace(byte one) => one is (byte)' ' or (byte)'\t';
}
