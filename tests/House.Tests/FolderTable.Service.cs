namespace SocietyParty.House.Tests;

/// <content>The rows of <c>api/Rules</c> and <c>api/Service</c>.</content>
internal static partial class FolderTable
{
    private static readonly string[] Http = ["Microsoft.AspNetCore"];

    /// <summary>A subject's rules know what all rules share, and no other subject.</summary>
    private static readonly FolderRow[] Rules =
    [
        // Rule sets are made of the subjects' sections.
        new("Rules", "Rules/**"),
        new("Rules/Sentences"),
        new("Rules/Access", "Rules", "Rules/Sentences"),
        new("Rules/Activities", "Rules"),
        new("Rules/Appointments", "Rules", "Rules/Sentences"),
        new("Rules/Assessments", "Rules", "Rules/Sentences"),
        new("Rules/Categories", "Rules", "Rules/Sentences"),
        new("Rules/Coverage", "Rules", "Rules/Sentences"),
        new("Rules/Days", "Rules"),
        new("Rules/Evidence", "Rules", "Rules/Sentences"),
        new("Rules/Inputs", "Rules", "Rules/Sentences"),
        new("Rules/LeadingGroups", "Rules", "Rules/Sentences"),
        new("Rules/Members", "Rules"),
        new("Rules/Mending", "Rules"),
        new("Rules/Organizations", "Rules", "Rules/Days", "Rules/Sentences"),
        new("Rules/WorkPoints", "Rules", "Rules/Sentences"),
    ];

    private static readonly FolderRow[] Service =
    [
        new("Service/Options", "GraphQL/**", "Sql/Planning/Context", "Rules/Sentences") { Never = Http },
        new("Service/Model", "Rules/**") { Never = Http },
        new("Service/Trust", "Service/Options", "GraphQL/**", "Rules/Sentences") { Never = Http },
        new("Service/Telemetry") { Never = Http },
        new("Service/Access", "Schema/Database"),
        // Reads never go through Entity Framework.
        new(
            "Service/Queries",
            "Service/Access",
            "Service/Options",
            "Service/Trust",
            "Service/Telemetry",
            "GraphQL/**",
            "Sql/**",
            "Rules/Sentences",
            "Schema/Database"
        )
        {
            Never = [.. Http, "Microsoft.EntityFrameworkCore"],
        },
        // Whether replicas are well is a part of health.
        new("Service/Health", "Service/Queries", "Schema/Database"),
        new(
            "Service/Mutations",
            "Service/Access",
            "Service/Options",
            "Service/Model",
            "Service/Queries",
            "GraphQL/**",
            "Sql/Plans",
            "Sql/Planning/Values",
            "Sql/Writing",
            "Etl/Import",
            "Rules/**",
            "Schema/Database"
        )
        {
            Never = Http,
        },
        new(
            "Service/Http",
            "Service/Access",
            "Service/Options",
            "Service/Trust",
            "Service/Telemetry",
            "Service/Health",
            "Service/Queries",
            "Service/Mutations",
            "Rules",
            "Rules/Access",
            "Rules/Inputs",
            "Rules/Sentences",
            "GraphQL/**",
            "Sql/**",
            "Etl/Access",
            "Etl/Audit",
            "Etl/Telemetry",
            "Etl/Refusals",
            "Etl/Import",
            "Etl/Import/Sheets",
            "Etl/Report/Collect",
            "Etl/Report/Editions",
            "Etl/Report/Model",
            "Etl/Run",
            "Etl/WhatIf",
            "Etl/Export",
            "Schema/**"
        ),
        new("Service/Start", "Service/**", "Etl/**", "Rules/Sentences", "Schema/**", "GraphQL/**"),
    ];
}
