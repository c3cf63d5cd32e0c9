namespace SocietyParty.Faults.Faults;

/// <summary>A disk that does so few writes a second that each COMMIT waits for it; then it is as quick as before.</summary>
internal sealed class DiskSlow() : Fault("slow-disk", "the disk does 20 writes a second")
{
    private const int WritesPerSecond = 20;

    public override Scene Scene => Scene.Disk;

    public override TimeSpan Lasts => TimeSpan.FromSeconds(15);

    public override string? Obstacle() => SlowDisk.Obstacle;

    public override async Task StrikeAsync(Stage stage, Random random, CancellationToken ct)
    {
        var server = stage.Cluster.ServerProcessId!.Value;
        await stage.Disk!.SlowAsync(WritesPerSecond, [server, .. await Signals.ChildrenAsync(server)]);
    }

    public override Task MendAsync(Stage stage, CancellationToken ct) => stage.Disk!.QuickenAsync();
}
