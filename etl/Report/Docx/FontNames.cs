using DocumentFormat.OpenXml.Wordprocessing;

namespace SocietyParty.Etl.Report.Docx;

/// <summary>
/// The fonts of GB/T 9704. They are named, never shipped; the table of fonts says what each is like, so that a machine without one takes
/// its neighbour.
/// </summary>
internal static class FontNames
{
    public const string Latin = "Times New Roman";
    public const string FangSong = "仿宋";
    public const string Hei = "黑体";
    public const string Kai = "楷体";
    public const string Song = "宋体";
    public const string BigSong = "方正小标宋简体";

    public static Fonts Table() =>
        new(
            Western(Latin, "02020603050405020304"),
            Chinese(FangSong, "FangSong", "02010609060101010101", FontFamilyValues.Modern),
            Chinese(Hei, "SimHei", "02010609060101010101", FontFamilyValues.Modern),
            Chinese(Kai, "KaiTi", "02010609060101010101", FontFamilyValues.Modern),
            Chinese(Song, "SimSun", "02010600030101010101", FontFamilyValues.Auto),
            Chinese(BigSong, "FZXiaoBiaoSong-B05S", "02010601030101010101", FontFamilyValues.Auto)
        );

    private static Font Western(string name, string panose) =>
        new(
            new Panose1Number { Val = panose },
            new FontCharSet { Val = "00" },
            new FontFamily { Val = FontFamilyValues.Roman },
            new Pitch { Val = FontPitchValues.Variable }
        )
        {
            Name = name,
        };

    // 86 is the character set of the People's Republic.
    private static Font Chinese(string name, string other, string panose, FontFamilyValues family) =>
        new(
            new AltName { Val = other },
            new Panose1Number { Val = panose },
            new FontCharSet { Val = "86" },
            new FontFamily { Val = family },
            new Pitch { Val = family == FontFamilyValues.Modern ? FontPitchValues.Fixed : FontPitchValues.Variable }
        )
        {
            Name = name,
        };
}
