using System.Text.Json;
using System.Text.RegularExpressions;

namespace SocietyParty.House.Tests;

/// <summary>
/// A refusal has one home: <c>api/Rules</c>. What takes changes in builds the facts, asks the rule, and passes on what it answers.
/// </summary>
public sealed partial class RuleFoldersTests
{
    /// <summary>Files that name codes, each with its reason.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["etl/Import/Sheets/SheetConflicts.cs"] = "Words with which the SQL of a sheet reports a row; its sentences are those of imports.",
    };

    private static readonly Lazy<HashSet<string>> Codes = new(() =>
        [
            .. JsonDocument
                .Parse(Repository.Text("api/Rules/Sentences/en.json"))
                .RootElement.EnumerateObject()
                .Select(sentence => sentence.Name.Split('.', ':')[0])
                .Where(code => !code.StartsWith("SP-", StringComparison.Ordinal) && code.All(letter => !char.IsLower(letter))),
        ]
    );

    [Fact]
    public void No_refusal_is_written_outside_the_rules()
    {
        Codes.Value.Count.ShouldBeGreaterThan(150);
        Sources().SelectMany(Written).ShouldBeEmpty();
    }

    [Fact]
    public void An_exception_is_still_one() => Exceptions.Keys.Where(file => !Written(file).Any()).ShouldBeEmpty();

    private static IEnumerable<string> Sources() =>
        Repository.CSharp.Where(file =>
            (file.StartsWith("api/Service/", StringComparison.Ordinal) || file.StartsWith("etl/", StringComparison.Ordinal))
            && !Exceptions.ContainsKey(file)
        );

    private static IEnumerable<string> Written(string file)
    {
        var number = 0;
        foreach (var line in Repository.Text(file).Split('\n'))
        {
            number++;
            var code = line.TrimStart();
            if (code.StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }

            if (MakesBreach().IsMatch(code) || Literal().Matches(code).Any(literal => Codes.Value.Contains(literal.Groups["code"].Value)))
            {
                yield return $"{file}:{number}: {code}";
            }
        }
    }

    [GeneratedRegex(@"new (Rules\.)?Breach\(|\bBreach\.OfInput\(")]
    private static partial Regex MakesBreach();

    [GeneratedRegex(@"""(?<code>[A-Z][A-Z0-9]*(_[A-Z0-9]+)+)(\.[A-Za-z]+)?""")]
    private static partial Regex Literal();
}
