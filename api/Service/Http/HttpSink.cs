using System.Buffers;
using SocietyParty.Service.Queries.Answers;

namespace SocietyParty.Service.Http;

/// <summary>
/// Sends an answer as it is made. Holds the first <see cref="HeldBytesMax"/> bytes back: a short answer is sent whole and with its
/// length, and whatever fails until then can still be told properly.
/// </summary>
/// <param name="answerMsMax">
/// Milliseconds from the first bytes sent until the statement's last row is written. PostgreSQL's own limit does not hold while it
/// waits for a reader, and Kestrel's asks for 240 bytes a second only: a few slow readers could keep every connection for hours.
/// </param>
internal sealed class HttpSink(HttpContext context, string contentType, int answerMsMax) : IAnswerSink, IDisposable
{
    public const int HeldBytesMax = 64 * 1024;
    private const int FirstBytes = 8 * 1024;

    private byte[] held = ArrayPool<byte>.Shared.Rent(FirstBytes);
    private int written;
    private CancellationTokenSource? late;
    private bool isBrokenOff;

    public bool HasStarted { get; private set; }

    public void Advance(int count) => written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(Math.Max(sizeHint, 1));
        return held.AsMemory(written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(Math.Max(sizeHint, 1));
        return held.AsSpan(written);
    }

    public ValueTask PauseAsync(CancellationToken ct) => written < HeldBytesMax ? ValueTask.CompletedTask : SendInTimeAsync(ct);

    /// <summary>Sends what is left.</summary>
    public ValueTask CompleteAsync(CancellationToken ct)
    {
        if (isBrokenOff || context.RequestAborted.IsCancellationRequested)
        {
            return ValueTask.CompletedTask;
        }

        if (!HasStarted)
        {
            context.Response.ContentLength = written;
        }

        return SendAsync(ct);
    }

    public void BreakOff()
    {
        isBrokenOff = true;
        context.Abort();
    }

    public void Dispose()
    {
        late?.Dispose();
        ArrayPool<byte>.Shared.Return(held);
        held = [];
    }

    private ValueTask SendInTimeAsync(CancellationToken ct)
    {
        if (late is null)
        {
            late = CancellationTokenSource.CreateLinkedTokenSource(ct);
            late.CancelAfter(answerMsMax);
        }

        return SendAsync(late.Token);
    }

    private async ValueTask SendAsync(CancellationToken ct)
    {
        if (!HasStarted)
        {
            HasStarted = true;
            context.Response.StatusCode = StatusCodes.Status200OK;
            context.Response.ContentType = contentType;
        }

        var length = written;
        written = 0;
        await context.Response.Body.WriteAsync(held.AsMemory(0, length), ct);
    }

    private void Grow(int free)
    {
        if (held.Length - written >= free)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(held.Length * 2, written + free));
        held.AsSpan(0, written).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(held);
        held = larger;
    }
}
