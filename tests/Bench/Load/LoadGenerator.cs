using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace SocietyParty.Bench.Load;

/// <summary>
/// Runs the generator as a process of its own, on one thread that waits for the sockets and sends the next request from there, as
/// wrk does: it shares the cores with what is measured.
/// </summary>
internal static class LoadGenerator
{
    /// <param name="begun">Called when the measured time begins.</param>
    /// <param name="ended">Called when it ends.</param>
    public static async Task<LoadResult> RunAsync(
        string file,
        int port,
        int connections,
        int warmUpSeconds,
        int seconds,
        Action begun,
        Action ended,
        CancellationToken ct
    )
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(AppContext.BaseDirectory, "SocietyParty.Bench.dll"),
                LoadVerb.Name,
                file,
                .. new[] { port, connections, warmUpSeconds, seconds }.Select(number => number.ToString(CultureInfo.InvariantCulture)),
            ]
        )
        {
            RedirectStandardOutput = true,
        };
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_SYSTEM_NET_SOCKETS_THREAD_COUNT"] = "1";
        start.Environment["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1";
        using var process = Process.Start(start)!;
        try
        {
            while (await process.StandardOutput.ReadLineAsync(ct) is { } line)
            {
                if (line == LoadVerb.Begun)
                {
                    begun();
                }
                else if (line == LoadVerb.Ended)
                {
                    ended();
                }
                else
                {
                    return JsonSerializer.Deserialize<LoadResult>(line)!;
                }
            }

            throw new BenchException("SP-BENCH-402", "The load generator ended without a result.");
        }
        finally
        {
            if (ct.IsCancellationRequested && !process.HasExited)
            {
                process.Kill();
            }

            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
