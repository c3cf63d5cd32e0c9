using System.Buffers;
using System.Globalization;
using Npgsql;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Service.Queries.Answers;

/// <summary>
/// Reads a statement whose first row is the answer with marked places and whose other rows belong there, page row by page row. The
/// rows are written as they arrive; only the first row is kept.
/// </summary>
internal sealed class SentRowsReader
{
    private const long AtEnd = -1;

    private readonly NpgsqlDataReader reader;
    private readonly RowLayout layout;
    private readonly byte[]?[] answers;
    private long current;

    private SentRowsReader(NpgsqlDataReader reader, RowLayout layout, byte[]?[] answers)
    {
        this.reader = reader;
        this.layout = layout;
        this.answers = answers;
    }

    /// <param name="columns">Number of root fields, each with a column of the first row.</param>
    public static async Task<SentRowsReader> OpenAsync(NpgsqlDataReader reader, RowLayout layout, int columns, CancellationToken ct)
    {
        var answers = new byte[]?[columns];
        for (var i = 0; i < columns; i++)
        {
            answers[i] = await reader.IsDBNullAsync(i, ct) ? null : await reader.GetFieldValueAsync<byte[]>(i, ct);
        }

        var opened = new SentRowsReader(reader, layout, answers);
        await opened.MoveAsync(ct);
        return opened;
    }

    /// <summary>Writes a root field's answer, with the rows in their places.</summary>
    public async Task WriteAnswerAsync(int column, IAnswerSink sink, CancellationToken ct)
    {
        if (answers[column] is not { } answer)
        {
            sink.Write("null"u8);
            return;
        }

        var rest = answer.AsMemory();
        while (rest.Span.IndexOf(RowLayout.Mark) is var mark and >= 0)
        {
            await PiecesAsync(rest[..mark], sink, ct);
            rest = rest[(mark + 1)..];
            var end = rest.Span.IndexOf(RowLayout.Mark);
            await ListAsync(long.Parse(rest.Span[..end], NumberStyles.None, CultureInfo.InvariantCulture), sink, ct);
            rest = rest[(end + 1)..];
        }

        await PiecesAsync(rest, sink, ct);
    }

    /// <summary>Every row must have found its place: a row left over would be data left out.</summary>
    public void End()
    {
        if (current != AtEnd)
        {
            throw new InvalidOperationException($"The rows sent for page row {current} have no place in the answer.");
        }
    }

    // The sink shall not hold a second copy of what the first row holds.
    private static async ValueTask PiecesAsync(ReadOnlyMemory<byte> text, IAnswerSink sink, CancellationToken ct)
    {
        while (!text.IsEmpty)
        {
            var piece = text[..Math.Min(text.Length, AnswerWriter.PieceBytes)];
            sink.Write(piece.Span);
            await sink.PauseAsync(ct);
            text = text[piece.Length..];
        }
    }

    private async ValueTask ListAsync(long pageRow, IAnswerSink sink, CancellationToken ct)
    {
        sink.Write("["u8);
        for (var isFirst = true; current == pageRow; isFirst = false)
        {
            if (!isFirst)
            {
                sink.Write(","u8);
            }

            Item(sink);
            await MoveAsync(ct);
            await sink.PauseAsync(ct);
        }

        sink.Write("]"u8);
    }

    private void Item(IAnswerSink sink)
    {
        for (var i = 0; i < layout.Fields.Length; i++)
        {
            var field = layout.Fields[i];
            sink.Write(field.Before.Span);
            var column = answers.Length + 1 + i;
            if (reader.IsDBNull(column))
            {
                sink.Write("null"u8);
            }
            else
            {
                JsonLeaf.Write(sink, reader.GetFieldValue<byte[]>(column), field.Form);
            }
        }

        sink.Write(layout.End.Span);
    }

    private async ValueTask MoveAsync(CancellationToken ct) =>
        current = await reader.ReadAsync(ct) ? reader.GetInt64(answers.Length) : AtEnd;
}
