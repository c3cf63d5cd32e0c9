using SocietyParty.Service.Queries.Answers;

namespace SocietyParty.Graph.Tests.Service.Queries.Answers;

/// <summary>Takes an answer and keeps none of it; counts the most bytes that it had to hold between two pauses.</summary>
/// <param name="pause">Called at every pause, with the number of the pause from 1.</param>
/// <param name="sends">Whether bytes leave at a pause, so that a later failure cannot be told any more.</param>
internal sealed class CountingSink(Func<int, Task>? pause = null, bool sends = true) : IAnswerSink
{
    private byte[] buffer = new byte[1024];
    private int held;
    private int pauses;

    public long Bytes { get; private set; }

    public int HeldBytesMax { get; private set; }

    public bool HasStarted { get; private set; }

    public bool IsBrokenOff { get; private set; }

    public void Advance(int count)
    {
        held += count;
        Bytes += count;
        HeldBytesMax = Math.Max(HeldBytesMax, held);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (buffer.Length < sizeHint)
        {
            buffer = new byte[sizeHint];
        }

        return buffer;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public async ValueTask PauseAsync(CancellationToken ct)
    {
        held = 0;
        HasStarted |= sends;
        if (pause is not null)
        {
            await pause(++pauses);
        }
    }

    public void BreakOff() => IsBrokenOff = true;
}
