using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SocietyParty.House.Tests;

/// <summary>A version that people can meet is one that they can read about.</summary>
public sealed partial class ChangelogTests
{
    private const string Changelog = ".github/CHANGELOG.md";

    private static readonly string Version = XDocument
        .Parse(Repository.Text("Directory.Build.props"))
        .Descendants("VersionPrefix")
        .Single()
        .Value;

    [Fact]
    public void The_version_of_the_build_is_the_newest_in_the_changelog()
    {
        var headings = Headings();
        headings[0].ShouldBe("Unreleased");
        headings[1].ShouldBe(Version);
    }

    [Fact]
    public void Versions_stand_in_their_order_each_once()
    {
        var versions = Headings().Skip(1).Select(System.Version.Parse).ToList();
        versions.ShouldBe(versions.Distinct().OrderDescending());
    }

    private static List<string> Headings() => [.. Heading().Matches(Repository.Text(Changelog)).Select(heading => heading.Groups[1].Value)];

    [GeneratedRegex(@"^## \[([^\]]+)\](?: - \d{4}-\d{2}-\d{2})?\r?$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
