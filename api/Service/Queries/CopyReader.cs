using System.Buffers;
using System.Buffers.Binary;
using System.Threading.Channels;
using Npgsql;

namespace SocietyParty.Service.Queries;

/// <summary>
/// Rows of <c>COPY … (FORMAT binary)</c>, read ahead by a thread of their own while earlier ones are used: a few chunks of whole rows, so
/// that the memory needed does not grow with their number. A column's value is the UTF-8 that PostgreSQL sent.
/// </summary>
internal sealed class CopyReader : IAsyncDisposable
{
    private const int ChunkBytes = 128 * 1024;
    private const int ChunksAhead = 4;
    private const int NullLength = -1;

    // Signature, flags, and the length of an extension that there is none of.
    private const int HeaderBytes = 11 + 4 + 4;

    private readonly Channel<Chunk> chunks = Channel.CreateBounded<Chunk>(
        new BoundedChannelOptions(ChunksAhead) { SingleReader = true, SingleWriter = true }
    );
    private readonly CancellationTokenSource stop = new();
    private readonly NpgsqlRawCopyStream source;
    private readonly (int At, int Length)[] values;
    private readonly Task reading;
    private Chunk chunk = new([], 0, 0);

    /// <param name="source">Ends with this.</param>
    /// <param name="columns">Of each row.</param>
    public CopyReader(NpgsqlRawCopyStream source, int columns)
    {
        this.source = source;
        values = new (int, int)[columns];
        // Reading by itself takes half as long as awaiting each row.
        reading = Task.Factory.StartNew(Fill, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Waits until there are rows; false where there are no more.</summary>
    /// <exception cref="NpgsqlException">The database failed.</exception>
    public async ValueTask<bool> WaitAsync(CancellationToken ct)
    {
        while (chunk.Start == chunk.End)
        {
            Return();
            if (!await chunks.Reader.WaitToReadAsync(ct))
            {
                return false;
            }

            chunks.Reader.TryRead(out chunk);
        }

        return true;
    }

    /// <summary>Goes to the next row; false where one has to wait for it.</summary>
    public bool Read()
    {
        if (chunk.Start == chunk.End)
        {
            return false;
        }

        var bytes = chunk.Bytes.AsSpan(0, chunk.End);
        var at = chunk.Start + sizeof(short);
        for (var column = 0; column < values.Length; column++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);
            at += sizeof(int);
            values[column] = (at, length);
            at += Math.Max(length, 0);
        }

        chunk = chunk with { Start = at };
        return true;
    }

    public bool IsNull(int column) => values[column].Length == NullLength;

    /// <summary>Until the next row; empty for null, too.</summary>
    public ReadOnlySpan<byte> Value(int column)
    {
        var (at, length) = values[column];
        return chunk.Bytes.AsSpan(at, Math.Max(length, 0));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        try
        {
            if (!reading.IsCompleted || !chunks.Reader.Completion.IsCompletedSuccessfully)
            {
                // Else closing would wait for the statement's end and read it all.
                await source.CancelAsync();
            }

            await reading;
            await source.DisposeAsync();
        }
        catch (Exception error) when (error is NpgsqlException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Whoever read the rows knows it, or has what they wanted.
        }

        Return();
        while (chunks.Reader.TryRead(out chunk))
        {
            Return();
        }

        stop.Dispose();
    }

    private void Return()
    {
        if (chunk.Bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(chunk.Bytes);
            chunk = new([], 0, 0);
        }
    }

    private void Fill()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            var filled = 0;
            while (filled < HeaderBytes)
            {
                filled += Some(buffer.AsSpan(filled));
            }

            var (start, whole) = (HeaderBytes, HeaderBytes);
            while (true)
            {
                if (filled == buffer.Length)
                {
                    whole = Whole(buffer.AsSpan(0, filled), whole, out _);
                    (buffer, start, filled) = Next(buffer, start, whole, filled);
                    whole = start;
                }

                var read = source.Read(buffer.AsSpan(filled));
                if (read == 0)
                {
                    break;
                }

                filled += read;
            }

            whole = Whole(buffer.AsSpan(0, filled), whole, out var hasEnded);
            if (!hasEnded)
            {
                throw new InvalidOperationException("PostgreSQL's rows broke off.");
            }

            Pass(new(buffer, start, whole));
            buffer = [];
            chunks.Writer.Complete();
        }
        catch (Exception error)
        {
            // Told to whoever waits for rows.
            chunks.Writer.Complete(error);
        }
        finally
        {
            if (buffer.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    private int Some(Span<byte> free) =>
        source.Read(free) is var read and > 0 ? read : throw new InvalidOperationException("PostgreSQL's rows broke off.");

    // Passes on the whole rows and begins with the rest; a row that fills all of the buffer gets a larger one.
    private (byte[] Buffer, int Start, int Filled) Next(byte[] buffer, int start, int whole, int filled)
    {
        var rest = buffer.AsSpan(whole, filled - whole);
        var next = ArrayPool<byte>.Shared.Rent(Math.Max(ChunkBytes, rest.Length * 2));
        rest.CopyTo(next);
        if (whole > start)
        {
            Pass(new(buffer, start, whole));
        }
        else
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return (next, 0, rest.Length);
    }

    private void Pass(Chunk full)
    {
        if (!chunks.Writer.TryWrite(full))
        {
            chunks.Writer.WriteAsync(full, stop.Token).AsTask().GetAwaiter().GetResult();
        }
    }

    /// <summary>Where the last whole row ends.</summary>
    /// <param name="bytes">Rows, the last one perhaps a part of one.</param>
    /// <param name="from">Where a row begins.</param>
    /// <param name="hasEnded">Whether the mark of the end follows.</param>
    private static int Whole(ReadOnlySpan<byte> bytes, int from, out bool hasEnded)
    {
        hasEnded = false;
        while (bytes.Length - from >= sizeof(short))
        {
            var columns = BinaryPrimitives.ReadInt16BigEndian(bytes[from..]);
            if (columns < 0)
            {
                hasEnded = true;
                return from;
            }

            long at = from + sizeof(short);
            for (; columns > 0 && bytes.Length - at >= sizeof(int); columns--)
            {
                at += sizeof(int) + Math.Max(BinaryPrimitives.ReadInt32BigEndian(bytes[(int)at..]), 0);
            }

            if (columns > 0 || at > bytes.Length)
            {
                return from;
            }

            from = (int)at;
        }

        return from;
    }

    private readonly record struct Chunk(byte[] Bytes, int Start, int End);
}
