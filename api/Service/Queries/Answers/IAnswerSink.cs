using System.Buffers;

namespace SocietyParty.Service.Queries.Answers;

/// <summary>Where the bytes of an answer go while they are made.</summary>
public interface IAnswerSink : IBufferWriter<byte>
{
    /// <summary>Called between pieces: may send what is held, and then waits for a slow reader.</summary>
    ValueTask PauseAsync(CancellationToken ct);

    /// <summary>True once bytes have left: from then on a failure can only break the answer off.</summary>
    bool HasStarted { get; }

    /// <summary>Ends what was begun in a way that nobody takes for its end.</summary>
    void BreakOff();
}
