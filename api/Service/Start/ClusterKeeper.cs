using SocietyParty.Schema.Database;

namespace SocietyParty.Service.Start;

/// <summary>Starts the private PostgreSQL again when it is gone: somebody ended its process, or the machine ran out of memory.</summary>
internal static partial class ClusterKeeper
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Looks once a second until the service stops; returns at once where the server is not this program's own.</summary>
    /// <param name="restarted">Lets go of connections to the server that is gone.</param>
    public static async Task RunAsync(GraphSetup graph, Action restarted, ILogger log, CancellationToken stopping)
    {
        if (!graph.IsPrivate)
        {
            return;
        }

        var wait = Look;
        try
        {
            while (true)
            {
                await Task.Delay(wait, stopping);
                try
                {
                    if (await graph.RestartIfGoneAsync(stopping))
                    {
                        restarted();
                        Restarted(log);
                    }

                    wait = Look;
                }
                catch (DatabaseSetupException failure)
                {
                    wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
                    Failed(log, (int)wait.TotalSeconds, failure);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The service stops, and takes its server with it.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The private PostgreSQL was gone; it was started again")]
    private static partial void Restarted(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "The private PostgreSQL is gone and does not start; next try in {Seconds} s")]
    private static partial void Failed(ILogger log, int seconds, Exception failure);
}
