using System.Text.RegularExpressions;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Schema;

/// <summary>What the set-up says is there in both languages: the compiler asks for two texts, this that one is Chinese.</summary>
public sealed partial class SetupTextTests
{
    [Fact]
    public void A_failure_is_said_in_either_language()
    {
        var failure = new DataFolderInUseException("/data", 7);
        failure.Message.ShouldBe(
            "SP-CLUSTER-201 The data folder /data is in use by process 7. Stop that process, or choose another folder with --data."
        );
        failure.ChineseMessage.ShouldBe("SP-CLUSTER-201 数据文件夹“/data”正由进程 7 使用。请停止该进程，或者用 --data 换一个文件夹。");
        new DatabaseSetupException("SP-X-1", ("a", "甲"), ("b", "乙"), "the log\n").ChineseMessage.ShouldBe("SP-X-1 甲乙\nthe log");
    }

    [Fact]
    public void Every_failure_and_step_has_a_Chinese_text()
    {
        var folder = Path.Combine(Golden.ProjectFolder(), "../../schema/Database");
        var sources = Directory.EnumerateFiles(folder, "*.cs").Select(File.ReadAllText).ToList();
        var codes = sources.SelectMany(text => Code().Matches(text).Select(match => (text, match.Index))).ToList();
        codes.Count.ShouldBeGreaterThan(35);
        codes.Select(code => Statement(code.text, code.Index)).Where(statement => Han().Count(statement) == 0).ShouldBeEmpty();
        sources
            .SelectMany(text => Step().Matches(text).Select(match => Statement(text, match.Index)))
            .Where(statement => Han().Count(statement) == 0 && !statement.Contains("Describe(", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    // Up to its end; the call of a base constructor ends before the body.
    private static string Statement(string text, int from)
    {
        var ends = new[] { ");", ")\n{" }.Select(end => text.IndexOf(end, from, StringComparison.Ordinal)).Where(end => end >= 0);
        return text[from..ends.Min()];
    }

    [GeneratedRegex("\"SP-[A-Z]+-[0-9]+\"")]
    private static partial Regex Code();

    [GeneratedRegex(@"progress\.(Step|Note)\(")]
    private static partial Regex Step();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
