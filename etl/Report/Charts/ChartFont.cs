namespace SocietyParty.Etl.Report.Charts;

/// <summary>The fonts of a chart's letters.</summary>
/// <param name="Latin">Of Latin letters and digits.</param>
/// <param name="EastAsian">Of Chinese letters.</param>
public sealed record ChartFont(string Latin, string EastAsian)
{
    /// <summary>Those of a report without a template.</summary>
    public static readonly ChartFont Standard = new("Times New Roman", "宋体");
}
