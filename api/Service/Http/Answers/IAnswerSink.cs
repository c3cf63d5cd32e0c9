using System.Buffers;

namespace SocietyParty.Service.Http.Answers;

/// <summary>Where the bytes of an answer go while they are made.</summary>
public interface IAnswerSink : IBufferWriter<byte>
{
    /// <summary>Called between pieces: may send what is held, and then waits for a slow reader.</summary>
    ValueTask PauseAsync(CancellationToken ct);
}
