using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SocietyParty.Schema.Database;

/// <summary>One numbered step of a database's structure.</summary>
/// <param name="Area">The folder under schema/, such as <c>graph</c>.</param>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Name">What it does, in snake case.</param>
/// <param name="Sql">Line endings are LF, no byte order mark, so that every checkout has one checksum.</param>
public sealed partial record MigrationFile(string Area, int Number, string Name, string Sql)
{
    /// <summary>The text; a CR LF checkout gives the same text as an LF one.</summary>
    public string Sql { get; } = Sql.TrimStart('\uFEFF').Replace("\r\n", "\n");

    /// <summary>SHA-256 of <see cref="Sql"/>, lower-case hex.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>For messages, such as <c>graph/0001_people.sql</c>.</summary>
    public string Path => string.Create(CultureInfo.InvariantCulture, $"{Area}/{Number:0000}_{Name}.sql");

    /// <summary>The files of one area that this assembly carries, in order of number.</summary>
    public static IReadOnlyList<MigrationFile> Embedded(string area)
    {
        var assembly = typeof(MigrationFile).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Select(resource => (Resource: resource, Path: resource.Replace('\\', '/')))
            .Where(entry =>
                entry.Path.StartsWith(area + "/", StringComparison.Ordinal) && entry.Path.EndsWith(".sql", StringComparison.Ordinal)
            )
            .Select(entry => Parse(entry.Path, Read(assembly, entry.Resource)))
            .OrderBy(file => file.Number)
            .ToList();
    }

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
                $"{path} is not named like a migration.",
                "Name it area/0001_what_it_does.sql."
            );
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("^([a-z]+)/([0-9]{4})_([a-z0-9_]+)[.]sql$")]
    private static partial Regex PathPattern();
}
