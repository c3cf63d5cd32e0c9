using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>Names of places in a document, counted in the order of its blocks. Word hides those that begin with a line.</summary>
internal sealed class Bookmarks
{
    private readonly Dictionary<string, string> captions = new(StringComparer.Ordinal);
    private int ids;

    /// <summary>Of a heading, by its place among the report's blocks.</summary>
    public static string OfHeading(int place) => string.Create(CultureInfo.InvariantCulture, $"_Toc{place + 1:000000000}");

    /// <summary>Of the number of a table or chart.</summary>
    public string OfCaption(string id)
    {
        if (!captions.TryGetValue(id, out var name))
        {
            name = string.Create(CultureInfo.InvariantCulture, $"_Ref{captions.Count + 1:000000000}");
            captions.Add(id, name);
        }

        return name;
    }

    /// <summary>What stands at the place.</summary>
    public IEnumerable<OpenXmlElement> Around(string name, IEnumerable<OpenXmlElement> content)
    {
        var id = (++ids).ToString(CultureInfo.InvariantCulture);
        return [new BookmarkStart { Id = id, Name = name }, .. content, new BookmarkEnd { Id = id }];
    }
}
