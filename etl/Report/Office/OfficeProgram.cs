using System.ComponentModel;
using System.Diagnostics;

namespace SocietyParty.Etl.Report.Office;

/// <summary>LibreOffice without a window, where it is installed.</summary>
internal static class OfficeProgram
{
    private const string Name = "soffice";

    /// <summary>Lays a document out.</summary>
    /// <returns>The PDF; null where the program is missing, fails, or takes longer than <see cref="OfficeLimits.LayoutMsMax"/>.</returns>
    public static async Task<byte[]?> ToPdfAsync(byte[] docx, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("societyparty-report-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "report.docx"), docx, ct);
            var isDone = await RunAsync(folder.FullName, ct);
            var pdf = Path.Combine(folder.FullName, "report.pdf");
            return isDone && File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, ct) : null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> RunAsync(string folder, CancellationToken ct)
    {
        var start = new ProcessStartInfo(Name)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // A profile of its own: two programs with one profile wait for each other.
        string[] arguments =
        [
            "--headless",
            "--norestore",
            $"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}",
            "--convert-to",
            "pdf",
            "report.docx",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            using var process = Process.Start(start)!;
            return await EndsWellAsync(process, ct);
        }
        catch (Win32Exception)
        {
            // Not installed.
            return false;
        }
    }

    private static async Task<bool> EndsWellAsync(Process process, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(OfficeLimits.LayoutMsMax);
        try
        {
            // What it says is read, so that it never waits for a reader.
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            ct.ThrowIfCancellationRequested();
            return false;
        }
    }
}
