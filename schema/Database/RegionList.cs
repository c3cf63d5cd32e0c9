using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SocietyParty.Schema.Database;

/// <summary>A region of GB/T 2260.</summary>
/// <param name="Code">Six digits.</param>
/// <param name="Name">As the newest list that has it writes it.</param>
/// <param name="ListedFrom">Month of the first list that has it; null: the oldest one that is known.</param>
/// <param name="ListedTo">Month of the first list that has it no more; null where the newest one has it.</param>
/// <param name="FormerNames">What earlier lists called the code, the oldest first, joined by 、; null: nothing else.</param>
public sealed record Region(string Code, string Name, DateOnly? ListedFrom, DateOnly? ListedTo, string? FormerNames)
{
    public const string Country = "100000";

    /// <summary>Code of the country, province or city around a region: counties of some provinces have no city.</summary>
    public static string? Parent(string code, IReadOnlySet<string> codes) =>
        code == Country ? null
        : code.EndsWith("0000", StringComparison.Ordinal) ? Country
        : !code.EndsWith("00", StringComparison.Ordinal) && codes.Contains(code[..4] + "00") ? code[..4] + "00"
        : code[..2] + "0000";
}

/// <summary>The list of regions that the program carries: regions/regions.csv, where its sources are named.</summary>
/// <param name="AsOf">Day for which the newest of its sources was published.</param>
public sealed record RegionList(IReadOnlyList<Region> Regions, DateOnly AsOf, string Checksum)
{
    private const string Resource = "regions/regions.csv";

    /// <summary>The newest source: statistical codes of 2023, published for this day.</summary>
    private static readonly DateOnly Newest = new(2023, 6, 30);

    public static RegionList Embedded()
    {
        var assembly = typeof(RegionList).Assembly;
        var name = assembly.GetManifestResourceNames().Single(resource => resource.Replace('\\', '/') == Resource);
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        var text = reader.ReadToEnd().Replace("\r\n", "\n");
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Row).ToList();
        return new RegionList(rows, Newest, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
    }

    private static Region Row(string line)
    {
        var cells = line.Split(',');
        return new Region(cells[0], cells[1], Month(cells[2]), Month(cells[3]), cells[4].Length == 0 ? null : cells[4].Replace(';', '、'));
    }

    private static DateOnly? Month(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
