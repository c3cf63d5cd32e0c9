using System.Globalization;
using System.Text.RegularExpressions;

namespace SocietyParty.Schema.Database;

/// <summary>The views and functions of one area.</summary>
/// <param name="Area">The folder under schema/, such as <c>graph</c>.</param>
/// <param name="After">
/// Numbered files up to this one made views themselves and need each other's; later ones find none. 0: none did.
/// </param>
/// <param name="Files">In the order in which they are made.</param>
public sealed partial record ViewList(string Area, int After, IReadOnlyList<ViewFile> Files)
{
    private const string OrderFile = "order.txt";

    /// <summary>Those of one area that this assembly carries.</summary>
    public static ViewList Embedded(string area) =>
        Parse(area, SqlFile.Embedded($"{area}/views").ToDictionary(file => Path.GetFileName(file.Path), file => file.Text));

    /// <summary>Reads the folder's <c>order.txt</c>: a line <c>after 0019</c>, then one name a line; <c>#</c> begins a comment.</summary>
    /// <param name="area">The folder under schema/.</param>
    /// <param name="folder">Names and texts of the files in its folder <c>views</c>.</param>
    /// <exception cref="DatabaseSetupException">List and folder do not agree.</exception>
    public static ViewList Parse(string area, IReadOnlyDictionary<string, string> folder)
    {
        var lines = folder[OrderFile]
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .ToList();
        if (lines.Count == 0 || AfterPattern().Match(lines[0]) is not { Success: true } after)
        {
            throw Disagree(area, "does not begin with a line like `after 0019`");
        }

        var names = lines.Skip(1).ToList();
        var faults = names
            .Where(name => !folder.ContainsKey(name + ".sql"))
            .Select(name => $"lists {name}, which has no file")
            .Concat(names.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"lists {same.Key} twice"))
            .Concat(folder.Keys.Where(file => file != OrderFile && !names.Contains(NameOf(file))).Select(file => $"does not list {file}"))
            .ToList();
        return faults.Count == 0
            ? new ViewList(
                area,
                int.Parse(after.Groups[1].Value, CultureInfo.InvariantCulture),
                [.. names.Select(name => new ViewFile(area, name, folder[name + ".sql"]))]
            )
            : throw Disagree(area, string.Join(", ", faults));
    }

    private static string NameOf(string file) => file.EndsWith(".sql", StringComparison.Ordinal) ? file[..^".sql".Length] : "";

    private static DatabaseSetupException Disagree(string area, string fault) =>
        new(
            "SP-MIGRATE-107",
            ($"schema/{area}/views/{OrderFile} {fault}.", $"schema/{area}/views/{OrderFile} 有误：{fault}。"),
            ("List every file of the folder once, after those that it needs.", "每个文件只列一次，排在它所需要的文件之后。")
        );

    [GeneratedRegex("^after ([0-9]{4})$")]
    private static partial Regex AfterPattern();
}
