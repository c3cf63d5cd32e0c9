using System.Globalization;

namespace SocietyParty.Etl.Report.Wording;

/// <summary>How headings are counted: 一、 （一） 1. and 附录A; in English 1, 1.1, 1.1.1 and Appendix A.</summary>
internal sealed class HeadingNumbers(bool isChinese)
{
    private const string Digits = "〇一二三四五六七八九";

    private const int LevelMax = 3;

    private readonly int[] counts = new int[LevelMax + 1];

    /// <summary>Chapters so far; appendices are counted apart.</summary>
    public int Chapters { get; private set; }

    /// <summary>Appendices so far.</summary>
    public int Appendices { get; private set; }

    /// <summary>Counts an appendix; gives what stands before its title.</summary>
    public string NextAppendix()
    {
        Begin(++Appendices);
        return (isChinese ? "附录" : "Appendix ") + LetterOf(Appendices) + (isChinese ? "　" : "  ");
    }

    /// <summary>Counts a heading of 1 to 3; gives what stands before its title.</summary>
    public string Next(int level)
    {
        if (level == 1)
        {
            Begin(++Chapters);
        }
        else
        {
            counts[level]++;
            counts.AsSpan(level + 1).Clear();
        }

        return isChinese ? ChineseOf(level) : EnglishOf(level);
    }

    /// <summary>A for 1; a number where letters end.</summary>
    public static string LetterOf(int number) =>
        number <= 26 ? ((char)('A' + number - 1)).ToString() : number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Of 1 to 99, as chapters are counted; more in digits.</summary>
    public static string ChineseNumeral(int number)
    {
        if (number is < 1 or > 99)
        {
            return number.ToString(CultureInfo.InvariantCulture);
        }

        var (tens, ones) = Math.DivRem(number, 10);
        var ten = tens switch
        {
            0 => "",
            1 => "十",
            _ => Digits[tens] + "十",
        };
        return ten + (ones == 0 ? "" : Digits[ones].ToString());
    }

    private void Begin(int number)
    {
        counts.AsSpan().Clear();
        counts[1] = number;
    }

    private string ChineseOf(int level) =>
        level switch
        {
            1 => ChineseNumeral(counts[1]) + "、",
            2 => $"（{ChineseNumeral(counts[2])}）",
            _ => counts[level].ToString(CultureInfo.InvariantCulture) + ".",
        };

    private string EnglishOf(int level) =>
        string.Join('.', counts[1..(level + 1)].Select(count => count.ToString(CultureInfo.InvariantCulture))) + "  ";
}
