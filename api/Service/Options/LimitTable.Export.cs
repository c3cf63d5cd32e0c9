namespace SocietyParty.Service.Options;

/// <content>The limits of exports.</content>
public static partial class LimitTable
{
    private static LimitSetting[] OfExports() =>
        [
            new(
                "ExportsMax",
                1,
                100,
                "SP-LIMIT-105",
                "Exports at the same time; each holds a session of the readers",
                o => o.Export.RunningMax,
                (o, v) => o with { Export = o.Export with { RunningMax = v } }
            ),
            new(
                "ExportRowsMax",
                1,
                1_000 * Million,
                "SP-LIMIT-106",
                "Rows of an exported list",
                o => o.Export.RowsMax,
                (o, v) => o with { Export = o.Export with { RowsMax = v } }
            ),
            new(
                "ExportMsMax",
                100,
                24 * 3_600_000,
                "SP-LIMIT-107",
                "Milliseconds of an export; a file that has begun breaks off",
                o => o.Export.MsMax,
                (o, v) => o with { Export = o.Export with { MsMax = v } }
            ),
        ];
}
