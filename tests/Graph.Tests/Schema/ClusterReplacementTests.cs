using SocietyParty.Schema.Database;

namespace SocietyParty.Graph.Tests.Schema;

/// <summary>A killed replacement of one cluster by another ends as one or the other, at each of its steps.</summary>
public sealed class ClusterReplacementTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Before_the_mark_the_draft_is_forgotten()
    {
        Write("server", "old");
        ClusterReplacement.Begin(_folder.Path);
        Write("upgrade/new/server", "new");
        ClusterReplacement.Finish(_folder.Path);
        ClusterReplacement.Forget(_folder.Path);
        Read("server").ShouldBe("old");
        Directory.Exists(_folder.Below("upgrade")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("the old one still has the name")]
    [InlineData("nothing has the name")]
    [InlineData("the new one has the name")]
    public void After_the_mark_it_is_finished(string killedWhen)
    {
        ClusterReplacement.Begin(_folder.Path);
        Write(killedWhen.StartsWith("the old", StringComparison.Ordinal) ? "server" : "server-15", "old");
        Write(killedWhen.StartsWith("the new", StringComparison.Ordinal) ? "server" : "upgrade/new/server", "new");
        File.WriteAllText(_folder.Below("upgrade/ready"), "15");

        // What would otherwise begin an upgrade anew leaves a marked one alone.
        ClusterReplacement.Forget(_folder.Path);
        ClusterReplacement.Finish(_folder.Path);
        Read("server").ShouldBe("new");
        Read("server-15").ShouldBe("old");
        Directory.Exists(_folder.Below("upgrade")).ShouldBeFalse();
        ClusterReplacement.Finish(_folder.Path);
        Read("server").ShouldBe("new");
    }

    private void Write(string folder, string text)
    {
        Directory.CreateDirectory(_folder.Below(folder));
        File.WriteAllText(Path.Combine(_folder.Below(folder), "which"), text);
    }

    private string Read(string folder) => File.ReadAllText(Path.Combine(_folder.Below(folder), "which"));
}
