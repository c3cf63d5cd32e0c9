using System.Runtime.CompilerServices;
using System.Text;

namespace SocietyParty.Tests.Support;

/// <summary>
/// Compares text with a file kept beside the tests. <c>UPDATE_GOLDEN=1</c> rewrites the files, never when <c>CI=true</c>.
/// </summary>
public static class Golden
{
    private const int DiffLinesMax = 60;
    private const int ContextLines = 3;

    /// <param name="path">Relative to the folder of the test's project file.</param>
    /// <param name="actual">Line endings do not matter; the file ends in one LF.</param>
    /// <param name="caller">Filled in by the compiler.</param>
    /// <exception cref="GoldenMismatchException">The texts differ, or the file is missing.</exception>
    public static void Match(string path, string actual, [CallerFilePath] string caller = "")
    {
        var update = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";
        var ci = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
        Match(ProjectFolder(caller), path, actual, update, ci);
    }

    internal static void Match(string folder, string path, string actual, bool update, bool ci)
    {
        var file = System.IO.Path.Combine(folder, path);
        var text = Normalise(actual);
        var expected = File.Exists(file) ? Normalise(File.ReadAllText(file)) : null;
        if (expected == text)
        {
            return;
        }

        if (!update)
        {
            throw new GoldenMismatchException(
                $"{Describe(path, expected, text)}\nIf this is wanted, run the test again with UPDATE_GOLDEN=1 and review the change."
            );
        }

        if (ci)
        {
            throw new GoldenMismatchException(
                $"{Describe(path, expected, text)}\nUPDATE_GOLDEN=1 is refused when CI=true: golden files change only in review."
            );
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>The folder of the project that <paramref name="caller"/> belongs to.</summary>
    public static string ProjectFolder([CallerFilePath] string caller = "")
    {
        for (var folder = Directory.GetParent(caller); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && folder.EnumerateFiles("*.csproj").Any())
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No project file above {caller}: the tests must run where they were built.");
    }

    private static string Normalise(string text) => text.Replace("\r\n", "\n").TrimEnd('\n') + "\n";

    private static string Describe(string path, string? expected, string actual) =>
        expected is null
            ? $"{path} does not exist. The test produced:\n{actual}"
            : $"{path} differs (- expected, + actual):\n{Diff(expected, actual)}";

    /// <summary>The lines between the common beginning and the common end, with a little context.</summary>
    internal static string Diff(string expected, string actual)
    {
        string[] before = expected.Split('\n'),
            after = actual.Split('\n');
        int head = 0,
            tail = 0,
            shared = Math.Min(before.Length, after.Length);
        while (head < shared && before[head] == after[head])
        {
            head++;
        }

        while (tail < shared - head && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        var lines = new List<string>();
        var first = Math.Max(head - ContextLines, 0);
        lines.AddRange(before[first..head].Select(line => $"  {line}"));
        lines.AddRange(before[head..^tail].Select(line => $"- {line}"));
        lines.AddRange(after[head..^tail].Select(line => $"+ {line}"));
        lines.AddRange(before[^tail..].Take(ContextLines).Select(line => $"  {line}"));

        var diff = new StringBuilder($"@@ line {first + 1} @@\n").AppendJoin('\n', lines.Take(DiffLinesMax));
        if (lines.Count > DiffLinesMax)
        {
            diff.Append($"\n… {lines.Count - DiffLinesMax} more lines");
        }

        return diff.ToString();
    }
}

/// <summary>A golden file and the test's text differ.</summary>
public sealed class GoldenMismatchException(string message) : Exception(message);
