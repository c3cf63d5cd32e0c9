using SocietyParty.Etl.Cli;
using SocietyParty.Etl.Output;

namespace SocietyParty.Graph.Tests.Etl.Cli;

/// <summary>A wrong argument is answered with what was given, what is expected and what to do, in the caller's language.</summary>
public sealed class WrongArgumentsTests
{
    [Theory]
    [InlineData("frob", "这里不认识“frob”", "\"frob\" is no command")]
    [InlineData("repot", "您要输入的可能是：report。", "Perhaps you meant: report.")]
    [InlineData("load --frm 2022-01", "您要输入的可能是：--from。", "Perhaps you meant: --from.")]
    [InlineData("load extra", "这里不认识“extra”", "\"extra\" is no command")]
    [InlineData(
        "load --from",
        "选项 --from 后面缺少内容，请补上：从哪个月开始",
        "--from needs a value behind it, which is missing: First month"
    )]
    [InlineData("load --from 2022", "SP-LOAD-105 “2022”不是月份，请写成 2022-06", "SP-LOAD-105 \"2022\" is not a month")]
    [InlineData("load --as-of 2022-13-01", "SP-LOAD-104 --as-of 的“2022-13-01”不是日期", "SP-LOAD-104 --as-of \"2022-13-01\" is not a day")]
    [InlineData("load --as-of 1800-01-01", "SP-LOAD-101 1800年1月1日不在可用的日期范围内。请选择", "SP-LOAD-101 1800-01-01 is outside")]
    [InlineData("load --watch --as-of 2022-06-30", "SP-LOAD-109 --watch 总是装载到当天", "SP-LOAD-109 --watch loads as of")]
    [InlineData("unload", "命令“unload”后面还缺少内容，请补上：要移出的月份", "unload needs one more value, which is missing: Months")]
    [InlineData("unload 2022", "SP-LOAD-105 “2022”不是月份", "SP-LOAD-105 \"2022\" is not a month")]
    [InlineData("generate --seed x", "选项 --seed 后面的“x”看不懂，请填写整数", "--seed \"x\" cannot be read. Write a whole number")]
    [InlineData(
        "generate --societies x",
        "选项 --societies 后面的“x”看不懂，请填写整数",
        "--societies \"x\" cannot be read. Write a whole"
    )]
    [InlineData("generate --until x", "选项 --until 后面的“x”看不懂，请填写日期", "--until \"x\" cannot be read. Write a day")]
    [InlineData(
        "generate --profile x",
        "选项 --profile 不能选“x”，请从以下选一个：nation、city。",
        "\"x\" cannot be chosen for --profile. Choose one of: nation, city."
    )]
    [InlineData("generate --societies 0", "SP-GENERATE-102 --societies 应为 1 到", "SP-GENERATE-102 --societies is a number")]
    [InlineData("generate --until 2000-01-01", "SP-GENERATE-103 --until 不能早于", "SP-GENERATE-103 --until is a day")]
    [InlineData("template societies", "缺少必填的选项 --output，请补上：要生成的文件", "--output is needed and missing: The file to write")]
    [InlineData(
        "template x --output y",
        "不能选“x”，请从以下选一个：societies、",
        "\"x\" cannot be chosen here. Choose one of: societies, "
    )]
    [InlineData("report --year 2020 --year 2021", "选项 --year 只能填一个，现在填了2个", "--year takes one value, and 2 were given")]
    [InlineData("report files x", "看不懂“x”", "\"x\" cannot be read")]
    [InlineData("reader create 9x", "SP-READER-101 “9x”不能作为账号名称。", "SP-READER-101 \"9x\" is no name")]
    [InlineData("reader create a --seconds 0", "SP-READER-103 --seconds 应为", "SP-READER-103 --seconds is")]
    [InlineData("regions load f --as-of 2025", "SP-REGIONS-004 “2025”不是日期", "SP-REGIONS-004 \"2025\" is not a day")]
    [InlineData("@nofile", "没有文件“nofile”", "there is no file nofile")]
    [InlineData("--version load", "选项 --version 只能单独使用", "--version stands alone")]
    public void A_fault_is_said_in_both_languages(string line, string chinese, string english)
    {
        Said(line, Words.Chinese).ShouldContain(chinese);
        Said(line, Words.English).ShouldContain(english);
        Said(line, Words.Chinese).ShouldContain("在命令后面加上 --help");
    }

    [Theory]
    [InlineData("")]
    [InlineData("regions")]
    public void A_command_that_is_missing_shows_those_that_there_are(string line)
    {
        var said = Said(line, Words.Chinese);
        said.ShouldStartWith("缺少命令，请从下面的命令中选一个。");
        said.ShouldContain("命令：");
        said.ShouldNotContain("在命令后面加上 --help");
    }

    [Theory]
    [InlineData("zh", "缺少必填的选项 --output")]
    [InlineData("en", "--output is needed and missing")]
    public async Task The_program_answers_in_the_language_of_the_terminal(string language, string said)
    {
        await using var process = EtlProcess.Start(
            new Dictionary<string, string>
            {
                ["LC_ALL"] = "",
                ["LC_MESSAGES"] = "",
                ["LANG"] = language + "_XX.UTF-8",
            },
            "template",
            "societies"
        );
        (await process.EndAsync()).ShouldBe(CommandLine.Usage);
        process.Output.ShouldContain(said);
    }

    [Theory]
    [InlineData("frob --lang zh", "这里不认识“frob”")]
    [InlineData("--lang en frob", "\"frob\" is no command")]
    [InlineData("load --help --lang zh", "用法：")]
    [InlineData("--help --lang en", "Usage:")]
    public async Task The_option_counts_for_help_and_wrong_arguments_too(string line, string said)
    {
        await using var process = EtlProcess.Start(new Dictionary<string, string> { ["LC_ALL"] = "zh_CN.UTF-8" }, line.Split(' '));
        await process.EndAsync();
        process.Output.ShouldContain(said);
    }

    [Fact]
    public void A_language_that_nobody_speaks_is_told() =>
        Said("--lang fr load", Words.Chinese).ShouldContain("没有“fr”这种语言，请填写 zh（中文）或 en（英文）。");

    private static string Said(string line, Words words)
    {
        var parsed = Commands.Root(words).Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        parsed.Errors.ShouldNotBeEmpty();
        using var output = new StringWriter();
        WrongArguments.Write(parsed, words, output, output);
        return output.ToString();
    }
}
