using SocietyParty.Etl.Import;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Schema;

public class GraphDatabaseTests
{
    [Fact]
    public async Task A_data_folder_in_use_is_shared_through_its_running_server()
    {
        var cluster = await TestCluster.ClusterAsync();
        await using var graph = await GraphDatabase.OpenAsync(null, cluster.DataFolder);
        var report = await RosterImporter.ImportAsync(graph.Source, Samples.Chongqing2022(), new ImportOptions(IsDryRun: true));
        report.ReadCount.ShouldBe(109);
    }

    [Fact]
    public async Task A_connection_string_that_is_none_is_refused_without_being_shown()
    {
        var refused = await Should.ThrowAsync<DatabaseSetupException>(() => GraphDatabase.OpenAsync("Hast=x;Password=secret", null));
        refused.Code.ShouldBe("SP-CLI-101");
        refused.Message.ShouldNotContain("secret");
    }
}
