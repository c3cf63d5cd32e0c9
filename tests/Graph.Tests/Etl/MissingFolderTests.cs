using System.CommandLine;
using SocietyParty.Etl.Cli;
using SocietyParty.Etl.Output;
using SocietyParty.Schema.Database;

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
    public async Task An_empty_folder_is_no_data_either()
    {
        Directory.CreateDirectory(folder);
        (
            await CommandLine.RunAsync(new RootCommand { StatusCommand.Create(Words.English) }, ["status", "--data", folder], Words.English)
        ).ShouldBe(CommandLine.Failure);
        Directory.EnumerateFileSystemEntries(folder).ShouldBeEmpty();
    }
}
