using System.Collections.Concurrent;
using System.Diagnostics;

namespace SocietyParty.Tests.Support;

/// <summary>
/// Removes a test cluster after its process, however that ended. The test host is given a tenth of a second to exit and is
/// killed then, too short to stop a server; so a shell outlives it: its input ends when the test process does.
/// </summary>
public static class Janitor
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

    // Held so that each pipe stays open as long as this process lives: a shell that nobody refers to clears up at once.
    private static readonly ConcurrentBag<Process> Shells = [];

    /// <summary>Clears up behind one cluster. On Windows nothing is done; the next test process removes what this one leaves.</summary>
    public static void Watch(string dataFolder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var start = new ProcessStartInfo("sh") { RedirectStandardInput = true, ArgumentList = { "-c", Script, "janitor", dataFolder } };
        Shells.Add(Process.Start(start)!);
    }
}
