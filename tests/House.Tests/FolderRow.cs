namespace SocietyParty.House.Tests;

/// <summary>A folder of code, and the folders of the house that it may use besides itself.</summary>
/// <param name="Name">
/// As its namespace says it: <c>Sql/Planning/Pages</c>. A folder below it without a row of its own belongs to it.
/// </param>
/// <param name="MayUse">Names of rows; <c>Sql/**</c> for everything in and below a folder.</param>
public sealed record FolderRow(string Name, params string[] MayUse)
{
    /// <summary>Namespaces outside the house that it must not use.</summary>
    public IReadOnlyList<string> Never { get; init; } = [];
}
