using System.Text;
using SocietyParty.Etl.Import;

namespace SocietyParty.Graph.Tests.Etl.Import;

/// <summary>Lists for tests, as text.</summary>
internal static class Rosters
{
    public const string Header =
        "# committee: 测试市科协科技社团党委\n# region: 500000\n# document-title: 分类管理\n# title: 分类管理名单\n";

    /// <summary>Lines in <see cref="Header"/>: a line n of a body is line n + this of the file.</summary>
    public const int HeaderLines = 4;

    public static string Header2023 => Header.Replace("分类管理\n", "分类管理二\n", StringComparison.Ordinal) + "# issued-on: 2023-03-01\n";

    public static RosterReading Read(string text, string fileName = "list.txt", ImportLimits? limits = null) =>
        Read(Encoding.UTF8.GetBytes(text), fileName, limits);

    public static RosterReading Read(byte[] bytes, string fileName = "list.txt", ImportLimits? limits = null) =>
        RosterReader.Read(new MemoryStream(bytes), fileName, limits: limits);

    public static RosterFile File(string text, string fileName = "list.txt")
    {
        var reading = Read(text, fileName);
        reading.Problems.ShouldBeEmpty();
        return reading.File!;
    }
}
