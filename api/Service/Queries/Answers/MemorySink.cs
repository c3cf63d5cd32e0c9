using System.Buffers;

namespace SocietyParty.Service.Queries.Answers;

/// <summary>Keeps a whole answer: for messages that must be sent in one piece.</summary>
public sealed class MemorySink : IAnswerSink
{
    private readonly ArrayBufferWriter<byte> held = new();

    public ReadOnlyMemory<byte> Written => held.WrittenMemory;

    /// <summary>Makes room for another answer; what <see cref="Written"/> gave is gone.</summary>
    public void Clear() => held.ResetWrittenCount();

    public bool HasStarted => false;

    public void Advance(int count) => held.Advance(count);

    public Memory<byte> GetMemory(int sizeHint = 0) => held.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => held.GetSpan(sizeHint);

    public ValueTask PauseAsync(CancellationToken ct) => ValueTask.CompletedTask;

    /// <summary>Never needed: nothing leaves before it is whole.</summary>
    public void BreakOff() => throw new InvalidOperationException("An answer in memory has not begun to be sent.");
}
