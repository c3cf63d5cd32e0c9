using System.CommandLine;
using SocietyParty.Etl.Cli;
using SocietyParty.Etl.Output;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Start;

namespace SocietyParty.Graph.Tests.Etl;

/// <summary>A command that only looks at data, or carries it on, makes none.</summary>
public sealed class MissingFolderTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "societyparty-missing-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("status")]
    [InlineData("check")]
    [InlineData("load")]
    public async Task A_folder_that_is_not_there_is_told_and_not_made(string command)
    {
        var root = new RootCommand
        {
            StatusCommand.Create(Words.English),
            CheckCommand.Create(Words.English),
            LoadCommand.Create(Words.English),
        };
        string[] arguments = [command, "--data", folder];
        (await CommandLine.RunAsync(root, arguments, Words.English)).ShouldBe(CommandLine.Failure);
        Directory.Exists(folder).ShouldBeFalse();

        var failure = await Should.ThrowAsync<DatabaseSetupException>(() =>
            root.Parse(arguments).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false })
        );
        failure.Code.ShouldBe("SP-CLI-105");
        failure.Message.ShouldContain(folder);
        failure.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_rule_folder_that_is_not_there_is_told_before_anything_is_made()
    {
        var root = new RootCommand { ImportCommand.Create(Words.English), LoadCommand.Create(Words.English) };
        string[] arguments = ["load", "--data", folder, "--rules", folder + "-rules"];
        root.Parse(arguments).Errors.Single().Message.ShouldStartWith("SP-RULES-002 ");
        (await CommandLine.RunAsync(root, arguments, Words.English)).ShouldBe(CommandLine.Usage);
        (
            await ServiceCommand.RunAsync(
                ["--data", folder, "--rules", folder + "-rules", "--urls", "http://127.0.0.1:5240"],
                Words.English
            )
        ).ShouldNotBe(0);
        Directory.Exists(folder).ShouldBeFalse();
    }

    [Fact]
    public async Task An_empty_folder_is_no_data_either()
    {
        Directory.CreateDirectory(folder);
        (
            await CommandLine.RunAsync(new RootCommand { StatusCommand.Create(Words.English) }, ["status", "--data", folder], Words.English)
        ).ShouldBe(CommandLine.Failure);
        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
    }
}
