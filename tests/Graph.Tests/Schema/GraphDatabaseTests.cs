using SocietyParty.Etl.Import;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Schema;

public sealed class GraphDatabaseTests(StoppedCluster stopped) : IClassFixture<StoppedCluster>, IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_data_folder_in_use_is_shared_through_its_running_server()
    {
        var cluster = await TestCluster.ClusterAsync();
        await using var graph = await GraphDatabase.OpenAsync(null, cluster.DataFolder);
        var report = await RosterImporter.ImportAsync(graph.Source, Samples.Chongqing2022(), new ImportOptions(IsDryRun: true));
        report.ReadCount.ShouldBe(109);
    }

    // A unit that was restarted holds its folder for seconds before its server answers.
    [Fact]
    public async Task A_data_folder_whose_holder_has_no_server_yet_is_waited_for()
    {
        var folder = temporary.Below("data");
        stopped.CopyTo(folder);
        Directory.CreateDirectory(folder);
        var holder = DataFolderLock.Take(folder);
        var heard = new HeardProgress(step =>
        {
            if (step.StartsWith("Waiting for the program", StringComparison.Ordinal))
            {
                holder.Dispose();
            }
        });
        await using var graph = await GraphDatabase.OpenUnchangedAsync(null, folder, heard);

        graph.DataFolder.ShouldBe(folder);
        heard.Lines[0].ShouldBe("Waiting for the program that holds the data folder");
    }

    [Fact]
    public async Task A_connection_string_that_is_none_is_refused_without_being_shown()
    {
        var refused = await Should.ThrowAsync<DatabaseSetupException>(() => GraphDatabase.OpenAsync("Hast=x;Password=secret", null));
        refused.Code.ShouldBe("SP-CLI-101");
        refused.Message.ShouldNotContain("secret");
    }
}
