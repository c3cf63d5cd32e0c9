using System.Diagnostics;

namespace SocietyParty.Tests.Support;

/// <summary>
/// Removes a test cluster after its process, however that ended. The test host is given a tenth of a second to exit and is
/// killed then, too short to stop a server; so a shell outlives it: its input ends when the test process does.
/// </summary>
internal static class Janitor
{
    private const string Script = """
        trap '' INT TERM HUP
        exec >/dev/null 2>&1
        cd /
        read -r _
        pid=$(head -n 1 "$1/server/data/postmaster.pid")
        kill -QUIT "$pid"
        tries=0
        while kill -0 "$pid" && [ $tries -lt 100 ]; do tries=$((tries + 1)); sleep 0.1; done
        rm -rf "$1"
        """;

    // Held so that the pipe stays open as long as this process lives.
    private static Process? _shell;

    /// <summary>On Windows nothing is done; the next test process removes what this one leaves.</summary>
    public static void Watch(string dataFolder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var start = new ProcessStartInfo("sh") { RedirectStandardInput = true, ArgumentList = { "-c", Script, "janitor", dataFolder } };
        _shell = Process.Start(start);
    }
}
