using System.CommandLine;
using System.Text;
using SocietyParty.Etl.Cli;
using SocietyParty.Etl.Output;

namespace SocietyParty.Graph.Tests.Etl;

/// <summary>The format of a template is what its file's name promises.</summary>
public sealed class TemplateCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("societyparty-template-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("a.csv", false, null)]
    [InlineData("a.CSV", false, null)]
    [InlineData("a.xlsx", true, null)]
    [InlineData("a", true, null)]
    [InlineData("a.csv", true, "Xlsx")]
    [InlineData("a.txt", false, "Csv")]
    public async Task The_format_follows_the_name_unless_it_is_given(string name, bool isWorkbook, string? format)
    {
        var path = Path.Combine(folder.FullName, name);
        string[] arguments = ["template", "societies", "--output", path, .. format is null ? [] : (string[])["--format", format]];
        (await CommandLine.RunAsync(new RootCommand { TemplateCommand.Create(Words.English) }, arguments, Words.English)).ShouldBe(
            CommandLine.Success
        );

        // A workbook is a ZIP file.
        (Encoding.ASCII.GetString(await File.ReadAllBytesAsync(path), 0, 2) == "PK").ShouldBe(isWorkbook);
    }
}
