namespace SocietyParty.House.Tests;

/// <summary>What the rows of <see cref="FolderTable"/> say together.</summary>
internal static class FolderDirections
{
    /// <summary>The row of a folder: its own, else that of the nearest folder above; null where there is none.</summary>
    public static FolderRow? RowOf(string folder) => FolderTable.All.Where(row => IsIn(folder, row.Name)).MaxBy(row => row.Name.Length);

    /// <summary>Whether a row may use a folder.</summary>
    public static bool Allows(FolderRow row, string folder) => RowOf(folder) == row || row.MayUse.Any(allowed => Names(allowed, folder));

    /// <summary>Whether an entry of <see cref="FolderRow.MayUse"/> means a folder.</summary>
    public static bool Names(string allowed, string folder) =>
        allowed.EndsWith("/**", StringComparison.Ordinal) ? IsIn(folder, allowed[..^3]) : RowOf(folder)?.Name == allowed;

    /// <summary>Whether a folder is another one or lies below it.</summary>
    public static bool IsIn(string folder, string name) => folder == name || folder.StartsWith(name + "/", StringComparison.Ordinal);
}
