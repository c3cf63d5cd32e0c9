namespace SocietyParty.Etl.Import;

/// <summary>Numbers in Chinese, as headings and terms of office have them.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Of 四, 十二, 五十八, 一百零九 or 二〇二四, up to 9999; null for anything else, digits too.</summary>
    public static int? Read(string text)
    {
        if (text.Length is 0 or > 10)
        {
            return null;
        }

        text = text.Replace('〇', '零').Replace('○', '零').Replace('两', '二').Replace('廿', '二');
        return text.Length > 1 && text.All(Digits.Contains) && !text.Contains('十', StringComparison.Ordinal)
            ? text.Aggregate(0, (number, digit) => number > 999 ? 10_000 : number * 10 + Digits.IndexOf(digit, StringComparison.Ordinal))
                is var read
            && read < 10_000
                ? read
                : null
            : InUnits(text);
    }

    private static int? InUnits(string text)
    {
        var (total, digit) = (0, -1);
        foreach (var sign in text)
        {
            var unit = sign switch
            {
                '十' => 10,
                '百' => 100,
                '千' => 1000,
                _ => 0,
            };
            if (unit > 0)
            {
                total += Math.Max(digit < 0 ? 1 : digit, 0) * unit;
                digit = -1;
            }
            else if (Digits.IndexOf(sign, StringComparison.Ordinal) is var found && found >= 0 && digit <= 0)
            {
                digit = found;
            }
            else
            {
                return null;
            }
        }

        return total + Math.Max(digit, 0);
    }
}
