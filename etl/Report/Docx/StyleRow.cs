using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>A paragraph style as a row of a table: font, size and how its paragraphs stand.</summary>
/// <param name="Name">As <see cref="StyleNames"/> has it.</param>
/// <param name="Font">East Asian font.</param>
/// <param name="HalfPoints">Size.</param>
/// <param name="Align">How lines stand.</param>
internal sealed record StyleRow(string Name, string Font, int HalfPoints, JustificationValues Align)
{
    /// <summary>A line of the body: 22 of them fill a page.</summary>
    public const int BodyLine = 579;

    public bool IsBold { get; init; }

    /// <summary>Whether the first line begins two characters in.</summary>
    public bool IsIndented { get; init; }

    /// <summary>Whether it stays with what follows.</summary>
    public bool KeepsNext { get; init; }

    /// <summary>Whether lines are as high as those of the body; else as high as what they hold.</summary>
    public bool HasBodyLines { get; init; }

    /// <summary>Twips.</summary>
    public int Before { get; init; }

    /// <summary>Twips.</summary>
    public int After { get; init; }

    /// <summary>Twips from the left.</summary>
    public int Left { get; init; }

    /// <summary>Of headings, from 0.</summary>
    public int? OutlineLevel { get; init; }

    /// <summary>Whether a new page begins with it.</summary>
    public bool BeginsPage { get; init; }

    /// <summary>Twips to where page numbers end, after dots.</summary>
    public int? PageNumberAt { get; init; }

    /// <summary>Its id in a document that has no template.</summary>
    public string Id => string.Concat(Name.Split(' ').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>The style. Chinese text may break within a Latin word, as offices write; other text does not.</summary>
    public Style ToStyle(bool isChinese)
    {
        var paragraph = new StyleParagraphProperties();
        Append(paragraph, KeepsNext, () => new KeepNext());
        Append(paragraph, BeginsPage, () => new PageBreakBefore());
        if (PageNumberAt is { } position)
        {
            paragraph.AppendChild(
                new Tabs(
                    new TabStop
                    {
                        Val = TabStopValues.Right,
                        Leader = TabStopLeaderCharValues.Dot,
                        Position = position,
                    }
                )
            );
        }

        Append(paragraph, isChinese, () => new WordWrap { Val = false });
        Append(paragraph, !HasBodyLines, () => new SnapToGrid { Val = false });
        paragraph.AppendChild(
            new SpacingBetweenLines
            {
                Before = Twips(Before),
                After = Twips(After),
                Line = Twips(HasBodyLines ? BodyLine : 240),
                LineRule = HasBodyLines ? LineSpacingRuleValues.Exact : LineSpacingRuleValues.Auto,
            }
        );
        Append(paragraph, IsIndented || Left > 0, Indentation);
        paragraph.AppendChild(new Justification { Val = Align });
        Append(paragraph, OutlineLevel is not null, () => new OutlineLevel { Val = OutlineLevel });
        return new Style(new StyleName { Val = Name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, Letters())
        {
            Type = StyleValues.Paragraph,
            StyleId = Id,
            CustomStyle = StyleNames.IsOwn(Name) ? true : null,
        };
    }

    private StyleRunProperties Letters()
    {
        var letters = new StyleRunProperties(
            new RunFonts
            {
                Ascii = FontNames.Latin,
                HighAnsi = FontNames.Latin,
                EastAsia = Font,
                ComplexScript = FontNames.Latin,
            }
        );
        if (IsBold)
        {
            letters.AppendChild(new Bold());
        }

        letters.Append(new FontSize { Val = Twips(HalfPoints) }, new FontSizeComplexScript { Val = Twips(HalfPoints) });
        return letters;
    }

    private Indentation Indentation() =>
        IsIndented ? new Indentation { FirstLineChars = 200, FirstLine = Twips(HalfPoints * 20) } : new Indentation { Left = Twips(Left) };

    private static void Append(OpenXmlElement parent, bool isAsked, Func<OpenXmlElement> child)
    {
        if (isAsked)
        {
            parent.AppendChild(child());
        }
    }

    private static string Twips(int number) => number.ToString(CultureInfo.InvariantCulture);
}
