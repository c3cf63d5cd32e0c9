namespace SocietyParty.House.Tests;

/// <summary>
/// Which folder may use which: one row a folder, what is used before what uses it. A new folder of code needs a row; a new direction
/// is a decision, made here in review. What the compiler forbids between projects is in <see cref="ReferenceDirectionsTests"/>.
/// </summary>
internal static partial class FolderTable
{
    private static readonly string[] Consoles = ["Spectre.Console", "System.CommandLine"];

    private static readonly string[] Stores = ["Npgsql", "Dapper"];

    private static readonly FolderRow[] GraphQL =
    [
        new("GraphQL/Language"),
        // What is derived from the contract is built into the schema, so the two know each other.
        new("GraphQL/TypeSystem", "GraphQL/Language"),
        new("GraphQL/Validation", "GraphQL/Language", "GraphQL/TypeSystem"),
        new("GraphQL/Execution", "GraphQL/Language", "GraphQL/TypeSystem", "GraphQL/Validation"),
        new("GraphQL/Execution/Cost", "GraphQL/Language", "GraphQL/TypeSystem", "GraphQL/Execution"),
    ];

    private static readonly FolderRow[] Sql =
    [
        new("Sql/Mapping", "GraphQL/TypeSystem"),
        new("Sql/Plans", "Sql/Mapping", "GraphQL/Language", "GraphQL/Execution"),
        new("Sql/Writing", "Sql/Mapping", "Sql/Plans", "GraphQL/Language", "GraphQL/Execution"),
        new("Sql/Planning/Context", "Sql/Mapping", "Sql/Plans", "GraphQL/Language", "GraphQL/TypeSystem"),
        new("Sql/Planning/Values", "Sql/Mapping", "Sql/Plans"),
        new("Sql/Planning/Rows", "Sql/Mapping", "Sql/Plans", "GraphQL/TypeSystem", "GraphQL/Execution"),
        Planner("Filters", "Context", "Rows", "Values"),
        Planner("Orders", "Context", "Rows"),
        Planner("Groups", "Context", "Rows", "Filters", "Orders"),
        Planner("Pages", "Context", "Rows", "Values", "Filters", "Orders", "Groups"),
        Planner("Questions", "Context", "Rows", "Values", "Filters", "Orders", "Groups", "Pages"),
        Planner("Selections", "Context", "Rows", "Pages", "Questions"),
        Planner("Roots", "Context", "Rows", "Values", "Filters", "Orders", "Groups", "Pages", "Questions", "Selections"),
        Planner("", "Context", "Rows", "Pages", "Questions", "Selections", "Roots"),
    ];

    private static readonly FolderRow[] Schema = [new("Schema"), new("Schema/Database") { Never = Consoles }];

