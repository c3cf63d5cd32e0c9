namespace SocietyParty.Etl.Report.Office;

/// <summary>How long a program of another house may take.</summary>
public static class OfficeLimits
{
    /// <summary>Laying a report out: seconds for a city; what takes longer goes without page numbers.</summary>
    public const int LayoutMsMax = 120_000;
}
