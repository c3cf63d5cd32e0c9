using System.Globalization;
using Scriban.Runtime;

namespace SocietyParty.Etl.Report.Sentences;

/// <summary>The filters of sentences: one form per kind of figure, the same everywhere.</summary>
internal static class FigureText
{
    public const string IsScore = "is_score";
    private const string Unknown = "—";

    /// <summary>Figures look the same on every machine.</summary>
    public static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>Adds the filters by the names of a language.</summary>
    public static void AddTo(ScriptObject figures, bool isChinese)
    {
        figures.Import(isChinese ? "率" : "rate", new Func<object?, string>(value => Rate(value, isChinese)));
        figures.Import(isChinese ? "数" : "count", new Func<object?, string>(Count));
        figures.Import(
            isChinese ? "分" : "score",
            new Func<object?, string>(value => Number(value, isChinese)?.ToString("0.00", Culture) ?? Unknown)
        );
        figures.Import(
            isChinese ? "差" : "points_from",
            new Func<ScriptObject, ScriptObject, string>((one, other) => Difference(Number(one, isChinese), Number(other, isChinese)))
        );
        figures.Import(isChinese ? "比上年" : "since_last_year", new Func<ScriptObject, string>(figure => Change(figure, isChinese)));
        figures.Import(isChinese ? "分号" : "list", new Func<ScriptArray, string>(items => string.Join(isChinese ? "；" : "; ", items)));
    }

    private static string Rate(object? value, bool isChinese) =>
        value is ScriptObject figure && figure[IsScore] is true ? Number(value, isChinese)?.ToString("0.00", Culture) ?? Unknown
        : Number(value, isChinese) is { } number ? $"{Printed(number).ToString("0.0", Culture)}%"
        : Unknown;

    private static string Count(object? value) => value is null ? Unknown : Convert.ToDecimal(value, Culture).ToString("#,0.##", Culture);

    private static string Change(ScriptObject figure, bool isChinese)
    {
        var now = Number(figure, isChinese);
        var before = Number(figure[isChinese ? "上年" : "last_year"], isChinese);
        if (now is null || before is null)
        {
            return "";
        }

        // Of the rates as they are printed, or a reader finds another difference.
        var change = Printed(now.Value) - Printed(before.Value);
        var size = Math.Abs(change).ToString("0.0", Culture);
        return (Math.Sign(change), isChinese) switch
        {
            (1, true) => $"，比上年末上升{size}个百分点",
            (-1, true) => $"，比上年末下降{size}个百分点",
            (_, true) => "，与上年末持平",
            (1, false) => $", up {size} percentage points on the end of the year before",
            (-1, false) => $", down {size} percentage points on the end of the year before",
            (_, false) => ", as at the end of the year before",
        };
    }

    private static string Difference(decimal? one, decimal? other) =>
        one is { } first && other is { } second ? Math.Abs(Printed(first) - Printed(second)).ToString("0.0", Culture) : Unknown;

    private static decimal Printed(decimal rate) => Math.Round(rate * 100, 1, MidpointRounding.AwayFromZero);

    private static decimal? Number(object? value, bool isChinese) =>
        value switch
        {
            null => null,
            ScriptObject figure => figure[isChinese ? "值" : "value"] is { } number ? Convert.ToDecimal(number, Culture) : null,
            _ => Convert.ToDecimal(value, Culture),
        };
}
