using System.IO.Compression;
using System.Xml;

namespace SocietyParty.Etl.Import;

/// <summary>
/// The parts of a workbook or a document that hold its text. Nothing else of the package is opened: a printer's settings, a drawing or a
/// link that is broken says nothing about the rows.
/// </summary>
internal sealed class OfficePackage(ZipArchive archive) : IDisposable
{
    private readonly Dictionary<string, ZipArchiveEntry> entries = archive
        .Entries.GroupBy(entry => Plain(entry.FullName), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    public static OfficePackage Open(Stream stream) => new(new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true));

    public bool Has(string part) => entries.ContainsKey(part);

    /// <summary>The part that the package begins with: the workbook or the document.</summary>
    public string? Main() => Links("").FirstOrDefault(link => link.Kind == "officeDocument").Part;

    /// <summary>Whether all parts together, as the package states them, unpack to less.</summary>
    public bool IsSmallerThan(long bytesMax) => entries.Values.Sum(entry => entry.Length) < bytesMax;

    /// <summary>What a part refers to inside of the package.</summary>
    /// <param name="part">Empty: the package itself.</param>
    public IReadOnlyList<(string Id, string Kind, string? Part)> Links(string part)
    {
        var folder = part.Contains('/', StringComparison.Ordinal) ? part[..(part.LastIndexOf('/') + 1)] : "";
        var path = $"{folder}_rels/{part[folder.Length..]}.rels";
        var links = new List<(string, string, string?)>();
        if (!Has(path))
        {
            return links;
        }

        using var reader = Read(path);
        while (reader.Read())
        {
            if (!reader.IsStart || reader.Name != "Relationship")
            {
                continue;
            }

            var target = reader.Attribute("TargetMode") == "External" ? null : Resolve(folder, reader.Attribute("Target") ?? "");
            var kind = reader.Attribute("Type") ?? "";
            links.Add((reader.Attribute("Id") ?? "", kind[(kind.LastIndexOf('/') + 1)..], target));
        }

        return links;
    }

    /// <exception cref="InvalidDataException">The package has no such part.</exception>
    public PartReader Read(string part) =>
        entries.TryGetValue(part, out var entry) ? new PartReader(entry.Open()) : throw new InvalidDataException($"{part} is missing.");

    /// <summary>Whether an exception says that the file is broken, and not the program.</summary>
    public static bool IsBroken(Exception exception) =>
        exception is InvalidDataException or XmlException or FormatException or OverflowException or EndOfStreamException;

    public void Dispose() => archive.Dispose();

    private static string Resolve(string folder, string target)
    {
        var parts = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Replace('\\', '/').Split('/'))
        {
            if (step == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (step is not ("" or "." or ".."))
            {
                parts.Add(step);
            }
        }

        return string.Join('/', parts);
    }

    private static string Plain(string path) => path.Replace('\\', '/').TrimStart('/');
}
