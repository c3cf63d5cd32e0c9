namespace SocietyParty.Schema.Database;

/// <summary>Folder names with <c>*</c>, such as <c>/usr/lib/postgresql/*/bin</c>.</summary>
internal static class FolderPattern
{
    /// <summary>The existing folders a pattern stands for.</summary>
    public static IEnumerable<string> Expand(string pattern)
    {
        var root = Path.GetPathRoot(pattern) ?? "";
        IEnumerable<string> folders = [root];
        foreach (var part in pattern[root.Length..].Split('/', '\\', StringSplitOptions.RemoveEmptyEntries))
        {
            folders = folders.SelectMany(folder => Below(folder, part)).ToList();
        }

        return folders;
    }

    private static string[] Below(string folder, string part)
    {
        var fixedName = Path.Combine(folder, part);
        if (!part.Contains('*'))
        {
            return Directory.Exists(fixedName) ? [fixedName] : [];
        }

        var visible = new EnumerationOptions { IgnoreInaccessible = true };
        return Directory.Exists(folder) ? Directory.GetDirectories(folder, part, visible) : [];
    }
}
