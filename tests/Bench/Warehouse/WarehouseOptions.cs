namespace SocietyParty.Bench.Warehouse;

/// <summary>What the loads are measured on.</summary>
/// <param name="Connection">An empty database; null: the private cluster in <paramref name="DataFolder"/>.</param>
/// <param name="Societies">Of the generated graph.</param>
/// <param name="Months">That are loaded, the last one being the last of the generated history.</param>
/// <param name="Rounds">Of each change; the medians count.</param>
/// <param name="Psql">The program that runs a full load's statements, too; null: none does.</param>
internal sealed record WarehouseOptions(
    string? Connection,
    string DataFolder,
    int Societies,
    int Months,
    int Rounds,
    string? Psql,
    string? JsonFile
);
