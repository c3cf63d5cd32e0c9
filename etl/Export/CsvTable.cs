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

    private readonly ArrayBufferWriter<byte> held = new(HeldBytes * 2);
    private int next;

    public Task StartAsync(CancellationToken ct)
    {
        if (hasByteOrderMark)
        {
            held.Write(Encoding.UTF8.Preamble);
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
                held.Write(utf8);
                break;
        }
    }

    public ValueTask EndRowAsync(CancellationToken ct)
    {
        held.Write("\r\n"u8);
        next = 0;
        // Where the stream may wait for its reader.
        return held.WrittenCount < HeldBytes ? ValueTask.CompletedTask : PassOnAsync(ct);
    }

    public async Task EndAsync(IReadOnlyList<ExportFact> facts, CancellationToken ct)
    {
        await PassOnAsync(ct);
        await output.FlushAsync(ct);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async ValueTask PassOnAsync(CancellationToken ct)
    {
        await output.WriteAsync(held.WrittenMemory, ct);
        held.ResetWrittenCount();
    }

    private void Begin()
    {
        if (next++ > 0)
        {
            held.Write(","u8);
        }
    }

    private void Boolean(bool isSo) => held.Write(isSo ? "是"u8 : "否"u8);

    private void Plain(string text) => Encoding.UTF8.GetBytes(text, held);

    private void Guarded(string text) => Guarded(Encoding.UTF8.GetBytes(text));

    private void Guarded(ReadOnlySpan<byte> text)
    {
        var guard = FormulaGuard.Needs(text) ? "'"u8 : [];
        if (!NeedsQuotes(text, guard.IsEmpty))
        {
            held.Write(guard);
            held.Write(text);
            return;
        }

        held.Write("\""u8);
        held.Write(guard);
        while (text.IndexOf((byte)'"') is var quote and >= 0)
        {
            held.Write(text[..(quote + 1)]);
            held.Write("\""u8);
            text = text[(quote + 1)..];
        }

        held.Write(text);
        held.Write("\""u8);
    }

    // White space at an end would be lost with a reader that trims.
    private static bool NeedsQuotes(ReadOnlySpan<byte> text, bool beginsItself) =>
        !text.IsEmpty && (IsSpace(text[^1]) || (beginsItself && IsSpace(text[0])) || text.ContainsAny(Quoted));

    private static bool IsSpace(byte one) => one is (byte)' ' or (byte)'\t';
}
