using System.Diagnostics;

namespace SocietyParty.Etl.Telemetry;

/// <summary>
/// Keeps the words of exceptions out of spans: PostgreSQL's name the values that it refused. Type and SQL state stay, the log has the
/// rest.
/// </summary>
internal sealed class ExceptionTexts : IDisposable
{
    private const string LeftOut = "(in the log)";

    // It samples nothing, so it makes no span: it is only asked when an exception is put into somebody else's.
    private readonly ActivityListener listener = new()
    {
        ShouldListenTo = _ => true,
        ExceptionRecorder = static (_, _, ref tags) =>
        {
            tags.Add("exception.message", LeftOut);
            tags.Add("exception.stacktrace", LeftOut);
        },
    };

    public ExceptionTexts() => ActivitySource.AddActivityListener(listener);

    public void Dispose() => listener.Dispose();
}
