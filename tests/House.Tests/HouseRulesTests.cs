using System.Text.RegularExpressions;

namespace SocietyParty.House.Tests;

/// <summary>What holds for every file of the house.</summary>
public sealed partial class HouseRulesTests
{
    /// <summary>What the longest file without a reason has today, rounded up. It goes down when that file is split, never up.</summary>
    private const int LinesMax = 350;

    private const int ColumnsMax = 140;

    private const string RawText = "\"\"\"";

    /// <summary>Files that may be longer, each with its reason.</summary>
    private static readonly Dictionary<string, string> LongFiles = new()
    {
        ["api/GraphQL/Language/Lexer.cs"] = "One automaton: each kind of token shares its position and its errors with the others.",
        ["schema/graph/views/graph.access_rule.sql"] =
            "One row a table, and the policies and grants that are made of them at the same moment.",
    };

    private static readonly string[] TopLevel =
    [
        ".ci",
        ".editorconfig",
        ".gitattributes",
        ".github",
        ".gitignore",
        "Directory.Build.props",
        "Directory.Build.rsp",
        "Directory.Packages.props",
        "LICENSE",
        "README.md",
        "SocietyParty.Graph.sln",
        "api",
        "etl",
        "global.json",
        "schema",
        "tests",
    ];

    [Fact]
    public void The_top_level_is_fixed() =>
        Repository.Files.Select(file => file.Split('/')[0]).Distinct().Order(StringComparer.Ordinal).ShouldBe(TopLevel);

    [Fact]
    public void A_file_of_code_fits_a_reader()
    {
        var long_ = Repository
            .CSharp.Where(file => !LongFiles.ContainsKey(file))
            .Select(file => (file, Lines: Repository.Text(file).Count(letter => letter == '\n')))
            .Where(file => file.Lines > LinesMax);
        long_.ShouldBeEmpty();
    }

    [Fact]
    public void A_long_file_still_needs_its_reason() =>
        LongFiles.Keys.Where(file => Repository.Text(file).Count(letter => letter == '\n') <= LinesMax).ShouldBeEmpty();

    // CSharpier breaks code, but neither comments nor texts. A raw text is SQL, GraphQL or an expected answer, broken as reads best.
    [Fact]
    public void A_line_of_code_fits_a_screen()
    {
        var long_ = Repository.CSharp.SelectMany(file =>
            LinesOfCode(file).Where(line => line.Text.Length > ColumnsMax).Select(line => $"{file}:{line.Number}")
        );
        long_.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_stands_in_the_folder_of_its_namespace()
    {
        var misplaced = Repository
            .CSharp.Where(file => file.StartsWith("api/", StringComparison.Ordinal) || file.StartsWith("etl/", StringComparison.Ordinal))
            .Select(file => (file, Namespace: Namespace().Match(Repository.Text(file)).Groups[1].Value))
            .Where(file => file.Namespace.Length > 0 && !MayHold(file.file, file.Namespace));
        misplaced.ShouldBeEmpty();
    }

    [Fact]
    public void A_transform_begins_with_its_grain()
    {
        var transforms = Repository
            .Files.Where(file =>
                file.StartsWith("etl/Transforms/", StringComparison.Ordinal)
                && file.EndsWith(".sql", StringComparison.Ordinal)
                && !file.Contains("/checks/", StringComparison.Ordinal)
            )
            .ToList();
        transforms.ShouldNotBeEmpty();
        transforms.Where(file => !Repository.Text(file).StartsWith("-- Grain: ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    /// <summary>One clock, Beijing's, which a test may set: <c>graph.today()</c>.</summary>
    [Fact]
    public void A_view_asks_one_function_what_today_is()
    {
        var views = Repository
            .Files.Where(file => file.StartsWith("schema/", StringComparison.Ordinal) && file.Contains("/views/", StringComparison.Ordinal))
            .ToList();
        views.Count.ShouldBeGreaterThan(100);
        views
            .Where(file => !file.EndsWith("graph.today.sql", StringComparison.Ordinal))
            .Where(file => OwnClock().IsMatch(Repository.Text(file)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_validation_rule_has_a_test_of_its_own()
    {
        var rules = Repository
            .CSharp.Where(file => file.StartsWith("api/GraphQL/Validation/Rules/", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension)
            .ToList();
        rules.ShouldNotBeEmpty();
        var tests = Repository
            .CSharp.Where(file => file.StartsWith("tests/GraphQL.Tests/Validation/Rules/", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet();
        rules.Where(rule => !tests.Contains(rule + "Tests")).ShouldBeEmpty();
    }

    [Fact]
    public void No_test_is_skipped_and_nothing_is_left_undone()
    {
        var marked = Repository
            .CSharp.Where(file => !file.StartsWith("tests/House.Tests/", StringComparison.Ordinal))
            .Where(file => Undone().IsMatch(Repository.Text(file)));
        marked.ShouldBeEmpty();
    }

    [Fact]
    public void Lock_files_name_no_registry()
    {
        var named = Repository
            .Files.Where(file => Path.GetFileName(file) is "packages.lock.json" or "package-lock.json")
            .Where(file => Repository.Text(file).Contains("\"resolved\": \"http", StringComparison.Ordinal));
        named.ShouldBeEmpty();
    }

    private static IEnumerable<(int Number, string Text)> LinesOfCode(string file)
    {
        var isRaw = false;
        foreach (var (number, line) in Repository.Text(file).Split('\n').Index())
        {
            var marks = line.Split(RawText).Length - 1;
            if (!isRaw && marks == 0)
            {
                yield return (number + 1, line);
            }

            isRaw ^= marks % 2 == 1;
        }
    }

    // The folder below api or etl is the room; what lies deeper repeats in the namespace.
    private static bool MayHold(string file, string name)
    {
        var folder = Path.GetDirectoryName(file)!.Replace('\\', '/');
        var expected = folder.StartsWith("api/", StringComparison.Ordinal) ? folder["api/".Length..] : "Etl" + folder["etl".Length..];
        return name == "SocietyParty." + expected.Replace('/', '.');
    }

    [GeneratedRegex("^namespace ([A-Za-z.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"TODO|FIXME|HACK|NotImplementedException|Skip *= *""")]
    private static partial Regex Undone();

    [GeneratedRegex(@"\bcurrent_date\b|\blocaltimestamp\b", RegexOptions.IgnoreCase)]
    private static partial Regex OwnClock();
}
