namespace SocietyParty.Service.Options;

/// <summary>Lists that are sent as a file.</summary>
/// <param name="RunningMax">Exports at the same time: each holds a session and a snapshot while its client reads.</param>
/// <param name="RowsMax">Rows of a list, counted before the first is sent.</param>
/// <param name="MsMax">Milliseconds from the first statement to the last byte.</param>
public sealed record ExportLimits(int RunningMax = 2, int RowsMax = 5_000_000, int MsMax = 1_800_000);
