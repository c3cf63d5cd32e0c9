using System.Globalization;
using System.Text.RegularExpressions;

namespace SocietyParty.Schema.Database;

/// <summary>One numbered step of a database's structure.</summary>
/// <param name="Area">The folder under schema/, such as <c>graph</c>.</param>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Name">What it does, in snake case.</param>
/// <param name="Sql">Its text.</param>
public sealed partial record MigrationFile(string Area, int Number, string Name, string Sql) : SqlFile(Area, Name, Sql)
{
    /// <inheritdoc/>
    public override string Path => string.Create(CultureInfo.InvariantCulture, $"{Area}/{Number:0000}_{Name}.sql");

    /// <summary>
    /// Whether a program that does not know the file works on with what it made: its first line is <c>-- Expansion: why</c>. It adds
    /// and takes nothing away, so old and new programs run side by side; what is no longer used goes in a later version.
    /// </summary>
    public bool IsExpansion => Sql.StartsWith("-- Expansion: ", StringComparison.Ordinal);

    /// <summary>The files of one area that this assembly carries, in order of number.</summary>
    public static new IReadOnlyList<MigrationFile> Embedded(string area) =>
        [.. SqlFile.Embedded(area).Select(file => Parse(file.Path, file.Text)).OrderBy(file => file.Number)];

    /// <summary>A file from its path and text.</summary>
    /// <exception cref="DatabaseSetupException">The path is not <c>area/0001_snake_case.sql</c>.</exception>
    public static MigrationFile Parse(string path, string sql)
    {
        var parts = PathPattern().Match(path);
        return parts.Success
            ? new MigrationFile(
                parts.Groups[1].Value,
                int.Parse(parts.Groups[2].Value, CultureInfo.InvariantCulture),
                parts.Groups[3].Value,
                sql
            )
            : throw new DatabaseSetupException(
                "SP-MIGRATE-101",
                ($"{path} is not named like a migration.", $"{path} 的名称不合迁移文件的规则。"),
                ("Name it area/0001_what_it_does.sql.", "应命名为 area/0001_what_it_does.sql 的样子。")
            );
    }

    [GeneratedRegex("^([a-z]+)/([0-9]{4})_([a-z0-9_]+)[.]sql$")]
    private static partial Regex PathPattern();
}
