namespace SocietyParty.House.Tests;

/// <summary>
/// The built assemblies against <see cref="FolderTable"/>. A constant leaves no trace in them, so it may come from anywhere.
/// </summary>
public sealed class FolderDirectionsTests
{
    public static TheoryData<string> Rows => [.. FolderTable.All.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_folder_uses_only_what_its_row_says(string name)
    {
        var row = FolderTable.All.Single(row => row.Name == name);
        HouseTypes.Folders.ShouldContain(folder => FolderDirections.RowOf(folder) == row, $"The folder {name} has no types.");
        foreach (var allowed in row.MayUse)
        {
            HouseTypes.Folders.ShouldContain(
                folder => FolderDirections.Names(allowed, folder),
                $"{name} may use {allowed}, which has no types or no row."
            );
        }

        var forbidden = HouseTypes.All.Where(type => !FolderDirections.Allows(row, type.Folder)).Select(type => type.Name);
        HouseTypes
            .Users(row, forbidden.Concat(row.Never))
            .ShouldBeEmpty(
                $"{name} may use {string.Join(", ", row.MayUse.DefaultIfEmpty("nothing"))}: see tests/House.Tests/FolderTable.cs."
            );
    }

    [Fact]
    public void Every_folder_of_code_has_a_row()
    {
        var projects = FolderTable.All.Select(row => row.Name.Split('/')[0]).ToHashSet();
        HouseTypes
            .Folders.Where(folder => projects.Contains(folder.Split('/')[0]) && FolderDirections.RowOf(folder) is null)
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_direction_leads_back()
    {
        // What is used stands before what uses it, so no way through the table comes back. A folder and those below it are one room.
        var rows = FolderTable.All.ToList();
        var back = rows.SelectMany(
            (row, place) =>
                rows.Skip(place + 1)
                    .Where(later => FolderDirections.Allows(row, later.Name) && !FolderDirections.IsIn(later.Name, row.Name))
                    .Select(later => $"{row.Name} may use {later.Name}, which stands behind it.")
        );
        back.ShouldBeEmpty();
    }
}
