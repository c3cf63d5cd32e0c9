namespace SocietyParty.Etl.Report.Wording;

/// <summary>How wide a text is, in Latin letters: a Chinese one is as wide as two.</summary>
public static class TextWidth
{
    /// <summary>Of the whole text.</summary>
    public static int Of(string text) => text.Sum(letter => letter < 0x2E80 && letter != '—' ? 1 : 2);
}