    private static readonly FolderRow[] Etl =
    [
        new("Etl/Telemetry", "Schema", "Schema/Database") { Never = Consoles },
        new("Etl/Refusals", "Rules/Sentences", "Schema/Database") { Never = [.. Consoles, .. Stores] },
        new("Etl/Import", "Etl/Telemetry", "Etl/Refusals", "Rules/**", "Schema/Database") { Never = Consoles },
        new("Etl/Import/Sheets", "Etl/Import", "Rules/**", "Schema/Database") { Never = Consoles },
        new("Etl/Run", "Etl/Telemetry", "Etl/Refusals", "Rules/**", "Schema/**") { Never = Consoles },
        new("Etl/WhatIf", "Etl/Refusals", "Etl/Run", "Rules/**", "Schema/Database") { Never = Consoles },
        new("Etl/Generate", "Etl/Refusals", "Etl/Run", "Rules/**") { Never = Consoles },
        new("Etl/Audit") { Never = Consoles },
        new("Etl/Access", "Etl/Refusals", "Rules/Access", "Rules/Sentences", "Schema/Database") { Never = Consoles },
        new("Etl/Readers", "Etl/Refusals", "Rules/Sentences", "Schema/Database") { Never = Consoles },
        new("Etl/Backup", "Etl/Audit", "Etl/Refusals", "Etl/Run", "Etl/Readers", "Rules/Sentences", "Schema/**") { Never = Consoles },
        new("Etl/Report/Model", "Etl/Refusals", "Rules/Sentences", "Schema/Database")
        {
            Never = [.. Consoles, .. Stores, "DocumentFormat.OpenXml"],
        },
        new("Etl/Report/Definition", "Etl/Report/Model", "Schema/Database") { Never = Consoles },
        new("Etl/Report/Collect", "Etl/Report/Model", "Etl/Report/Definition", "Etl/Run", "Schema") { Never = Consoles },
        new("Etl/Report/Sentences", "Etl/Report/Model", "Etl/Report/Definition", "Etl/Report/Collect") { Never = Consoles },
        // Writers see the model only: no database, no figure of their own.
        new("Etl/Report/Wording", "Etl/Report/Model") { Never = [.. Consoles, .. Stores, "DocumentFormat.OpenXml"] },
        new("Etl/Report/Packages") { Never = [.. Consoles, .. Stores] },
        new("Etl/Report/Charts", "Etl/Report/Model", "Etl/Report/Wording") { Never = [.. Consoles, .. Stores] },
        new("Etl/Report/Xlsx", "Etl/Report/Model", "Etl/Report/Wording", "Etl/Report/Packages", "Etl/Report/Charts")
        {
            Never = [.. Consoles, .. Stores],
        },
        new("Etl/Report/Docx", "Etl/Report/Model", "Etl/Report/Wording", "Etl/Report/Packages", "Etl/Report/Charts", "Etl/Report/Xlsx")
        {
            Never = [.. Consoles, .. Stores],
        },
        new("Etl/Report/Office", "Etl/Report/Model", "Etl/Report/Wording", "Etl/Report/Docx") { Never = [.. Consoles, .. Stores] },
        // The mark of a formula is that of the sheets to import.
        new("Etl/Report/Data", "Etl/Report/Model", "Etl/Report/Wording", "Etl/Import/Sheets") { Never = [.. Consoles, .. Stores] },
        new("Etl/Report/Editions", "Etl/Report/**") { Never = Consoles },
        // Cells, dialect and guard are those of the import sheets: what is exported is imported again.
        new("Etl/Export", "Etl/Import", "Etl/Import/Sheets") { Never = Consoles },
        new("Etl/Export/Parquet") { Never = Consoles },
        new(
            "Etl/Output",
            "Etl/Audit",
            "Etl/Backup",
            "Etl/Generate",
            "Etl/Import",
            "Etl/Refusals",
            "Etl/Run",
            "Etl/WhatIf",
            "Rules/Sentences",
            "Schema/Database"
        )
        {
            Never = ["System.CommandLine"],
        },
        new("Etl/Cli", "Etl/**", "Rules/Access", "Rules/Sentences", "Schema/Database"),
    ];

    // Read when every file of this class has set its rows.
    private static readonly Lazy<IReadOnlyList<FolderRow>> Rows = new(Together);

    public static IReadOnlyList<FolderRow> All => Rows.Value;

    private static IReadOnlyList<FolderRow> Together() => [.. GraphQL, .. Sql, .. Schema, .. Rules, .. Etl, .. Service];

    /// <summary>Planners read what was bound and make plans; of the others each knows those that its row names.</summary>
    private static FolderRow Planner(string subject, params string[] others) =>
        new(
            subject.Length == 0 ? "Sql/Planning" : $"Sql/Planning/{subject}",
            [
                "Sql/Mapping",
                "Sql/Plans",
                "GraphQL/Language",
                "GraphQL/TypeSystem",
                "GraphQL/Execution",
                .. others.Select(other => $"Sql/Planning/{other}"),
            ]
        );
}
