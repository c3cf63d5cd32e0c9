using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace SocietyParty.Schema.Database;

/// <summary>A file of a database's structure.</summary>
/// <param name="Area">The folder under schema/, such as <c>graph</c>.</param>
/// <param name="Name">Of a numbered file: what it does, in snake case. Of a view's or function's: the object, with its schema.</param>
/// <param name="Sql">Line endings are LF, no byte order mark, so that every checkout has one checksum.</param>
public abstract record SqlFile(string Area, string Name, string Sql)
{
    /// <summary>The text; a CR LF checkout gives the same text as an LF one.</summary>
    public string Sql { get; } = Sql.TrimStart('\uFEFF').Replace("\r\n", "\n");

    /// <summary>SHA-256 of <see cref="Sql"/>, lower-case hex.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>For messages: the path below schema/, such as <c>graph/0001_people.sql</c>.</summary>
    public abstract string Path { get; }

    /// <summary>Paths (below schema/, forward slashes) and texts of the assembly's files in this folder, not in folders below.</summary>
    internal static IEnumerable<(string Path, string Text)> Embedded(string folder)
    {
        var assembly = typeof(SqlFile).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Select(resource => (Resource: resource, Path: resource.Replace('\\', '/')))
            .Where(entry => System.IO.Path.GetDirectoryName(entry.Path)?.Replace('\\', '/') == folder)
            .Select(entry => (entry.Path, Read(assembly, entry.Resource)));
    }

    private static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
