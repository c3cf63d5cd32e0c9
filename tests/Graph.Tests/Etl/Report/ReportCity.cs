using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Report.Collect;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Etl.Generate;
using SocietyParty.Graph.Tests.Etl.Load;

namespace SocietyParty.Graph.Tests.Etl.Report;

/// <summary>A generated city with two and a half years loaded, as reports need them.</summary>
internal static class ReportCity
{
    public static readonly ReportRequest Request = new(2026, "330100", "zh");

    /// <summary>One of the caller's own.</summary>
    public static Task<LoadDatabase> CopyAsync() => LoadDatabase.CopyAsync("report_city", async city =>
        {
            (await GraphGenerator.RunAsync(city.Source, City.Options)).Problem.ShouldBeNull();
            await city.LoadAsync(GenerateOptions.Last, new(2023, 12, 1));
        });

    public static Task<ReportSnapshot> CollectAsync(LoadDatabase city, ReportRequest? request = null) =>
        ReportCollector.CollectAsync(city.Source, request ?? Request);

    public static ReportTable Table(this ReportSnapshot snapshot, string id) => snapshot.Tables.Single(table => table.Id == id);

    /// <summary>A figure by its address, such as <c>T3-1/total/I01</c>.</summary>
    public static ReportCell Cell(this ReportSnapshot snapshot, string address)
    {
        var parts = address.Split('/');
        var table = snapshot.Table(parts[0]);
        return table.Rows.Single(row => row.Key == parts[1]).Cells[
            table.Columns.Select((column, place) => (column, place)).Single(one => one.column.Key == parts[2]).place
        ];
    }
}
