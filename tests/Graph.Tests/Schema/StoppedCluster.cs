using System.Diagnostics;
using SocietyParty.Schema.Database;

namespace SocietyParty.Graph.Tests.Schema;

/// <summary>A data folder whose server is stopped, to copy: initdb takes a second, a copy takes a tenth of one.</summary>
public sealed class StoppedCluster : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    private string Folder => _temporary.Below("data");

    public async Task InitializeAsync() =>
        await (await PrivateCluster.StartAsync(Folder, new PrivateClusterOptions { Durable = false })).DisposeAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _temporary.Dispose();

    /// <summary>Keeps owners and modes. On Windows, without cp, the test's first start creates the cluster itself.</summary>
    public void CopyTo(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var copy = Process.Start("cp", ["-a", Folder, folder]);
        copy.WaitForExit();
        copy.ExitCode.ShouldBe(0);
    }
}
