using System.CommandLine;
using System.Text.RegularExpressions;
using SocietyParty.Etl.Cli;
using SocietyParty.Etl.Output;
using SocietyParty.Service.Start;

namespace SocietyParty.Graph.Tests.Etl.Cli;

/// <summary>Every command, option and value is explained in both languages.</summary>
public sealed partial class HelpTests
{
    public static TheoryData<string> Programs => [.. new[] { "etl", "service" }];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Every_command_option_and_value_is_explained_in_both_languages(string program)
    {
        var chinese = Symbols(Root(program, Words.Chinese)).ToDictionary(one => one.Path, one => one.Symbol.Description);
        var english = Symbols(Root(program, Words.English)).ToDictionary(one => one.Path, one => one.Symbol.Description);
        chinese.Count.ShouldBeGreaterThan(program == "etl" ? 120 : 8);
        chinese.Keys.ShouldBe(english.Keys);
        chinese.Where(one => one.Value is null || !Han().IsMatch(one.Value)).Select(one => one.Key).ShouldBeEmpty();
        english.Where(one => string.IsNullOrWhiteSpace(one.Value) || one.Value == chinese[one.Key]).Select(one => one.Key).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Chinese_help_has_no_English_heading_or_sentence(string program)
    {
        foreach (var path in Commands(Root(program, Words.Chinese), []))
        {
            var help = Help(program, path, Words.Chinese);
            help.ShouldContain("用法：");
            var lines = help.Split('\n');
            lines.Where(line => line.Length > 0 && line[0] != ' ' && !line.EndsWith('：')).ShouldBeEmpty(string.Join(' ', path));
            // The line of the usage has names only.
            lines
                .Where((line, i) => i == 0 || lines[i - 1] != "用法：")
                .SelectMany(line => EnglishWords().Matches(line).Select(match => match.Value))
                .ShouldBeEmpty(string.Join(' ', path));
        }
    }

    [Fact]
    public void English_help_is_the_librarys_own()
    {
        var help = Help("etl", ["report", "issue"], Words.English);
        help.ShouldContain("Usage:");
        help.ShouldContain("--by <by> (REQUIRED)");
        help.ShouldContain("[default: zh]");
        help.ShouldContain("Who issues it; kept with the edition.");
    }

    [Fact]
    public void Chinese_help_keeps_its_columns()
    {
        var lines = Help("etl", ["report", "issue"], Words.Chinese).Split('\n');
        lines.ShouldContain(line => line.StartsWith("  --by <by> （必填）         由谁发布", StringComparison.Ordinal));
        lines.ShouldContain(line => line.StartsWith("  --committee <committee>    党委的名称", StringComparison.Ordinal));
        lines.ShouldContain(line => line.EndsWith("[不填时为 zh]", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_Chinese_line_is_broken_below_its_explanation()
    {
        CommandHelp
            .Broken("  --from <MONTH>  从哪个月开始，例如 2022-01：从该月到各月都重新装载。", 40)
            .ShouldBe([
                "  --from <MONTH>  从哪个月开始，例如",
                "                  2022-01：从该月到各月",
                "                  都重新装载。",
            ]);
        CommandHelp.Broken("  --full  全部重新计算。", 40).ShouldBe(["  --full  全部重新计算。"]);
        // Too narrow for a column: the terminal breaks it.
        CommandHelp.Broken("  --from <MONTH>  从哪个月开始，例如 2022-01。", 30).Count().ShouldBe(1);
    }

    [Fact]
    public void The_texts_of_the_library_are_there_to_be_recognized()
    {
        foreach (var name in WrongArguments.Names.Concat(CommandHelp.Titles).Concat(CommandHelp.Parts))
        {
            LibraryTexts.Of(name).ShouldNotBeEmpty();
        }

        Should.Throw<InvalidOperationException>(() => LibraryTexts.Of("NoSuchText"));
    }

    private static RootCommand Root(string program, Words words) =>
        program == "etl" ? SocietyParty.Etl.Cli.Commands.Root(words) : ServiceCommand.Create(words);

    private static string Help(string program, IReadOnlyList<string> path, Words words)
    {
        using var output = new StringWriter();
        CommandHelp.Write(Root(program, words).Parse([.. path, "--help"]), words, output);
        return output.ToString().ReplaceLineEndings("\n");
    }

    private static IEnumerable<IReadOnlyList<string>> Commands(Command command, IReadOnlyList<string> path) =>
        [path, .. command.Subcommands.SelectMany(one => Commands(one, [.. path, one.Name]))];

    private static IEnumerable<(string Path, Symbol Symbol)> Symbols(Command command, string path = "")
    {
        yield return (path + " ", command);
        // --help and --version are the library's.
        foreach (
            var symbol in command.Arguments.Concat<Symbol>(command.Options).Where(symbol => symbol.Name is not ("--help" or "--version"))
        )
        {
            yield return ($"{path} {symbol.Name}", symbol);
        }

        foreach (var symbol in command.Subcommands.SelectMany(one => Symbols(one, $"{path} {one.Name}")))
        {
            yield return symbol;
        }
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    // Three English words after one another.
    [GeneratedRegex(@"(?<![-<|\w])[A-Za-z]+ [a-z]+ [a-z]+(?![-\w])")]
    private static partial Regex EnglishWords();
}
