using SocietyParty.Etl.Cli;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl;

/// <summary>In which language the command line answers.</summary>
public sealed class LanguageOptionTests
{
    [Theory]
    [InlineData("LANG=zh_CN.UTF-8", Language.Chinese)]
    [InlineData("LANG=en_GB.UTF-8", Language.English)]
    [InlineData("LANG=zh_CN.UTF-8 LC_ALL=en_US", Language.English)]
    [InlineData("LANG=en_US LC_MESSAGES=zh-Hans", Language.Chinese)]
    [InlineData("LANG=C.UTF-8", Language.English)]
    [InlineData("", Language.English)]
    public void The_terminals_own_language_is_read_as_programs_read_it(string environment, Language expected)
    {
        var variables = environment
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(variable => variable.Split('='))
            .ToDictionary(parts => parts[0], parts => parts[1]);
        LanguageOption.OfEnvironment(name => variables.GetValueOrDefault(name)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("zh", "试运行：计划生成", "│ 表 ")]
    [InlineData("en", "Dry run: ", "│ table ")]
    public async Task A_command_answers_in_the_language_that_is_asked_for(string language, string said, string column)
    {
        await using var process = EtlProcess.Start("generate", "--societies", "5", "--dry-run", "--lang", language);
        (await process.EndAsync()).ShouldBe(0, process.Output);
        process.Output.ShouldContain(said);
        process.Output.ShouldContain(column);
    }
}
