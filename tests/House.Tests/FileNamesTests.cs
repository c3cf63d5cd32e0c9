using System.Globalization;
using System.Text.RegularExpressions;

namespace SocietyParty.House.Tests;

/// <summary>
/// One word per idea: file names are made of the words in <c>Words.txt</c>, which begins with how to decide on a new one.
/// </summary>
public sealed partial class FileNamesTests
{
    /// <summary>Words that say nothing of what is inside.</summary>
    private static readonly string[] Vague =
    [
        "Base",
        "Common",
        "Data",
        "Helper",
        "Helpers",
        "Impl",
        "Info",
        "Manager",
        "Misc",
        "Processor",
        "Service2",
        "Stuff",
        "Temp",
        "Util",
        "Utils",
    ];

    private const string List = "tests/House.Tests/Words.txt";

    /// <summary>What to do about a word that is not in the list.</summary>
    private const string HowToDecide =
        $"File names are made of the words in {List}, so that one idea has one word everywhere. Is the idea there under another word? Then "
        + "use that word. Is it a term of the field? Then take the English that the contract has for it (schema/graphql: every type and "
        + "field says its Chinese term). Is it new? Then add the word to the list, in its alphabetical place and in the same change; the "
        + "review decides on it. Words that say nothing of what is inside, such as Helper or Manager, are refused.";

    private const string HowToRemove =
        $"No file name has these words any more. Remove them from {List}, so that the list stays what the names are made of. If a file was "
        + "renamed, ask whether the old word is still the better one.";

    /// <summary>A line that begins with # is for readers.</summary>
    private static readonly HashSet<string> Words =
    [
        .. Repository
            .Text(List)
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#')),
    ];

    [Fact]
    public void File_names_are_made_of_known_words()
    {
        var unknown = Repository.CSharp.SelectMany(file =>
            Parts(file).Where(word => !Words.Contains(word)).Select(word => $"{word} in {file}")
        );
        unknown.ShouldBeEmpty(HowToDecide);
    }

    [Fact]
    public void No_known_word_is_vague() => Words.Intersect(Vague).Except(["Data"]).ShouldBeEmpty();

    [Fact]
    public void Every_known_word_is_used()
    {
        var used = Repository.CSharp.SelectMany(Parts).ToHashSet();
        Words.Except(used).ShouldBeEmpty(HowToRemove);
    }

    [Fact]
    public void Numbered_files_have_no_number_twice()
    {
        var numbers = Repository
            .Files.Where(file => NumberedFile().IsMatch(file))
            .Select(file => NumberedFile().Match(file).Value)
            .ToList();
        numbers.ShouldNotBeEmpty();
        numbers.ShouldBeUnique();
    }

    [Fact]
    public void A_file_of_views_makes_the_one_object_that_it_is_named_after()
    {
        var files = Repository.Files.Where(file => ViewFile().IsMatch(file)).ToList();
        files.ShouldNotBeEmpty();
        files
            .Where(file =>
                Made().Matches(Repository.Text(file)).Select(match => match.Groups[1].Value).ToArray() is not [var made]
                || made != Path.GetFileNameWithoutExtension(file)
            )
            .ShouldBeEmpty();
    }

    /// <summary>Those that made views have landed and are frozen; <c>views/order.txt</c> says up to which number.</summary>
    [Fact]
    public void A_numbered_file_makes_no_view()
    {
        var newer = Repository.Files.Where(file => NumberedFile().IsMatch(file) && NumberOf(file) > AfterOf(file.Split('/')[1]));
        newer.Where(file => MadeView().IsMatch(Repository.Text(file))).ShouldBeEmpty();
        AfterOf("graph").ShouldBe(19);
        AfterOf("warehouse").ShouldBe(10);
    }

    private static int NumberOf(string file) => int.Parse(Path.GetFileName(file)[..4], CultureInfo.InvariantCulture);

    private static int AfterOf(string area) =>
        int.Parse(After().Match(Repository.Text($"schema/{area}/views/order.txt")).Groups[1].Value, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Parts(string file) =>
        Word().Matches(Path.GetFileNameWithoutExtension(file).Replace(".", "", StringComparison.Ordinal)).Select(match => match.Value);

    [GeneratedRegex("GraphQL|[A-Z]+(?![a-z])|[A-Z][a-z]+|[a-z]+|[0-9]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"^schema/(graph|warehouse)/views/.*\.sql$")]
    private static partial Regex ViewFile();

    [GeneratedRegex(@"^CREATE (?:OR REPLACE )?(?:VIEW|FUNCTION|PROCEDURE|AGGREGATE) ([a-z_.]+)", RegexOptions.Multiline)]
    private static partial Regex Made();

    [GeneratedRegex(@"\bCREATE\s+(OR\s+REPLACE\s+)?VIEW\b", RegexOptions.IgnoreCase)]
    private static partial Regex MadeView();

    [GeneratedRegex(@"^after (\d{4})\r?$", RegexOptions.Multiline)]
    private static partial Regex After();

    [GeneratedRegex(@"^schema/(graph|warehouse)/\d{4}_")]
    private static partial Regex NumberedFile();
}
