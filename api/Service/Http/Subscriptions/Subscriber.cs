using System.Threading.Channels;

namespace SocietyParty.Service.Http.Subscriptions;

/// <summary>One client's place in the stream of an <see cref="EventGroup"/>: results that it has not taken yet, at most so many.</summary>
internal sealed class Subscriber(int bufferedMax) : IDisposable
{
    private readonly Channel<ReadOnlyMemory<byte>> results = Channel.CreateBounded<ReadOnlyMemory<byte>>(
        new BoundedChannelOptions(bufferedMax) { SingleReader = true }
    );

    private readonly CancellationTokenSource ended = new();

    /// <summary>Ends after what was offered before <see cref="End"/>.</summary>
    public ChannelReader<ReadOnlyMemory<byte>> Results => results.Reader;

    /// <summary>Why the service ended the stream; null while it lasts.</summary>
    public StreamEnd? Reason { get; private set; }

    /// <summary>Cancelled when the service ends the stream; results may still wait.</summary>
    public CancellationToken Ended => ended.Token;

    /// <summary>False when this subscriber takes its results too slowly; its stream has ended then.</summary>
    public bool Offer(ReadOnlyMemory<byte> result)
    {
        if (results.Writer.TryWrite(result))
        {
            return true;
        }

        End(StreamEnd.TooSlow);
        return false;
    }

    public void End(StreamEnd reason)
    {
        Reason ??= reason;
        if (results.Writer.TryComplete())
        {
            ended.Cancel();
        }
    }

    public void Dispose() => ended.Dispose();
}

internal enum StreamEnd
{
    TooSlow,
    Failed,
}
