using System.Diagnostics;
using SocietyParty.Etl.Report.Docx;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Office;
using Xunit.Abstractions;

namespace SocietyParty.Graph.Tests.Etl.Report;

/// <summary>
/// LibreOffice opens what was written and lays it out. Where it is missing that is said, and is a failure where <c>TOOLS_REQUIRED</c> is
/// set, as CI does.
/// </summary>
public sealed class OfficeTests(ITestOutputHelper output) : IDisposable
{
    // Captions in the order in which they are read, with the appendices on pages of their own.
    private static readonly string[] InOrder =
    [
        "合成市科技社团党建工作年度研究报告",
        "目录",
        "一、概况与方法",
        "附录A",
        "见表1-1，趋势见图1-1",
        "表1-1各级党委的覆盖情况",
        "图1-1",
        "二、党员与分类",
        "表2-1",
        "图2-1",
        "图2-2",
        "图2-5",
        "表2-2",
        "附录A",
        "表A-1",
        "附录B",
        "表B-1指标的定义",
    ];

    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("societyparty-office-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Both_files_open_and_the_pages_have_all_captions_in_order()
    {
        if (!await IsThereAsync("which soffice pdftotext && test -f /usr/lib/libreoffice/program/libswlo.so"))
        {
            return;
        }

        var pages = await PageNumbers.FindAsync(SampleReport.Chinese, await WrittenReport.DocxAsync(SampleReport.Chinese));
        pages.Count.ShouldBe(SampleReport.Chinese.Blocks.OfType<HeadingBlock>().Count());
        await using (var file = File.Create(Path.Combine(folder.FullName, "report.docx")))
        {
            await DocxWriter.WriteAsync(SampleReport.Chinese, file, pages: pages);
        }

        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "sheets.xlsx"), await WrittenReport.XlsxAsync(SampleReport.Chinese));
        var (_, said) = await RunAsync(
            $"""
            cd {folder.FullName}
            soffice --headless --norestore -env:UserInstallation=file://{folder.FullName}/office --convert-to pdf report.docx sheets.xlsx 2>&1
            pdftotext -layout report.pdf report.txt && pdftotext -layout sheets.pdf sheets.txt
            """
        );
        Directory.GetFiles(folder.FullName, "*.txt").Length.ShouldBe(2, said);

        var text = Plain(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "report.txt")));
        var place = 0;
        foreach (var words in InOrder)
        {
            place = text.IndexOf(words, place, StringComparison.Ordinal);
            place.ShouldBeGreaterThanOrEqualTo(0, $"{words} is not there, or not behind the one before: {text}");
            place += words.Length;
        }

        // Contents in Roman numbers, then the first chapter.
        text.ShouldContain("—I—");
        text.ShouldContain("—1—");
        // In the contents, and at the foot of the page where the heading stands.
        var last = SampleReport.Chinese.Blocks.Index().Last(block => block.Item is HeadingBlock).Index;
        text.ShouldMatch($@"附录B定义与依据\.+{pages[last]}\D");
        text.ShouldMatch($"附录B定义与依据各项.*—{pages[last]}—$");
        var sheets = Plain(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "sheets.txt")));
        sheets.ShouldContain("87.1%");
        sheets.ShouldContain("5,715");
        sheets.ShouldContain("2025-12-31");
        sheets.ShouldContain("=1+1");
    }

    private static string Plain(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private async Task<bool> IsThereAsync(string look)
    {
        var (code, said) = OperatingSystem.IsWindows() ? (1, "This is Windows.") : await RunAsync(look);
        if (code == 0)
        {
            return true;
        }

        output.WriteLine($"LibreOffice Writer or pdftotext is not here, so no page was laid out: {said}");
        Environment.GetEnvironmentVariable("TOOLS_REQUIRED").ShouldBeNullOrEmpty($"LibreOffice Writer or pdftotext is missing: {said}");
        return false;
    }

    private static async Task<(int Code, string Said)> RunAsync(string command)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command);
        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(WaitMax);
        var said = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var complained = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, await said + await complained);
    }
}
